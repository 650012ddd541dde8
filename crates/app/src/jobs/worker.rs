//! The worker: claims jobs that are due, runs a bounded number at once, stops without losing any.

use std::collections::HashMap;
use std::time::Duration;

use beian_domain::order::event::JobKind;
use beian_store::{Job, StoreError};
use tokio::task::{Id, JoinError, JoinSet};
use tokio_util::sync::CancellationToken;

use super::attempt::attempt;
use super::schedule::ensure_scheduled;
use crate::accounts;
use crate::app::App;
use crate::exchange;
use crate::failure::Failure;

/// How often the database is asked for jobs that other processes queued, or whose time has come.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long to wait after the database could not be asked.
const DATABASE_BACK: Duration = Duration::from_secs(5);
/// How long running jobs may take to end at shutdown; their leases run out by themselves after.
const LAST_WORDS: Duration = Duration::from_secs(20);
/// How often what has expired is removed.
const SWEEP_EVERY: Duration = Duration::from_mins(1);

/// Runs jobs until it is told to stop.
#[derive(Debug)]
pub struct Worker {
    app: App,
    running: JoinSet<()>,
    held: HashMap<Id, Job>,
}

impl Worker {
    /// Runs jobs until `shutdown`; then lets the running ones end.
    pub async fn run(app: App, shutdown: CancellationToken) {
        let mut worker = Self { app, running: JoinSet::new(), held: HashMap::new() };
        let mut sweep = tokio::time::interval(SWEEP_EVERY);
        worker.schedule().await;
        while !shutdown.is_cancelled() {
            let pause = match worker.fill().await {
                Ok(()) => LOOK_EVERY,
                Err(failure) => {
                    report("claiming jobs", &failure);
                    DATABASE_BACK
                }
            };
            tokio::select! {
                () = shutdown.cancelled() => {}
                () = worker.app.work_queued() => {}
                // A slot is free again: more may be due.
                Some(ended) = worker.running.join_next_with_id() => worker.let_go(ended),
                _ = sweep.tick() => worker.sweep().await,
                () = tokio::time::sleep(pause) => {}
            }
        }
        worker.drain().await;
    }

    /// Claims and starts jobs until all slots are taken or nothing is due.
    async fn fill(&mut self) -> Result<(), Failure> {
        while let Some(ended) = self.running.try_join_next_with_id() {
            self.let_go(ended);
        }
        while self.running.len() < self.app.settings().work.concurrency.max(1) {
            let kinds = wanted(self.held.values().map(|job| job.kind), self.app.settings().work.concurrency);
            let Some(job) = next(&self.app, &kinds).await? else { break };
            let (app, at_work) = (self.app.clone(), job.clone());
            let task = self.running.spawn(async move { run(&app, &at_work).await });
            self.held.insert(task.id(), job);
        }
        Ok(())
    }

    /// The lease of a job that panicked runs out, and it is tried again.
    fn let_go(&mut self, ended: Result<(Id, ()), JoinError>) {
        let id = match &ended {
            Ok((id, ())) => *id,
            Err(error) => error.id(),
        };
        let job = self.held.remove(&id);
        if let Err(error) = ended {
            tracing::error!(%error, job = ?job.map(|job| job.id), "a job broke down");
        }
    }

    /// Makes sure of the polls, however long the database takes to come up.
    async fn schedule(&self) {
        if let Err(failure) = ensure_scheduled(&self.app).await {
            report("scheduling polls", &failure);
        }
    }

    /// Takes over from workers that died, and removes what has expired.
    async fn sweep(&self) {
        if let Err(failure) = release_expired(&self.app).await {
            report("taking over jobs", &failure);
        }
        self.schedule().await;
        if let Err(failure) = accounts::sweep(&self.app).await {
            report("removing what has expired", &failure);
        }
        if let Err(failure) = exchange::sweep(&self.app).await {
            report("removing old files", &failure);
        }
    }

    /// Lets the running jobs end; those that take too long are stopped and given back at once.
    async fn drain(mut self) {
        let deadline = tokio::time::Instant::now() + LAST_WORDS;
        while let Ok(Some(ended)) = tokio::time::timeout_at(deadline, self.running.join_next_with_id()).await
        {
            self.let_go(ended);
        }
        self.running.shutdown().await;
        for job in self.held.values() {
            tracing::warn!(job = %job.id, kind = %job.kind, "given back at shutdown");
            match self.app.store().postpone(job.id, &job.lease, self.app.now(), "shut down").await {
                Ok(()) | Err(StoreError::Stale) => {}
                Err(error) => report("giving back a job", &error.into()),
            }
        }
    }
}

/// Runs everything that is due now, one after the other, until nothing is left; tells how many. For tests and
/// for the command line.
pub async fn run_due_jobs(app: &App) -> Result<usize, Failure> {
    ensure_scheduled(app).await?;
    release_expired(app).await?;
    let mut count = 0;
    while let Some(job) = claim(app, JobKind::ALL).await? {
        run(app, &job).await;
        count += 1;
    }
    Ok(count)
}

async fn release_expired(app: &App) -> Result<(), Failure> {
    let released = app.store().release_expired(app.now()).await?;
    if released > 0 {
        tracing::warn!(released, "took jobs from workers that did not come back");
    }
    Ok(())
}

/// The kinds of jobs to start beside those that run. Who speaks to an authority may have to wait for it, and for
/// the others who do; at least half of the slots are kept from them, so that all else goes on.
fn wanted(running: impl Iterator<Item = JobKind>, slots: usize) -> Vec<JobKind> {
    let speaking = running.filter(|kind| speaks(*kind)).count();
    let room = speaking < (slots / 2).max(1);
    JobKind::ALL.iter().copied().filter(|kind| room || !speaks(*kind)).collect()
}

/// Whether a job speaks to an authority.
fn speaks(kind: JobKind) -> bool {
    match kind {
        JobKind::RunChecks | JobKind::Upload | JobKind::PollAuthority | JobKind::WatchPhoneCheck => true,
        JobKind::ApplyDownload | JobKind::TellPeople | JobKind::DeliverNotice => false,
    }
}

/// The next job of these kinds. What an authority says comes before what it is told: thousands of uploads that are
/// due must not keep its answers waiting.
async fn next(app: &App, kinds: &[JobKind]) -> Result<Option<Job>, Failure> {
    if kinds.contains(&JobKind::PollAuthority)
        && let Some(poll) = claim(app, &[JobKind::PollAuthority]).await?
    {
        return Ok(Some(poll));
    }
    claim(app, kinds).await
}

async fn claim(app: &App, kinds: &[JobKind]) -> Result<Option<Job>, Failure> {
    let work = &app.settings().work;
    Ok(app.store().claim(app.now(), work.lease, &work.name, kinds).await?)
}

/// Runs one job. A job whose lease was lost meanwhile belongs to another: nothing to do.
async fn run(app: &App, job: &Job) {
    match attempt(app, job).await {
        Ok(()) | Err(Failure::Stale) => {}
        Err(failure) => report("settling a job", &failure),
    }
}

fn report(doing: &str, failure: &Failure) {
    match failure {
        Failure::Fault(fault) => {
            tracing::error!(doing, reference = fault.reference(), chain = fault.chain(), "worker");
        }
        Failure::Invalid(_)
        | Failure::Refused(_)
        | Failure::Forbidden
        | Failure::Missing
        | Failure::Stale
        | Failure::Busy { .. } => tracing::warn!(doing, %failure, "worker"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_authority_leaves_room_for_all_else() {
        use JobKind as J;
        let starts = |running: &[J], slots, kind| wanted(running.iter().copied(), slots).contains(&kind);
        assert!(starts(&[J::Upload], 4, J::Upload));
        assert!(!starts(&[J::Upload, J::PollAuthority], 4, J::Upload));
        assert!(starts(&[J::Upload, J::PollAuthority], 4, J::TellPeople));
        assert!(starts(&[J::RunChecks, J::TellPeople, J::TellPeople], 4, J::Upload));
        assert!(starts(&[], 1, J::Upload), "even one slot does everything in turn");
    }
}
