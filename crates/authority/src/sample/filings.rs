//! Invented documents about filings that are there already. Whatever belongs to filing number `n` names it by
//! the ids and numbers a bureau would have given it.

use chrono::NaiveDate;

use super::{PICTURE, filing, service_mobile};
use crate::message::parts::attachment::{FiledAttachment, FiledOwner, OwnerIdentifier};
use crate::message::upload::icp::cancellation::{self, Cancellation};
use crate::message::upload::icp::change::{self, Change};
use crate::message::upload::icp::new_access::{self, FiledService, NewAccess};
use crate::message::upload::icp::new_filing::{self as xzba, Attachment, Filing};
use crate::message::upload::icp::new_service::{self, FiledSubject, NewService};
use crate::message::upload::icp::unfiled_handling::{Handled, UnfiledHandling};
use crate::message::upload::icp::verification_material::VerificationMaterial;
use crate::message::upload::icp::verification_result::{self as hsjg, Verification, VerificationResult};
use crate::value::Blob;

/// The filing password (ICP备案密码) of every sample: MD5 of `sample`.
pub const PASSWORD: &str = "5e8ff9bf55ba3508199d22e984129be6";

/// The filing number (备案号) of subject `n`.
pub fn subject_number(n: u32) -> String {
    format!("粤ICP备2025{:06}号", n % 1_000_000)
}

/// The filing number of the only service of subject `n`.
pub fn service_number(n: u32) -> String {
    format!("{}-1", subject_number(n))
}

/// A bureau's id of something of filing `n`; the offsets are those of the record ids in [`filing`].
fn bureau_id(n: u32, offset: i64) -> i64 {
    440_000_000_000 + i64::from(n) * 100 + offset
}

/// A record id of ours that [`filing`] does not use.
fn record(n: u32, offset: i64) -> i64 {
    i64::from(n) * 100 + 50 + offset
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, day).unwrap_or_default()
}

fn attachment(purpose: i64, kind: i64, identifier: OwnerIdentifier) -> FiledAttachment {
    FiledAttachment {
        format: Attachment::JPG,
        purpose,
        content: Blob(PICTURE.to_vec()),
        owner: FiledOwner { kind, identifier },
        remark: None,
    }
}

fn sheet(identifier: OwnerIdentifier) -> FiledAttachment {
    attachment(Attachment::VERIFICATION_SHEET, FiledOwner::SERVICE, identifier)
}

/// XZWZ: a second service `blog<n>.example` of subject `n`.
pub fn new_service(n: u32) -> NewService {
    let Filing { services, .. } = filing(n);
    let services = services.into_iter().map(|service| {
        let mut accesses = service.accesses;
        for access in &mut accesses {
            access.record = record(n, 4);
            access.addresses.iter_mut().for_each(|range| range.record = record(n, 5));
        }
        new_service::Service {
            record: record(n, 2),
            name: format!("示例博客{n}"),
            approvals: service.approvals,
            contents: service.contents,
            languages: service.languages,
            domains: vec![xzba::Domain { record: record(n, 3), name: format!("blog{n}.example") }],
            accesses,
            person: service.person,
            home_url: Some(format!("www.blog{n}.example")),
            remark: None,
        }
    });
    NewService {
        requests: vec![new_service::Request {
            subject: FiledSubject::Number(subject_number(n)),
            services: services.collect(),
            attachments: vec![sheet(OwnerIdentifier::Record(record(n, 2)))],
            password: Some(PASSWORD.to_owned()),
        }],
    }
}

/// XZJR: another access of the service of subject `n`.
pub fn new_access(n: u32) -> NewAccess {
    let accesses = filing(n).services.into_iter().flat_map(|service| service.accesses);
    let requests = accesses.map(|access| new_access::Request {
        service: FiledService::Number(service_number(n)),
        record: record(n, 4),
        locations: access.locations,
        modes: access.modes,
        addresses: access.addresses,
        attachments: vec![sheet(OwnerIdentifier::Number(service_number(n)))],
        password: PASSWORD.to_owned(),
    });
    NewAccess { requests: requests.collect() }
}

/// BGBA: the service of subject `n` with another name.
pub fn change(n: u32) -> Change {
    let Filing { subject, services, .. } = filing(n);
    let certificate = subject.certificate;
    let request = change::Request {
        subject: change::Subject {
            bureau_id: bureau_id(n, 1),
            name: subject.name,
            number: subject_number(n),
            nature: subject.nature,
            investor: subject.investor,
            address: subject.address,
            certificate: change::Certificate {
                kind: certificate.kind,
                number: certificate.number,
                address: certificate.address,
            },
            person: subject.person,
            remark: None,
        },
        services: services.into_iter().map(|service| changed_service(n, service)).collect(),
        attachments: vec![sheet(OwnerIdentifier::Record(bureau_id(n, 2)))],
        password: Some(PASSWORD.to_owned()),
    };
    Change { requests: vec![request] }
}

fn changed_service(n: u32, service: xzba::Service) -> change::Service {
    let domains = service.domains.into_iter().map(|domain| change::Domain {
        record: domain.record,
        bureau_id: Some(bureau_id(n, 3)),
        name: domain.name,
    });
    let addresses = |ranges: Vec<xzba::IpRange>| {
        let ranges = ranges.into_iter().map(|range| change::IpRange {
            record: range.record,
            bureau_id: Some(bureau_id(n, 5)),
            first: range.first,
            last: range.last,
        });
        ranges.collect()
    };
    let accesses = service.accesses.into_iter().map(|access| change::Access {
        bureau_id: bureau_id(n, 4),
        locations: access.locations,
        modes: access.modes,
        addresses: addresses(access.addresses),
    });
    change::Service {
        bureau_id: bureau_id(n, 2),
        name: format!("示例商店{n}旗舰店"),
        approvals: service.approvals,
        contents: service.contents,
        languages: service.languages,
        domains: domains.collect(),
        accesses: accesses.collect(),
        person: service.person,
        number: service_number(n),
        home_url: service.home_url,
        remark: Some("网站更名".to_owned()),
    }
}

/// HSJG: filing `n` was looked at and found in order.
pub fn verification_result(n: u32) -> VerificationResult {
    let Filing { subject, services, .. } = filing(n);
    let person = subject.person;
    let subject = hsjg::Subject {
        bureau_id: bureau_id(n, 1),
        name: subject.name,
        nature: subject.nature,
        address: subject.address,
        investor: subject.investor,
        certificate: subject.certificate,
        person: hsjg::SubjectPerson {
            name: person.name,
            office_phone: person.office_phone,
            mobile: person.mobile,
            email: person.email,
            msn: person.msn,
            qq: person.qq,
            certificate_kind: person.certificate_kind,
            certificate_number: person.certificate_number,
        },
        remark: None,
    };
    let services = services.into_iter().map(|service| verified_service(n, service)).collect();
    let verification = Verification {
        verdict: Verification::PASSED,
        verifier: "赵示例".to_owned(),
        verified: day(3),
        unit: 1001,
        opinion: "信息属实".to_owned(),
        errors: None,
        filing: hsjg::Filing { subject, services },
    };
    VerificationResult { verifications: vec![verification] }
}

fn verified_service(n: u32, service: xzba::Service) -> hsjg::Service {
    let person = service.person;
    let domains = service
        .domains
        .into_iter()
        .map(|domain| hsjg::Domain { bureau_id: bureau_id(n, 3), name: domain.name });
    let addresses = |ranges: Vec<xzba::IpRange>| {
        let ranges = ranges.into_iter().map(|range| hsjg::IpRange {
            bureau_id: bureau_id(n, 5),
            first: range.first,
            last: range.last,
        });
        ranges.collect()
    };
    let accesses = service.accesses.into_iter().map(|access| hsjg::Access {
        bureau_id: bureau_id(n, 4),
        locations: access.locations,
        modes: access.modes,
        addresses: addresses(access.addresses),
        filing_mode: xzba::Subject::BY_PROVIDER,
    });
    hsjg::Service {
        bureau_id: bureau_id(n, 2),
        name: service.name,
        approvals: service.approvals,
        contents: service.contents,
        domains: domains.collect(),
        accesses: accesses.collect(),
        person: hsjg::ServicePerson {
            name: person.name,
            office_phone: person.office_phone,
            mobile: Some(person.mobile),
            email: person.email,
            msn: person.msn,
            qq: person.qq,
            certificate_kind: person.certificate_kind,
            certificate_number: person.certificate_number,
        },
        home_url: service.home_url,
        remark: None,
    }
}

/// WBACLJG: the website `unfiled<n>.example` is no longer served.
pub fn unfiled_handling(n: u32) -> UnfiledHandling {
    let handled = Handled {
        domain: format!("unfiled{n}.example"),
        address: super::address(n),
        carrier: 1001,
        provider: 1001,
        province: 440_000,
        outcome: 2,
        note: "已停止接入".to_owned(),
        listed: day(1),
        due: day(15),
        reporter: Some("赵示例".to_owned()),
        reporter_phone: Some(service_mobile(n)),
        reporter_email: Some("zhao@provider.example".to_owned()),
    };
    UnfiledHandling { results: vec![handled] }
}

/// ZXBA: subject `n` gives up its filing.
pub fn cancellation(n: u32) -> Cancellation {
    let request = cancellation::Request {
        kind: cancellation::Request::SUBJECT,
        bureau_id: bureau_id(n, 1),
        reason: 1,
        remark: Some("网站停办".to_owned()),
        password: Some(PASSWORD.to_owned()),
    };
    Cancellation { requests: vec![request] }
}

/// XZHYD: a new verification sheet for the service of subject `n`.
pub fn verification_material(n: u32) -> VerificationMaterial {
    VerificationMaterial { attachments: vec![sheet(OwnerIdentifier::Number(service_number(n)))] }
}
