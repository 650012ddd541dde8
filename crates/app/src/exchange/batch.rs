//! Batch: which orders travel in one file, and the file.
//!
//! The order whose job runs comes first; those that wait beside it join, longest waiting first, up to the
//! records and bytes the account allows. Whoever cannot be said or packed stays behind: its own job tells why.

use beian_authority::codes::CodeTables;
use beian_authority::gbk;
use beian_authority::message::upload::UploadDocument;
use beian_authority::message::upload::xzba::{Filing, NewFiling};
use beian_authority::packing::{Packed, pack as pack_document};
use beian_domain::evidence::MAX_WIRE_BYTES;
use beian_domain::id::{OrderId, UploadId};
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::stage::Stage;
use beian_store::UploadItem;
use chrono::TimeDelta;

use super::filing::{Picture, filing};
use super::sayable::{Unsayable, unsayable};
use super::upload::blocking;
use super::{Setback, lead, tables_for};
use crate::app::App;
use crate::evidence::wire::for_wire;
use crate::failure::Failure;
use crate::settings::AuthorityLink;

/// How long company may be prepared: large pictures take seconds each, and meanwhile nobody else speaks for the
/// account. Who is not ready by then takes the next file.
const PATIENCE: TimeDelta = TimeDelta::seconds(60);
/// Orders looked at beyond those that fit, since some may have to stay behind.
const SPARE: u64 = 100;

/// A filing that can leave.
pub(super) struct Ready {
    item: UploadItem,
    filing: Filing,
    /// Bytes of a document that holds it alone.
    bytes: u64,
}

/// A file before it has a number.
pub(super) struct File {
    /// Its identity.
    pub id: UploadId,
    /// The name of its document.
    pub entry_name: String,
    /// Its members, in the order of the document.
    pub items: Vec<UploadItem>,
    /// Its bytes.
    pub packed: Packed,
}

/// Prepares an order of this account; `None` when it does not wait to leave any more.
pub(super) async fn ready(app: &App, link: &AuthorityLink, id: OrderId) -> Result<Option<Ready>, Setback> {
    let Some(order) = app.store().order(id).await? else { return Ok(None) };
    let Stage::Sending { snapshot, departed: None } = order.stage else { return Ok(None) };
    let Some(snapshot) = app.store().snapshot(snapshot).await? else { return Ok(None) };
    if !link.provinces.contains(&snapshot.subject.province) {
        return Ok(None);
    }
    let alarm = |why: String| Setback::Alarm(format!("order {id}: {why}"));
    let pictures = pictures(app, id, &snapshot).await?;
    let mut fresh = || app.id::<beian_domain::id::AccessId>().as_i64();
    let filing = filing(&snapshot, pictures, &mut fresh).map_err(|unsayable| alarm(unsayable.to_string()))?;
    let alone = UploadDocument::new_filing(link.client.unit(), NewFiling { filings: vec![filing.clone()] });
    let tables = tables_for(app, &link.name).await?;
    let weighed = blocking(move || weigh(&alone, &tables)).await?;
    let bytes = weighed.map_err(|found| {
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        alarm(found.join("; "))
    })?;
    if bytes > link.batch.bytes {
        return Err(alarm(format!("its document has {bytes} bytes, {} fit into a file", link.batch.bytes)));
    }
    let item = UploadItem { order: id, account: order.account, snapshot: snapshot.id };
    Ok(Some(Ready { item, filing, bytes }))
}

/// Adds those that wait beside the first, as many as fit.
pub(super) async fn gather(app: &App, link: &AuthorityLink, first: Ready) -> Result<Vec<Ready>, Setback> {
    let (own, begun, limits) = (first.item.order, app.now(), link.batch);
    let mut bytes = first.bytes;
    let mut members = vec![first];
    if limits.records <= 1 || app.store().was_refused_with_its_file(own).await? {
        return Ok(members);
    }
    let most = u64::try_from(limits.records).unwrap_or(u64::MAX).saturating_add(SPARE);
    for id in app.store().waiting_orders(&link.provinces, most).await? {
        if members.len() >= limits.records || app.now() - begun > PATIENCE {
            break;
        }
        if id == own {
            continue;
        }
        match ready(app, link, id).await {
            Ok(Some(next)) if bytes + next.bytes > limits.bytes => break,
            Ok(Some(next)) => {
                bytes += next.bytes;
                members.push(next);
            }
            Ok(None) => {}
            Err(setback) => tracing::warn!(order = %id, %setback, "stays behind"),
        }
    }
    // Preparing them may have taken long.
    lead(app, &link.name).await?;
    Ok(members)
}

/// Packs the members into one file.
pub(super) async fn pack(app: &App, link: &AuthorityLink, members: Vec<Ready>) -> Result<File, Setback> {
    let id: UploadId = app.id();
    let unit = link.client.unit();
    let entry_name = format!("{}{unit}{id}.xml", app.now().format("%Y%m%d%H%M%S"));
    let (items, filings): (Vec<_>, Vec<_>) =
        members.into_iter().map(|member| (member.item, member.filing)).unzip();
    let name = entry_name.clone();
    let document = UploadDocument::new_filing(unit, NewFiling { filings });
    let packed = blocking(move || pack_document(&document, &name)).await?;
    let first = items.first().map(|item| item.order.to_string()).unwrap_or_default();
    let packed = packed.map_err(|error| {
        Setback::Alarm(format!("order {first} and {} others cannot be packed: {error}", items.len() - 1))
    })?;
    Ok(File { id, entry_name, items, packed })
}

/// The bytes of a document as it travels, or everything in it that cannot be said to this authority.
fn weigh(document: &UploadDocument, tables: &CodeTables) -> Result<u64, Vec<Unsayable>> {
    let found = unsayable(document, tables);
    if !found.is_empty() {
        return Err(found);
    }
    let encoded = gbk::encode(&document.to_xml()).map_or(0, |bytes| bytes.len());
    Ok(u64::try_from(encoded).unwrap_or(u64::MAX))
}

/// The pictures of a snapshot as the wire wants them.
async fn pictures(app: &App, order: OrderId, snapshot: &Snapshot) -> Result<Vec<Picture>, Setback> {
    let mut pictures = Vec::new();
    for evidence in &snapshot.evidence {
        let bytes = app.blobs().get(&evidence.digest).await.map_err(Failure::from)?;
        let kind = evidence.kind;
        let jpeg = blocking(move || for_wire(&bytes, MAX_WIRE_BYTES)).await?.map_err(|error| {
            let (kind, id) = (kind.slug(), evidence.id);
            Setback::Alarm(format!(
                "order {order}: evidence {kind} {id} cannot be made small enough: {error}"
            ))
        })?;
        pictures.push(Picture { kind, jpeg });
    }
    Ok(pictures)
}
