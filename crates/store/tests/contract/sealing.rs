//! That personal data cannot be read from the disk, and that keys can be rotated.

use std::collections::BTreeMap;

use beian_domain::id::{
    AccountId, JobId, MatterId, NoticeId, OrderId, SnapshotId, StaffId, UploadId, VerdictId,
};
use beian_domain::order::Order;
use beian_domain::order::event::JobKind;
use beian_domain::region::Province;
use beian_domain::supervision::ListChange;
use beian_domain::supervision::sample::known_subject;
use beian_domain::tables::SubjectNature;
use beian_domain::verdict::{Given, Judgement, VerdictKind};
use beian_store::testing::{TestDb, keyring};
use beian_store::{
    Arrival, Channel, Cipher, Damage, Download, Entry, Handled, Judged, Keyring, NewJob, Notice, Source,
    Store, StoreError, Tx, Upload, UploadItem, UploadState, VerdictRow,
};
use serde_json::json;

use crate::fixtures::{
    COMPANY, PERSON, PERSON_NUMBER, at, customer, id, kept_account, kept_order, order, snapshot, user,
};

/// Something personal in every table that takes any.
async fn fill(store: &Store) {
    let owner = kept_account(store, 1).await;
    let kept = kept_order(store, 10, owner, 0).await;
    let frozen = snapshot(20);
    let (notice, job) = outbox(owner, kept.id);
    let upload = Upload {
        id: UploadId::new(id(50)),
        authority: "zhejiang".into(),
        sequence: 1,
        entry_name: None,
        first: Some(UploadItem { order: kept.id, account: owner, snapshot: frozen.id }),
        others: Vec::new(),
        bytes: format!("<xm>{PERSON}</xm>").into_bytes(),
        md5: "0".repeat(32),
        state: UploadState::Prepared,
        code: None,
        at: at(0),
        settled_at: None,
    };
    let download = Download {
        authority: "zhejiang".into(),
        file_name: "f".into(),
        bytes: PERSON_NUMBER.into(),
        at: at(0),
    };
    let opened = order(10, owner, 0).1;
    let told = Entry {
        account: Some(owner),
        order: None,
        at: at(0),
        by: customer(owner),
        name: "evidence.unmasked".into(),
        payload: json!({"name": PERSON, "number": PERSON_NUMBER}),
    };
    let tx = store.begin().await.unwrap();
    tx.insert_user(&user(2, owner), "hash", at(0)).await.unwrap();
    tx.insert_snapshot(&frozen, owner, kept.id, at(0), &[]).await.unwrap();
    tx.append(&Entry::of_event(&kept, &opened)).await.unwrap();
    tx.append(&told).await.unwrap();
    tx.insert_notice(&notice).await.unwrap();
    tx.mark_delivered(notice.id, at(1), "13800000001 ok").await.unwrap();
    tx.enqueue(&job).await.unwrap();
    tx.insert_upload(&upload).await.unwrap();
    tx.insert_download(&download).await.unwrap();
    matter(&tx).await;
    verdict(&tx, owner, &kept, frozen.id).await;
    tx.commit().await.unwrap();
}

/// A filing the authority knows, looked after by a person who wrote down a name.
async fn matter(tx: &Tx) {
    let known = known_subject(9, COMPANY, PERSON, "13800000001", at(0));
    let arrival = Arrival { id: MatterId::new(id(60)), position: 0, change: ListChange::Told, matter: known };
    let source = Source { authority: "zhejiang", file_name: "f", at: at(0) };
    tx.record_matters(&source, &[arrival]).await.unwrap();
    let handled = Handled { at: at(1), by: StaffId::new(id(3)), comment: PERSON.into() };
    tx.handle_matter(MatterId::new(id(60)), at(0), &handled).await.unwrap();
}

/// A refusal whose opinion names a person, and a member of staff who does.
async fn verdict(tx: &Tx, account: AccountId, order: &Order, snapshot: SnapshotId) {
    let given = Given {
        snapshot,
        kind: VerdictKind::Refused,
        codes: vec![1002],
        opinion: Some(format!("{PERSON}不是本单位的人")),
    };
    let row = VerdictRow {
        id: VerdictId::new(id(70)),
        account,
        order: order.id,
        version: order.version,
        order_kind: order.kind,
        province: Province::Zhejiang,
        nature: SubjectNature::Enterprise,
        domain: None,
        at: at(0),
        given,
        warnings: Vec::new(),
    };
    tx.record_verdict(&row).await.unwrap();
    let judged =
        Judged { judgement: Judgement::NoRule, at: at(1), by: StaffId::new(id(3)), note: PERSON.into() };
    tx.judge_verdict(row.id, None, &judged).await.unwrap();
}

fn outbox(owner: AccountId, order: OrderId) -> (Notice, NewJob) {
    let notice = Notice {
        id: NoticeId::new(id(30)),
        account: Some(owner),
        order: Some(order),
        channel: Channel::Sms,
        to: "13800000001".into(),
        template: "granted".into(),
        facts: BTreeMap::from([("name".into(), PERSON.into())]),
        at: at(0),
        delivered_at: None,
        receipt: None,
    };
    let job = NewJob {
        id: JobId::new(id(40)),
        kind: JobKind::TellPeople,
        key: None,
        account: Some(owner),
        order: Some(order),
        payload: json!({"name": PERSON}),
        run_at: at(0),
        max_attempts: 3,
    };
    (notice, job)
}

/// Reads everything that was sealed.
async fn read(store: &Store) -> Result<(), StoreError> {
    let owner = store.account(AccountId::new(id(1))).await?.unwrap().id;
    store.user_by_email(&user(2, owner).email).await?.unwrap();
    store.order(OrderId::new(id(10))).await?.unwrap();
    store.orders_of(owner, beian_store::Page::first(5)).await?;
    store.snapshot(snapshot(20).id).await?.unwrap();
    store.findings(snapshot(20).id).await?;
    store.notice(NoticeId::new(id(30))).await?.unwrap();
    store.job(JobId::new(id(40))).await?.unwrap();
    store.upload(UploadId::new(id(50))).await?.unwrap();
    store.unfinished_downloads("zhejiang").await?;
    store.matter(MatterId::new(id(60))).await?.unwrap();
    store.matter_deliveries(MatterId::new(id(60))).await?;
    store.verdict(VerdictId::new(id(70))).await?.unwrap();
    Ok(())
}

#[tokio::test]
async fn nothing_personal_can_be_read_from_the_disk() {
    for db in TestDb::all().await.into_iter().filter(|db| db.backend == "sqlite") {
        fill(&db.store).await;
        read(&db.store).await.unwrap();
        let mut bytes = Vec::new();
        for file in std::fs::read_dir(db.directory()).unwrap() {
            bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
        }
        let found = |needle: &str| bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
        assert!(found("shu10.example"), "the files hold the database");
        for secret in [PERSON, PERSON_NUMBER, COMPANY, "13800000001", "unshan", "91350100M000100Y43"] {
            assert!(!found(secret), "{secret}");
        }
    }
}

#[tokio::test]
async fn after_a_rotation_the_old_key_is_needed_by_the_journal_alone() {
    let only_new = || Keyring::new(2, [(2, [2; 32])], [9; 32], Cipher::Aes256Gcm).unwrap();
    for db in TestDb::all().await {
        fill(&db.store).await;
        let early = db.reopen(only_new()).await;
        let error = read(&early).await.unwrap_err();
        assert!(matches!(error, StoreError::Bad { damage: Damage::UnknownKey, .. }), "{error}");
        let rotated = db.reopen(keyring(2)).await;
        read(&rotated).await.unwrap();
        let mut resealed = 0;
        loop {
            match rotated.reseal(4).await.unwrap() {
                0 => break,
                some => resealed += some,
            }
        }
        assert_eq!(resealed, 19, "{}", db.backend);
        read(&db.reopen(only_new()).await).await.unwrap();
        read(&rotated).await.unwrap();
        let reports = rotated.verify_all().await.unwrap();
        assert!(reports.iter().all(|report| report.broken_at.is_none()));
        let order = OrderId::new(id(10));
        assert_eq!(rotated.order_history(order).await.unwrap().len(), 1);
        assert!(db.reopen(only_new()).await.order_history(order).await.is_err());
    }
}

#[tokio::test]
async fn a_value_moved_to_another_row_does_not_open() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        kept_account(&db.store, 2).await;
        db.tamper("UPDATE accounts SET name = (SELECT name FROM accounts WHERE id = 2) WHERE id = 1").await;
        let error = db.store.account(owner).await.unwrap_err();
        assert!(matches!(error, StoreError::Bad { column: "name", damage: Damage::Seal, .. }), "{error}");
    }
}
