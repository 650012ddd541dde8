//! Departure: number, bytes and members of a file, and that each member may have left, in one transaction
//! before anything leaves.

use beian_domain::access::Actor;
use beian_domain::order::Order;
use beian_domain::order::command::Command;
use beian_domain::order::stage::Stage;
use beian_store::{Tx, Upload, UploadItem, UploadState};

use super::Setback;
use super::batch::File;
use crate::app::App;
use crate::change::change;
use crate::settings::AuthorityLink;

/// Stores a file under the next number. `None` when a member has moved since it was packed: then nothing
/// happened.
pub(super) async fn record(app: &App, link: &AuthorityLink, file: File) -> Result<Option<Upload>, Setback> {
    let File { id, entry_name, items, packed } = file;
    let Some((first, others)) = items.split_first() else { return Ok(None) };
    let tx = app.store().begin().await?;
    // The number is locked first: whoever else prepares a file of this account waits here.
    let sequence = tx.next_sequence(&link.name).await?;
    if tx.open_upload(&link.name).await?.is_some() {
        return Err(Setback::Later("another file goes first".into()));
    }
    let waiting = |order: &Order, item: &UploadItem| matches!(order.stage, Stage::Sending { snapshot, departed: None } if snapshot == item.snapshot);
    let orders = lock(&tx, &items).await?;
    if orders.len() < items.len() || !orders.iter().all(|(order, item)| waiting(order, item)) {
        return Ok(None);
    }
    let upload = Upload {
        id,
        authority: link.name.clone(),
        sequence,
        entry_name: Some(entry_name),
        first: Some(*first),
        others: others.to_vec(),
        md5: packed.md5_hex(),
        bytes: packed.zip,
        state: UploadState::Prepared,
        code: None,
        at: app.now(),
        settled_at: None,
    };
    tx.insert_upload(&upload).await?;
    for (mut order, _) in orders {
        let version = order.version;
        let command = Command::RecordDeparture { upload: id };
        change(&tx, app, &mut order, version, command, app.stamp(Actor::System)).await?;
    }
    app.commit(tx).await?;
    tracing::info!(authority = %link.name, sequence, filings = items.len(), "packed");
    Ok(Some(upload))
}

/// The orders of a file that still exist, each with its place in it. All are locked before any is changed, and
/// then changed account by account: whoever else changes an order holds the order, then its account's journal.
pub(super) async fn lock(tx: &Tx, items: &[UploadItem]) -> Result<Vec<(Order, UploadItem)>, Setback> {
    let mut items = items.to_vec();
    items.sort_by_key(|item| item.order);
    let mut orders = Vec::with_capacity(items.len());
    for item in items {
        if let Some(order) = tx.order(item.order).await? {
            orders.push((order, item));
        }
    }
    orders.sort_by_key(|(order, _)| (order.account, order.id));
    Ok(orders)
}
