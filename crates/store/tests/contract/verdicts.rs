//! What the authority said, and whether our rules had foreseen it.

use beian_domain::finding::Severity;
use beian_domain::id::{AccountId, StaffId, VerdictId};
use beian_domain::order::field::{Field, FieldPath};
use beian_domain::order::kind::OrderKind;
use beian_domain::region::Province;
use beian_domain::tables::SubjectNature;
use beian_domain::verdict::{About, Given, Judgement, Standing, VerdictKind, Warning};
use beian_store::testing::TestDb;
use beian_store::{
    AboutCount, CodeCount, Judged, Page, ProvinceCount, RefusalFilter, RefusalState, RuleCount, Store,
    VerdictPeriod, VerdictRow,
};

use crate::fixtures::{PERSON, assert_stale, at, id, kept_account, kept_order, snapshot};

/// An order that was sent, and what it is sent with.
async fn sent(store: &Store, owner: AccountId, number: i64) {
    let order = kept_order(store, number, owner, 0).await;
    let tx = store.begin().await.unwrap();
    tx.insert_snapshot(&snapshot(number), owner, order.id, at(0), &[]).await.unwrap();
    tx.commit().await.unwrap();
}

fn warning(rule: &str, field: Field) -> Warning {
    Warning { rule: rule.into(), severity: Severity::Warn, field: FieldPath::of(field) }
}

/// A verdict on the order with this number.
fn verdict(number: i64, kind: VerdictKind, codes: &[u32], warnings: &[Warning]) -> VerdictRow {
    let refused = kind == VerdictKind::Refused;
    VerdictRow {
        id: VerdictId::new(id(number + 5)),
        account: AccountId::new(id(1)),
        order: beian_domain::id::OrderId::new(id(number)),
        version: 7,
        order_kind: OrderKind::FirstFiling,
        province: Province::Zhejiang,
        nature: SubjectNature::Enterprise,
        domain: Some(format!("shu{number}.example")),
        at: at(number),
        given: Given {
            snapshot: snapshot(number).id,
            kind,
            codes: codes.to_vec(),
            opinion: refused.then(|| format!("{PERSON}的手机打不通")),
        },
        warnings: warnings.to_vec(),
    }
}

async fn keep(store: &Store, verdict: &VerdictRow) -> bool {
    let tx = store.begin().await.unwrap();
    let kept = tx.record_verdict(verdict).await.unwrap();
    tx.commit().await.unwrap();
    kept
}

fn refusals(state: RefusalState) -> RefusalFilter {
    RefusalFilter { since: at(0), province: None, state, code: None, rule: None }
}

async fn listed(store: &Store, filter: &RefusalFilter) -> Vec<i64> {
    let found = store.refusals(filter, Page::first(50)).await.unwrap();
    found.rows.iter().map(|one| one.row.order.as_i64()).collect()
}

const ZHEJIANG: VerdictPeriod =
    VerdictPeriod { since: chrono::DateTime::UNIX_EPOCH, province: Some(Province::Zhejiang) };

/// Five orders: one granted despite a warning; refused as warned, for something else, without a code, and with two.
async fn five(store: &Store) {
    let owner = kept_account(store, 1).await;
    for number in [100, 200, 300, 400, 500] {
        sent(store, owner, number).await;
    }
    let short = || warning("address-too-short", Field::SubjectAddress);
    let expiry = || warning("certificate-expires-soon", Field::SubjectCertificateExpiry);
    let refused = VerdictKind::Refused;
    for verdict in [
        verdict(100, VerdictKind::Granted, &[], &[short()]),
        verdict(200, refused, &[1002], &[short(), expiry()]),
        verdict(300, refused, &[1064], &[expiry(), expiry()]),
        verdict(400, refused, &[], &[]),
        verdict(500, refused, &[1002, 1064], &[]),
    ] {
        assert!(keep(store, &verdict).await);
    }
}

#[tokio::test]
async fn a_verdict_is_kept_once_with_all_that_was_known() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        sent(&db.store, owner, 100).await;
        let warned = [warning("address-too-short", Field::SubjectAddress)];
        let first = verdict(100, VerdictKind::Refused, &[1002, 1999], &warned);
        assert!(keep(&db.store, &first).await, "{}", db.backend);
        let again = VerdictRow { id: VerdictId::new(id(999)), ..first.clone() };
        assert!(!keep(&db.store, &again).await, "{}", db.backend);
        let kept = db.store.verdicts_of(first.order).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].row, first);
        assert_eq!(kept[0].standing, Some(Standing::Foreseen));
        assert_eq!(kept[0].foreseen_by, ["address-too-short"]);
        // The next verdict on the same order is another one.
        let granted = VerdictRow {
            id: VerdictId::new(id(998)),
            version: 12,
            ..verdict(100, VerdictKind::Granted, &[], &[])
        };
        assert!(keep(&db.store, &granted).await);
        let kept = db.store.verdicts_of(first.order).await.unwrap();
        assert_eq!(kept.iter().map(|one| one.standing).collect::<Vec<_>>(), [Some(Standing::Foreseen), None]);
    }
}

#[tokio::test]
async fn they_are_counted_by_province_code_and_rule() {
    for db in TestDb::all().await {
        five(&db.store).await;
        let mut provinces = db.store.verdicts_by_province(ZHEJIANG).await.unwrap();
        provinces.sort_by_key(|count| (count.kind, count.standing));
        let of =
            |kind, standing, count| ProvinceCount { province: Province::Zhejiang, kind, standing, count };
        assert_eq!(
            provinces,
            [
                of(VerdictKind::Granted, None, 1),
                of(VerdictKind::Refused, Some(Standing::Foreseen), 1),
                of(VerdictKind::Refused, Some(Standing::Unforeseen), 3),
            ],
            "{}",
            db.backend
        );
        let mut codes = db.store.refusals_by_code(ZHEJIANG).await.unwrap();
        codes.sort_by_key(|count| (count.code, count.standing));
        let code = |code, standing, count| CodeCount { code, standing, count };
        assert_eq!(
            codes,
            [
                code(None, Standing::Unforeseen, 1),
                code(Some(1002), Standing::Foreseen, 1),
                code(Some(1002), Standing::Unforeseen, 1),
                code(Some(1064), Standing::Unforeseen, 2),
            ]
        );
        let about = db.store.unforeseen_by_about(ZHEJIANG).await.unwrap();
        let domain = AboutCount { about: Some(About::Domain), count: 2 };
        assert_eq!(about, [domain, AboutCount { about: None, count: 1 }]);
        let rule = |name: &str, granted, refused, foreseen| RuleCount {
            rule: name.into(),
            granted,
            refused,
            foreseen,
            silent: 0,
        };
        assert_eq!(
            db.store.verdicts_by_rule(ZHEJIANG).await.unwrap(),
            [rule("address-too-short", 1, 1, 1), rule("certificate-expires-soon", 0, 2, 1)]
        );
        let elsewhere = VerdictPeriod { province: Some(Province::Beijing), ..ZHEJIANG };
        assert!(db.store.verdicts_by_province(elsewhere).await.unwrap().is_empty());
        let later = VerdictPeriod { since: at(301), ..ZHEJIANG };
        let left: u64 = db.store.verdicts_by_province(later).await.unwrap().iter().map(|one| one.count).sum();
        assert_eq!(left, 2);
    }
}

#[tokio::test]
async fn refusals_are_listed_as_they_stand_and_paged() {
    for db in TestDb::all().await {
        five(&db.store).await;
        let store = &db.store;
        assert_eq!(listed(store, &refusals(RefusalState::All)).await, [500, 400, 300, 200]);
        assert_eq!(listed(store, &refusals(RefusalState::Open)).await, [500, 400, 300], "{}", db.backend);
        assert_eq!(listed(store, &refusals(RefusalState::Foreseen)).await, [200]);
        let all = refusals(RefusalState::All);
        assert_eq!(listed(store, &RefusalFilter { code: Some(1064), ..all.clone() }).await, [500, 300]);
        let rule = Some("certificate-expires-soon".to_owned());
        assert_eq!(listed(store, &RefusalFilter { rule, ..all.clone() }).await, [300, 200]);
        assert_eq!(listed(store, &RefusalFilter { since: at(400), ..all.clone() }).await, [500, 400]);
        let beijing = RefusalFilter { province: Some(Province::Beijing), ..all.clone() };
        assert!(listed(store, &beijing).await.is_empty());

        let first = store.refusals(&all, Page::first(3)).await.unwrap();
        assert_eq!(first.rows[0].row.given.opinion.as_deref(), Some("舒云杉的手机打不通"));
        let rest = store.refusals(&all, Page::after(first.next.unwrap(), 3)).await.unwrap();
        assert_eq!((rest.rows.len(), rest.next), (1, None));
    }
}

#[tokio::test]
async fn a_person_says_which_rule_it_was_and_the_numbers_follow() {
    for db in TestDb::all().await {
        five(&db.store).await;
        let store = &db.store;
        let judged = |judgement: Judgement, minute| Judged {
            judgement,
            at: at(minute),
            by: StaffId::new(id(3)),
            note: format!("问过{PERSON}"),
        };
        let rule = |name: &str| Judgement::Rule(name.into());
        let judge = async |number: i64, seen, judged: &Judged| {
            let tx = store.begin().await.unwrap();
            let result = tx.judge_verdict(VerdictId::new(id(number + 5)), seen, judged).await;
            tx.commit().await.unwrap();
            result
        };
        let only = judged(rule("address-too-short"), 600);
        judge(200, None, &only).await.unwrap();
        let kept = store.verdict(VerdictId::new(id(205))).await.unwrap().unwrap();
        assert_eq!(
            (kept.foreseen_by.as_slice(), kept.judged),
            (&["address-too-short".to_owned()][..], Some(only))
        );
        judge(400, None, &judged(rule("service-name-reserved"), 600)).await.unwrap();
        judge(500, None, &judged(Judgement::NoRule, 600)).await.unwrap();
        assert_eq!(listed(store, &refusals(RefusalState::Open)).await, [300], "{}", db.backend);
        assert_eq!(listed(store, &refusals(RefusalState::Unforeseen)).await, [500, 400, 300]);
        assert_eq!(listed(store, &refusals(RefusalState::Silent)).await, [400]);
        assert_eq!(listed(store, &refusals(RefusalState::NoRule)).await, [500]);
        let reserved =
            RefusalFilter { rule: Some("service-name-reserved".into()), ..refusals(RefusalState::All) };
        assert_eq!(listed(store, &reserved).await, [400]);
        let counts = store.verdicts_by_rule(ZHEJIANG).await.unwrap();
        let told: Vec<(&str, u64, u64, u64)> =
            counts.iter().map(|one| (one.rule.as_str(), one.refused, one.foreseen, one.silent)).collect();
        let expected = [
            ("address-too-short", 1, 1, 0),
            ("certificate-expires-soon", 2, 0, 0),
            ("service-name-reserved", 0, 0, 1),
        ];
        assert_eq!(told, expected);

        // Whoever looked at the page of before decides about nothing; seen as it stands, it can be said anew.
        assert_stale(&judge(500, None, &judged(rule("address-too-short"), 700)).await);
        judge(500, Some(at(600)), &judged(rule("address-too-short"), 700)).await.unwrap();
        assert_stale(&judge(100, None, &judged(Judgement::NoRule, 700)).await);
        assert_stale(&judge(900, None, &judged(Judgement::NoRule, 700)).await);
    }
}
