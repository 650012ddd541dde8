//! Orders: versions, one running per subject, lists and queues.

use std::collections::BTreeMap;

use beian_domain::id::{AccountId, OrderId, SnapshotId};
use beian_domain::order::command::Command;
use beian_domain::order::kind::OrderKind;
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use beian_store::testing::TestDb;
use beian_store::{Damage, Page, QueueFilter, Store, StoreError, Unique};
use chrono::Duration;

use crate::fixtures::{
    COMPANY, assert_conflict, assert_stale, at, changed, customer, id, in_review, kept_account, kept_order,
    keys, order,
};

#[tokio::test]
async fn an_order_comes_back_as_it_was_saved() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let mut order = kept_order(&db.store, 10, owner, 0).await;
        assert_eq!(db.store.order(order.id).await.unwrap().as_ref(), Some(&order));
        let submit = Command::Submit { snapshot: SnapshotId::new(id(20)) };
        changed(&db.store, &mut order, submit, 7, customer(owner)).await;
        let tx = db.store.begin().await.unwrap();
        assert_eq!(tx.order(order.id).await.unwrap(), Some(order));
        assert_eq!(tx.order(OrderId::new(id(11))).await.unwrap(), None);
    }
}

#[tokio::test]
async fn instants_are_kept_to_the_microsecond_on_both() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let (mut order, _) = order(10, owner, 0);
        order.since = at(0) + Duration::nanoseconds(123_456_789);
        let tx = db.store.begin().await.unwrap();
        tx.insert_order(&order, &keys(10)).await.unwrap();
        tx.commit().await.unwrap();
        let since = db.store.order(order.id).await.unwrap().unwrap().since;
        assert_eq!(since, at(0) + Duration::microseconds(123_456), "{}", db.backend);
    }
}

#[tokio::test]
async fn only_who_read_the_standing_version_may_save() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let order = kept_order(&db.store, 10, owner, 0).await;
        let mut mine = order.clone();
        mine.version = 2;
        mine.answers.subject.remark = "mine".into();
        let mut theirs = mine.clone();
        theirs.answers.subject.remark = "theirs".into();
        let tx = db.store.begin().await.unwrap();
        tx.save_order(&mine, 1, &keys(10)).await.unwrap();
        assert_stale(&tx.save_order(&theirs, 1, &keys(10)).await);
        assert_stale(&tx.save_order(&mine, 2, &keys(10)).await);
        tx.commit().await.unwrap();
        assert_eq!(db.store.order(order.id).await.unwrap(), Some(mine));
    }
}

#[tokio::test]
async fn of_many_writers_of_one_version_one_wins() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let order = kept_order(&db.store, 10, owner, 0).await;
        let writers = (0..16).map(|_| {
            let (store, mut order) = (db.store.clone(), order.clone());
            tokio::spawn(async move {
                order.version = 2;
                let tx = store.begin().await.unwrap();
                let saved = tx.save_order(&order, 1, &keys(10)).await;
                tx.commit().await.unwrap();
                saved.is_ok()
            })
        });
        let mut won = 0;
        for writer in writers.collect::<Vec<_>>() {
            won += u32::from(writer.await.unwrap());
        }
        assert_eq!(won, 1, "{}", db.backend);
    }
}

#[tokio::test]
async fn a_subject_has_one_running_order() {
    for db in TestDb::all().await {
        let (one, two) = (kept_account(&db.store, 1).await, kept_account(&db.store, 2).await);
        let mut first = kept_order(&db.store, 10, one, 0).await;
        let (second, _) = order(11, two, 1);
        let tx = db.store.begin().await.unwrap();
        assert_eq!(tx.running_order_of("unified-code:10").await.unwrap(), Some(first.id));
        assert_conflict(&tx.insert_order(&second, &keys(10)).await, Unique::RunningSubject);
        drop(tx);
        changed(&db.store, &mut first, Command::Abandon, 2, customer(one)).await;
        let tx = db.store.begin().await.unwrap();
        tx.insert_order(&second, &keys(10)).await.unwrap();
        assert_eq!(tx.running_order_of("unified-code:10").await.unwrap(), Some(second.id));
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn a_stage_that_disagrees_with_its_facts_is_a_bad_row() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let order = kept_order(&db.store, 10, owner, 0).await;
        db.tamper("UPDATE orders SET stage = 'filed' WHERE id = 10").await;
        let error = db.store.order(order.id).await.unwrap_err();
        let disagrees = |error: &StoreError| {
            matches!(error, StoreError::Bad { column: "stage", damage: Damage::Disagrees, .. })
        };
        assert!(disagrees(&error), "{error}");
    }
}

#[tokio::test]
async fn own_orders_come_newest_first_and_pages_miss_nothing() {
    for db in TestDb::all().await {
        let (one, two) = (kept_account(&db.store, 1).await, kept_account(&db.store, 2).await);
        for number in 10..17 {
            kept_order(&db.store, number, if number == 13 { two } else { one }, number).await;
        }
        let first = db.store.orders_of(one, Page::first(4)).await.unwrap();
        let next = first.next.unwrap();
        // A new order does not push the next page around.
        kept_order(&db.store, 17, one, 17).await;
        let second = db.store.orders_of(one, Page::after(next, 4)).await.unwrap();
        let numbers: Vec<_> = first.rows.iter().chain(&second.rows).map(|row| row.id.as_i64()).collect();
        assert_eq!(numbers, [16, 15, 14, 12, 11, 10]);
        assert_eq!(second.next, None);
        let row = &first.rows[0];
        assert_eq!(row.subject_name.as_deref(), Some(COMPANY));
        assert_eq!((row.domain.as_deref(), row.province), (Some("shu16.example"), Some(Province::Zhejiang)));
        assert_eq!((row.opened_at, row.submitted_at), (at(16), None));
    }
}

async fn queue(store: &Store, filter: QueueFilter) -> Vec<i64> {
    let mut found = Vec::new();
    let mut page = Page::first(2);
    loop {
        let part = store.queue(&filter, page).await.unwrap();
        found.extend(part.rows.iter().map(|row| row.id.as_i64()));
        match part.next {
            Some(cursor) => page = Page::after(cursor, 2),
            None => return found,
        }
    }
}

async fn desk(store: &Store) -> AccountId {
    let owner = kept_account(store, 1).await;
    // Three at the same moment, so that pages must be cut between equals.
    for (number, minute) in [(10, 5), (11, 3), (12, 3), (13, 3), (14, 1)] {
        in_review(store, number, owner, minute).await;
    }
    kept_order(store, 15, owner, 0).await;
    owner
}

#[tokio::test]
async fn the_queue_shows_the_longest_waiting_first() {
    for db in TestDb::all().await {
        desk(&db.store).await;
        let in_review = QueueFilter { stage: Some(StageName::InReview), ..QueueFilter::default() };
        assert_eq!(queue(&db.store, in_review).await, [14, 11, 12, 13, 10], "{}", db.backend);
        let everything = queue(&db.store, QueueFilter::default()).await;
        assert_eq!(everything, [15, 14, 11, 12, 13, 10]);
        let elsewhere = QueueFilter { province: Some(Province::Beijing), ..QueueFilter::default() };
        assert!(queue(&db.store, elsewhere).await.is_empty());
        let claims = QueueFilter { kind: Some(OrderKind::Claim), ..QueueFilter::default() };
        assert!(queue(&db.store, claims).await.is_empty());
        let counts = db.store.count_under_way().await.unwrap();
        assert_eq!(counts, BTreeMap::from([(StageName::Draft, 1), (StageName::InReview, 5)]));
        let row = &db.store.queue(&QueueFilter::default(), Page::first(6)).await.unwrap().rows[5];
        assert_eq!((row.since, row.submitted_at), (at(5), Some(at(5))));
    }
}

#[tokio::test]
async fn the_queue_is_searched_by_domain_or_id() {
    for db in TestDb::all().await {
        desk(&db.store).await;
        let text = |text: &str| QueueFilter { text: Some(text.into()), ..QueueFilter::default() };
        assert_eq!(queue(&db.store, text(" SHU12. ")).await, [12]);
        assert_eq!(queue(&db.store, text(&id(13).to_string())).await, [13]);
        assert!(queue(&db.store, text("%")).await.is_empty());
        assert!(queue(&db.store, text("shu1_")).await.is_empty());
        assert!(queue(&db.store, text("\\")).await.is_empty());
        assert_eq!(queue(&db.store, text("  ")).await.len(), 6);
    }
}

#[tokio::test]
async fn the_next_in_review_is_after_this_one_and_not_taken() {
    for db in TestDb::all().await {
        desk(&db.store).await;
        let order = |number| OrderId::new(id(number));
        let next = async |after, excluding: &[OrderId]| {
            db.store.next_in_review(after, excluding).await.unwrap().map(OrderId::as_i64)
        };
        assert_eq!(next(None, &[]).await, Some(14));
        assert_eq!(next(None, &[order(14), order(11)]).await, Some(12));
        assert_eq!(next(Some((at(3), order(12))), &[]).await, Some(13));
        assert_eq!(next(Some((at(5), order(10))), &[]).await, None);
    }
}
