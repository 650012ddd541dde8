//! BGBA 变更备案: the complete new state of a subject and of those of its services that the request names. What
//! exists is named by id and number, what is new has no id.

use super::case::{Case, has_sheet, sent_persons};
use super::new_service::being_changed;
use super::{attachments, password};
use crate::message::download::basj;
use crate::message::upload::icp::change::{Request, Service};
use crate::simulator::checks::content::Content;
use crate::simulator::checks::{self, Check, Library, against};
use crate::simulator::register::{FiledSubject, providers_of};
use crate::simulator::request::Kind;

/// What is checked besides the content.
pub(super) const CHECKS: &[Check<Request>] = &[
    (1016, refers_to_nothing),
    (1017, |_, library| library.target.is_some_and(|subject| being_changed(subject, library))),
    (1018, |request, library| {
        library
            .target
            .is_some_and(|subject| password::is_wrong(subject, request.password.as_deref(), library))
    }),
    (1023, |request, library| {
        of_services(request, library).any(|(sent, filed)| {
            sent.accesses.iter().any(|access| {
                let known = filed.accesses.iter().find(|one| one.bureau_id == access.bureau_id);
                let is_known = |id: i64| {
                    known.is_some_and(|known| known.addresses.iter().any(|one| one.bureau_id == id))
                };
                known.is_some()
                    && access.addresses.iter().filter_map(|range| range.bureau_id).any(|id| !is_known(id))
            })
        })
    }),
    (1046, |request, library| {
        let filed = library.target.map(|subject| subject.filing.subject.address.province);
        filed.is_some_and(|filed| filed / 10_000 != request.subject.address.province / 10_000)
    }),
    (1048, not_served),
    (1049, |request, library| library.state.was_cancelled(request.subject.bureau_id)),
    (1050, |request, library| {
        library.target.is_some()
            && request.services.iter().any(|service| library.state.was_cancelled(service.bureau_id))
    }),
    (1051, |_, library| {
        let open = library.target.map(|subject| library.state.open_on(subject.bureau_id()));
        let own = open.into_iter().flatten().filter(|open| open.account == library.account);
        own.count() >= library.state.settings().limits.open_requests
    }),
    (1058, |request, library| {
        library.target.is_none() && !library.state.was_cancelled(request.subject.bureau_id)
    }),
    (1059, |request, library| {
        library.target.is_some()
            && request.services.iter().any(|service| {
                let id = service.bureau_id;
                library.state.with_service(id).is_none() && !library.state.was_cancelled(id)
            })
    }),
];

/// Every service of the request that the subject has, with what is filed of it.
fn of_services<'s>(
    request: &'s Request,
    library: &Library<'s>,
) -> impl Iterator<Item = (&'s Service, &'s basj::Service)> + use<'s> {
    let target = library.target;
    request.services.iter().filter_map(move |sent| Some((sent, target?.service(sent.bureau_id)?)))
}

/// A number that is not that of the id, a service of somebody else, an access or a domain that is not there.
fn refers_to_nothing(request: &Request, library: &Library<'_>) -> bool {
    let Some(subject) = library.target else { return false };
    let elsewhere = |service: &Service| {
        library
            .state
            .with_service(service.bureau_id)
            .is_some_and(|(of, _)| of.bureau_id() != subject.bureau_id())
    };
    let misnamed = of_services(request, library).any(|(sent, filed)| {
        let accesses = sent.accesses.iter().map(|access| access.bureau_id);
        let domains = sent.domains.iter().filter_map(|domain| domain.bureau_id);
        filed.number.as_deref() != Some(sent.number.trim())
            || accesses.into_iter().any(|id| !filed.accesses.iter().any(|one| one.bureau_id == id))
            || domains.into_iter().any(|id| !filed.domains.iter().any(|one| one.bureau_id == id))
    });
    subject.number() != request.subject.number.trim() || request.services.iter().any(elsewhere) || misnamed
}

/// The provider has no access to the subject, to one of the services, or to one of the accesses.
fn not_served(request: &Request, library: &Library<'_>) -> bool {
    let Some(subject) = library.target else { return false };
    let own = library.account;
    !subject.providers().contains(&own)
        || of_services(request, library).any(|(sent, filed)| {
            let others = filed.accesses.iter().filter(|access| access.provider != own);
            let named =
                |access: &basj::Access| sent.accesses.iter().any(|one| one.bureau_id == access.bureau_id);
            !providers_of(filed).any(|provider| provider == own) || others.into_iter().any(named)
        })
}

pub(super) fn case(request: &Request, library: &Library<'_>) -> Case {
    let bureau_id = request.subject.bureau_id;
    let target: Option<&FiledSubject> = library.state.subjects.get(&bureau_id);
    let library = &Library { target, ..*library };
    let content = Content::of_change(request);
    let mut codes = checks::failing(CHECKS, request, library);
    codes.extend(against(&content, library));
    codes.extend(target.map(|subject| attachments::against(&content, subject, library)).unwrap_or_default());
    let domains = request.services.iter().flat_map(|service| &service.domains);
    let new = domains.filter(|domain| domain.bureau_id.is_none());
    Case {
        name: request.subject.name.clone(),
        domains: new.map(|domain| domain.name.clone()).collect(),
        persons: sent_persons(&content, &request.subject.certificate.number),
        sheet: has_sheet(&content),
        ..Case::about(Kind::Change, bureau_id, bureau_id.to_string(), target)
    }
    .with_codes(codes)
}
