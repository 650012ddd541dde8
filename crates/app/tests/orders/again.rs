//! What a customer sees of a submission afterwards: what was handed in, and what was answered anew.

use beian_app::{Failure, desk, orders};
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::sample;

use crate::house::House;

#[tokio::test]
async fn only_what_was_answered_anew_is_changed() {
    for house in House::all().await {
        let (owner, reviewer) = (house.company(1).await, house.reviewer().await);
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        orders::submit(&house.app, owner, order, version).await.unwrap();
        house.work().await;
        let version = house.version(owner, order).await;
        desk::return_order(&house.app, reviewer, order, version, Vec::new(), "打不通".into()).await.unwrap();

        let view = orders::view(&house.app, owner, order).await.unwrap();
        assert_eq!(view.changed, []);
        let mut answers = view.answers;
        let person = &mut answers.subject.person;
        // The same number as people write it is no change; another one is.
        person.mobile = format!("+86 {} {}", &person.mobile[..3], &person.mobile[3..]);
        person.emergency_phone = sample::mobile(4321).to_string();
        let version = view.version;
        orders::save_step(&house.app, owner, order, version, Step::Subject, answers).await.unwrap();
        let view = orders::view(&house.app, owner, order).await.unwrap();
        assert_eq!(view.changed, [FieldPath::of(Field::SubjectPersonEmergencyPhone)]);
    }
}

#[tokio::test]
async fn a_submission_is_shown_to_its_own_account_without_numbers_of_people() {
    for house in House::all().await {
        let (owner, stranger) = (house.company(1).await, house.company(2).await);
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        let none = orders::submitted(&house.app, owner, order).await;
        assert!(matches!(none, Err(Failure::Missing)), "nothing was submitted yet");

        orders::submit(&house.app, owner, order, version).await.unwrap();
        let shown = orders::submitted(&house.app, owner, order).await.unwrap();
        let typed = orders::view(&house.app, owner, order).await.unwrap().answers;
        assert_eq!(shown.answers.subject.name, typed.subject.name);
        let people = [&shown.answers.subject.person, &shown.answers.services[0].person];
        for person in people {
            for number in [&person.certificate_number, &person.mobile, &person.emergency_phone, &person.email]
            {
                assert!(number.contains('*'), "{number}");
            }
        }
        let other = orders::submitted(&house.app, stranger, order).await;
        assert!(matches!(other, Err(Failure::Missing)), "not for another account");
    }
}

#[tokio::test]
async fn a_picture_of_two_orders_outlives_one_of_them() {
    for house in House::all().await {
        let (one, other) = (house.company(1).await, house.company(2).await);
        let mut orders_of = Vec::new();
        for (owner, seed) in [(one, 1), (other, 2)] {
            let server = house.server(owner, seed).await;
            orders_of.push(house.filled(owner, &server, seed).await.0);
        }
        let pieces = |view: orders::OrderView| view.answers.evidence;
        let mine = pieces(orders::view(&house.app, one, orders_of[0]).await.unwrap());
        let theirs = pieces(orders::view(&house.app, other, orders_of[1]).await.unwrap());
        assert_eq!(mine[0].digest, theirs[0].digest, "the same picture");
        for piece in &mine {
            orders::remove_evidence(&house.app, one, orders_of[0], piece.id).await.unwrap();
        }
        beian_app::evidence::show(&house.app, other, theirs[0].id).await.unwrap();
        let gone = beian_app::evidence::show(&house.app, one, mine[0].id).await;
        assert!(matches!(gone, Err(Failure::Missing)));
        for piece in &theirs {
            orders::remove_evidence(&house.app, other, orders_of[1], piece.id).await.unwrap();
        }
        // Nothing points at the bytes any more, so nothing is left of them.
        let shelves = std::fs::read_dir(house.db.directory().join("evidence")).unwrap();
        let files: usize =
            shelves.map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap().count()).sum();
        assert_eq!(files, 0);
    }
}
