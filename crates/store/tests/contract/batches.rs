//! Many filings in one file: its members, whether it was answered, who waits beside, what is removed some day.

use std::time::Duration;

use beian_domain::access::Actor;
use beian_domain::account::StaffRole;
use beian_domain::id::{AccountId, OrderId, SnapshotId, StaffId, UploadId};
use beian_domain::order::command::Command;
use beian_domain::order::event::JobKind;
use beian_domain::region::Province;
use beian_store::testing::TestDb;
use beian_store::{Download, JobState, NewJob, Store, Unique, Upload, UploadItem, UploadState};
use serde_json::json;

use crate::fixtures::{assert_conflict, assert_stale, at, changed, id, in_review, kept_account, snapshot};

const LEASE: Duration = Duration::from_mins(1);

/// An order that was approved at its minute, with the job that sends it.
async fn approved(store: &Store, account: AccountId, number: i64) -> UploadItem {
    let mut order = in_review(store, number, account, number).await;
    let content = snapshot(number);
    let tx = store.begin().await.unwrap();
    tx.insert_snapshot(&content, account, order.id, at(0), &[]).await.unwrap();
    tx.enqueue(&NewJob {
        id: beian_domain::id::JobId::new(id(5000 + number)),
        kind: JobKind::Upload,
        key: None,
        account: Some(account),
        order: Some(order.id),
        payload: json!({}),
        run_at: at(100),
        max_attempts: 1,
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let reviewer = Actor::Staff { staff: StaffId::new(id(1)), role: StaffRole::Reviewer };
    changed(store, &mut order, Command::Approve { comment: String::new() }, number, reviewer).await;
    UploadItem { order: order.id, account, snapshot: content.id }
}

fn file(number: i64, sequence: i64, items: &[UploadItem]) -> Upload {
    Upload {
        id: UploadId::new(id(number)),
        authority: "zhejiang".into(),
        sequence,
        entry_name: Some(format!("file{number}.xml")),
        first: items.first().copied(),
        others: items.get(1..).unwrap_or_default().to_vec(),
        bytes: vec![0x50, 0x4b],
        md5: "d41d8cd98f00b204e9800998ecf8427e".into(),
        state: UploadState::Prepared,
        code: None,
        at: at(0),
        settled_at: None,
    }
}

async fn kept(store: &Store, file: &Upload) {
    let tx = store.begin().await.unwrap();
    tx.insert_upload(file).await.unwrap();
    tx.commit().await.unwrap();
}

async fn waiting(store: &Store) -> Vec<OrderId> {
    store.waiting_orders(&[Province::Zhejiang], 10).await.unwrap()
}

#[tokio::test]
async fn a_file_keeps_its_members_in_their_order() {
    for db in TestDb::all().await {
        let (one, other) = (kept_account(&db.store, 1).await, kept_account(&db.store, 2).await);
        let mut items = Vec::new();
        for (number, account) in [(30, one), (20, other), (25, one)] {
            items.push(approved(&db.store, account, number).await);
        }
        let sent = file(600, 1, &items);
        kept(&db.store, &sent).await;
        assert_eq!(db.store.upload(sent.id).await.unwrap().as_ref(), Some(&sent));
        assert_eq!(sent.items(), items);
        for item in &items {
            let carried = db.store.uploads_of(item.order).await.unwrap();
            assert_eq!(carried, std::slice::from_ref(&sent), "{}", db.backend);
        }
        // As a program of before batching writes it.
        db.tamper("DELETE FROM upload_items").await;
        let alone = db.store.upload(sent.id).await.unwrap().unwrap();
        assert_eq!((alone.first, alone.others.len()), (Some(items[0]), 0));
        let tx = db.store.begin().await.unwrap();
        assert_eq!(tx.upload_items(sent.id).await.unwrap(), [items[0]]);
        assert_eq!(tx.upload_items(UploadId::new(id(9))).await.unwrap(), []);
        assert_eq!(db.store.uploads_of(items[0].order).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn who_waits_beside_is_found_longest_waiting_first() {
    for db in TestDb::all().await {
        let account = kept_account(&db.store, 1).await;
        let (late, early) = (approved(&db.store, account, 30).await, approved(&db.store, account, 20).await);
        in_review(&db.store, 40, account, 1).await;
        assert_eq!(waiting(&db.store).await, [early.order, late.order]);
        assert_eq!(db.store.waiting_orders(&[Province::Beijing], 10).await.unwrap(), []);
        assert_eq!(db.store.waiting_orders(&[Province::Zhejiang], 1).await.unwrap(), [early.order]);

        // The next to go is woken, if it has waited long enough.
        let due = async || db.store.claim(at(50), LEASE, "w", &[JobKind::Upload]).await.unwrap();
        let wake = async |patience: u64| {
            let tx = db.store.begin().await.unwrap();
            let patience = Duration::from_mins(patience);
            tx.wake_next_upload(&[Province::Zhejiang], at(50), patience).await.unwrap();
            tx.commit().await.unwrap();
        };
        wake(31).await;
        assert_eq!(due().await, None);
        wake(30).await;
        let job = due().await.unwrap();
        assert_eq!(job.order, Some(early.order), "{}", db.backend);
        assert_eq!(due().await, None);

        // Whose job gave up does not travel with others.
        assert_eq!(db.store.upload_job_of(early.order).await.unwrap(), Some(JobState::Running));
        let tx = db.store.begin().await.unwrap();
        tx.give_up(job.id, &job.lease, "cannot be packed", at(51)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(db.store.upload_job_of(early.order).await.unwrap(), Some(JobState::GivenUp));
        assert_eq!(db.store.upload_job_of(OrderId::new(id(9))).await.unwrap(), None);
        assert_eq!(waiting(&db.store).await, [late.order]);
    }
}

#[tokio::test]
async fn a_refused_file_is_remembered_and_its_members_travel_alone() {
    for db in TestDb::all().await {
        let account = kept_account(&db.store, 1).await;
        let items = [approved(&db.store, account, 20).await, approved(&db.store, account, 30).await];
        let third = approved(&db.store, account, 40).await;
        let sent = file(600, 1, &items);
        kept(&db.store, &sent).await;
        let tx = db.store.begin().await.unwrap();
        let from = [UploadState::Prepared, UploadState::Accepted];
        assert!(tx.settle_upload(sent.id, &from, UploadState::Faulty, 5001, at(5)).await.unwrap());
        tx.commit().await.unwrap();
        for item in items {
            assert!(db.store.was_refused_with_its_file(item.order).await.unwrap());
        }
        assert!(!db.store.was_refused_with_its_file(third.order).await.unwrap());
        assert_eq!(waiting(&db.store).await, [third.order], "{}", db.backend);
    }
}

#[tokio::test]
async fn a_file_is_unanswered_until_something_is_said_of_a_member() {
    for db in TestDb::all().await {
        let account = kept_account(&db.store, 1).await;
        let items = [approved(&db.store, account, 20).await, approved(&db.store, account, 30).await];
        let third = approved(&db.store, account, 40).await;
        let (one, two) = (file(600, 1, &items), file(601, 2, &[third]));
        kept(&db.store, &one).await;
        kept(&db.store, &two).await;
        let tx = db.store.begin().await.unwrap();
        let silent =
            async |authority: &str, minute| tx.unanswered_uploads(authority, at(minute)).await.unwrap();
        assert_eq!(silent("zhejiang", 9).await, [], "neither was accepted");
        for (upload, minute) in [(&one, 3), (&two, 4)] {
            let from = [UploadState::Prepared];
            tx.settle_upload(upload.id, &from, UploadState::Accepted, 0, at(minute)).await.unwrap();
        }
        assert_eq!(silent("zhejiang", 2).await, []);
        assert_eq!(silent("zhejiang", 3).await, [one.id]);
        assert_eq!(silent("zhejiang", 4).await, [two.id, one.id]);
        assert_eq!(silent("beijing", 4).await, []);
        let named = [String::from("file600.xml"), String::from("else.xml")];
        assert_eq!(tx.uploads_named("zhejiang", &named).await.unwrap(), [one.id]);
        assert_eq!(tx.uploads_named("beijing", &named).await.unwrap(), []);
        tx.mark_answered(items[1].order, SnapshotId::new(id(9)), at(5)).await.unwrap();
        assert_eq!(silent("zhejiang", 9).await.len(), 2, "that was another content");
        tx.mark_answered(items[1].order, items[1].snapshot, at(5)).await.unwrap();
        assert_eq!(silent("zhejiang", 9).await, [two.id], "{}", db.backend);
    }
}

#[tokio::test]
async fn an_open_file_can_take_another_number() {
    for db in TestDb::all().await {
        let account = kept_account(&db.store, 1).await;
        let item = approved(&db.store, account, 20).await;
        for number in 1..=2 {
            kept(&db.store, &file(600 + number, number, &[item])).await;
        }
        let tx = db.store.begin().await.unwrap();
        tx.renumber_upload(UploadId::new(id(602)), 7).await.unwrap();
        assert_stale(&tx.renumber_upload(UploadId::new(id(9)), 8).await);
        tx.set_last_sequence("zhejiang", 7).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(db.store.last_sequence("zhejiang").await.unwrap(), 7);
        assert_eq!(db.store.last_sequence("beijing").await.unwrap(), 0);
        assert_eq!(
            db.store.upload_by_sequence("zhejiang", 7).await.unwrap().unwrap().id,
            UploadId::new(id(602))
        );
        let tx = db.store.begin().await.unwrap();
        assert_conflict(&tx.renumber_upload(UploadId::new(id(601)), 7).await, Unique::Sequence);
    }
}

#[tokio::test]
async fn old_bytes_are_removed_and_the_rest_is_kept() {
    for db in TestDb::all().await {
        let account = kept_account(&db.store, 1).await;
        let item = approved(&db.store, account, 20).await;
        for number in 1..=3 {
            kept(&db.store, &file(600 + number, number, &[item])).await;
        }
        let tx = db.store.begin().await.unwrap();
        for (number, minute) in [(601, 5), (602, 9)] {
            let (id, from) = (UploadId::new(id(number)), [UploadState::Prepared]);
            tx.settle_upload(id, &from, UploadState::Accepted, 0, at(minute)).await.unwrap();
        }
        for (name, acknowledged) in [("old", true), ("open", false)] {
            let (authority, file_name) = ("zhejiang".to_owned(), name.to_owned());
            tx.insert_download(&Download { authority, file_name, bytes: vec![1], at: at(1) }).await.unwrap();
            tx.mark_applied("zhejiang", name, at(2)).await.unwrap();
            if acknowledged {
                tx.mark_acknowledged("zhejiang", name, at(2)).await.unwrap();
            }
        }
        assert_eq!(tx.sweep_uploads(at(9), at(20), 10).await.unwrap(), 1);
        assert_eq!(tx.sweep_uploads(at(9), at(20), 10).await.unwrap(), 0, "once");
        assert_eq!(tx.sweep_downloads(at(9), at(20), 10).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let bytes = async |number| {
            let upload = db.store.upload_by_sequence("zhejiang", number).await.unwrap().unwrap();
            assert_eq!((upload.md5.len(), upload.first), (32, Some(item)), "the row stays");
            upload.bytes.len()
        };
        assert_eq!([bytes(1).await, bytes(2).await, bytes(3).await], [0, 2, 2], "{}", db.backend);
        for (name, left) in [("old", 0), ("open", 1)] {
            let kept = db.store.download("zhejiang", name).await.unwrap().unwrap();
            assert_eq!(kept.download.bytes.len(), left, "{name}");
        }
        let backlog = db.store.download_backlog("zhejiang").await.unwrap();
        assert_eq!((backlog.unapplied, backlog.oldest_unacknowledged), (0, Some(at(1))));
    }
}
