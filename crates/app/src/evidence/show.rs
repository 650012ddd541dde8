//! Showing a picture: to its account, and to staff who may see personal data, which is written down.

use beian_domain::access::{Action, Actor};
use beian_domain::evidence::Evidence;
use beian_domain::id::EvidenceId;
use beian_store::Entry;
use serde_json::json;

use crate::app::App;
use crate::failure::Failure;
use crate::rights::allow_on;

/// A picture with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What it is.
    pub evidence: Evidence,
    /// The bytes as uploaded.
    pub bytes: Vec<u8>,
}

/// Reads a picture.
pub async fn show(app: &App, actor: Actor, evidence: EvidenceId) -> Result<Shown, Failure> {
    let found = app.store().evidence(evidence).await?;
    let (evidence, account, order) = found.ok_or(Failure::Missing)?;
    match actor {
        Actor::Customer { .. } => allow_on(actor, Action::ViewOwn, account)?,
        Actor::Staff { .. } => {
            allow_on(actor, Action::Unmask, account)?;
            let tx = app.store().begin().await?;
            tx.append(&Entry {
                account: Some(account),
                order: Some(order),
                at: app.now(),
                by: actor,
                name: "evidence-seen".to_owned(),
                payload: json!({ "evidence": evidence.id, "kind": evidence.kind }),
            })
            .await?;
            tx.commit().await?;
        }
        Actor::System | Actor::Authority => {}
    }
    let bytes = app.blobs().get(&evidence.digest).await?;
    Ok(Shown { evidence, bytes })
}
