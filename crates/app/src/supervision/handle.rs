//! Saying that a matter was looked after, and how.

use beian_domain::access::{Action, Actor};
use beian_domain::id::MatterId;
use beian_store::{Entry, Handled};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::App;
use crate::failure::{Failure, FieldProblem};
use crate::rights::allow;

/// The longest comment, in characters.
const LONGEST: usize = 1000;

/// Marks a matter as looked after. `seen` is when it had come last on the page that was looked at.
///
/// # Errors
/// [`Failure::Invalid`] without a comment or with one that is too long, [`Failure::Stale`] when it was handled
/// or has come again meanwhile.
pub async fn handle(
    app: &App,
    actor: Actor,
    id: MatterId,
    seen: DateTime<Utc>,
    comment: &str,
) -> Result<(), Failure> {
    allow(actor, Action::HandleMatter)?;
    let Actor::Staff { staff, .. } = actor else { return Err(Failure::Forbidden) };
    let comment = comment.trim();
    if comment.is_empty() {
        return Err(Failure::Invalid(vec![FieldProblem::new("comment", "answer-missing")]));
    }
    if comment.chars().count() > LONGEST {
        let problem = FieldProblem::new("comment", "text-too-long")
            .with("max", LONGEST)
            .with("got", comment.chars().count());
        return Err(Failure::Invalid(vec![problem]));
    }
    let stored = app.store().matter(id).await?.ok_or(Failure::Missing)?;
    let tx = app.store().begin().await?;
    let handled = Handled { at: app.now(), by: staff, comment: comment.to_owned() };
    tx.handle_matter(id, seen, &handled).await?;
    tx.append(&Entry {
        account: None,
        order: None,
        at: app.now(),
        by: actor,
        name: "matter-handled".to_owned(),
        payload: json!({ "matter": id, "kind": stored.matter.kind(), "comment": comment }),
    })
    .await?;
    app.commit(tx).await
}
