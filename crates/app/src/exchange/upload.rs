//! Upload: sends what was approved to the authority, exactly once, many filings in one file.
//!
//! 1. Pack the order and those that wait beside it; take the next number; store number, bytes and members;
//!    record each departure. One transaction.
//! 2. Send. On every attempt but the first, ask first what the authority already holds.
//! 3. Record the receipt of every member with the number's acceptance. One transaction.
//!
//! A kill between any two steps leaves a state from which the next attempt goes on. Every order has a job of
//! its own; the one whose order comes first in a file brings the file, the others end when they see it.

use beian_domain::id::OrderId;
use beian_domain::order::stage::Stage;
use beian_store::{Job, JobState, OpenUpload};

use super::deliver::{Attempt, deliver};
use super::{Setback, batch, departure, lead, own_file};
use crate::app::App;
use crate::failure::Failure;
use crate::settings::AuthorityLink;

/// How often a file is packed anew because a member moved meanwhile, before others get their turn.
const PACKINGS: usize = 5;

/// Sends the filing of the job's order.
pub(crate) async fn run(app: &App, job: &Job) -> Result<(), Setback> {
    let Some(id) = job.order else { return own_file::run(app, job).await };
    let Some(link) = link_of_sending(app, id).await? else {
        // Withdrawn, or moved on by what an earlier attempt left behind.
        return Ok(());
    };
    let _turn = app.turn(&link.name).await;
    lead(app, &link.name).await?;
    // At most one number is open per account, so whatever is open goes first.
    if let Some(open) = app.store().open_upload(&link.name).await? {
        match part_in(app, &open, id).await? {
            Part::Carrier => bring(app, link, &open).await?,
            Part::Passenger => return Ok(()),
            Part::Behind(why) => {
                // Its job may be due behind thousands that cannot do anything before it.
                if let Some(carrier) = open.carrier {
                    app.store().hurry_upload(carrier, app.now()).await?;
                }
                return Err(Setback::Later(why));
            }
        }
    }
    for _ in 0..PACKINGS {
        let Some(first) = batch::ready(app, link, id).await? else { return Ok(()) };
        let file = batch::pack(app, link, batch::gather(app, link, first).await?).await?;
        if let Some(upload) = departure::record(app, link, file).await? {
            return deliver(app, link, upload, Attempt::First).await;
        }
        tracing::info!(authority = %link.name, "a member moved while the file was packed");
    }
    Err(Setback::Later("orders moved whenever their file was packed".into()))
}

/// The authority account that takes an order which stands at sending; `None` when it does not stand there.
async fn link_of_sending(app: &App, id: OrderId) -> Result<Option<&AuthorityLink>, Setback> {
    let Some(order) = app.store().order(id).await? else {
        return Err(Setback::Alarm(format!("order {id} is gone")));
    };
    let Stage::Sending { snapshot, .. } = &order.stage else { return Ok(None) };
    let snapshot = app.store().snapshot(*snapshot).await?;
    let snapshot = snapshot.ok_or_else(|| Setback::Alarm(format!("the snapshot of order {id} is gone")))?;
    let province = snapshot.subject.province;
    let none = || Setback::Alarm(format!("no authority account for {}", province.slug()));
    app.link_of(province).map(Some).ok_or_else(none)
}

/// What an order has to do with the file that is open.
enum Part {
    /// Its job brings the file.
    Carrier,
    /// The order is in it; another job brings it.
    Passenger,
    /// The order waits behind it.
    Behind(String),
}

/// Only one job brings a file, so that an authority that is down is not asked once for every order that waits.
async fn part_in(app: &App, open: &OpenUpload, id: OrderId) -> Result<Part, Setback> {
    let carrier = match open.carrier {
        Some(carrier) => app.store().upload_job_of(carrier).await?,
        None => app.store().job_by_key(&own_file::key(open.id)).await?.map(|job| job.state),
    };
    // Nobody is left to bring it, so whoever comes does.
    if open.carrier == Some(id) || carrier.is_none() {
        return Ok(Part::Carrier);
    }
    let order = app.store().order(id).await?;
    let departed = order.is_some_and(|order| matches!(order.stage, Stage::Sending { departed: Some(_), .. }));
    let number = open.sequence;
    Ok(match carrier {
        _ if departed => Part::Passenger,
        Some(JobState::GivenUp) => {
            let carrier = open.carrier.map_or_else(|| "none".to_owned(), |order| order.to_string());
            Part::Behind(format!("file {number}, which goes first, waits for a person at order {carrier}"))
        }
        Some(JobState::Waiting | JobState::Running) | None => {
            Part::Behind(format!("file {number} has to go first"))
        }
    })
}

/// Brings a file that an earlier attempt left behind.
pub(super) async fn bring(app: &App, link: &AuthorityLink, open: &OpenUpload) -> Result<(), Setback> {
    let upload = app.store().upload(open.id).await?;
    let upload = upload.ok_or_else(|| Setback::Alarm(format!("file {} is gone", open.sequence)))?;
    deliver(app, link, upload, Attempt::Later).await
}

/// Runs what takes long without a pause on a thread made for it.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Setback> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Failure::fault(error).into())
}
