//! Filings as the authority holds them: the blocks that filing data, synchronisation and tasks share.

use beian_authority::message::Approval;
use beian_authority::message::download::basj;
use beian_authority::message::download::{Address, ServicePerson};
use beian_domain::supervision::{
    ApprovalCode, AreaCode, BureauCode, CertificateCode, ContentCode, FiledBy, HeldAccess, HeldApproval,
    HeldDomain, HeldPerson, HeldRange, HeldService, HeldSubject, LanguageCode, ModeCode, Named, NatureCode,
    PaperNumber, Reach, UnitCode,
};

/// A subject of the register.
pub(super) fn subject(told: &basj::Subject) -> HeldSubject {
    let Place { province, city, county, street } = place(&told.address);
    let person = &told.person;
    HeldSubject {
        bureau_id: told.bureau_id,
        record: told.record,
        name: Named(told.name.clone()),
        nature: told.nature.map(NatureCode),
        number: told.number.clone(),
        certificate_kind: CertificateCode(told.certificate.kind),
        certificate_number: PaperNumber(told.certificate.number.clone()),
        certificate_address: told.certificate.address.clone(),
        province,
        city,
        county,
        street,
        investor: told.investor.clone().map(Named),
        filed_by: FiledBy::of(told.mode),
        first_filed: told.first_filed.to_utc(),
        last_changed: Some(told.last_changed.to_utc()),
        licence_expiry: told.certificate_expiry.map(beian_authority::value::WireTime::to_utc),
        licence_path: told.certificate_path.clone(),
        licence_serial: told.certificate_serial.clone(),
        reviewer: told.reviewer.clone().map(Named),
        reviewed: told.reviewed.map(beian_authority::value::WireTime::to_utc),
        remark: told.remark.clone(),
        person: HeldPerson {
            name: person.name.clone().map(Named),
            certificate_kind: person.certificate_kind.map(CertificateCode),
            certificate_number: person.certificate_number.clone().map(PaperNumber),
            mobile: person.mobile.clone().map(Reach),
            office_phone: person.office_phone.clone().map(Reach),
            email: Some(Reach(person.email.clone())),
            msn: person.msn.clone().map(Reach),
            qq: person.qq.clone().map(Reach),
        },
    }
}

/// A service of the register.
pub(super) fn service(told: &basj::Service) -> HeldService {
    HeldService {
        bureau_id: told.bureau_id,
        record: told.record,
        name: told.name.clone(),
        number: told.number.clone(),
        home_url: told.home_url.clone(),
        contents: told.contents.iter().copied().map(ContentCode).collect(),
        languages: told.languages.iter().copied().map(LanguageCode).collect(),
        first_filed: told.first_filed.map(beian_authority::value::WireTime::to_utc),
        last_changed: told.last_changed.map(beian_authority::value::WireTime::to_utc),
        remark: told.remark.clone(),
        domains: told.domains.iter().map(domain).collect(),
        approvals: approvals(&told.approvals),
        accesses: told.accesses.iter().map(access).collect(),
        person: person(&told.person),
    }
}

pub(super) fn domain(told: &basj::Domain) -> HeldDomain {
    HeldDomain { bureau_id: told.bureau_id, record: told.record, name: told.name.clone() }
}

pub(super) fn access(told: &basj::Access) -> HeldAccess {
    let range = |range: &basj::IpRange| HeldRange {
        bureau_id: range.bureau_id,
        record: range.record,
        first: range.first,
        last: range.last,
    };
    HeldAccess {
        bureau_id: told.bureau_id,
        record: told.record,
        provider: Some(UnitCode(told.provider)),
        filer: None,
        filed_by: None,
        places: told.locations.iter().copied().map(BureauCode).collect(),
        modes: told.modes.iter().copied().map(ModeCode).collect(),
        ranges: told.addresses.iter().map(range).collect(),
    }
}

pub(super) fn approvals(told: &[Approval]) -> Vec<HeldApproval> {
    let each = told.iter().map(|approval| HeldApproval {
        kind: ApprovalCode(approval.kind),
        number: approval.number.clone(),
        scans: i64::try_from(approval.scans.len()).unwrap_or(i64::MAX),
    });
    each.collect()
}

pub(super) fn person(told: &ServicePerson) -> HeldPerson {
    HeldPerson {
        name: Some(Named(told.name.clone())),
        certificate_kind: told.certificate_kind.map(CertificateCode),
        certificate_number: told.certificate_number.clone().map(PaperNumber),
        mobile: told.mobile.clone().map(Reach),
        office_phone: told.office_phone.clone().map(Reach),
        email: told.email.clone().map(Reach),
        msn: told.msn.clone().map(Reach),
        qq: told.qq.clone().map(Reach),
    }
}

/// An address in its parts.
pub(super) struct Place {
    pub(super) province: AreaCode,
    pub(super) city: Option<AreaCode>,
    pub(super) county: Option<AreaCode>,
    pub(super) street: Option<String>,
}

pub(super) fn place(told: &Address) -> Place {
    Place {
        province: AreaCode(told.province),
        city: told.city.map(AreaCode),
        county: told.county.map(AreaCode),
        street: told.street.clone(),
    }
}
