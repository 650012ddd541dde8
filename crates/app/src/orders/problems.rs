//! Everything that is wrong with the answers as far as this platform can tell by itself.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use beian_domain::check::{Checker, FreezeIds, freeze};
use beian_domain::dossier::{Dossier, dossier_of};
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

/// What stands in the way of a submission, and what is worth knowing: everything at once, whatever is still
/// missing. An answer that cannot be read is told by its grammar alone, not by the rules as well.
pub(crate) async fn problems(app: &App, order: &Order) -> Result<Vec<Finding>, Failure> {
    let answers = &order.answers;
    let frozen = freeze(order.kind, answers, &freeze_ids(app, answers));
    let (mut findings, facts) = match frozen {
        Ok(snapshot) => {
            let facts = gather(app, order.account, order.id, &snapshot, Reach::Here).await;
            let facts = facts.map_err(|not_known| match not_known {
                NotKnown::Failure(failure) => failure,
                NotKnown::Authority(error) => Failure::fault(error),
            })?;
            (Vec::new(), Some(facts))
        }
        Err(unreadable) => (unreadable, None),
    };
    let dossier = dossier_of(order.kind, answers, facts.as_ref(), app.today());
    let unreadable: BTreeSet<FieldPath> = findings.iter().map(|finding| finding.field).collect();
    let found = judge(app, &dossier).into_iter().filter(|finding| !unreadable.contains(&finding.field));
    findings.extend(found);
    // Down the form, whoever found it.
    findings.sort_by_key(|finding| (finding.field, Reverse(finding.severity)));
    Ok(findings)
}

/// Holds a dossier against the rules of today, and gives what is found its words.
pub(crate) fn judge(app: &App, dossier: &Dossier) -> Vec<Finding> {
    let rulebook = app.rulebook();
    let mut findings = Checker::new(&rulebook, app.today()).check(dossier);
    rulebook.word(&mut findings);
    findings
}

/// The problems of one step.
pub(crate) fn of_step(problems: &[Finding], step: Step) -> Vec<Finding> {
    problems.iter().filter(|finding| finding.field.field().step() == step).cloned().collect()
}
