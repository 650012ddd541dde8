//! Invented filings for tests, demos and the sandbox: names, numbers and addresses belong to nobody.

mod filings;
mod omit;
mod resources;

use std::net::Ipv4Addr;

pub use crate::element::make::Size;
pub use filings::{
    PASSWORD, cancellation, change, new_access, new_service, service_number, subject_number,
    unfiled_handling, verification_material, verification_result,
};
pub use omit::{Omission, omissions};
pub use resources::{domain_addition, domain_change, domain_deletion, ip_addition, ip_change, ip_deletion};

use crate::element::Maker;
use crate::element::{Facet, make};
use crate::message::download::{DataSync, DomainDownload, DownloadDocument, IcpDownload, IpDownload};
use crate::message::upload::icp::new_filing::{
    Access, Address, Attachment, Certificate, Domain, Filing, IpRange, NewFiling, Owner, Service,
    ServicePerson, Subject, SubjectPerson,
};
use crate::message::upload::{DomainUpload, IcpUpload, IpUpload, UploadDocument};
use crate::simulator::check_digit::{credit_code_digit, id_card_digit};
use crate::value::Blob;

/// A small grey JPEG.
pub const PICTURE: &[u8] = include_bytes!("sample/picture.jpg");

/// One file with one filing, [`filing`] number `n`.
pub fn new_filing(n: u32) -> NewFiling {
    NewFiling { filings: vec![filing(n)] }
}

/// The invented company number `n` (from 1) with one website `shop<n>.example`. Every number differs in
/// record ids, certificate, domain, mobiles and address.
pub fn filing(n: u32) -> Filing {
    let record = |offset: i64| i64::from(n) * 100 + offset;
    let owned = |purpose, kind, record| Attachment {
        format: Attachment::JPG,
        purpose,
        content: Blob(PICTURE.to_vec()),
        owner: Owner { kind, record },
        remark: None,
    };
    Filing {
        subject: subject(n, record(1)),
        services: vec![service(n, &record)],
        attachments: vec![
            owned(Attachment::SUBJECT_CERTIFICATE, Owner::SUBJECT, record(1)),
            owned(Attachment::SUBJECT_PERSON, Owner::SUBJECT, record(1)),
            owned(Attachment::VERIFICATION_SHEET, Owner::SERVICE, record(2)),
            owned(Attachment::SERVICE_PERSON, Owner::SERVICE, record(2)),
            owned(Attachment::VERIFICATION_PHOTO, Owner::SERVICE, record(2)),
        ],
    }
}

/// A unified social credit code (统一社会信用代码) of nobody, with a right check character.
pub fn credit_code(n: u32) -> String {
    let body = format!("91440300MA5{:06}", n % 1_000_000);
    let digit = credit_code_digit(&body).map(String::from).unwrap_or_default();
    body + &digit
}

/// An identity card number (居民身份证) of nobody, with a right check character.
pub fn id_card(n: u32) -> String {
    let body = format!("44030019900101{:03}", n % 1000);
    let digit = id_card_digit(&body).map(String::from).unwrap_or_default();
    body + &digit
}

/// The mobile of the subject's person in filing `n`.
pub fn subject_mobile(n: u32) -> String {
    format!("1380000{:04}", (2 * n) % 10_000)
}

/// The mobile of the service's person in filing `n`.
pub fn service_mobile(n: u32) -> String {
    format!("1380000{:04}", (2 * n + 1) % 10_000)
}

fn subject(n: u32, record: i64) -> Subject {
    Subject {
        record,
        name: format!("深圳示例{n}号科技有限公司"),
        nature: Some(4),
        investor: Some("李示例".to_owned()),
        address: Address {
            province: 440_000,
            city: 440_300,
            county: Some(440_305),
            street: Some(format!("示例路{n}号")),
        },
        certificate: Certificate {
            kind: 1,
            number: credit_code(n),
            address: format!("广东省深圳市南山区示例路{n}号"),
        },
        person: SubjectPerson {
            name: Some("李示例".to_owned()),
            office_phone: Some("0755-88880000".to_owned()),
            mobile: subject_mobile(n),
            email: format!("li{n}@shop.example"),
            msn: None,
            qq: None,
            certificate_kind: Some(2),
            certificate_number: Some(id_card(2 * n)),
        },
        mode: Subject::BY_PROVIDER,
        remark: None,
    }
}

/// The address that what is numbered `n` is reached at.
fn address(n: u32) -> Ipv4Addr {
    Ipv4Addr::from_bits(Ipv4Addr::new(203, 0, 113, 1).to_bits() + n % 254)
}

fn service(n: u32, record: &impl Fn(i64) -> i64) -> Service {
    let address = address(n);
    Service {
        record: record(2),
        name: format!("示例商店{n}"),
        approvals: Vec::new(),
        contents: vec![8],
        languages: vec![1],
        domains: vec![Domain { record: record(3), name: format!("shop{n}.example") }],
        accesses: vec![Access {
            record: record(4),
            locations: vec![5],
            modes: vec![5],
            addresses: vec![IpRange { record: record(5), first: address, last: address }],
        }],
        person: ServicePerson {
            name: "王示例".to_owned(),
            office_phone: Some("0755-88880001".to_owned()),
            mobile: service_mobile(n),
            email: format!("wang{n}@shop.example"),
            msn: None,
            qq: None,
            certificate_kind: Some(2),
            certificate_number: Some(id_card(2 * n + 1)),
        },
        home_url: Some(format!("www.shop{n}.example")),
        remark: None,
    }
}

/// Every upload document once, each alone in its file, small and readable: about filing, addresses or domain
/// number `n`. They keep the rules.
pub fn upload_examples(unit: i64, n: u32) -> Vec<UploadDocument> {
    let (icp, ip, domain) = (IcpUpload::of(unit), IpUpload::of(unit), DomainUpload::of(unit));
    let filings = [
        IcpUpload { new_filing: Some(new_filing(n)), ..icp.clone() },
        IcpUpload { new_service: Some(new_service(n)), ..icp.clone() },
        IcpUpload { new_access: Some(new_access(n)), ..icp.clone() },
        IcpUpload { change: Some(change(n)), ..icp.clone() },
        IcpUpload { verification_result: Some(verification_result(n)), ..icp.clone() },
        IcpUpload { unfiled_handling: Some(unfiled_handling(n)), ..icp.clone() },
        IcpUpload { cancellation: Some(cancellation(n)), ..icp.clone() },
        IcpUpload { verification_material: Some(verification_material(n)), ..icp },
    ];
    let addresses = [
        IpUpload { addition: Some(ip_addition(n)), ..ip.clone() },
        IpUpload { change: Some(ip_change(n)), ..ip.clone() },
        IpUpload { deletion: Some(ip_deletion(n)), ..ip },
    ];
    let domains = [
        DomainUpload { addition: Some(domain_addition(n)), ..domain.clone() },
        DomainUpload { change: Some(domain_change(n)), ..domain.clone() },
        DomainUpload { deletion: Some(domain_deletion(n)), ..domain },
    ];
    let filings = filings.into_iter().map(UploadDocument::Icp);
    let addresses = addresses.into_iter().map(UploadDocument::Ip);
    filings.chain(addresses).chain(domains.into_iter().map(UploadDocument::Domain)).collect()
}

/// Every upload document, made from its table: each alone in its file, then all of its block in one. They fit
/// the schema, not the rules beside it.
pub fn uploads(size: Size, seed: u64) -> Vec<UploadDocument> {
    let mut maker = Maker::new(size, seed);
    let icp = IcpUpload::one_each(&mut maker).into_iter().map(UploadDocument::Icp);
    let ip = IpUpload::one_each(&mut maker).into_iter().map(UploadDocument::Ip);
    let domain = DomainUpload::one_each(&mut maker).into_iter().map(UploadDocument::Domain);
    icp.chain(ip).chain(domain).collect()
}

/// Every download document, each alone in its file, and one file for each block with everything that it may
/// hold; made from their tables.
pub fn downloads(size: Size, seed: u64) -> Vec<DownloadDocument> {
    let maker = &mut Maker::new(size, seed);
    let mut documents: Vec<DownloadDocument> = Vec::new();
    documents.extend(IcpDownload::one_each(maker).into_iter().map(DownloadDocument::Icp));
    documents.extend(IpDownload::one_each(maker).into_iter().map(DownloadDocument::Ip));
    documents.extend(DomainDownload::one_each(maker).into_iter().map(DownloadDocument::Domain));
    documents.extend(DataSync::one_each(maker).into_iter().map(DownloadDocument::Sync));
    documents.extend([
        DownloadDocument::Icp(make::one(maker, &Facet::OPEN)),
        DownloadDocument::Ip(make::one(maker, &Facet::OPEN)),
        DownloadDocument::Domain(make::one(maker, &Facet::OPEN)),
        DownloadDocument::BaseCodes(make::one(maker, &Facet::OPEN)),
    ]);
    documents
}
