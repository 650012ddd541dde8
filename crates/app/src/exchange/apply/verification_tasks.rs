//! HSRW 核实任务: filings of the register that we are to verify.

use beian_authority::message::download::icp::verification_tasks as wire;
use beian_domain::supervision::{
    BureauCode, CertificateCode, ContentCode, FiledBy, HeldAccess, HeldDomain, HeldPerson, HeldRange,
    HeldService, HeldSubject, LanguageCode, ModeCode, Named, NatureCode, PaperNumber, Reach,
    VerificationTask,
};

use super::Came;
use super::held::{Place, approvals, person, place};

/// Keeps the tasks.
pub(super) fn keep(tasks: &wire::VerificationTasks, came: &mut Came) {
    for task in &tasks.filings {
        came.told(VerificationTask {
            remark: task.remark.clone(),
            subject: subject(&task.subject),
            services: task.services.iter().map(service).collect(),
        });
    }
}

fn subject(told: &wire::Subject) -> HeldSubject {
    let Place { province, city, county, street } = place(&told.address);
    HeldSubject {
        bureau_id: told.bureau_id,
        record: None,
        name: Named(told.name.clone()),
        nature: told.nature.map(NatureCode),
        number: None,
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
        last_changed: told.last_changed.map(beian_authority::value::WireTime::to_utc),
        licence_expiry: None,
        licence_path: None,
        licence_serial: None,
        reviewer: None,
        reviewed: None,
        remark: told.remark.clone(),
        person: subject_person(&told.person),
    }
}

fn subject_person(told: &wire::SubjectPerson) -> HeldPerson {
    HeldPerson {
        name: told.name.clone().map(Named),
        certificate_kind: told.certificate_kind.map(CertificateCode),
        certificate_number: told.certificate_number.clone().map(PaperNumber),
        mobile: told.mobile.clone().map(Reach),
        office_phone: told.office_phone.clone().map(Reach),
        email: Some(Reach(told.email.clone())),
        msn: told.msn.clone().map(Reach),
        qq: told.qq.clone().map(Reach),
    }
}

fn service(told: &wire::Service) -> HeldService {
    let domain = |domain: &wire::Domain| HeldDomain {
        bureau_id: domain.bureau_id,
        record: None,
        name: domain.name.clone(),
    };
    HeldService {
        bureau_id: told.bureau_id,
        record: None,
        name: told.name.clone(),
        number: None,
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

fn access(told: &wire::Access) -> HeldAccess {
    let range = |range: &wire::IpRange| HeldRange {
        bureau_id: range.bureau_id,
        record: None,
        first: range.first,
        last: range.last,
    };
    HeldAccess {
        bureau_id: told.bureau_id,
        record: None,
        provider: None,
        filer: Some(told.filed_by),
        filed_by: Some(FiledBy::of(told.mode)),
        places: told.locations.iter().copied().map(BureauCode).collect(),
        modes: told.modes.iter().copied().map(ModeCode).collect(),
        ranges: told.addresses.iter().map(range).collect(),
    }
}
