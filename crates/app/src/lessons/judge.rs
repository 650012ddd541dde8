//! Saying which rule a refusal is about, or that none is.

use beian_domain::access::{Action, Actor};
use beian_domain::id::VerdictId;
use beian_domain::verdict::Judgement;
use beian_store::{Entry, Judged};
use chrono::{DateTime, Utc};
use serde_json::json;

use super::rules;
use crate::app::App;
use crate::failure::{Failure, FieldProblem};
use crate::rights::allow;

/// The longest note, in characters.
const LONGEST: usize = 1000;

/// What is said about a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Which rule is about it.
    pub judgement: Judgement,
    /// Why; may be empty.
    pub note: String,
}

/// Records what a person says about a refusal. `seen` is when something was said before, on the page that was looked
/// at.
///
/// # Errors
/// [`Failure::Invalid`] for a rule nobody knows or a note that is too long, [`Failure::Missing`] when there is no such
/// refusal, [`Failure::Stale`] when somebody said something else meanwhile.
pub async fn judge(
    app: &App,
    actor: Actor,
    id: VerdictId,
    seen: Option<DateTime<Utc>>,
    said: Said,
) -> Result<(), Failure> {
    allow(actor, Action::JudgeRefusal)?;
    let Actor::Staff { staff, .. } = actor else { return Err(Failure::Forbidden) };
    let stored = app.store().verdict(id).await?.ok_or(Failure::Missing)?;
    let note = said.note.trim();
    let mut problems = Vec::new();
    let rule = match &said.judgement {
        Judgement::Rule(rule) if rule.is_empty() => {
            problems.push(FieldProblem::new("rule", "answer-missing"));
            None
        }
        Judgement::Rule(rule) => {
            if !rules::known(app, &stored).contains(rule) {
                problems.push(FieldProblem::new("rule", "answer-choice"));
            }
            Some(rule)
        }
        Judgement::NoRule => None,
    };
    let length = note.chars().count();
    if length > LONGEST {
        problems.push(FieldProblem::new("note", "text-too-long").with("max", LONGEST).with("got", length));
    }
    if !problems.is_empty() {
        return Err(Failure::Invalid(problems));
    }
    let entry = Entry {
        account: Some(stored.row.account),
        order: Some(stored.row.order),
        at: app.now(),
        by: actor,
        name: "refusal-judged".to_owned(),
        payload: json!({ "verdict": id, "rule": rule, "note": note }),
    };
    let judged =
        Judged { judgement: said.judgement.clone(), at: app.now(), by: staff, note: note.to_owned() };
    let tx = app.store().begin().await?;
    tx.judge_verdict(id, seen, &judged).await?;
    tx.append(&entry).await?;
    app.commit(tx).await
}
