//! XZWZ 新增网站: the subject is named by number or id; the password may be left out.

use super::case::{Case, has_sheet, sent_persons, subject_person};
use super::{attachments, password};
use crate::codes::base::NATURE_INDIVIDUAL;
use crate::message::upload::icp::new_service::{FiledSubject as Named, Request};
use crate::simulator::checks::content::Content;
use crate::simulator::checks::{self, Check, Library, against};
use crate::simulator::register::FiledSubject;
use crate::simulator::request::Kind;
use crate::simulator::state::Tag;

/// What is checked besides the content.
pub(super) const CHECKS: &[Check<Request>] = &[
    (1017, |_, library| library.target.is_some_and(|subject| being_changed(subject, library))),
    (1018, |request, library| {
        library
            .target
            .is_some_and(|subject| password::is_wrong(subject, request.password.as_deref(), library))
    }),
    (1037, |request, library| {
        request.services.iter().any(|service| {
            let tag = Tag::ServiceRecord(library.account, service.record);
            library.state.subjects.count(&tag) + library.state.filings.count(&tag) > 0
        })
    }),
    (1049, |request, library| match &request.subject {
        Named::Number(number) => library.target.is_none() && library.state.number_was_cancelled(number),
        Named::BureauId(id) => library.state.was_cancelled(*id),
    }),
    (1058, |request, library| {
        library.target.is_none()
            && !match &request.subject {
                Named::Number(number) => library.state.number_was_cancelled(number),
                Named::BureauId(id) => library.state.was_cancelled(*id),
            }
    }),
];

/// A change of the subject, or its cancellation, is under review.
pub(super) fn being_changed(subject: &FiledSubject, library: &Library<'_>) -> bool {
    let blocks = |kind: Kind| matches!(kind, Kind::Change | Kind::CancelSubject);
    library.state.open_on(subject.bureau_id()).any(|open| blocks(open.kind))
}

pub(super) fn case(request: &Request, library: &Library<'_>) -> Case {
    let (target, reference) = match &request.subject {
        Named::Number(number) => (library.state.with_subject_number(number), number.trim().to_owned()),
        Named::BureauId(id) => (library.state.subjects.get(id), id.to_string()),
    };
    let library = &Library { target, ..*library };
    let nature = target.map(|subject| subject.filing.subject.nature);
    let organisation = nature.is_some_and(|nature| nature != Some(NATURE_INDIVIDUAL));
    let content = Content::of_services(request, organisation);
    let mut codes = checks::failing(CHECKS, request, library);
    codes.extend(against(&content, library));
    codes.extend(target.map(|subject| attachments::against(&content, subject, library)).unwrap_or_default());
    let records: Vec<i64> = request.services.iter().map(|service| service.record).collect();
    let domains = request.services.iter().flat_map(|service| &service.domains);
    let record = records.first().copied().unwrap_or_default();
    let certificate = target.map(|subject| subject.filing.subject.certificate.number.as_str());
    let texted = sent_persons(&content, certificate.unwrap_or_default());
    Case {
        new_records: records,
        domains: domains.map(|domain| domain.name.clone()).collect(),
        persons: target.and_then(subject_person).into_iter().chain(texted).collect(),
        sheet: has_sheet(&content),
        ..Case::about(Kind::NewService, record, reference, target)
    }
    .with_codes(codes)
}
