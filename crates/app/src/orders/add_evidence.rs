//! Bringing a picture: looked at, stored sealed, tied to the order. The same picture twice is one.

use beian_domain::access::{Action, Actor};
use beian_domain::evidence::{Evidence, EvidenceKind};
use beian_domain::id::OrderId;
use beian_domain::order::field::FieldPath;
use beian_domain::rulebook::TableKind;
use beian_store::Blobs;

use super::save_step::save_answers;
use crate::app::App;
use crate::evidence::inspect;
use crate::failure::{Failure, FieldProblem, Refused};
use crate::rights::allow_on;

/// A picture that was brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The picture.
    pub evidence: Evidence,
    /// The order's new version.
    pub version: i64,
}

/// Adds a picture to the order. Needs no version: two pictures at once do not disturb each other.
///
/// # Errors
/// Refused with `picture-too-large`, `picture-not-a-picture`, `picture-format`, `picture-too-small`,
/// `too-many-pictures` (fact `max`), or the lifecycle's reason when answers are not open; invalid with
/// `answer-choice` for a document the rulebook does not know.
pub async fn add_evidence(
    app: &App,
    actor: Actor,
    order: OrderId,
    kind: EvidenceKind,
    document: Option<String>,
    bytes: Vec<u8>,
) -> Result<Added, Failure> {
    // Rights before work: nobody fills our disk by way of somebody else's order.
    let found = app.store().order(order).await?.ok_or(Failure::Missing)?;
    allow_on(actor, Action::EditAnswers, found.account)?;
    if let Some(code) = &document
        && app.rulebook().at(app.today()).row(TableKind::Documents, code).is_none()
    {
        return Err(Failure::field(FieldProblem::new("document", "answer-choice")));
    }
    let picture = inspect(&bytes)?;
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let tx = app.store().begin().await?;
    let mut order = super::load(&tx, actor, order).await?;
    // Under their lock, so that taking out the same picture, here or elsewhere, cannot remove the bytes under
    // our feet.
    tx.lock_bytes(&Blobs::digest_of(&bytes)).await?;
    let digest = app.blobs().put(bytes).await?;
    let evidence = Evidence {
        id: app.id(),
        kind,
        document,
        digest,
        bytes: size,
        format: picture.format,
        width: picture.width,
        height: picture.height,
    };
    let same = |piece: &&Evidence| {
        piece.kind == kind && piece.document == evidence.document && piece.digest == evidence.digest
    };
    if let Some(piece) = order.answers.evidence.iter().find(same) {
        return Ok(Added { evidence: piece.clone(), version: order.version });
    }
    let max = app.settings().limits.pictures;
    if order.answers.evidence.len() >= max {
        return Err(Refused::new("too-many-pictures").with("max", max).into());
    }
    order.answers.evidence.push(evidence.clone());
    let version = order.version;
    let changed = [FieldPath::of(kind.field())];
    let tx = save_answers(tx, app, actor, &mut order, version, &changed).await?;
    tx.insert_evidence(&evidence, order.account, order.id, app.now()).await?;
    app.commit(tx).await?;
    Ok(Added { evidence, version: order.version })
}
