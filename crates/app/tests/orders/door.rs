//! Coming in: signing up, in and out, wrong passwords, sessions that end.

use std::time::Duration;

use beian_app::accounts::{self, Door, SignUp};
use beian_app::{App, Failure};
use chrono::TimeDelta;

use crate::house::House;

async fn try_in(app: &App, password: &str) -> Result<accounts::SignedIn, Failure> {
    accounts::sign_in(app, Door::Customer, "owner1@example.cn", password.to_owned(), "192.0.2.7").await
}

#[tokio::test]
async fn guessing_is_stopped_and_time_heals() {
    for house in House::all().await {
        house.company(1).await;
        for _ in 0..5 {
            let Err(Failure::Invalid(problems)) = try_in(&house.app, "wrong password").await else {
                panic!()
            };
            assert_eq!(problems[0].code, "sign-in-failed");
        }
        let Err(Failure::Busy { retry_after }) = try_in(&house.app, "correct horse").await else { panic!() };
        assert_eq!(retry_after, Duration::from_mins(15));
        house.clock.advance(TimeDelta::minutes(16));
        try_in(&house.app, "correct horse").await.unwrap();
        for _ in 0..4 {
            assert!(try_in(&house.app, "wrong password").await.is_err());
        }
        try_in(&house.app, "correct horse").await.unwrap();
    }
}

#[tokio::test]
async fn a_guesser_shuts_out_only_himself() {
    for house in House::all().await {
        house.company(1).await;
        let from = async |address: &str, password: &str| {
            accounts::sign_in(&house.app, Door::Customer, "owner1@example.cn", password.to_owned(), address)
                .await
        };
        for _ in 0..5 {
            assert!(matches!(from("192.0.2.66", "wrong password").await, Err(Failure::Invalid(_))));
        }
        assert!(matches!(from("192.0.2.66", "correct horse").await, Err(Failure::Busy { .. })));
        from("192.0.2.7", "correct horse").await.unwrap();
        // Many networks together do end it.
        for network in 0..10 {
            for _ in 0..5 {
                assert!(from(&format!("198.51.100.{network}"), "wrong password").await.is_err());
            }
        }
        assert!(matches!(from("192.0.2.7", "correct horse").await, Err(Failure::Busy { .. })));
    }
}

#[tokio::test]
async fn guesses_at_once_are_counted_one_by_one() {
    for house in House::all().await {
        house.company(1).await;
        let guesses = (0..12).map(|_| {
            let app = house.app.clone();
            tokio::spawn(async move { try_in(&app, "wrong password").await })
        });
        let mut looked_at = 0;
        for guess in guesses.collect::<Vec<_>>() {
            looked_at += usize::from(matches!(guess.await.unwrap(), Err(Failure::Invalid(_))));
        }
        assert_eq!(looked_at, 5, "{:?}", house.db.backend);
    }
}

#[tokio::test]
async fn sessions_end() {
    for house in House::all().await {
        house.company(1).await;
        let token = try_in(&house.app, "correct horse").await.unwrap().token;
        house.clock.advance(TimeDelta::hours(20));
        let signed = accounts::session(&house.app, &token).await.unwrap().unwrap();
        assert_eq!(signed.email.as_str(), "owner1@example.cn");
        house.clock.advance(TimeDelta::hours(20));
        assert!(accounts::session(&house.app, &token).await.unwrap().is_some(), "use keeps it alive");
        house.clock.advance(TimeDelta::hours(25));
        assert!(accounts::session(&house.app, &token).await.unwrap().is_none());
        let token = try_in(&house.app, "correct horse").await.unwrap().token;
        accounts::sign_out(&house.app, &token).await.unwrap();
        assert!(accounts::session(&house.app, &token).await.unwrap().is_none());
        assert!(accounts::session(&house.app, "nonsense").await.unwrap().is_none());
    }
}

#[tokio::test]
async fn use_does_not_keep_a_session_for_ever() {
    for house in House::all().await {
        house.company(1).await;
        let token = try_in(&house.app, "correct horse").await.unwrap().token;
        for _ in 0..35 {
            assert!(accounts::session(&house.app, &token).await.unwrap().is_some());
            house.clock.advance(TimeDelta::hours(20));
        }
        house.clock.advance(TimeDelta::hours(20));
        assert!(accounts::session(&house.app, &token).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_new_password_ends_the_old_sessions() {
    for house in House::all().await {
        let owner = house.company(1).await;
        let old = try_in(&house.app, "correct horse").await.unwrap().token;
        let wrong =
            accounts::change_password(&house.app, owner, "wrong".into(), "battery staple".into()).await;
        assert!(matches!(wrong, Err(Failure::Invalid(_))));
        let fresh =
            accounts::change_password(&house.app, owner, "correct horse".into(), "battery staple".into());
        let fresh = fresh.await.unwrap().token;
        assert!(accounts::session(&house.app, &old).await.unwrap().is_none());
        assert!(accounts::session(&house.app, &fresh).await.unwrap().is_some());
        assert!(try_in(&house.app, "correct horse").await.is_err());
        try_in(&house.app, "battery staple").await.unwrap();
        for _ in 0..5 {
            let guess =
                accounts::change_password(&house.app, owner, "guessed".into(), "battery staple 2".into());
            assert!(matches!(guess.await, Err(Failure::Invalid(_))));
        }
        let right =
            accounts::change_password(&house.app, owner, "battery staple".into(), "battery staple 2".into());
        assert!(matches!(right.await, Err(Failure::Busy { .. })), "an open session is not for guessing");
    }
}

#[tokio::test]
async fn an_address_signs_up_once() {
    for house in House::all().await {
        house.company(1).await;
        let sign_up = SignUp {
            email: "Owner1@example.cn".into(),
            password: "short".into(),
            kind: "organisation".into(),
            ..SignUp::default()
        };
        let Err(Failure::Invalid(problems)) = accounts::sign_up(&house.app, sign_up.clone()).await else {
            panic!()
        };
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["name", "account-name", "password"]);
        let complete = SignUp {
            password: "correct horse".into(),
            name: "王示例".into(),
            account_name: "杭州示例科技有限公司".into(),
            ..sign_up
        };
        let Err(Failure::Invalid(problems)) = accounts::sign_up(&house.app, complete).await else { panic!() };
        assert_eq!(problems[0].code, "email-taken");
    }
}
