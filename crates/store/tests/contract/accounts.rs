//! Accounts, users, staff, sessions, attempts.

use beian_domain::account::{Staff, StaffRole};
use beian_domain::contact::Email;
use beian_domain::id::{AccountId, StaffId};
use beian_store::testing::TestDb;
use beian_store::{Page, SessionRow, StoreError, Unique, Who};

use crate::fixtures::{account, assert_conflict, assert_stale, at, id, kept_account, user};

#[tokio::test]
async fn a_user_is_found_by_address_whatever_its_case() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let one = user(2, owner);
        let tx = db.store.begin().await.unwrap();
        tx.insert_user(&one, "hash", at(0)).await.unwrap();
        tx.set_real_name_verified(owner, true).await.unwrap();
        tx.commit().await.unwrap();
        let shouted = Email::parse("YUNSHAN2@shu.example").unwrap();
        let (found, hash, its_account) = db.store.user_by_email(&shouted).await.unwrap().unwrap();
        assert_eq!((&found, hash.as_str()), (&one, "hash"));
        assert!(its_account.real_name_verified);
        assert_eq!(its_account.name, account(1).name);
        assert_eq!(db.store.users_of(owner).await.unwrap(), std::slice::from_ref(&one));
        assert_eq!(db.store.user(one.id).await.unwrap(), Some(one.clone()));
        let again = beian_domain::account::User { id: user(3, owner).id, ..one };
        let tx = db.store.begin().await.unwrap();
        assert_conflict(&tx.insert_user(&again, "hash", at(0)).await, Unique::SignInName);
    }
}

#[tokio::test]
async fn nothing_of_a_dropped_transaction_stays() {
    for db in TestDb::all().await {
        let tx = db.store.begin().await.unwrap();
        tx.insert_account(&account(1), at(0)).await.unwrap();
        drop(tx);
        assert_eq!(db.store.account(AccountId::new(id(1))).await.unwrap(), None);
        kept_account(&db.store, 1).await;
    }
}

#[tokio::test]
async fn accounts_are_listed_newest_first_page_by_page() {
    for db in TestDb::all().await {
        for number in 1..=5 {
            kept_account(&db.store, number).await;
        }
        let first = db.store.accounts(Page::first(3)).await.unwrap();
        let numbers: Vec<_> = first.rows.iter().map(|account| account.id.as_i64()).collect();
        assert_eq!(numbers, [5, 4, 3]);
        let last = db.store.accounts(Page::after(first.next.unwrap(), 3)).await.unwrap();
        assert_eq!((last.rows.len(), last.next), (2, None));
    }
}

#[tokio::test]
async fn staff_are_apart_from_users() {
    for db in TestDb::all().await {
        let email = Email::parse("desk@provider.example").unwrap();
        let staff = Staff {
            id: StaffId::new(id(3)),
            email: email.clone(),
            name: "初审员".into(),
            role: StaffRole::Reviewer,
        };
        let tx = db.store.begin().await.unwrap();
        tx.insert_staff(&staff, "old", at(0)).await.unwrap();
        tx.set_password(Who::Staff(staff.id), "new").await.unwrap();
        assert_stale(&tx.set_password(Who::Staff(StaffId::new(id(4))), "new").await);
        tx.commit().await.unwrap();
        assert_eq!(db.store.staff_by_email(&email).await.unwrap(), Some((staff.clone(), "new".into())));
        assert_eq!(db.store.password_hash(Who::Staff(staff.id)).await.unwrap().as_deref(), Some("new"));
        assert_eq!(db.store.staff_list().await.unwrap(), std::slice::from_ref(&staff));
        assert_eq!(db.store.staff(staff.id).await.unwrap(), Some(staff.clone()));
        assert!(db.store.user_by_email(&email).await.unwrap().is_none());
        let tx = db.store.begin().await.unwrap();
        let again = Staff { id: StaffId::new(id(5)), ..staff };
        assert_conflict(&tx.insert_staff(&again, "hash", at(0)).await, Unique::StaffSignInName);
    }
}

#[tokio::test]
async fn a_session_counts_until_it_expires() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        let one = user(2, owner);
        let who = Who::User(one.id);
        let session = |token: &str| SessionRow {
            token_digest: token.into(),
            who,
            csrf: "form".into(),
            created_at: at(0),
            expires_at: at(30),
        };
        let tx = db.store.begin().await.unwrap();
        tx.insert_user(&one, "hash", at(0)).await.unwrap();
        for token in ["a", "b", "c"] {
            tx.insert_session(&session(token)).await.unwrap();
        }
        tx.extend_session("b", at(60)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(db.store.session("a", at(29)).await.unwrap(), Some(session("a")));
        assert_eq!(db.store.session("a", at(30)).await.unwrap(), None);
        assert_eq!(db.store.session("b", at(30)).await.unwrap().unwrap().expires_at, at(60));
        let tx = db.store.begin().await.unwrap();
        tx.delete_session("c").await.unwrap();
        assert_eq!(tx.delete_expired_sessions(at(30)).await.unwrap(), 1);
        assert_eq!(tx.delete_sessions_of(who).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(db.store.session("b", at(1)).await.unwrap(), None);
    }
}

#[tokio::test]
async fn failures_are_counted_since_the_last_success() {
    for db in TestDb::all().await {
        let tx = db.store.begin().await.unwrap();
        for minute in [0, 0, 5, 10] {
            tx.note_attempt("yunshan@shu.example", at(minute), false).await.unwrap();
        }
        tx.note_attempt("203.0.113.7", at(0), false).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(db.store.failures_since("yunshan@shu.example", at(0)).await.unwrap(), 4);
        assert_eq!(db.store.failures_since("yunshan@shu.example", at(5)).await.unwrap(), 2);
        let tx = db.store.begin().await.unwrap();
        tx.note_attempt("yunshan@shu.example", at(11), true).await.unwrap();
        assert_eq!(tx.forget_attempts(at(1)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(db.store.failures_since("yunshan@shu.example", at(0)).await.unwrap(), 0);
        assert_eq!(db.store.failures_since("203.0.113.7", at(0)).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_role_nobody_knows_names_the_row() {
    for db in TestDb::all().await {
        let owner = kept_account(&db.store, 1).await;
        db.tamper("UPDATE accounts SET kind = 'ghost' WHERE id = 1").await;
        let error = db.store.account(owner).await.unwrap_err();
        assert!(
            matches!(&error, StoreError::Bad { table: "accounts", column: "kind", id, .. } if id == "1"),
            "{error}"
        );
    }
}
