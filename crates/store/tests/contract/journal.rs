//! The journal: history, paging, and that every edit shows.

use beian_domain::access::Actor;
use beian_domain::account::StaffRole;
use beian_domain::id::{AccountId, StaffId};
use beian_domain::order::command::Command;
use beian_store::testing::TestDb;
use beian_store::{Break, BreakKind, Entry, JournalFilter, Page, Store};
use serde_json::json;

use crate::fixtures::{at, changed, customer, id, kept_account, kept_order, order};

async fn append(store: &Store, entry: &Entry) {
    let tx = store.begin().await.unwrap();
    tx.append(entry).await.unwrap();
    tx.commit().await.unwrap();
}

fn entry(account: Option<AccountId>, minute: i64) -> Entry {
    let by = Actor::Staff { staff: StaffId::new(id(5)), role: StaffRole::Admin };
    Entry {
        account,
        order: None,
        at: at(minute),
        by,
        name: "evidence.unmasked".into(),
        payload: json!({"minute": minute}),
    }
}

#[tokio::test]
async fn the_history_of_an_order_is_its_events_and_nothing_else() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let (mut order, opened) = order(10, owner, 0);
        let tx = db.store.begin().await.unwrap();
        tx.insert_order(&order, &crate::fixtures::keys(10)).await.unwrap();
        tx.append(&Entry::of_event(&order, &opened)).await.unwrap();
        tx.append(&Entry { order: Some(order.id), ..entry(Some(owner), 1) }).await.unwrap();
        tx.commit().await.unwrap();
        let abandoned = changed(&db.store, &mut order, Command::Abandon, 2, customer(owner)).await;
        append(&db.store, &Entry::of_event(&order, &abandoned)).await;
        assert_eq!(db.store.order_history(order.id).await.unwrap(), [opened, abandoned]);
        let about = JournalFilter { order: Some(order.id), ..JournalFilter::default() };
        let rows = db.store.journal(about, Page::first(10)).await.unwrap().rows;
        let names: Vec<_> = rows.iter().map(|row| row.entry.name.as_str()).collect();
        assert_eq!(names, ["order.abandoned", "evidence.unmasked", "order.opened"]);
    }
}

#[tokio::test]
async fn entries_are_listed_newest_first_page_by_page() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        for minute in [0, 1, 1, 1, 2] {
            append(&db.store, &entry(Some(owner), minute)).await;
        }
        append(&db.store, &entry(None, 3)).await;
        let filter = JournalFilter { account: Some(owner), ..JournalFilter::default() };
        let mut page = Page::first(2);
        let mut numbers = Vec::new();
        loop {
            let part = db.store.journal(filter, page).await.unwrap();
            numbers.extend(part.rows.iter().map(|row| row.number));
            let Some(next) = part.next else { break };
            page = Page::after(next, 2);
        }
        assert_eq!(numbers, [5, 4, 3, 2, 1], "{}", db.backend);
        let between = JournalFilter { from: Some(at(1)), until: Some(at(2)), ..filter };
        let rows = db.store.journal(between, Page::first(9)).await.unwrap().rows;
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[0].entry, entry(Some(owner), 1));
        let all = db.store.journal(JournalFilter::default(), Page::first(9)).await.unwrap().rows;
        assert_eq!((all.len(), &all[0].entry), (6, &entry(None, 3)));
    }
}

#[tokio::test]
async fn a_page_cut_between_two_chains_misses_nothing() {
    for db in TestDb::all().await {
        let owners = [kept_account(&db.store, 1).await, kept_account(&db.store, 2).await];
        for account in [None, Some(owners[0]), Some(owners[1])] {
            append(&db.store, &entry(account, 0)).await;
        }
        let mut page = Page::first(1);
        let mut accounts = Vec::new();
        loop {
            let part = db.store.journal(JournalFilter::default(), page).await.unwrap();
            accounts.extend(part.rows.iter().map(|row| row.entry.account));
            let Some(next) = part.next else { break };
            page = Page::after(next, 1);
        }
        assert_eq!(accounts, [Some(owners[1]), Some(owners[0]), None], "{}", db.backend);
    }
}

#[tokio::test]
async fn entries_appended_at_once_make_one_chain() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let writers = (0..16).map(|minute| {
            let store = db.store.clone();
            tokio::spawn(async move { append(&store, &entry(Some(owner), minute)).await })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        let report = db.store.verify_journal(Some(owner)).await.unwrap();
        assert_eq!((report.entries, report.broken_at), (16, None), "{}", db.backend);
    }
}

/// What somebody with the database password does to a chain of five, and what shows.
const DEEDS: &[(&str, Option<Break>)] = &[
    ("UPDATE journal SET name = name", None),
    ("UPDATE journal SET name = 'x' WHERE number = 2", Some(Break { number: 2, kind: BreakKind::Edited })),
    (
        "UPDATE journal SET at = '2026-11-23T02:00:00+00:00' WHERE number = 3",
        Some(Break { number: 3, kind: BreakKind::Edited }),
    ),
    ("UPDATE journal SET order_id = 7 WHERE number = 1", Some(Break { number: 1, kind: BreakKind::Edited })),
    (
        "UPDATE journal SET payload = (SELECT payload FROM journal WHERE number = 4) WHERE number = 2",
        Some(Break { number: 2, kind: BreakKind::Edited }),
    ),
    ("DELETE FROM journal WHERE number = 3", Some(Break { number: 3, kind: BreakKind::Removed })),
    ("DELETE FROM journal WHERE number = 1", Some(Break { number: 1, kind: BreakKind::Removed })),
    ("DELETE FROM journal WHERE number > 3", Some(Break { number: 4, kind: BreakKind::Cut })),
    ("DELETE FROM journal", Some(Break { number: 1, kind: BreakKind::Cut })),
    ("DELETE FROM journal_heads", Some(Break { number: 1, kind: BreakKind::Head })),
];

/// Cutting and moving the head along, which only the keyed proof shows.
const CUT_WITH_HEAD: &[&str] = &[
    "DELETE FROM journal WHERE number > 3",
    "UPDATE journal_heads SET number = 3, digest = (SELECT digest FROM journal WHERE number = 3)",
];

#[tokio::test]
async fn whatever_is_done_to_a_chain_shows() {
    for (deed, expected) in DEEDS {
        for db in TestDb::all().await {
            let owner = kept_account(&db.store, 1).await;
            for minute in 0..5 {
                append(&db.store, &entry(Some(owner), minute)).await;
            }
            db.tamper(deed).await;
            let report = db.store.verify_journal(Some(owner)).await.unwrap();
            assert_eq!(report.broken_at, *expected, "{} {deed}", db.backend);
            assert!(db.store.verify_all().await.unwrap().contains(&report), "{} {deed}", db.backend);
        }
    }
}

#[tokio::test]
async fn a_cut_with_the_head_moved_along_shows() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        for minute in 0..5 {
            append(&db.store, &entry(Some(owner), minute)).await;
        }
        for deed in CUT_WITH_HEAD {
            db.tamper(deed).await;
        }
        let report = db.store.verify_journal(Some(owner)).await.unwrap();
        assert_eq!(report.broken_at, Some(Break { number: 4, kind: BreakKind::Head }));
    }
}

#[tokio::test]
async fn every_chain_is_proved_by_itself() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let order = kept_order(&db.store, 10, owner, 0).await;
        append(&db.store, &Entry { order: Some(order.id), ..entry(Some(owner), 1) }).await;
        append(&db.store, &entry(None, 1)).await;
        append(&db.store, &entry(None, 2)).await;
        let reports = db.store.verify_all().await.unwrap();
        let told: Vec<_> = reports.iter().map(|report| (report.account, report.entries)).collect();
        assert_eq!(told, [(None, 2), (Some(owner), 1)]);
        assert!(reports.iter().all(|report| report.broken_at.is_none()));
    }
}
