//! Watch: what happens when the time of a phone check (短信核验) is over.
//!
//! The interface V3.0 has no message that the phone check was passed: an authority returns the orders whose
//! check was missed or failed, and says nothing of the others. So when its time and an hour of grace are
//! over, and the authority, asked once more, has not returned the order, it is held to be under review.

use beian_domain::access::Actor;
use beian_domain::order::command::{Command, PhoneCheckResult};
use beian_domain::order::stage::Stage;
use beian_store::Job;
use chrono::TimeDelta;

use super::Setback;
use super::poll::{self, Left};
use crate::app::App;
use crate::change::change;

/// How long after the deadline the authority's return may still be on its way.
pub(crate) const GRACE: TimeDelta = TimeDelta::hours(1);

/// Looks after the order's phone check. Runs when its time and the grace are over.
pub(crate) async fn run(app: &App, job: &Job) -> Result<(), Setback> {
    let Some(id) = job.order else { return Ok(()) };
    let Some(order) = app.store().order(id).await? else { return Ok(()) };
    let Stage::PhoneCheck { until, snapshot } = order.stage else { return Ok(()) };
    if app.now() < until {
        // Another check has begun since; it has a job of its own.
        return Ok(());
    }
    if app.now() < until + GRACE {
        return Err(Setback::Later("the phone check may still be answered".into()));
    }
    let Some(snapshot) = app.store().snapshot(snapshot).await? else { return Ok(()) };
    if let Some(link) = app.link_of(snapshot.subject.province) {
        let left = poll::fetch(app, link).await?;
        // The return may be in a file that we have not read.
        if left == Left::More || app.store().has_unapplied_downloads(&link.name).await? {
            return Err(Setback::Later("not everything the authority said is applied yet".into()));
        }
    }
    let tx = app.store().begin().await?;
    let Some(mut order) = tx.order(id).await? else { return Ok(()) };
    if matches!(order.stage, Stage::PhoneCheck { .. }) {
        let version = order.version;
        let command = Command::RecordPhoneCheck(PhoneCheckResult::Passed);
        change(&tx, app, &mut order, version, command, app.stamp(Actor::System)).await?;
        app.commit(tx).await?;
    }
    Ok(())
}
