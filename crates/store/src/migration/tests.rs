//! Every step on data that the steps before it left, twice, and by many at once.

use std::sync::Arc;

use sea_orm::{ConnectionTrait as _, Statement};
use sea_orm_migration::MigratorTrait as _;

use super::{Migrator, pending, up};
use crate::store::Store;
use crate::testing::TestDb;

/// Rows as the program of each step wrote them. Statements of a released step never change either.
const SAMPLES: &[(&str, &[&str])] = &[
    (
        "m0001_accounts",
        &[
            "INSERT INTO accounts VALUES (1, '\u{1}', 'organisation', TRUE, '2026-11-23T09:00:00+00:00')",
            "INSERT INTO users VALUES (2, 1, '\u{1}', '\u{2}', '\u{3}', 'owner', '$', '2026-11-23T09:00:00+00:00')",
            "INSERT INTO staff VALUES (3, '\u{1}', '\u{2}', '\u{3}', 'reviewer', '$', '2026-11-23T09:00:00+00:00')",
            "INSERT INTO sessions VALUES ('d', 2, NULL, 'c', '2026-11-23T09:00:00+00:00', '2026-11-24T09:00:00+00:00')",
            "INSERT INTO sign_in_failures VALUES ('\u{1}', '2026-11-23T09:00:00+00:00', 4)",
        ],
    ),
    (
        "m0002_orders",
        &[
            "INSERT INTO orders VALUES (5, 1, 'first-filing', 'draft', '\u{1}', '2026-11-23T09:00:00+00:00', \
             '2026-11-23T09:00:00+00:00', NULL, 1, TRUE, '\u{1}', '\u{1}', NULL, 'shu.example', 'zhejiang')",
            "INSERT INTO snapshots VALUES (6, 1, 5, 7, '2026-11-23T09:00:00+00:00', '\u{1}', '\u{1}')",
            "INSERT INTO evidence VALUES (8, 1, 5, '2026-11-23T09:00:00+00:00', '\u{1}', '\u{1}')",
        ],
    ),
    (
        "m0003_journal",
        &[
            "INSERT INTO journal VALUES (1, 1, 5, '2026-11-23T09:00:00+00:00', '{}', 'order.opened', '\u{1}', '\u{2}')",
            "INSERT INTO journal_heads VALUES (1, 1, '\u{2}', '\u{3}')",
        ],
    ),
    (
        "m0004_jobs",
        &[
            "INSERT INTO jobs VALUES (9, 'upload', 'waiting', 'k', 1, 5, '\u{1}', '2026-11-23T09:00:00+00:00', 0, 5, \
             NULL, NULL, NULL)",
            "INSERT INTO notices VALUES (10, 1, 5, 'mail', '\u{1}', 'filed', '\u{1}', '2026-11-23T09:00:00+00:00', NULL, \
             NULL)",
        ],
    ),
    (
        "m0005_resources",
        &[
            "INSERT INTO resources VALUES (11, 1, 'ecs-0001', 'web', '[]', NULL, 'cloud', 'subscription', '2026-09-01', \
             '2027-08-31', 5)",
            "INSERT INTO places VALUES (5, 0, 1, 11)",
        ],
    ),
    (
        "m0006_register",
        &[
            "INSERT INTO filed_subjects VALUES (7, 1, 5, 'n', '\u{1}', '\u{2}', '2026-11-23T09:00:00+00:00', '\u{3}')",
            "INSERT INTO filed_services VALUES (12, 1, 5, 7, 'n-1', 'shu.example', '2026-11-23T09:00:00+00:00', '\u{3}')",
        ],
    ),
    (
        "m0007_exchange",
        &[
            "INSERT INTO sequences VALUES ('zhejiang', 1)",
            "INSERT INTO uploads VALUES (13, 1, 'zhejiang', 1, 5, 6, '\u{1}', 'm', 'prepared', NULL, \
             '2026-11-23T09:00:00+00:00', NULL)",
            "INSERT INTO downloads VALUES (14, 'zhejiang', 'f', '\u{1}', '2026-11-23T09:00:00+00:00', NULL, NULL)",
            "INSERT INTO leaders VALUES ('zhejiang', 'w', '2026-11-23T09:00:00+00:00')",
        ],
    ),
    // Its rows come from those that stand in `uploads` already.
    ("m0008_batches", &[]),
    (
        "m0010_supervision",
        &[
            "INSERT INTO matters VALUES (15, 'zhejiang', 'unfiled-site', '\u{1}', 'f', 0, 7, NULL, 'shu.example', NULL, \
             FALSE, TRUE, '2026-11-23T09:00:00+00:00', '2026-11-23T09:00:00+00:00', NULL, 1, '\u{2}', '\u{3}', NULL, \
             NULL, NULL)",
            "INSERT INTO matter_deliveries VALUES (16, 15, 'zhejiang', 'unfiled-site', 'f', 0, \
             '2026-11-23T09:00:00+00:00', 'told', '\u{1}')",
            "INSERT INTO authority_codes VALUES ('zhejiang', 'natures', '[]', 0, '\u{1}', 'f', \
             '2026-11-23T09:00:00+00:00')",
        ],
    ),
    // It only lets go of a duty; a file without an order would be a second row of `uploads`.
    ("m0011_own_files", &[]),
    ("m0012_due_of_kind", &[]),
    (
        "m0013_verdicts",
        &[
            "INSERT INTO verdicts VALUES (17, 1, 5, 9, 6, 'first-filing', 'zhejiang', 'enterprise', 'shu.example', \
             '2026-11-23T09:00:00+00:00', 'refused', '\u{1}', 'unforeseen', NULL, NULL, NULL, NULL)",
            "INSERT INTO verdict_codes VALUES (17, 0, 1, 1064, 'domain')",
            "INSERT INTO verdict_findings VALUES (17, 0, 1, 'address-too-short', 'warn', 'subject.address', FALSE)",
        ],
    ),
];

#[tokio::test]
async fn every_step_keeps_what_the_steps_before_it_hold() {
    for db in TestDb::all_empty().await {
        for (at, (step, rows)) in SAMPLES.iter().enumerate() {
            assert_eq!(Migrator::migrations()[at].name(), *step, "a step has no sample rows");
            assert_eq!(pending(&db.store.db).await.unwrap()[0], *step);
            let tx = db.store.begin().await.unwrap();
            up(&tx.db, Some(1)).await.unwrap();
            tx.commit().await.unwrap();
            for row in *rows {
                db.tamper(row).await;
            }
        }
        assert_eq!(Migrator::migrations().len(), SAMPLES.len());
        db.store.ready().await.unwrap();
        for (_, rows) in SAMPLES {
            for row in *rows {
                let table = row.split(' ').nth(2).unwrap();
                assert_eq!(count(&db.store, table).await, 1, "{} {table}", db.backend);
            }
        }
        assert_eq!(count(&db.store, "upload_items").await, 1, "{}: the file of one filing", db.backend);
    }
}

#[tokio::test]
async fn migrating_again_is_harmless_and_many_may_do_it_at_once() {
    for db in TestDb::all_empty().await {
        assert!(db.store.ready().await.is_err(), "{}", db.backend);
        let settings = Arc::new(db.settings());
        let processes = (0..4).map(|_| {
            let settings = settings.clone();
            tokio::spawn(async move { Store::open(&settings).await.unwrap().migrate().await.unwrap() })
        });
        for process in processes.collect::<Vec<_>>() {
            process.await.unwrap();
        }
        db.store.migrate().await.unwrap();
        db.store.ready().await.unwrap();
        let steps = i64::try_from(SAMPLES.len()).unwrap();
        assert_eq!(count(&db.store, "seaql_migrations").await, steps, "{}", db.backend);
    }
}

#[tokio::test]
async fn a_schema_of_a_newer_program_is_left_alone() {
    for db in TestDb::all().await {
        db.tamper("INSERT INTO seaql_migrations VALUES ('m9999_of_tomorrow', 0)").await;
        db.store.migrate().await.unwrap();
        db.store.ready().await.unwrap();
    }
}

async fn count(store: &Store, table: &str) -> i64 {
    let query =
        Statement::from_string(store.db.get_database_backend(), format!("SELECT COUNT(*) AS n FROM {table}"));
    store.db.query_one_raw(query).await.unwrap().unwrap().try_get("", "n").unwrap()
}
