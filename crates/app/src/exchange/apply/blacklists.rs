//! HMDLB 黑名单列表: changes of the lists of subjects and of services. An entry of services is kept domain by
//! domain, for that is what a filing is compared by; the interface gives entries no id.

use beian_authority::message::download::icp::blacklists::{Blacklists, entry_operation};
use beian_domain::supervision::{
    BlacklistedService, BlacklistedSubject, CertificateCode, ListChange, Named, NatureCode, PaperNumber,
};

use super::Came;

/// Keeps the changes.
pub(super) fn keep(lists: &Blacklists, came: &mut Came) {
    for entry in &lists.subjects {
        let subject = entry.subject.as_ref();
        let told = BlacklistedSubject {
            name: subject.map(|subject| Named(subject.name.clone())),
            nature: subject.and_then(|subject| subject.nature).map(NatureCode),
            certificate_kind: subject.map(|subject| CertificateCode(subject.certificate.kind)),
            certificate_number: subject.map(|subject| PaperNumber(subject.certificate.number.clone())),
            remark: entry.remark.clone(),
        };
        came.changed(change(entry.operation), told);
    }
    for entry in &lists.services {
        let service = &entry.service;
        for (place, domain) in service.domains.iter().enumerate() {
            let beside = service.domains.iter().enumerate().filter(|(other, _)| *other != place);
            let told = BlacklistedService {
                name: service.name.clone(),
                domain: domain.name.clone(),
                beside: beside.map(|(_, other)| other.name.clone()).collect(),
                home_url: service.home_url.clone(),
                remark: entry.remark.clone(),
            };
            came.changed(change(entry.operation), told);
        }
    }
}

fn change(operation: i64) -> ListChange {
    match operation {
        entry_operation::ADD => ListChange::Added,
        entry_operation::CHANGE => ListChange::Changed,
        entry_operation::REMOVE => ListChange::Removed,
        _ => ListChange::Told,
    }
}
