//! Keeping what was typed on one step of the form, also when it is wrong: nothing typed is ever lost.

use beian_domain::access::{Action, Actor};
use beian_domain::finding::Finding;
use beian_domain::id::OrderId;
use beian_domain::order::Order;
use beian_domain::order::answers::{Answers, ServiceAnswers};
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::order::lifecycle::{Refusal, WhyNot};
use beian_store::{Entry, Tx};
use serde_json::json;

use super::keys::keys;
use super::open::{already_running, submitted_elsewhere};
use super::problems::{of_step, problems};
use crate::app::App;
use crate::failure::{Failure, Refused};
use crate::rights::allow_on;

/// What was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The order's new version.
    pub version: i64,
    /// What is wrong with the step as it is now, or worth knowing.
    pub problems: Vec<Finding>,
}

/// Saves the answers of one step out of `typed`; the other steps stay as they are.
///
/// # Errors
/// [`Failure::Stale`] when the order moved since `version`. Refused with `too-much-text` (fact `max`),
/// `already-running`, or the lifecycle's reason when answers are not open.
pub async fn save_step(
    app: &App,
    actor: Actor,
    order: OrderId,
    version: i64,
    step: Step,
    typed: Answers,
) -> Result<Saved, Failure> {
    let tx = app.store().begin().await?;
    let mut order = super::load(&tx, actor, order).await?;
    let before = order.answers.clone();
    merge(&mut order.answers, typed, step);
    too_much_text(app, &order.answers)?;
    let changed = before.changed_fields(&order.answers);
    let tx = save_answers(tx, app, actor, &mut order, version, &changed).await?;
    app.commit(tx).await?;
    let problems = of_step(&problems(app, &order).await?, step);
    Ok(Saved { version: order.version, problems })
}

/// Saves changed answers and writes down which fields changed, without their values.
pub(super) async fn save_answers(
    tx: Tx,
    app: &App,
    actor: Actor,
    order: &mut Order,
    expected_version: i64,
    changed: &[FieldPath],
) -> Result<Tx, Failure> {
    answers_are_open(actor, order)?;
    if order.version != expected_version {
        return Err(Failure::Stale);
    }
    if changed.is_empty() {
        return Ok(tx);
    }
    order.version += 1;
    submitted_elsewhere(&tx, actor, order).await?;
    if let Err(error) = tx.save_order(order, expected_version, &keys(order)).await {
        drop(tx);
        return Err(already_running(app, actor, error, order).await);
    }
    tx.append(&Entry {
        account: Some(order.account),
        order: Some(order.id),
        at: app.now(),
        by: actor,
        name: "answers-saved".to_owned(),
        payload: json!({ "fields": changed, "version": order.version }),
    })
    .await?;
    Ok(tx)
}

fn answers_are_open(actor: Actor, order: &Order) -> Result<(), Failure> {
    allow_on(actor, Action::EditAnswers, order.account)?;
    let stage = order.stage.name();
    if stage.answers_open() {
        return Ok(());
    }
    let why = if stage.is_final() { WhyNot::Ended } else { WhyNot::NotNow };
    Err(Refused::from(Refusal { command: "edit".to_owned(), stage, why }).into())
}

fn too_much_text(app: &App, answers: &Answers) -> Result<(), Failure> {
    let max = app.settings().limits.answer_characters;
    let services = answers.services.len().max(1);
    let texts = Field::ALL.iter().flat_map(|field| {
        let numbers = if field.pattern().contains('*') { services } else { 1 };
        (0..numbers).map(|n| FieldPath::in_service(*field, u8::try_from(n).unwrap_or(u8::MAX)))
    });
    let characters: usize = texts.map(|path| answers.text(path).chars().count()).sum();
    if characters > max { Err(Refused::new("too-much-text").with("max", max).into()) } else { Ok(()) }
}

/// Takes the answers of `step` out of `typed`.
fn merge(answers: &mut Answers, typed: Answers, step: Step) {
    let service = typed.services.into_iter().next().unwrap_or_default();
    match step {
        Step::Basics => {
            let subject = &mut answers.subject;
            subject.nature = typed.subject.nature;
            subject.name = typed.subject.name;
            subject.certificate_type = typed.subject.certificate_type;
            subject.certificate_number = typed.subject.certificate_number;
            subject.province = typed.subject.province;
            answers.service_mut(0).domain = service.domain;
        }
        Step::Subject => {
            let subject = &mut answers.subject;
            subject.certificate_address = typed.subject.certificate_address;
            subject.certificate_expiry = typed.subject.certificate_expiry;
            subject.region = typed.subject.region;
            subject.address = typed.subject.address;
            subject.investor = typed.subject.investor;
            subject.remark = typed.subject.remark;
            subject.person_is_legal_representative = typed.subject.person_is_legal_representative;
            subject.person = typed.subject.person;
        }
        Step::Service => {
            let kept = answers.service(0);
            *answers.service_mut(0) = ServiceAnswers { domain: kept.domain, access: kept.access, ..service };
        }
        Step::Access => answers.service_mut(0).access = service.access,
        // Evidence comes and goes by its own doors.
        Step::Evidence => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_takes_its_own_fields_and_no_other() {
        for step in Step::ALL {
            let mut answers = Answers::default();
            merge(&mut answers, full(), step);
            for path in answers.changed_fields(&Answers::default()) {
                assert_eq!(path.field().step(), step, "{path}");
            }
            let expected = Field::ALL.iter().filter(|field| field.step() == step && step != Step::Evidence);
            assert_eq!(answers.changed_fields(&Answers::default()).len(), expected.count(), "{step:?}");
        }
    }

    fn full() -> Answers {
        use beian_domain::id::ResourceId;
        use beian_domain::order::answers::{AccessAnswers, PersonAnswers, SubjectAnswers};
        let t = || "typed".to_owned();
        let person = || PersonAnswers {
            name: t(),
            certificate_type: t(),
            certificate_number: t(),
            certificate_expiry: t(),
            mobile: t(),
            emergency_phone: t(),
            office_phone: t(),
            email: t(),
        };
        let subject = SubjectAnswers {
            nature: t(),
            name: t(),
            certificate_type: t(),
            certificate_number: t(),
            certificate_expiry: t(),
            province: t(),
            certificate_address: t(),
            region: t(),
            address: t(),
            investor: t(),
            remark: t(),
            person_is_legal_representative: t(),
            person: person(),
        };
        let access = AccessAnswers {
            resource: Some(ResourceId::from_i64(1).unwrap()),
            addresses: t(),
            mode: t(),
            place: t(),
        };
        let service = ServiceAnswers {
            domain: t(),
            name: t(),
            home_url: t(),
            contents: vec![t()],
            languages: vec![t()],
            pre_approval: t(),
            pre_approval_number: t(),
            remark: t(),
            person: person(),
            access,
        };
        Answers { subject, services: vec![service], evidence: Vec::new() }
    }
}
