//! XZJR 新增接入: the service is named by number or id; the password is required, since the service may be
//! somebody else's customer.

use super::case::{Case, has_sheet, service_person, subject_person};
use super::new_service::being_changed;
use super::{attachments, password};
use crate::message::download::basj::Service;
use crate::message::upload::icp::new_access::{FiledService, Request};
use crate::simulator::checks::content::Content;
use crate::simulator::checks::service::overlaps;
use crate::simulator::checks::{self, Check, Library, against};
use crate::simulator::register::FiledSubject;
use crate::simulator::request::{Kind, Target};
use crate::simulator::state::Tag;

/// What is checked besides the content.
pub(super) const CHECKS: &[Check<Request>] = &[
    (1017, |_, library| library.target.is_some_and(|subject| being_changed(subject, library))),
    (1018, |request, library| {
        library.target.is_some_and(|subject| password::is_wrong(subject, Some(&request.password), library))
    }),
    (1038, |request, library| {
        let tag = Tag::AccessRecord(library.account, request.record);
        library.state.subjects.count(&tag) + library.state.filings.count(&tag) > 0
    }),
    (1040, |request, library| {
        named(request, library).is_some_and(|(_, service)| {
            let own = service.accesses.iter().filter(|access| access.provider == library.account);
            let filed: Vec<_> =
                own.flat_map(|access| &access.addresses).map(|one| (one.first, one.last)).collect();
            request.addresses.iter().any(|range| overlaps((range.first, range.last), &filed))
        })
    }),
    (1050, |request, library| named(request, library).is_none() && was_cancelled(request, library)),
    (1059, |request, library| named(request, library).is_none() && !was_cancelled(request, library)),
    (1064, |request, library| {
        named(request, library).is_some_and(|(_, service)| {
            service.domains.iter().any(|domain| library.state.blacklist.domain(&domain.name))
        })
    }),
];

fn named<'l>(request: &Request, library: &Library<'l>) -> Option<(&'l FiledSubject, &'l Service)> {
    match &request.service {
        FiledService::Number(number) => library.state.with_service_number(number),
        FiledService::BureauId(id) => library.state.with_service(*id),
    }
}

fn was_cancelled(request: &Request, library: &Library<'_>) -> bool {
    match &request.service {
        FiledService::Number(number) => library.state.number_was_cancelled(number),
        FiledService::BureauId(id) => library.state.was_cancelled(*id),
    }
}

pub(super) fn case(request: &Request, library: &Library<'_>) -> Case {
    let found = named(request, library);
    let target = found.map(|(subject, _)| subject);
    let library = &Library { target, ..*library };
    let content = Content::of_access(request);
    let mut codes = checks::failing(CHECKS, request, library);
    codes.extend(against(&content, library));
    codes.extend(target.map(|subject| attachments::against(&content, subject, library)).unwrap_or_default());
    let reference = match &request.service {
        FiledService::Number(number) => number.trim().to_owned(),
        FiledService::BureauId(_) => request.record.to_string(),
    };
    let about = |(subject, service): (&FiledSubject, &Service)| Target {
        subject: subject.bureau_id(),
        service: Some(service.bureau_id),
        access: None,
    };
    let persons = found
        .into_iter()
        .flat_map(|(subject, service)| [subject_person(subject), service_person(subject, service.bureau_id)]);
    Case {
        target: found.map(about),
        new_records: vec![request.record],
        persons: persons.flatten().collect(),
        sheet: has_sheet(&content),
        ..Case::about(Kind::NewAccess, request.record, reference, target)
    }
    .with_codes(codes)
}
