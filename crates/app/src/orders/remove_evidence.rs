//! Taking a picture out of an order. What a submission has shown to anybody stays on record.

use beian_domain::access::Actor;
use beian_domain::evidence::Evidence;
use beian_domain::id::{EvidenceId, OrderId};
use beian_domain::order::event::Event;
use beian_domain::order::field::FieldPath;

use super::save_step::save_answers;
use crate::app::App;
use crate::failure::Failure;

/// Takes the picture out of the answers; gives the order's new version.
pub async fn remove_evidence(
    app: &App,
    actor: Actor,
    order: OrderId,
    evidence: EvidenceId,
) -> Result<i64, Failure> {
    let tx = app.store().begin().await?;
    let mut order = super::load(&tx, actor, order).await?;
    // Under the order's lock: nothing is submitted between looking and removing.
    let history = tx.order_history(order.id).await?;
    let pieces = &mut order.answers.evidence;
    let place = pieces.iter().position(|piece| piece.id == evidence).ok_or(Failure::Missing)?;
    let piece = pieces.remove(place);
    let version = order.version;
    let changed = [FieldPath::of(piece.kind.field())];
    let tx = save_answers(tx, app, actor, &mut order, version, &changed).await?;
    let submitted = history.iter().any(|recorded| matches!(recorded.event, Event::Submitted { .. }));
    let orphan = if submitted { None } else { tx.forget_evidence(evidence).await? };
    app.commit(tx).await?;
    if let Some(orphan) = orphan {
        remove_bytes(app, &orphan).await?;
    }
    Ok(order.version)
}

/// Removes bytes nothing points at any more, under their lock: the same picture may be coming to any order.
async fn remove_bytes(app: &App, orphan: &Evidence) -> Result<(), Failure> {
    let tx = app.store().begin().await?;
    tx.lock_bytes(&orphan.digest).await?;
    if !tx.has_evidence_with(&orphan.digest).await? {
        app.blobs().remove(&orphan.digest).await?;
    }
    Ok(())
}
