//! The automatic check (系统预检): gathers the facts, judges the snapshot, moves the order on.

use beian_domain::access::Actor;
use beian_domain::dossier::dossier_of;
use beian_domain::order::command::Command;
use beian_domain::order::stage::Stage;
use beian_store::Job;

use super::attempt::Ended;
use crate::app::App;
use crate::change::change;
use crate::exchange::Setback;
use crate::exchange::standing::NotKnown;
use crate::orders::{Reach, gather, judge, thaw};

/// Checks what the job's order has submitted. While the authority cannot be asked, the order waits.
pub(super) async fn run(app: &App, job: &Job) -> Result<Ended, Setback> {
    let id = job.order.ok_or_else(|| Setback::Alarm("a check job without an order".to_owned()))?;
    let Some(order) = app.store().order(id).await? else { return Ok(Ended::Done) };
    let Stage::Checking { snapshot, .. } = order.stage else { return Ok(Ended::Done) };
    let gone = || Setback::Alarm(format!("the snapshot of order {id} is gone"));
    let snapshot = app.store().snapshot(snapshot).await?.ok_or_else(gone)?;
    let facts = gather(app, order.account, id, &snapshot, Reach::Authority).await;
    let facts = facts.map_err(|not_known| match not_known {
        NotKnown::Authority(error) => Setback::Later(error.to_string()),
        NotKnown::Failure(failure) => Setback::Failure(failure),
    })?;
    let dossier = dossier_of(snapshot.kind, &thaw(&snapshot), Some(&facts), app.today());
    let findings = judge(app, &dossier);

    let tx = app.store().begin().await?;
    let Some(mut order) = tx.order(id).await? else { return Ok(Ended::Done) };
    let still = matches!(&order.stage, Stage::Checking { snapshot: current, .. } if *current == snapshot.id);
    if !still {
        return Ok(Ended::Done);
    }
    tx.set_findings(snapshot.id, &findings).await?;
    let version = order.version;
    let command = Command::RecordCheck { snapshot: snapshot.id, findings };
    change(&tx, app, &mut order, version, command, app.stamp(Actor::System)).await?;
    tx.finish(job.id, &job.lease).await?;
    app.commit(tx).await?;
    Ok(Ended::Settled)
}
