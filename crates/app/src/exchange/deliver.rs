//! Deliver: brings a stored file to the authority, whatever happens on the way, and records that it is there.

use beian_authority::client::{CallError, Client};
use beian_authority::codes::Retry;
use beian_authority::packing::Packed;
use beian_domain::access::Actor;
use beian_domain::id::UploadId;
use beian_domain::order::Order;
use beian_domain::order::command::{Command, Receipt};
use beian_domain::order::stage::Stage;
use beian_domain::order::waiting::PHONE_CHECK_HOURS;
use beian_store::{Tx, Upload, UploadState};
use chrono::TimeDelta;

use super::{Setback, departure, lead, nonce};
use crate::app::App;
use crate::change::change;
use crate::settings::AuthorityLink;

/// Whether the bytes may have left before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attempt {
    /// They have just been stored.
    First,
    /// Somebody may have sent them.
    Later,
}

/// Brings one stored file to the authority, and records its acceptance.
pub(super) async fn deliver(
    app: &App,
    link: &AuthorityLink,
    mut upload: Upload,
    attempt: Attempt,
) -> Result<(), Setback> {
    let packed = Packed::from_zip(std::mem::take(&mut upload.bytes));
    if attempt == Attempt::First || !already_there(app, &link.client, &upload, &packed).await? {
        send(app, link, &upload, &packed).await?;
    }
    accepted(app, link, &upload).await
}

/// Sends the file; where the authority misses earlier ones, those first.
async fn send(app: &App, link: &AuthorityLink, upload: &Upload, packed: &Packed) -> Result<(), Setback> {
    let number = upload.sequence;
    let mut missed = 0;
    loop {
        lead(app, &link.name).await?;
        tracing::info!(authority = %link.name, number, filings = upload.items().len(), "sending");
        let Err(error) = link.client.upload(number, packed, nonce(app)).await else { return Ok(()) };
        let missing = match error.retry() {
            Retry::Done | Retry::Later => return Err(Setback::Later(error.to_string())),
            Retry::Resend(missing) => missing,
            Retry::Alarm => return Err(Setback::Alarm(format!("file {number}: {error}"))),
            // The bytes are kept plain and were checked before they were stored, so the fault is in how they
            // travel: key, user or address. The number is not consumed; once the setting is mended, the same
            // bytes go again. Until then nothing later may leave, or there would be a gap.
            Retry::FaultyFile => {
                return Err(Setback::Alarm(format!("the authority cannot read file {number}: {error}")));
            }
        };
        let missing = gap(app, link, number, missing).await?;
        // The authority names as many as it likes at a time; each time it must get further.
        match missing.first() {
            Some(first) if *first > missed => missed = *first,
            Some(_) | None => {
                return Err(Setback::Alarm(format!(
                    "file {number}: {error}, and sending them does not help"
                )));
            }
        }
        resend(app, link, &missing).await?;
    }
}

/// The numbers below ours that the authority lacks, in order; asked for where it does not name them.
async fn gap(app: &App, link: &AuthorityLink, ours: i64, mut named: Vec<i64>) -> Result<Vec<i64>, Setback> {
    named.retain(|number| *number < ours);
    if named.is_empty() {
        let previous =
            link.client.previous_upload(nonce(app)).await.map_err(|error| Setback::unanswered(&error))?;
        named = (previous.sequence + 1..ours).collect();
    }
    named.sort_unstable();
    named.dedup();
    Ok(named)
}

/// Sends stored files again under their numbers, in order.
pub(super) async fn resend(app: &App, link: &AuthorityLink, numbers: &[i64]) -> Result<(), Setback> {
    let authority = &link.name;
    for number in numbers {
        lead(app, authority).await?;
        let stored = app.store().upload_by_sequence(authority, *number).await?;
        let stored = stored.ok_or_else(|| {
            Setback::Alarm(format!("the authority misses number {number}, which we never gave to a file"))
        })?;
        if stored.bytes.is_empty() {
            let why =
                format!("the authority misses number {number}, which is so old that its bytes were removed");
            return Err(Setback::Alarm(why));
        }
        tracing::info!(%authority, number, "sending again what the authority misses");
        let packed = Packed::from_zip(stored.bytes);
        link.client.upload(*number, &packed, nonce(app)).await.map_err(|error| not_again(*number, &error))?;
    }
    Ok(())
}

fn not_again(number: i64, error: &CallError) -> Setback {
    let why = format!("sending number {number} again: {error}");
    match error.retry() {
        Retry::Alarm | Retry::FaultyFile => Setback::Alarm(why),
        Retry::Done | Retry::Later | Retry::Resend(_) => Setback::Later(why),
    }
}

/// Whether the authority already holds the file, as after a reply that was lost.
async fn already_there(
    app: &App,
    client: &Client,
    upload: &Upload,
    packed: &Packed,
) -> Result<bool, Setback> {
    let previous = client.previous_upload(nonce(app)).await.map_err(|error| Setback::unanswered(&error))?;
    if previous.is(upload.sequence, packed) {
        tracing::info!(sequence = upload.sequence, "the authority already has it");
        return Ok(true);
    }
    if previous.sequence >= upload.sequence {
        return Err(Setback::Alarm(format!(
            "the authority's last number is {}, ours is {}: somebody else uses this account",
            previous.sequence, upload.sequence
        )));
    }
    Ok(false)
}

/// Records that the authority has the file: number accepted, every member received. One transaction, which also
/// wakes whoever waits behind it.
pub(super) async fn accepted(app: &App, link: &AuthorityLink, upload: &Upload) -> Result<(), Setback> {
    let tx = app.store().begin().await?;
    arrived(app, &tx, link, upload.id).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Records, when an order is answered, that the authority has the whole file that carries it. Gives the order as
/// it stands then.
pub(super) async fn answered(app: &App, tx: &Tx, link: &str, order: Order) -> Result<Order, Setback> {
    let Stage::Sending { departed: Some(upload), .. } = order.stage else { return Ok(order) };
    // An account that was taken out of the configuration sends nothing more, but its news still count.
    let Some(link) = app.link(link) else { return Ok(order) };
    arrived(app, tx, link, upload).await?;
    Ok(tx.order(order.id).await?.unwrap_or(order))
}

async fn arrived(app: &App, tx: &Tx, link: &AuthorityLink, upload: UploadId) -> Result<(), Setback> {
    let from = [UploadState::Prepared];
    // A refusal of the whole file that overtook us stands.
    tx.settle_upload(upload, &from, UploadState::Accepted, 0, app.now()).await?;
    for (mut order, _) in departure::lock(tx, &tx.upload_items(upload).await?).await? {
        if matches!(order.stage, Stage::Sending { departed: Some(file), .. } if file == upload) {
            received(app, tx, &mut order).await?;
        }
    }
    Ok(tx.wake_next_upload(&link.provinces, app.now(), link.batch.wait).await?)
}

/// The receipt of one order.
async fn received(app: &App, tx: &Tx, order: &mut Order) -> Result<(), Setback> {
    let receipt = if order.kind.has_phone_check() {
        Receipt::PhoneCheck { until: app.now() + TimeDelta::hours(PHONE_CHECK_HOURS) }
    } else {
        Receipt::Review
    };
    let version = order.version;
    let stamp = app.stamp(Actor::Authority);
    change(tx, app, order, version, Command::RecordReceipt(receipt), stamp).await?;
    Ok(())
}
