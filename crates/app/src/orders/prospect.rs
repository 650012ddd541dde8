//! What a filing will be, before it is opened: its kind, what it will need, how long it takes.

use beian_domain::access::{Action, Actor};
use beian_domain::dossier::dossier_of;
use beian_domain::order::kind::{NoKind, OrderKind, Standing, derive_kind};
use beian_domain::order::waiting::{AUTHORITY_WORKING_DAYS, REVIEW_WORKING_DAYS};
use beian_domain::region::Province;

use beian_store::certificate_key;

use super::checklist::{Wanted, checklist};
use super::start::{Read, Start};
use crate::app::App;
use crate::exchange::standing::{NotKnown, domain_standing, subject_standing};
use crate::failure::{Failure, Refused};
use crate::rights::own_account;

/// What a filing will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prospect {
    /// The derived kind.
    pub kind: OrderKind,
    /// Whether this platform offers that kind yet.
    pub offered: bool,
    /// The province whose authority decides.
    pub province: Province,
    /// The evidence to have at hand.
    pub evidence: Vec<Wanted>,
    /// Working days the provider takes at most.
    pub review_days: u32,
    /// Working days the authority takes at most.
    pub authority_days: u32,
}

/// Tells what a filing will be. Changes nothing.
pub async fn prospect(app: &App, actor: Actor, start: &Start) -> Result<Prospect, Failure> {
    own_account(actor, Action::OpenOrder)?;
    let read = start.read()?;
    let kind = kind_of(app, &read).await?;
    let dossier = dossier_of(kind, &start.clone().answers(), None, app.today());
    Ok(Prospect {
        kind,
        offered: offered(kind),
        province: read.province,
        evidence: checklist(app, &dossier),
        review_days: REVIEW_WORKING_DAYS,
        authority_days: AUTHORITY_WORKING_DAYS,
    })
}

/// The kinds this platform can carry to the end today.
pub(crate) fn offered(kind: OrderKind) -> bool {
    kind == OrderKind::FirstFiling
}

/// Derives the kind from our register and from what the authority says.
pub(crate) async fn kind_of(app: &App, read: &Read) -> Result<OrderKind, Failure> {
    let subject = unless_down(subject_standing(app, read.province, &read.certificate).await)?;
    let service = unless_down(domain_standing(app, read.province, &read.domain).await)?;
    let here = app.store().subject_by_certificate(&certificate_key(&read.certificate)).await?;
    let filed = app.store().service_by_domain(&read.domain).await?;
    let same_subject = match (&here, &filed) {
        (Some(subject), Some(service)) => service.subject == subject.subject.id,
        // What is filed elsewhere names no certificate we could compare.
        _ => false,
    };
    derive_kind(subject, service, same_subject).map_err(|why| {
        let code = match why {
            NoKind::AlreadyHere => "already-filed-here",
            NoKind::OtherSubject => "filed-under-other-subject",
        };
        Refused::new(code).with("domain", &read.domain).into()
    })
}

/// An authority that is down stops nobody from beginning: the check before review asks again.
fn unless_down(answer: Result<Standing, NotKnown>) -> Result<Standing, Failure> {
    match answer {
        Ok(standing) => Ok(standing),
        Err(NotKnown::Failure(failure)) => Err(failure),
        Err(NotKnown::Authority(error)) => {
            tracing::warn!(%error, "opening an order without the authority's answer");
            Ok(Standing::Unfiled)
        }
    }
}
