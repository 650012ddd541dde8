//! What was submitted last, as its customer may read it again: numbers of people with their middle hidden.

use beian_domain::access::Actor;
use beian_domain::contact::Landline;
use beian_domain::id::OrderId;
use beian_domain::order::answers::{Answers, PersonAnswers};
use beian_domain::order::event::Event;
use beian_domain::order::snapshot::{PersonInCharge, Snapshot};
use chrono::{DateTime, Utc};

use super::thaw::thaw;
use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow_own;

/// What was submitted last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// When.
    pub at: DateTime<Utc>,
    /// The answers in their normal form, with personal numbers masked.
    pub answers: Answers,
}

/// Shows the last submission of an order to its customer.
///
/// # Errors
/// [`Failure::Missing`] when nothing was submitted yet.
pub async fn submitted(app: &App, actor: Actor, order: OrderId) -> Result<Submitted, Failure> {
    let order = app.store().order(order).await?.ok_or(Failure::Missing)?;
    allow_own(actor, order.account)?;
    let history = app.store().order_history(order.id).await?;
    let last = history.into_iter().rev().find_map(|recorded| {
        if let Event::Submitted { snapshot, .. } = recorded.event {
            Some((recorded.at, snapshot))
        } else {
            None
        }
    });
    let (at, snapshot) = last.ok_or(Failure::Missing)?;
    let snapshot = app.store().snapshot(snapshot).await?.ok_or(Failure::Missing)?;
    Ok(Submitted { at, answers: masked(&snapshot) })
}

fn masked(snapshot: &Snapshot) -> Answers {
    let mut answers = thaw(snapshot);
    let certificate = &snapshot.subject.certificate;
    if certificate.is_personal() {
        answers.subject.certificate_number = certificate.masked();
    }
    hide(&mut answers.subject.person, &snapshot.subject.person);
    for (service, filed) in answers.services.iter_mut().zip(&snapshot.services) {
        hide(&mut service.person, &filed.person);
    }
    answers
}

fn hide(answers: &mut PersonAnswers, person: &PersonInCharge) {
    answers.certificate_number = person.certificate.masked();
    answers.mobile = person.mobile.masked();
    answers.emergency_phone = person.emergency_phone.masked();
    answers.office_phone = person.office_phone.as_ref().map(Landline::masked).unwrap_or_default();
    answers.email = person.email.masked();
}
