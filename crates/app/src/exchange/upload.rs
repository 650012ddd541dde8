//! Upload: sends an approved filing to the authority, exactly once.
//!
//! 1. Pack the filing; take the next number; store number and bytes; record the departure. One transaction.
//! 2. Send. On every attempt but the first, ask first what the authority already holds.
//! 3. Record the receipt with the number's acceptance. One transaction.
//!
//! A kill between any two steps leaves a state from which the next attempt goes on.

use beian_authority::client::{CallError, Client};
use beian_authority::codes::Retry;
use beian_authority::message::upload::UploadDocument;
use beian_authority::message::upload::xzba::NewFiling;
use beian_authority::packing::{Packed, pack};
use beian_domain::access::Actor;
use beian_domain::evidence::MAX_WIRE_BYTES;
use beian_domain::id::OrderId;
use beian_domain::order::Order;
use beian_domain::order::command::{Command, Receipt};
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::stage::Stage;
use beian_domain::order::waiting::PHONE_CHECK_HOURS;
use beian_store::{Job, Tx, Upload, UploadState};
use chrono::TimeDelta;

use super::filing::{Picture, filing};
use super::{Setback, lead, nonce};
use crate::app::App;
use crate::change::change;
use crate::evidence::wire::for_wire;
use crate::failure::Failure;
use crate::settings::AuthorityLink;

/// Sends the filing of the job's order.
pub(crate) async fn run(app: &App, job: &Job) -> Result<(), Setback> {
    let id = job.order.ok_or_else(|| Setback::Alarm("an upload job without an order".into()))?;
    let Some(order) = app.store().order(id).await? else {
        return Err(Setback::Alarm(format!("order {id} is gone")));
    };
    let Stage::Sending { snapshot, .. } = &order.stage else {
        // Withdrawn, or moved on by what an earlier attempt left behind.
        return Ok(());
    };
    let snapshot = app.store().snapshot(*snapshot).await?;
    let snapshot = snapshot.ok_or_else(|| Setback::Alarm(format!("the snapshot of order {id} is gone")))?;
    let link = app.link_of(snapshot.subject.province).ok_or_else(|| {
        Setback::Alarm(format!("no authority account for {}", snapshot.subject.province.slug()))
    })?;
    let _turn = app.turn(&link.name).await;
    lead(app, &link.name).await?;

    // At most one number is open per account, so whatever is open goes first.
    let open = app.store().pending_upload(&link.name).await?;
    let first_attempt = open.is_none();
    let prepared = match open {
        Some(upload) => Some(upload),
        None => prepare(app, link, &order, &snapshot).await?,
    };
    // Nothing to send: the order has moved on while it was packed.
    let Some(upload) = prepared else { return Ok(()) };
    let ours = upload.order == id;
    send(app, link, &upload, first_attempt).await?;
    if ours { Ok(()) } else { Err(Setback::Later("an earlier file had to go first".into())) }
}

/// Packs, numbers and stores the filing, and records that its bytes may leave. `None` when the order has
/// moved meanwhile.
async fn prepare(
    app: &App,
    link: &AuthorityLink,
    order: &Order,
    snapshot: &Snapshot,
) -> Result<Option<Upload>, Setback> {
    let pictures = pictures(app, snapshot).await?;
    let mut fresh = || app.id::<beian_domain::id::AccessId>().as_i64();
    let filing = filing(snapshot, pictures, &mut fresh)
        .map_err(|unsayable| Setback::Alarm(format!("order {}: {unsayable}", order.id)))?;
    let unit = link.client.unit();
    let document = UploadDocument::new_filing(unit, NewFiling { filings: vec![filing] });
    let tables = super::tables_for(app, &link.name).await?;
    let refused = super::sayable::unsayable(&document, &tables);
    if !refused.is_empty() {
        let refused: Vec<String> = refused.iter().map(ToString::to_string).collect();
        return Err(Setback::Alarm(format!("order {} cannot be sent: {}", order.id, refused.join("; "))));
    }
    let upload_id = app.id();
    let name = format!("{}{unit}{upload_id}.xml", app.now().format("%Y%m%d%H%M%S"));
    let packed = blocking(move || pack(&document, &name))
        .await?
        .map_err(|error| Setback::Alarm(format!("order {} cannot be packed: {error}", order.id)))?;
    store(app, link, order.id, snapshot, packed, upload_id).await
}

async fn store(
    app: &App,
    link: &AuthorityLink,
    order: OrderId,
    snapshot: &Snapshot,
    packed: Packed,
    upload: beian_domain::id::UploadId,
) -> Result<Option<Upload>, Setback> {
    let tx = app.store().begin().await?;
    let Some(mut order) = tx.order(order).await? else { return Ok(None) };
    let Stage::Sending { snapshot: current, departed } = &order.stage else { return Ok(None) };
    if *current != snapshot.id {
        return Ok(None);
    }
    if departed.is_some() || tx.pending_upload(&link.name).await?.is_some() {
        return Err(Setback::Later("another file goes first".into()));
    }
    let upload = Upload {
        id: upload,
        authority: link.name.clone(),
        sequence: tx.next_sequence(&link.name).await?,
        account: order.account,
        order: order.id,
        snapshot: snapshot.id,
        md5: packed.md5_hex(),
        bytes: packed.zip,
        state: UploadState::Prepared,
        code: None,
        at: app.now(),
        settled_at: None,
    };
    tx.insert_upload(&upload).await?;
    let version = order.version;
    let command = Command::RecordDeparture { upload: upload.id };
    change(&tx, app, &mut order, version, command, app.stamp(Actor::System)).await?;
    app.commit(tx).await?;
    Ok(Some(upload))
}

/// The pictures of a snapshot as the wire wants them.
async fn pictures(app: &App, snapshot: &Snapshot) -> Result<Vec<Picture>, Setback> {
    let mut pictures = Vec::new();
    for evidence in &snapshot.evidence {
        let bytes = app.blobs().get(&evidence.digest).await.map_err(Failure::from)?;
        let kind = evidence.kind;
        let jpeg = blocking(move || for_wire(&bytes, MAX_WIRE_BYTES)).await?.map_err(|error| {
            Setback::Alarm(format!("evidence {} cannot be made small enough: {error}", evidence.id))
        })?;
        pictures.push(Picture { kind, jpeg });
    }
    Ok(pictures)
}

/// Brings one stored file to the authority, and records its acceptance.
async fn send(app: &App, link: &AuthorityLink, upload: &Upload, first_attempt: bool) -> Result<(), Setback> {
    let packed = Packed::from_zip(upload.bytes.clone());
    if first_attempt || !already_there(app, &link.client, upload, &packed).await? {
        tracing::info!(authority = %link.name, sequence = upload.sequence, order = %upload.order, "sending");
        if let Err(error) = link.client.upload(upload.sequence, &packed, nonce(app)).await {
            return Err(not_taken(app, link, &error).await?);
        }
    }
    accepted(app, upload).await
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

/// What follows from a file that was not taken.
async fn not_taken(app: &App, link: &AuthorityLink, error: &CallError) -> Result<Setback, Setback> {
    Ok(match error.retry() {
        Retry::Done | Retry::Later => Setback::Later(error.to_string()),
        Retry::Resend(missing) => resend(app, link, &missing).await?,
        Retry::Alarm => Setback::Alarm(error.to_string()),
        // The bytes are kept plain and were checked before they were stored, so the fault is in how they
        // travel: key, user or address. The number is not consumed; once the setting is mended, the same
        // bytes go again. Until then nothing later may leave, or there would be a gap.
        Retry::FaultyFile => Setback::Alarm(format!("the authority cannot read the file: {error}")),
    })
}

/// Sends numbers the authority says it never got, then asks to try again.
async fn resend(app: &App, link: &AuthorityLink, missing: &[i64]) -> Result<Setback, Setback> {
    let gone = |number| Setback::Alarm(format!("the authority misses number {number}, which we do not have"));
    for number in missing {
        lead(app, &link.name).await?;
        let stored = app.store().upload_by_sequence(&link.name, *number).await?;
        let stored = stored.ok_or_else(|| gone(*number))?;
        let packed = Packed::from_zip(stored.bytes);
        link.client
            .upload(*number, &packed, nonce(app))
            .await
            .map_err(|error| Setback::Later(format!("resending number {number}: {error}")))?;
    }
    Ok(Setback::Later(format!("{} missing numbers were sent again", missing.len())))
}

/// Records that the authority has the file: number accepted, order received. One transaction.
async fn accepted(app: &App, upload: &Upload) -> Result<(), Setback> {
    let tx = app.store().begin().await?;
    tx.set_upload_state(upload.id, UploadState::Accepted, Some(0), app.now()).await?;
    if let Some(mut order) = tx.order(upload.order).await? {
        received(app, &tx, &mut order).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// Records that the authority has the order's file, unless that is recorded already.
pub(super) async fn received(app: &App, tx: &Tx, order: &mut Order) -> Result<(), Setback> {
    if !matches!(&order.stage, Stage::Sending { departed: Some(_), .. }) {
        return Ok(());
    }
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

/// Runs what takes long without a pause on a thread made for it.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Setback> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Failure::fault(error).into())
}
