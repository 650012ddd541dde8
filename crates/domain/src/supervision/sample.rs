//! Invented matters for tests: companies, persons and addresses that belong to nobody.

use chrono::{DateTime, Utc};

use super::{
    Answered, Asked, AuthorityNotice, BlacklistedService, BlacklistedSubject, CertificateCode, FiledBy,
    HeldPerson, HeldSubject, KnownFrom, KnownSubject, Matter, Named, NatureCode, PaperNumber, Reach, Rectify,
    ResultCode, ResultLine, UnfiledSite, UnitCode, UnmatchedResult,
};

/// A company on the blacklist of subjects.
pub fn blacklisted_subject(name: &str, certificate: &str) -> Matter {
    Matter::from(BlacklistedSubject {
        name: Some(Named(name.into())),
        nature: Some(NatureCode(4)),
        certificate_kind: Some(CertificateCode(1)),
        certificate_number: Some(PaperNumber(certificate.into())),
        remark: None,
    })
}

/// A domain on the blacklist of services.
pub fn blacklisted_service(domain: &str) -> Matter {
    Matter::from(BlacklistedService {
        name: "示例商店".into(),
        domain: domain.into(),
        beside: Vec::new(),
        home_url: None,
        remark: None,
    })
}

/// A site without a filing, seen so many times.
pub fn unfiled_site(bureau_id: i64, domain: &str, times: i64, last_seen: DateTime<Utc>) -> Matter {
    Matter::from(UnfiledSite {
        bureau_id,
        domain: domain.into(),
        languages: Vec::new(),
        address: [203, 0, 113, 7].into(),
        first_seen: None,
        last_seen: Some(last_seen),
        times_seen: Some(times),
        province: None,
        provider: None,
        carrier: UnitCode(1),
        remark: None,
    })
}

/// A notice to put a service right.
pub fn notice(number: &str) -> Matter {
    Matter::from(AuthorityNotice {
        about: Rectify::Service,
        number: Some(number.into()),
        bureau_id: None,
        text: "网站无法打开，限期整改".into(),
        remark: None,
    })
}

/// A refusal of somebody we do not know.
pub fn unmatched_result(record: i64) -> Matter {
    Matter::from(UnmatchedResult {
        why: super::Unmatched::Nobody,
        answer: Answered::Refused,
        asked: Some(Asked::NewFiling),
        record: Some(record),
        bureau_id: None,
        number: None,
        file: None,
        lines: vec![ResultLine { code: ResultCode(1002), text: None, involved: Vec::new() }],
        opinion: None,
    })
}

/// A subject that stands at the authority, with its person in charge.
pub fn known_subject(bureau_id: i64, name: &str, person: &str, mobile: &str, at: DateTime<Utc>) -> Matter {
    Matter::from(KnownSubject {
        source: KnownFrom::Sync,
        services: 1,
        remark: None,
        subject: HeldSubject {
            bureau_id,
            record: None,
            name: Named(name.into()),
            nature: Some(NatureCode(4)),
            number: Some("浙ICP备2026000009号".into()),
            certificate_kind: CertificateCode(1),
            certificate_number: PaperNumber("91350100M000100Y43".into()),
            certificate_address: "示例路 1 号".into(),
            province: super::AreaCode(330_000),
            city: None,
            county: None,
            street: None,
            investor: None,
            filed_by: FiledBy::Provider,
            first_filed: at,
            last_changed: None,
            licence_expiry: None,
            licence_path: None,
            licence_serial: None,
            reviewer: None,
            reviewed: None,
            remark: None,
            person: HeldPerson {
                name: Some(Named(person.into())),
                certificate_kind: None,
                certificate_number: None,
                mobile: Some(Reach(mobile.into())),
                office_phone: None,
                email: None,
                msn: None,
                qq: None,
            },
        },
    })
}
