//! The register and what the public sees of it.

use beian_domain::filing::{FiledService, FiledSubject};
use beian_domain::filing_number::{ServiceNumber, SubjectNumber};
use beian_domain::id::{AccountId, OrderId};
use beian_domain::network::DomainName;
use beian_store::testing::TestDb;
use beian_store::{Unique, certificate_key};

use crate::fixtures::{COMPANY, assert_conflict, at, id, kept_account, snapshot};

pub fn filing(number: i64, account: AccountId, serial: &str) -> (FiledSubject, FiledService) {
    let frozen = snapshot(number);
    let order = OrderId::new(id(number));
    let subject_number = SubjectNumber::parse(&format!("浙ICP备{serial}号")).unwrap();
    let service = FiledService {
        account,
        order,
        subject: frozen.subject.id,
        number: ServiceNumber::parse(&format!("浙ICP备{serial}号-1")).unwrap(),
        service: frozen.services[0].clone(),
        granted_at: at(0),
    };
    let subject =
        FiledSubject { account, order, number: subject_number, subject: frozen.subject, granted_at: at(0) };
    (subject, service)
}

#[tokio::test]
async fn what_was_granted_is_found_by_everything_it_is_known_by() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let (subject, service) = filing(20, owner, "2026012345");
        for _ in 0..2 {
            let tx = db.store.begin().await.unwrap();
            tx.enter(&subject, std::slice::from_ref(&service)).await.unwrap();
            tx.commit().await.unwrap();
        }
        let key = certificate_key(&subject.subject.certificate);
        assert_eq!(key, "unified-code:91350100M000100Y43");
        assert_eq!(db.store.subject_by_certificate(&key).await.unwrap().as_ref(), Some(&subject));
        assert_eq!(db.store.subject_by_certificate("unified-code:none").await.unwrap(), None);
        let domain = DomainName::parse("shu20.cn").unwrap();
        assert_eq!(db.store.service_by_domain(&domain).await.unwrap().as_ref(), Some(&service));
        let filings = db.store.filings_of(owner).await.unwrap();
        assert_eq!(filings, [(subject, vec![service])]);
        for found in [
            db.store.public_by_domain("SHU20.cn").await.unwrap(),
            db.store.public_by_number("浙ICP备2026012345号").await.unwrap(),
            db.store.public_by_number("浙ICP备2026012345号-1").await.unwrap(),
            db.store.public_by_name(COMPANY).await.unwrap(),
        ] {
            assert_eq!(found.len(), 1, "{}", db.backend);
            assert_eq!((found[0].subject_name.as_str(), found[0].domain.as_str()), (COMPANY, "shu20.cn"));
        }
        assert!(db.store.public_by_name("杭州").await.unwrap().is_empty());
        assert!(db.store.public_by_number("浙ICP备2026012345号-2").await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_number_and_a_domain_belong_to_one_filing() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let (subject, service) = filing(20, owner, "2026012345");
        let tx = db.store.begin().await.unwrap();
        tx.enter(&subject, std::slice::from_ref(&service)).await.unwrap();
        tx.commit().await.unwrap();
        let (same_number, _) = filing(30, owner, "2026012345");
        let tx = db.store.begin().await.unwrap();
        assert_conflict(&tx.enter(&same_number, &[]).await, Unique::FiledNumber);
        drop(tx);
        let (other, mut same_domain) = filing(40, owner, "2026012346");
        same_domain.service.domain = service.service.domain;
        let tx = db.store.begin().await.unwrap();
        assert_conflict(&tx.enter(&other, &[same_domain]).await, Unique::FiledDomain);
        drop(tx);
        assert_eq!(db.store.filings_of(owner).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn what_was_granted_later_stays() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let (old, _) = filing(20, owner, "2026012345");
        let mut new = old.clone();
        new.granted_at = at(60);
        new.subject.address = beian_domain::text::Line::parse("新路 2 号").unwrap();
        let tx = db.store.begin().await.unwrap();
        for subject in [&old, &new, &old] {
            tx.enter(subject, &[]).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(db.store.filings_of(owner).await.unwrap(), [(new, vec![])]);
    }
}
