//! Invented people, companies and filings.

use beian_domain::access::Actor;
use beian_domain::account::{Account, AccountKind, Role, User};
use beian_domain::contact::Email;
use beian_domain::id::{AccountId, Id, OrderId, SnapshotId, UserId};
use beian_domain::identity::CertificateNumber;
use beian_domain::order::answers::Answers;
use beian_domain::order::command::Command;
use beian_domain::order::event::Recorded;
use beian_domain::order::kind::OrderKind;
use beian_domain::order::snapshot::Snapshot;
use beian_domain::order::{Order, Stamp};
use beian_domain::tables::CertificateType;
use beian_store::{OrderKeys, Store, StoreError, Unique};
use chrono::{DateTime, Duration, TimeZone as _, Utc};
use serde_json::json;

/// A company that does not exist.
pub const COMPANY: &str = "杭州云舒测试科技有限公司";
/// A person who does not exist.
pub const PERSON: &str = "舒云杉";
/// The example number of GB 11643.
pub const PERSON_NUMBER: &str = "11010519491231002X";

/// Monday morning, some minutes on.
pub fn at(minutes: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 1, 0, 0).unwrap() + Duration::minutes(minutes)
}

pub fn id(number: i64) -> Id {
    Id::from_i64(number).unwrap()
}

pub fn account(number: i64) -> Account {
    Account {
        id: AccountId::new(id(number)),
        name: format!("{COMPANY}{number}"),
        kind: AccountKind::Organisation,
        real_name_verified: false,
    }
}

pub fn user(number: i64, account: AccountId) -> User {
    User {
        id: UserId::new(id(number)),
        account,
        email: Email::parse(&format!("Yunshan{number}@shu.example")).unwrap(),
        name: PERSON.into(),
        role: Role::Owner,
    }
}

pub fn customer(account: AccountId) -> Actor {
    Actor::Customer { account, user: UserId::new(id(900)), role: Role::Owner }
}

/// An account in the database.
pub async fn kept_account(store: &Store, number: i64) -> AccountId {
    let account = account(number);
    let tx = store.begin().await.unwrap();
    tx.insert_account(&account, at(0)).await.unwrap();
    tx.commit().await.unwrap();
    account.id
}

/// An order in memory, opened at a minute.
pub fn order(number: i64, account: AccountId, minute: i64) -> (Order, Recorded) {
    let stamp = Stamp { at: at(minute), by: customer(account) };
    let mut answers = Answers::default();
    answers.subject.name = COMPANY.into();
    answers.subject.person.name = PERSON.into();
    answers.subject.person.certificate_number = PERSON_NUMBER.into();
    answers.service_mut(0).domain = "shu.example".into();
    Order::open(OrderId::new(id(number)), account, OrderKind::FirstFiling, answers, stamp)
}

/// An order in the database, opened at a minute.
pub async fn kept_order(store: &Store, number: i64, account: AccountId, minute: i64) -> Order {
    let (order, _) = order(number, account, minute);
    let tx = store.begin().await.unwrap();
    tx.insert_order(&order, &keys(number)).await.unwrap();
    tx.commit().await.unwrap();
    order
}

pub fn keys(number: i64) -> OrderKeys {
    OrderKeys {
        subject_certificate: Some(format!("unified-code:{number}")),
        domain: Some(format!("shu{number}.example")),
        subject_name: Some(COMPANY.into()),
        province: Some(beian_domain::region::Province::Zhejiang),
    }
}

/// Lets the order do what is asked, and saves it.
pub async fn changed(store: &Store, order: &mut Order, command: Command, minute: i64, by: Actor) -> Recorded {
    let recorded = order.handle(command, Stamp { at: at(minute), by }).unwrap();
    let before = order.version;
    order.apply(&recorded);
    let tx = store.begin().await.unwrap();
    tx.save_order(order, before, &keys(order.id.as_i64())).await.unwrap();
    tx.commit().await.unwrap();
    recorded
}

/// An order in review since a minute.
pub async fn in_review(store: &Store, number: i64, account: AccountId, minute: i64) -> Order {
    let mut order = kept_order(store, number, account, minute).await;
    let snapshot = SnapshotId::new(id(number));
    changed(store, &mut order, Command::Submit { snapshot }, minute, customer(account)).await;
    let checked = Command::RecordCheck { snapshot, findings: Vec::new() };
    changed(store, &mut order, checked, minute, Actor::System).await;
    order
}

/// A whole first filing of one website.
pub fn snapshot(number: i64) -> Snapshot {
    let certificate =
        CertificateNumber::parse(CertificateType::BusinessLicence, "91350100M000100Y43").unwrap();
    let person = json!({
        "name": PERSON,
        "certificate": CertificateNumber::parse(CertificateType::ResidentId, PERSON_NUMBER).unwrap(),
        "certificate_validity": {"kind": "long-term"},
        "mobile": "13800000001",
        "emergency_phone": "13800000002",
        "office_phone": null,
        "email": "yunshan@shu.example",
    });
    let text = |number: i64| id(number).to_string();
    let service = json!({
        "id": text(number + 2),
        "name": "云舒",
        "domain": format!("shu{number}.cn"),
        "home_url": format!("https://www.shu{number}.cn"),
        "contents": [],
        "languages": [],
        "pre_approval": null,
        "remark": null,
        "person": person,
        "access": {
            "id": text(number + 3),
            "resource": text(700),
            "addresses": ["121.36.0.10"],
            "mode": "cloud",
            "place": "zhejiang",
        },
    });
    let whole = json!({
        "id": text(number),
        "kind": "first-filing",
        "subject": {
            "id": text(number + 1),
            "nature": "enterprise",
            "name": COMPANY,
            "certificate": certificate,
            "certificate_validity": {"kind": "long-term"},
            "certificate_address": "浙江省杭州市测试路 1 号",
            "province": "zhejiang",
            "region": "330106",
            "address": "测试路 1 号",
            "investor": null,
            "remark": null,
            "person_is_legal_representative": true,
            "person": person,
        },
        "services": [service],
        "evidence": [],
    });
    serde_json::from_value(whole).unwrap()
}

/// That exactly this was taken.
#[track_caller]
pub fn assert_conflict<T: std::fmt::Debug>(result: &Result<T, StoreError>, expected: Unique) {
    assert!(matches!(result, Err(StoreError::Conflict(unique)) if *unique == expected), "{result:?}");
}

/// That someone else was first.
#[track_caller]
pub fn assert_stale<T: std::fmt::Debug>(result: &Result<T, StoreError>) {
    assert!(matches!(result, Err(StoreError::Stale)), "{result:?}");
}
