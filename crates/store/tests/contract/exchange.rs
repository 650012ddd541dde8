//! The books of the exchange.

use std::time::Duration;

use beian_domain::id::{AccountId, UploadId};
use beian_store::testing::TestDb;
use beian_store::{Download, Store, Unique, Upload, UploadItem, UploadState};

use crate::fixtures::{assert_conflict, at, id, kept_account, kept_order, snapshot};

async fn frozen(store: &Store) -> UploadItem {
    let owner = kept_account(store, 1).await;
    member(store, owner, 10).await
}

/// A filing of an account that may travel.
async fn member(store: &Store, account: AccountId, number: i64) -> UploadItem {
    let order = kept_order(store, number, account, number).await;
    let content = snapshot(number + 10);
    let tx = store.begin().await.unwrap();
    tx.insert_snapshot(&content, account, order.id, at(0), &[]).await.unwrap();
    tx.commit().await.unwrap();
    UploadItem { order: order.id, account, snapshot: content.id }
}

fn upload(number: i64, sequence: i64, first: UploadItem) -> Upload {
    Upload {
        id: UploadId::new(id(number)),
        authority: "zhejiang".into(),
        sequence,
        entry_name: Some(format!("file{number}.xml")),
        first: Some(first),
        others: Vec::new(),
        bytes: vec![0x50, 0x4b, 0, 255],
        md5: "d41d8cd98f00b204e9800998ecf8427e".into(),
        state: UploadState::Prepared,
        code: None,
        at: at(0),
        settled_at: None,
    }
}

#[tokio::test]
async fn numbers_have_no_gap_however_many_take_them() {
    for db in TestDb::all().await {
        let whole = frozen(&db.store).await;
        let takers = (0..16).map(|number| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let tx = store.begin().await.unwrap();
                let sequence = tx.next_sequence("zhejiang").await.unwrap();
                tx.insert_upload(&upload(100 + number, sequence, whole)).await.unwrap();
                // Every fourth fails after it took its number, which must not be lost.
                if number % 4 == 0 { drop(tx) } else { tx.commit().await.unwrap() }
            })
        });
        for taker in takers.collect::<Vec<_>>() {
            taker.await.unwrap();
        }
        let sent = db.store.uploads_of(whole.order).await.unwrap();
        let numbers: Vec<_> = sent.iter().map(|upload| upload.sequence).collect();
        assert_eq!(numbers, (1..=12).collect::<Vec<_>>(), "{}", db.backend);
        let tx = db.store.begin().await.unwrap();
        assert_eq!(tx.next_sequence("beijing").await.unwrap(), 1);
        tx.set_last_sequence("beijing", 41).await.unwrap();
        assert_eq!(tx.next_sequence("beijing").await.unwrap(), 42);
    }
}

#[tokio::test]
async fn the_lowest_unsettled_file_comes_first() {
    for db in TestDb::all().await {
        let whole = frozen(&db.store).await;
        let tx = db.store.begin().await.unwrap();
        for sequence in 1..=3 {
            tx.insert_upload(&upload(30 + sequence, sequence, whole)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let first = upload(31, 1, whole);
        let open = db.store.open_upload("zhejiang").await.unwrap().unwrap();
        assert_eq!((open.id, open.sequence, open.carrier, open.at), (first.id, 1, Some(whole.order), at(0)));
        assert_eq!(db.store.open_upload("beijing").await.unwrap(), None);
        let tx = db.store.begin().await.unwrap();
        let prepared = [UploadState::Prepared];
        assert!(tx.settle_upload(first.id, &prepared, UploadState::Accepted, 0, at(5)).await.unwrap());
        assert!(!tx.settle_upload(first.id, &prepared, UploadState::Accepted, 0, at(6)).await.unwrap());
        assert_eq!(tx.open_upload("zhejiang").await.unwrap().unwrap().sequence, 2);
        tx.commit().await.unwrap();
        let settled = db.store.upload_by_sequence("zhejiang", 1).await.unwrap().unwrap();
        assert_eq!(
            (settled.state, settled.code, settled.settled_at),
            (UploadState::Accepted, Some(0), Some(at(5)))
        );
        assert_eq!(db.store.upload(first.id).await.unwrap(), Some(settled));
        let tx = db.store.begin().await.unwrap();
        assert_conflict(&tx.insert_upload(&upload(40, 2, whole)).await, Unique::Sequence);
    }
}

#[tokio::test]
async fn a_fetched_file_is_kept_once_applied_once_and_then_acknowledged() {
    for db in TestDb::all().await {
        let file = |name: &str, minute| Download {
            authority: "zhejiang".into(),
            file_name: name.into(),
            bytes: name.into(),
            at: at(minute),
        };
        assert!(db.store.insert_download(&file("b", 1)).await.unwrap());
        assert!(db.store.insert_download(&file("a", 2)).await.unwrap());
        assert!(!db.store.insert_download(&file("b", 3)).await.unwrap());
        let waiting = db.store.unacknowledged("zhejiang").await.unwrap();
        assert_eq!(
            waiting.iter().map(|one| &one.download).collect::<Vec<_>>(),
            [&file("b", 1), &file("a", 2)]
        );
        assert!(db.store.unacknowledged("beijing").await.unwrap().is_empty());
        let tx = db.store.begin().await.unwrap();
        tx.mark_acknowledged("zhejiang", "b", at(4)).await.unwrap();
        assert!(tx.mark_applied("zhejiang", "b", at(5)).await.unwrap());
        assert!(!tx.mark_applied("zhejiang", "b", at(6)).await.unwrap());
        tx.mark_acknowledged("zhejiang", "a", at(6)).await.unwrap();
        tx.commit().await.unwrap();
        assert!(db.store.unacknowledged("zhejiang").await.unwrap().is_empty());
        let unfinished = db.store.unfinished_downloads("zhejiang").await.unwrap();
        assert_eq!(unfinished.len(), 1);
        assert_eq!((unfinished[0].applied_at, unfinished[0].acknowledged_at), (None, Some(at(6))));
    }
}

#[tokio::test]
async fn one_worker_leads_until_its_lease_ends() {
    const LEASE: Duration = Duration::from_mins(1);
    for db in TestDb::all().await {
        let lead =
            async |worker: &str, minute| db.store.lead("zhejiang", worker, at(minute), LEASE).await.unwrap();
        assert!(lead("a", 0).await);
        assert!(!lead("b", 0).await);
        assert!(lead("a", 0).await);
        assert!(lead("b", 1).await);
        assert!(!lead("a", 1).await);
        db.store.step_down("zhejiang", "a").await.unwrap();
        assert!(!lead("a", 1).await);
        db.store.step_down("zhejiang", "b").await.unwrap();
        assert!(lead("a", 1).await);
        let rivals = (0..8).map(|number| {
            let store = db.store.clone();
            tokio::spawn(
                async move { store.lead("beijing", &format!("w{number}"), at(0), LEASE).await.unwrap() },
            )
        });
        let mut leaders = 0;
        for rival in rivals.collect::<Vec<_>>() {
            leaders += u32::from(rival.await.unwrap());
        }
        assert_eq!(leaders, 1, "{}", db.backend);
    }
}
