//! The outbox: nothing twice, nothing lost.

use std::collections::BTreeSet;
use std::time::Duration;

use beian_domain::id::JobId;
use beian_domain::order::event::JobKind;
use beian_store::testing::TestDb;
use beian_store::{Job, JobState, Lease, NewJob, Page, Store, Unique};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::fixtures::{assert_conflict, assert_stale, at, id};

const LEASE: Duration = Duration::from_mins(1);

fn job(number: i64, run_at: DateTime<Utc>, key: Option<&str>) -> NewJob {
    NewJob {
        id: JobId::new(id(number)),
        kind: JobKind::Upload,
        key: key.map(Into::into),
        account: None,
        order: None,
        payload: json!({"number": number}),
        run_at,
        max_attempts: 3,
    }
}

async fn enqueue(store: &Store, job: &NewJob) -> bool {
    let tx = store.begin().await.unwrap();
    let new = tx.enqueue(job).await.unwrap();
    tx.commit().await.unwrap();
    new
}

async fn claim(store: &Store, minute: i64, worker: &str) -> Option<beian_store::Job> {
    store.claim(at(minute), LEASE, worker, JobKind::ALL).await.unwrap()
}

#[tokio::test]
async fn jobs_are_claimed_when_due_the_longest_due_first() {
    for db in TestDb::all().await {
        for (number, minute) in [(1, 2), (2, 1), (3, 9)] {
            assert!(enqueue(&db.store, &job(number, at(minute), None)).await);
        }
        assert_eq!(db.store.next_due().await.unwrap(), Some(at(1)));
        assert_eq!(claim(&db.store, 0, "w").await, None);
        let other = db.store.claim(at(5), LEASE, "w", &[JobKind::RunChecks]).await.unwrap();
        assert_eq!(other, None);
        let first = claim(&db.store, 5, "w").await.unwrap();
        assert_eq!((first.id.as_i64(), &first.payload), (2, &json!({"number": 2})));
        assert_eq!((first.state, first.lease.attempt), (JobState::Running, 1));
        assert_eq!(claim(&db.store, 5, "w").await.unwrap().id.as_i64(), 1);
        assert_eq!(claim(&db.store, 5, "w").await, None);
        assert_eq!(db.store.next_due().await.unwrap(), Some(at(9)));
        db.store.finish(first.id, &first.lease).await.unwrap();
        assert_eq!(db.store.job(first.id).await.unwrap(), None);
        assert_stale(&db.store.finish(first.id, &first.lease).await);
    }
}

#[tokio::test]
async fn sixteen_workers_do_every_job_once() {
    const JOBS: i64 = 200;
    for db in TestDb::all().await {
        let tx = db.store.begin().await.unwrap();
        for number in 1..=JOBS {
            tx.enqueue(&job(number, at(0), None)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let workers = (0..16).map(|number| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut done = Vec::new();
                // A worker that finds nothing looks again: what it saw may have been claimed under its eyes.
                let mut idle = 0;
                while idle < 3 {
                    let Some(job) = claim(&store, 1, &format!("w{number}")).await else {
                        idle += 1;
                        continue;
                    };
                    store.finish(job.id, &job.lease).await.unwrap();
                    done.push(job.id.as_i64());
                }
                done
            })
        });
        let mut done = Vec::new();
        for worker in workers.collect::<Vec<_>>() {
            done.extend(worker.await.unwrap());
        }
        while let Some(job) = claim(&db.store, 1, "last").await {
            done.push(job.id.as_i64());
        }
        assert_eq!(done.len(), usize::try_from(JOBS).unwrap(), "{}", db.backend);
        assert_eq!(done.into_iter().collect::<BTreeSet<_>>(), (1..=JOBS).collect());
    }
}

#[tokio::test]
async fn one_live_job_per_key() {
    for db in TestDb::all().await {
        assert!(enqueue(&db.store, &job(1, at(0), Some("poll"))).await);
        assert!(!enqueue(&db.store, &job(2, at(0), Some("poll"))).await);
        let running = claim(&db.store, 1, "w").await.unwrap();
        assert!(!enqueue(&db.store, &job(3, at(0), Some("poll"))).await);
        give_up(&db.store, &running, "no").await;
        assert!(enqueue(&db.store, &job(4, at(0), Some("poll"))).await);
        let tx = db.store.begin().await.unwrap();
        assert_conflict(&tx.restart_job(running.id, at(2)).await, Unique::JobKey);
        drop(tx);
        let live = claim(&db.store, 1, "w").await.unwrap();
        db.store.finish(live.id, &live.lease).await.unwrap();
        assert!(enqueue(&db.store, &job(5, at(0), Some("poll"))).await);
        assert!(enqueue(&db.store, &job(6, at(0), None)).await);
        assert!(enqueue(&db.store, &job(7, at(0), None)).await);
    }
}

#[tokio::test]
async fn a_dead_worker_loses_its_job() {
    for db in TestDb::all().await {
        enqueue(&db.store, &job(1, at(0), None)).await;
        let dead = claim(&db.store, 0, "dead").await.unwrap();
        assert_eq!(db.store.release_expired(at(0)).await.unwrap(), 0);
        assert_eq!(claim(&db.store, 0, "w").await, None);
        assert_eq!(db.store.release_expired(at(1)).await.unwrap(), 1);
        let again = claim(&db.store, 1, "dead").await.unwrap();
        assert_eq!((again.lease.attempt, again.last_error.is_some()), (2, true));
        // Risen again it may touch nothing, though it bears the same name.
        assert_stale(&db.store.finish(dead.id, &dead.lease).await);
        assert_stale(&db.store.retry(dead.id, &dead.lease, at(1), "late").await);
        assert_stale(&db.store.postpone(dead.id, &dead.lease, at(1), "late").await);
        let tx = db.store.begin().await.unwrap();
        assert_stale(&tx.give_up(dead.id, &dead.lease, "late", at(1)).await);
        assert_stale(&tx.finish(dead.id, &dead.lease).await);
        tx.finish(again.id, &again.lease).await.unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn the_successor_of_a_dead_worker_need_not_wait() {
    for db in TestDb::all().await {
        enqueue(&db.store, &job(1, at(0), None)).await;
        enqueue(&db.store, &job(2, at(0), None)).await;
        claim(&db.store, 0, "dead").await.unwrap();
        claim(&db.store, 0, "alive").await.unwrap();
        assert_eq!(db.store.release_claims_of("dead").await.unwrap(), 1);
        let taken = claim(&db.store, 0, "dead").await.unwrap();
        assert_eq!(taken.last_error.as_deref(), Some("the worker died"));
        assert_eq!(claim(&db.store, 0, "dead").await, None);
    }
}

#[tokio::test]
async fn a_job_that_kills_its_worker_is_given_up() {
    for db in TestDb::all().await {
        enqueue(&db.store, &job(1, at(0), None)).await;
        for minute in 0..3 {
            assert!(claim(&db.store, minute, "w").await.is_some(), "{minute}");
            assert_eq!(db.store.release_expired(at(minute + 1)).await.unwrap(), 1);
        }
        assert_eq!(claim(&db.store, 9, "w").await, None);
        let stuck = db.store.stuck_jobs(Page::first(5)).await.unwrap().rows;
        assert_eq!((stuck.len(), stuck[0].state, stuck[0].lease.attempt), (1, JobState::GivenUp, 3));
    }
}

#[tokio::test]
async fn a_failed_job_waits_is_given_up_and_is_started_again_by_hand() {
    for db in TestDb::all().await {
        enqueue(&db.store, &job(1, at(0), None)).await;
        let first = claim(&db.store, 0, "w").await.unwrap();
        assert!(!first.is_last_attempt());
        db.store.retry(first.id, &first.lease, at(10), "refused").await.unwrap();
        assert_eq!(claim(&db.store, 9, "w").await, None);
        let second = claim(&db.store, 10, "w").await.unwrap();
        assert_eq!(second.last_error.as_deref(), Some("refused"));
        give_up(&db.store, &second, "hopeless").await;
        assert_eq!(claim(&db.store, 99, "w").await, None);
        let stuck = db.store.stuck_jobs(Page::first(5)).await.unwrap();
        assert_eq!(stuck.rows[0].last_error.as_deref(), Some("hopeless"));
        let tx = db.store.begin().await.unwrap();
        tx.restart_job(first.id, at(20)).await.unwrap();
        assert_stale(&tx.restart_job(first.id, at(20)).await);
        tx.commit().await.unwrap();
        let third = claim(&db.store, 20, "w").await.unwrap();
        assert_eq!(third.lease, Lease { worker: "w".into(), attempt: 1 });
    }
}

#[tokio::test]
async fn a_job_of_a_dropped_transaction_was_never_queued() {
    for db in TestDb::all().await {
        let tx = db.store.begin().await.unwrap();
        assert!(tx.enqueue(&job(1, at(0), None)).await.unwrap());
        drop(tx);
        assert_eq!(claim(&db.store, 1, "w").await, None);
    }
}

#[tokio::test]
async fn an_outage_costs_no_attempts() {
    for db in TestDb::all().await {
        enqueue(&db.store, &job(1, at(0), None)).await;
        for minute in 0..9 {
            let held = claim(&db.store, minute, "w").await.unwrap();
            assert!(!held.is_last_attempt(), "{minute}");
            db.store.postpone(held.id, &held.lease, at(minute + 1), "the authority is down").await.unwrap();
        }
        // Its worker dies after all that: it is not given up for it.
        claim(&db.store, 9, "w").await.unwrap();
        db.store.release_claims_of("w").await.unwrap();
        assert!(claim(&db.store, 9, "w").await.is_some());
        assert!(db.store.stuck_jobs(Page::first(5)).await.unwrap().rows.is_empty());
    }
}

#[tokio::test]
async fn what_was_stuck_is_forgotten_once_another_has_done_it() {
    for db in TestDb::all().await {
        enqueue(&db.store, &job(1, at(0), Some("poll"))).await;
        let stuck = claim(&db.store, 0, "w").await.unwrap();
        give_up(&db.store, &stuck, "hopeless").await;
        enqueue(&db.store, &job(2, at(0), Some("poll"))).await;
        let tx = db.store.begin().await.unwrap();
        assert_eq!(tx.forget_stuck("poll").await.unwrap(), 1);
        assert_eq!(tx.forget_stuck("poll").await.unwrap(), 0, "the one that waits stays");
        tx.commit().await.unwrap();
        assert!(claim(&db.store, 0, "w").await.is_some());
    }
}

async fn give_up(store: &Store, job: &Job, why: &str) {
    let tx = store.begin().await.unwrap();
    tx.give_up(job.id, &job.lease, why, at(1)).await.unwrap();
    tx.commit().await.unwrap();
}
