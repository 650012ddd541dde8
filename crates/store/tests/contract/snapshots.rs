//! Snapshots, findings, evidence and notices.

use std::collections::BTreeMap;

use beian_domain::evidence::{Evidence, EvidenceKind, PictureFormat};
use beian_domain::finding::{Finding, Severity};
use beian_domain::id::{EvidenceId, NoticeId, SnapshotId};
use beian_domain::order::field::{Field, FieldPath};
use beian_store::testing::TestDb;
use beian_store::{Channel, Notice, Page};

use crate::fixtures::{assert_stale, at, id, kept_account, kept_order, snapshot};

#[tokio::test]
async fn a_snapshot_never_changes_but_its_findings_may() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let order = kept_order(&db.store, 10, owner, 0).await;
        let (first, second) = (snapshot(20), snapshot(30));
        let tx = db.store.begin().await.unwrap();
        tx.insert_snapshot(&first, owner, order.id, at(1), &[]).await.unwrap();
        tx.insert_snapshot(&second, owner, order.id, at(2), &[]).await.unwrap();
        let found = [Finding::new("domain-expiry", Severity::Warn, FieldPath::of(Field::ServiceDomain), "…")];
        tx.set_findings(first.id, &found).await.unwrap();
        assert_stale(&tx.set_findings(SnapshotId::new(id(99)), &found).await);
        tx.commit().await.unwrap();
        assert_eq!(db.store.snapshot(first.id).await.unwrap().as_ref(), Some(&first));
        assert_eq!(db.store.findings(first.id).await.unwrap(), found);
        assert_eq!(db.store.findings(second.id).await.unwrap(), []);
        let all = db.store.snapshots_of(order.id).await.unwrap();
        assert_eq!(all, [(first.id, at(1)), (second.id, at(2))]);
        let by_subject = db.store.snapshot_order(second.subject.id).await.unwrap();
        assert_eq!(by_subject, Some((order.id, second.id)));
        assert_eq!(db.store.snapshot(SnapshotId::new(id(99))).await.unwrap(), None);
    }
}

#[tokio::test]
async fn evidence_is_forgotten_and_tells_when_its_bytes_may_go() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let order = kept_order(&db.store, 10, owner, 0).await;
        let piece = |number| Evidence {
            id: EvidenceId::new(id(number)),
            kind: EvidenceKind::SubjectCertificate,
            document: None,
            digest: "ab".repeat(32),
            bytes: 1234,
            format: PictureFormat::Jpeg,
            width: 800,
            height: 600,
        };
        let tx = db.store.begin().await.unwrap();
        tx.insert_evidence(&piece(20), owner, order.id, at(0)).await.unwrap();
        tx.insert_evidence(&piece(21), owner, order.id, at(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(db.store.evidence_of(order.id).await.unwrap(), [piece(20), piece(21)]);
        let found = db.store.evidence(piece(20).id).await.unwrap();
        assert_eq!(found, Some((piece(20), owner, order.id)));
        let tx = db.store.begin().await.unwrap();
        assert_eq!(tx.forget_evidence(piece(20).id).await.unwrap(), Some(piece(20)));
        assert!(tx.has_evidence_with(&piece(21).digest).await.unwrap(), "the other piece has the same bytes");
        assert_eq!(tx.forget_evidence(piece(21).id).await.unwrap(), Some(piece(21)));
        assert_eq!(tx.forget_evidence(piece(21).id).await.unwrap(), None);
        assert!(!tx.has_evidence_with(&piece(21).digest).await.unwrap());
        tx.commit().await.unwrap();
        assert!(db.store.evidence_of(order.id).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_notice_is_delivered_once() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let notice = |number| Notice {
            id: NoticeId::new(id(number)),
            account: Some(owner),
            order: None,
            channel: Channel::Mail,
            to: "yunshan@shu.example".into(),
            template: "granted".into(),
            facts: BTreeMap::from([("domain".into(), "shu.example".into())]),
            at: at(0),
            delivered_at: None,
            receipt: None,
        };
        let tx = db.store.begin().await.unwrap();
        for number in 20..23 {
            tx.insert_notice(&notice(number)).await.unwrap();
        }
        assert!(tx.mark_delivered(notice(21).id, at(3), "250 OK").await.unwrap());
        assert!(!tx.mark_delivered(notice(21).id, at(4), "250 again").await.unwrap());
        tx.commit().await.unwrap();
        let delivered = db.store.notice(notice(21).id).await.unwrap().unwrap();
        let expected = Notice { delivered_at: Some(at(3)), receipt: Some("250 OK".into()), ..notice(21) };
        assert_eq!(delivered, expected);
        let page = db.store.notices_of(owner, Page::first(2)).await.unwrap();
        assert_eq!(page.rows, [notice(22), expected]);
        let rest = db.store.notices_of(owner, Page::after(page.next.unwrap(), 2)).await.unwrap();
        assert_eq!((rest.rows, rest.next), (vec![notice(20)], None));
    }
}
