//! Everything that is wrong with the answers as far as this platform can tell by itself.

use beian_domain::check::evidence::{Circumstances, needed};
use beian_domain::check::{FreezeIds, RULES, check, freeze};
use beian_domain::finding::Finding;
use beian_domain::order::Order;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{FieldPath, Step};

use super::facts::{Reach, gather};
use crate::app::App;
use crate::exchange::standing::NotKnown;
use crate::failure::Failure;

/// Fresh ids for freezing these answers.
pub(crate) fn freeze_ids(app: &App, answers: &Answers) -> FreezeIds {
    let services = answers.services.len().max(1);
    FreezeIds {
        snapshot: app.id(),
        subject: app.id(),
        services: (0..services).map(|_| (app.id(), app.id())).collect(),
    }
}

/// What stands in the way of a submission, and what is worth knowing. While answers are missing or unreadable
/// only these are named: the rules need all of them.
pub(crate) async fn problems(app: &App, order: &Order) -> Result<Vec<Finding>, Failure> {
    let answers = &order.answers;
    match freeze(order.kind, answers, &freeze_ids(app, answers)) {
        Ok(snapshot) => {
            let facts = gather(app, order.account, order.id, &snapshot, Reach::Here).await;
            let facts = facts.map_err(|not_known| match not_known {
                NotKnown::Failure(failure) => failure,
                NotKnown::Authority(error) => Failure::fault(error),
            })?;
            Ok(check(&snapshot, &facts, app.today()))
        }
        Err(mut unreadable) => {
            unreadable.extend(missing_evidence(answers));
            Ok(unreadable)
        }
    }
}

/// The problems of one step.
pub(crate) fn of_step(problems: &[Finding], step: Step) -> Vec<Finding> {
    problems.iter().filter(|finding| finding.field.field().step() == step).cloned().collect()
}

fn missing_evidence(answers: &Answers) -> Vec<Finding> {
    let Some(rule) = RULES.iter().find(|rule| rule.code == "evidence-missing") else { return Vec::new() };
    needed(Circumstances::of_answers(answers))
        .into_iter()
        .filter(|piece| piece.required && answers.evidence_of(piece.kind).next().is_none())
        .map(|piece| rule.found(FieldPath::of(piece.kind.field())).with("kind", piece.kind.slug()))
        .collect()
}
