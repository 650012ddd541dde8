//! Every kind of violation and every rule, each with the place it is told of.

use std::net::Ipv4Addr;

use beian_authority::Violation;
use beian_authority::message::upload::icp::new_filing::{Approval, Owner};
use beian_authority::message::upload::icp::unfiled_handling::UnfiledHandling;
use beian_authority::message::upload::icp::{cancellation, new_filing};
use beian_authority::message::upload::ip::{SourceUnit, addition, change};
use beian_authority::message::upload::{DomainUpload, IcpUpload, IpUpload, UploadDocument};
use beian_authority::sample;
use beian_authority::value::Blob;

const UNIT: i64 = 1001;

/// All documents about filings in one file.
fn filings() -> IcpUpload {
    IcpUpload {
        new_filing: Some(sample::new_filing(1)),
        new_service: Some(sample::new_service(1)),
        new_access: Some(sample::new_access(1)),
        change: Some(sample::change(1)),
        verification_result: Some(sample::verification_result(1)),
        unfiled_handling: Some(sample::unfiled_handling(1)),
        cancellation: Some(sample::cancellation(1)),
        verification_material: Some(sample::verification_material(1)),
        ..IcpUpload::of(UNIT)
    }
}

/// All documents about addresses in one file.
fn addresses() -> IpUpload {
    IpUpload {
        addition: Some(sample::ip_addition(1)),
        change: Some(sample::ip_change(1)),
        deletion: Some(sample::ip_deletion(1)),
        ..IpUpload::of(UNIT)
    }
}

fn told(document: &UploadDocument) -> Vec<(i64, String)> {
    assert_eq!(document.schema_violations(), []);
    let told = document.violations().into_iter().map(|violation| {
        let Violation::Rule { path, code } = violation else { panic!("{violation}") };
        (code, path)
    });
    told.collect()
}

type InFilings = fn(&mut IcpUpload);

fn first(icp: &mut IcpUpload) -> &mut new_filing::Filing {
    &mut icp.new_filing.as_mut().unwrap().filings[0]
}

const NEVER: &str = "www.elsewhere.example";
const LAST: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 0);

/// Spoils and what they cause, in new filings.
const IN_NEW_FILINGS: &[(InFilings, i64, &str)] = &[
    (|icp| first(icp).subject.nature = None, 1014, "Zt_xx/Dwxz"),
    (|icp| first(icp).subject.person.name = None, 1044, "Zt_xx/Fzr/Fzr_xm"),
    (|icp| first(icp).subject.person.name = Some(" ".to_owned()), 1044, "Zt_xx/Fzr/Fzr_xm"),
    (|icp| first(icp).subject.person.office_phone = None, 1031, "Zt_xx/Fzr/Fzr_dhhm"),
    (|icp| first(icp).services[0].person.office_phone = None, 1031, "Wz_xx[1]/Wz_Fzr/Fzr_dhhm"),
    (|icp| first(icp).services[0].home_url = Some(NEVER.to_owned()), 1041, "Wz_xx[1]/Syurl"),
    (
        |icp| first(icp).services[0].accesses[0].addresses[0].last = LAST,
        1006,
        "Wz_xx[1]/Jr_xx[1]/Ip_xx[1]/Qsip",
    ),
    (
        |icp| {
            let scans = vec![Blob(vec![0; 100 * 1024]), Blob(vec![0; 100 * 1024 + 1])];
            first(icp).services[0].approvals = vec![Approval { kind: 1, number: "1".to_owned(), scans }];
        },
        5010,
        "Wz_xx[1]/Nrlx/Nrlx_xx[1]/Spwj[2]",
    ),
    (|icp| first(icp).attachments[0].content = Blob(vec![0; 100 * 1024 + 1]), 5010, "Fj[1]/Fjxx/Fjnr"),
    (|icp| first(icp).attachments[2].content = Blob(vec![0; 150 * 1024 + 1]), 5010, "Fj[3]/Fjxx/Fjnr"),
    (
        |icp| first(icp).attachments[2].owner = Owner { kind: Owner::SERVICE, record: 7 },
        1061,
        "Fj[3]/Fjxx/Fjssdx/Ssdxbs",
    ),
    (
        |icp| first(icp).attachments[0].owner = Owner { kind: Owner::SUBJECT, record: 102 },
        1061,
        "Fj[1]/Fjxx/Fjssdx/Ssdxbs",
    ),
    (
        |icp| first(icp).attachments[0].owner = Owner { kind: 3, record: 101 },
        1061,
        "Fj[1]/Fjxx/Fjssdx/Ssdxbs",
    ),
];

/// The same in the other documents.
const IN_OTHERS: &[(InFilings, i64, &str)] = &[
    (
        |icp| icp.new_service.as_mut().unwrap().requests[0].services[0].home_url = Some(NEVER.to_owned()),
        1041,
        "XZWZ/Xzxx[1]/Wz_xx[1]/Syurl",
    ),
    (
        |icp| {
            icp.new_service.as_mut().unwrap().requests[0].services[0].accesses[0].addresses[0].last = LAST;
        },
        1006,
        "XZWZ/Xzxx[1]/Wz_xx[1]/Jr_xx[1]/Ip_xx[1]/Qsip",
    ),
    (
        |icp| {
            icp.new_service.as_mut().unwrap().requests[0].attachments[0].content = Blob(vec![0; 153_601]);
        },
        5010,
        "XZWZ/Xzxx[1]/Fj[1]/Fjxx/Fjnr",
    ),
    (
        |icp| icp.new_access.as_mut().unwrap().requests[0].addresses[0].last = LAST,
        1006,
        "XZJR/Xzxx[1]/Ip_xx[1]/Qsip",
    ),
    (
        |icp| icp.change.as_mut().unwrap().requests[0].subject.person.name = None,
        1044,
        "BGBA/Bgxx[1]/Zt_xx/Fzr/Fzr_xm",
    ),
    (
        |icp| icp.change.as_mut().unwrap().requests[0].services[0].person.office_phone = None,
        1031,
        "BGBA/Bgxx[1]/Wz_xx[1]/Wz_Fzr/Fzr_dhhm",
    ),
    (
        |icp| {
            let verified = &mut icp.verification_result.as_mut().unwrap().verifications[0];
            verified.filing.services[0].person.office_phone = None;
        },
        1031,
        "HSJG/Hsjgxx[1]/Baxx/Wz_xx[1]/Wz_Fzr/Fzr_dhhm",
    ),
    (|icp| icp.cancellation.as_mut().unwrap().requests[0].password = None, 1018, "ZXBA/Zx_xx[1]/ICPmm"),
    (
        |icp| {
            icp.verification_material.as_mut().unwrap().attachments[0].content = Blob(vec![0; 153_601]);
        },
        5010,
        "XZHYD/Fjxx[1]/Fjnr",
    ),
];

#[test]
fn each_rule_for_filings_is_told_with_its_place() {
    assert_eq!(told(&UploadDocument::Icp(filings())), []);
    let new = IN_NEW_FILINGS.iter().map(|(spoil, code, path)| (spoil, code, format!("XZBA/Baxx[1]/{path}")));
    let others = IN_OTHERS.iter().map(|(spoil, code, path)| (spoil, code, (*path).to_owned()));
    for (spoil, code, path) in new.chain(others) {
        let mut icp = filings();
        spoil(&mut icp);
        assert_eq!(told(&UploadDocument::Icp(icp)), [(*code, format!("ICP/{path}"))]);
    }
}

#[test]
fn persons_need_neither_nature_nor_office_phone() {
    let mut icp = filings();
    let filing = first(&mut icp);
    filing.subject.nature = None;
    filing.subject.certificate.kind = 2;
    filing.subject.person.name = None;
    filing.subject.person.office_phone = None;
    filing.services[0].person.office_phone = None;
    filing.services[0].home_url = Some("WWW.Shop1.Example/index".to_owned());
    let change = &mut icp.change.as_mut().unwrap().requests[0];
    change.subject.nature = Some(5);
    change.subject.person.name = None;
    change.services[0].person.office_phone = None;
    icp.cancellation.as_mut().unwrap().requests[0].kind = cancellation::Request::ACCESS;
    icp.cancellation.as_mut().unwrap().requests[0].password = None;
    assert_eq!(told(&UploadDocument::Icp(icp)), []);
}

type InAddresses = fn(&mut IpUpload);

fn added(ip: &mut IpUpload) -> &mut addition::Addition {
    ip.addition.as_mut().unwrap()
}

fn changed(ip: &mut IpUpload) -> &mut change::Change {
    ip.change.as_mut().unwrap()
}

const IN_ADDRESSES: &[(InAddresses, i64, &str)] = &[
    (|ip| added(ip).sources[0].last = LAST, 2002, "XZBA/Xzly/Ly[1]/Qsip"),
    (|ip| added(ip).sources[0].unit = UNIT, 2052, "XZBA/Xzly/Ly[1]/Lydw"),
    (|ip| added(ip).allocations[0].last = LAST, 2002, "XZBA/Xzfp/Fpsy[1]/Qsip"),
    (|ip| added(ip).allocations[0].use_mode = None, 2032, "XZBA/Xzfp/Fpsy[1]/Syfs"),
    (|ip| added(ip).allocations[0].date = None, 2030, "XZBA/Xzfp/Fpsy[1]/Fprq"),
    (|ip| added(ip).allocations[0].name = None, 2031, "XZBA/Xzfp/Fpsy[1]/Dwmc"),
    (|ip| added(ip).allocations[0].nature = None, 2034, "XZBA/Xzfp/Fpsy[1]/Dwxz"),
    (|ip| added(ip).allocations[0].province = None, 2037, "XZBA/Xzfp/Fpsy[1]/Shengid"),
    (|ip| added(ip).allocations[0].city = None, 2038, "XZBA/Xzfp/Fpsy[1]/Shiid"),
    (|ip| added(ip).allocations[0].street = None, 2036, "XZBA/Xzfp/Fpsy[1]/Xxdz"),
    (|ip| added(ip).allocations[0].contact = None, 2040, "XZBA/Xzfp/Fpsy[1]/Lxrxm"),
    (|ip| added(ip).allocations[0].contact_phone = None, 2039, "XZBA/Xzfp/Fpsy[1]/Lxrdh"),
    (|ip| added(ip).allocations[0].contact_email = None, 2042, "XZBA/Xzfp/Fpsy[1]/Lxrdzyj"),
    (|ip| added(ip).allocations[0].mode = 2, 2047, "XZBA/Xzfp/Fpsy[1]/Fpdx"),
    (
        |ip| {
            added(ip).allocations[0].mode = addition::Allocation::PASSED_ON;
            added(ip).allocations[0].receiver = Some(UNIT);
        },
        2050,
        "XZBA/Xzfp/Fpsy[1]/Fpdx",
    ),
    (|ip| added(ip).broadcasts[0].last = LAST, 2002, "XZBA/Xzgbjs/Jsxx[1]/Qsip"),
    (|ip| added(ip).broadcasts[0].applicant = 1, 2053, "XZBA/Xzgbjs/Jsxx[1]/Sqdw"),
    (|ip| added(ip).own_ranges[0].last = LAST, 2002, "XZBA/Zdip/Zdxx[1]/Qsip"),
    (|ip| added(ip).own_ranges[0].source = SourceUnit::Unit(1), 2045, "XZBA/Zdip/Zdxx[1]/Lydw/Ly_dwmc"),
    (|ip| added(ip).own_ranges[0].source_kind = 1, 2028, "XZBA/Zdip/Zdxx[1]/Lydw/Ly_dwid"),
    (|ip| changed(ip).sources[0].unit = UNIT, 2052, "XGBA/Xgly/Ly_xx[1]/Lydw"),
    (|ip| changed(ip).allocations[0].date = None, 2030, "XGBA/Xgfp/Fpsy[1]/Fprq"),
    (|ip| changed(ip).allocations[0].use_mode = None, 2032, "XGBA/Xgfp/Fpsy[1]/Syfs"),
    (|ip| changed(ip).own_ranges[0].source = SourceUnit::Unit(UNIT), 2052, "XGBA/XgZd/Zdxx[1]/Lydw/Ly_dwid"),
    (|ip| changed(ip).broadcasts[0].last = LAST, 2002, "XGBA/Xggbjs/Jsxx[1]/Qsip"),
    (|ip| *added(ip) = nothing(), 5001, "XZBA"),
];

fn nothing() -> addition::Addition {
    addition::Addition { sources: vec![], allocations: vec![], broadcasts: vec![], own_ranges: vec![] }
}

#[test]
fn each_rule_for_addresses_is_told_with_its_place() {
    assert_eq!(told(&UploadDocument::Ip(addresses())), []);
    for (spoil, code, path) in IN_ADDRESSES {
        let mut ip = addresses();
        spoil(&mut ip);
        assert_eq!(told(&UploadDocument::Ip(ip)), [(*code, format!("IP/{path}"))]);
    }
    let mut kept = addresses();
    changed(&mut kept).allocations[0].mode = change::Allocation::RESERVED;
    changed(&mut kept).allocations[0].use_mode = None;
    changed(&mut kept).allocations[0].date = None;
    assert_eq!(told(&UploadDocument::Ip(kept)), []);
}

#[test]
fn a_file_says_something_and_not_too_much() {
    let blocks = [
        ("ICP", UploadDocument::Icp(IcpUpload::of(UNIT))),
        ("IP", UploadDocument::Ip(IpUpload::of(UNIT))),
        ("YM", UploadDocument::Domain(DomainUpload::of(UNIT))),
    ];
    for (name, empty) in blocks {
        assert_eq!(told(&empty), [(5001, name.to_owned())]);
        assert_eq!(empty.records(), 0);
    }
    let handled = sample::unfiled_handling(1).results.remove(0);
    let cancelled = sample::cancellation(1).requests.remove(0);
    let full = |handlings: usize, cancellations: usize| {
        UploadDocument::Icp(IcpUpload {
            unfiled_handling: Some(UnfiledHandling { results: vec![handled.clone(); handlings] }),
            cancellation: Some(cancellation::Cancellation {
                requests: vec![cancelled.clone(); cancellations],
            }),
            ..IcpUpload::of(UNIT)
        })
    };
    assert_eq!(full(600, 400).violations(), []);
    let count =
        |path: &str, found, least| Violation::Count { path: path.to_owned(), found, least, most: 1000 };
    assert_eq!(full(600, 401).violations(), [count("ICP", 1001, 0)]);
    assert_eq!(full(1001, 1).violations(), [count("ICP/WBACLJG/Clxx", 1001, 1)]);
}

#[test]
fn each_kind_of_violation_is_told_with_its_place() {
    let spoilt = |spoil: InFilings| {
        let mut icp = filings();
        spoil(&mut icp);
        let told = UploadDocument::Icp(icp).violations_in_gbk();
        told.iter().map(|violation| (violation.to_string(), violation.record())).collect::<Vec<_>>()
    };
    let one = |text: &str| vec![(text.to_owned(), Some(0))];
    assert_eq!(
        spoilt(|icp| icp.cancellation.as_mut().unwrap().requests[0].kind = 3),
        one("ICP/ZXBA/Zx_xx[1]/Zxlb: 3 is outside 0–2")
    );
    assert_eq!(
        spoilt(|icp| icp.change.as_mut().unwrap().requests[0].subject.certificate.kind = 13),
        one("ICP/BGBA/Bgxx[1]/Zt_xx/Zj/Zjlx: 13 is outside 1–11")
    );
    assert_eq!(
        spoilt(|icp| icp.new_access.as_mut().unwrap().requests[0].modes.clear()),
        one("ICP/XZJR/Xzxx[1]/Wzjrfs/Jrfs: 0 entries, 1–64 allowed")
    );
    assert_eq!(
        spoilt(|icp| icp.unfiled_handling.as_mut().unwrap().results[0].note = "\u{1}".to_owned()),
        one("ICP/WBACLJG/Clxx[1]/Clyj: the character U+0001 cannot be sent")
    );
    assert_eq!(
        spoilt(|icp| icp.unfiled_handling.as_mut().unwrap().results[0].note = "𬍛".to_owned()),
        one("ICP/WBACLJG/Clxx[1]/Clyj: the character 𬍛 (U+2C35B) is not in GBK")
    );
    assert_eq!(
        spoilt(|icp| icp.cancellation.as_mut().unwrap().requests[0].password = None),
        one("ICP/ZXBA/Zx_xx[1]/ICPmm: would come back with code 1018")
    );
}
