//! ZXBA 注销备案: a subject, a service, or an access.

use super::case::{Case, service_person, subject_person};
use super::password;
use crate::codes::Table;
use crate::message::download::basj::{Access, Service};
use crate::message::upload::icp::cancellation::Request;
use crate::simulator::checks::{self, Check, Library};
use crate::simulator::register::{FiledSubject, providers_of};
use crate::simulator::request::{Kind, Target};
use crate::simulator::state::FilingState;

/// What is cancelled, as far as it is in the register.
#[derive(Clone, Copy)]
enum Found<'l> {
    Nothing,
    Subject(&'l FiledSubject),
    Service(&'l FiledSubject, &'l Service),
    Access(&'l FiledSubject, &'l Service, &'l Access),
}

fn found<'l>(request: &Request, library: &Library<'l>) -> Found<'l> {
    let (state, id) = (library.state, request.bureau_id);
    match request.kind {
        Request::SUBJECT => state.subjects.get(&id).map_or(Found::Nothing, Found::Subject),
        Request::SERVICE => {
            state.with_service(id).map_or(Found::Nothing, |(subject, one)| Found::Service(subject, one))
        }
        _ => {
            let access = state.with_access(id);
            access.map_or(Found::Nothing, |(subject, service, one)| Found::Access(subject, service, one))
        }
    }
}

impl<'l> Found<'l> {
    fn subject(self) -> Option<&'l FiledSubject> {
        match self {
            Self::Nothing => None,
            Self::Subject(subject) | Self::Service(subject, _) | Self::Access(subject, _, _) => Some(subject),
        }
    }
}

/// Every check; a cancellation has no content.
pub(super) const CHECKS: &[Check<Request>] = &[
    (1016, |request, library| request.kind == Request::ACCESS && library.target.is_none()),
    (1017, |_, library| open(library).any(|open| open.kind == Kind::Change)),
    (1018, password_wrong),
    (1025, only_access),
    (1026, |request, library| !library.knows(Table::CancelReasons, request.reason)),
    (1027, |request, library| {
        request.kind == Request::SUBJECT && open(library).any(|open| open.kind == Kind::CancelSubject)
    }),
    (1030, |request, library| {
        request.kind == Request::SERVICE
            && open(library).any(|open| is_cancelled_by(open, Kind::CancelService, request.bureau_id))
    }),
    (1032, |request, library| {
        request.kind == Request::ACCESS
            && open(library).any(|open| is_cancelled_by(open, Kind::CancelAccess, request.bureau_id))
    }),
    (1042, |request, library| {
        request.kind != Request::SUBJECT && open(library).any(|open| open.kind == Kind::CancelSubject)
    }),
    (1043, |request, library| {
        request.kind == Request::SUBJECT && open(library).any(|open| open.kind == Kind::CancelService)
    }),
    (1047, |request, library| match found(request, library) {
        Found::Access(_, _, access) => access.provider != library.account,
        Found::Nothing | Found::Subject(_) | Found::Service(..) => false,
    }),
    (1048, |request, library| match found(request, library) {
        Found::Subject(subject) => !subject.providers().contains(&library.account),
        Found::Service(_, service) => !providers_of(service).any(|of| of == library.account),
        Found::Nothing | Found::Access(..) => false,
    }),
    (1049, |request, library| gone(request, library, Request::SUBJECT, true)),
    (1050, |request, library| gone(request, library, Request::SERVICE, true)),
    (1058, |request, library| gone(request, library, Request::SUBJECT, false)),
    (1059, |request, library| gone(request, library, Request::SERVICE, false)),
];

fn open<'l>(library: &Library<'l>) -> impl Iterator<Item = &'l FilingState> + use<'l> {
    let (state, target) = (library.state, library.target);
    target.into_iter().flat_map(move |subject| state.open_on(subject.bureau_id()))
}

fn is_cancelled_by(open: &FilingState, kind: Kind, bureau_id: i64) -> bool {
    open.kind == kind && open.record == bureau_id
}

/// It is not in the register: because it was cancelled, or because it never was.
fn gone(request: &Request, library: &Library<'_>, kind: i64, cancelled: bool) -> bool {
    let was = library.state.was_cancelled(request.bureau_id);
    request.kind == kind && library.target.is_none() && was == cancelled
}

/// To cancel a subject the password must be given, else it may be.
fn password_wrong(request: &Request, library: &Library<'_>) -> bool {
    let given = request.password.as_deref();
    let missing = request.kind == Request::SUBJECT && given.is_none_or(|given| given.trim().is_empty());
    library.target.is_some_and(|subject| missing || password::is_wrong(subject, given, library))
}

/// No access of the service would be left besides those whose cancellation is under way.
fn only_access(request: &Request, library: &Library<'_>) -> bool {
    let Found::Access(_, service, access) = found(request, library) else { return false };
    let ending =
        |one: &Access| open(library).any(|open| is_cancelled_by(open, Kind::CancelAccess, one.bureau_id));
    let mut others = service.accesses.iter().filter(|one| one.bureau_id != access.bureau_id);
    !others.any(|one| !ending(one))
}

pub(super) fn case(request: &Request, library: &Library<'_>) -> Case {
    let found = found(request, library);
    let subject = found.subject();
    let library = &Library { target: subject, ..*library };
    let target = |subject: &FiledSubject, service: Option<i64>, access: Option<i64>| {
        Some(Target { subject: subject.bureau_id(), service, access })
    };
    let (target, persons) = match found {
        Found::Nothing => (None, Vec::new()),
        Found::Subject(subject) => {
            let services = subject.services().iter();
            let all = services.filter_map(|service| service_person(subject, service.bureau_id));
            (target(subject, None, None), subject_person(subject).into_iter().chain(all).collect())
        }
        Found::Service(subject, service) => {
            let both = [subject_person(subject), service_person(subject, service.bureau_id)];
            (target(subject, Some(service.bureau_id), None), both.into_iter().flatten().collect())
        }
        Found::Access(subject, service, access) => {
            (target(subject, Some(service.bureau_id), Some(access.bureau_id)), Vec::new())
        }
    };
    let kind = match request.kind {
        Request::SUBJECT => Kind::CancelSubject,
        Request::SERVICE => Kind::CancelService,
        _ => Kind::CancelAccess,
    };
    let reference = request.bureau_id.to_string();
    Case { target, persons, ..Case::about(kind, request.bureau_id, reference, subject) }
        .with_codes(checks::failing(CHECKS, request, library))
}
