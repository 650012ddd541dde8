//! Orders through the use cases, on every database: the straight way, the refusals, the jobs.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says where")]
mod again;
mod door;
mod house;
mod work;

use beian_app::{Failure, desk, evidence, filings, journal, notices, orders};
use beian_domain::evidence::EvidenceKind;
use beian_domain::finding::FieldOpinion;
use beian_domain::order::field::{Field, FieldPath, Step};
use beian_domain::order::stage::{Reason, Stage, StageName};
use beian_domain::order::waiting::Party;
use beian_domain::sample;
use beian_store::{JournalFilter, Page, QueueFilter};
use chrono::TimeDelta;

use house::{House, account, picture, start};
use orders::Completeness;

fn refusal(failure: Failure) -> String {
    let Failure::Refused(refused) = failure else { panic!("no refusal: {failure:?}") };
    refused.code
}

#[tokio::test]
async fn from_opening_to_approval() {
    for house in House::all().await {
        let (owner, desk_actor) = (house.company(1).await, house.reviewer().await);
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        let view = orders::view(&house.app, owner, order).await.unwrap();
        let complete = view.steps.iter().all(|step| step.completeness == Completeness::Complete);
        assert!(complete, "{}: {:#?}", house.db.backend, view.steps);
        assert!(orders::preview(&house.app, owner, order).await.unwrap().is_clear());

        orders::submit(&house.app, owner, order, version).await.unwrap();
        assert_eq!(house.work().await, 2, "the check, and telling of it");
        let view = orders::view(&house.app, owner, order).await.unwrap();
        assert_eq!(view.stage.name(), StageName::InReview, "{:?}", view.stage);
        assert_eq!(view.waiting.party, Party::Reviewer);
        assert!(view.can.withdraw && !view.can.edit && !view.can.submit && !view.can.abandon);

        let queue =
            desk::queue(&house.app, desk_actor, &QueueFilter::default(), Page::first(20)).await.unwrap();
        assert_eq!(queue.lines[0].row.domain.as_deref(), Some("example1.cn"));
        assert_eq!(desk::next(&house.app, desk_actor, None).await.unwrap(), Some(order));
        let version =
            desk::approve(&house.app, desk_actor, order, view.version, String::new()).await.unwrap();
        assert_eq!(version, view.version + 1);
        let view = orders::view(&house.app, owner, order).await.unwrap();
        assert_eq!(view.stage.name(), StageName::Sending);
        let told: Vec<&str> = view.history.iter().map(|line| line.event.slug()).collect();
        assert_eq!(told, ["opened", "submitted", "check-passed", "approved-by-reviewer"]);
        assert!(filings::mine(&house.app, owner).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_doubled_click_submits_once() {
    for house in House::all().await {
        let owner = house.company(1).await;
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        let (first, second) = tokio::join!(
            orders::submit(&house.app, owner, order, version),
            orders::submit(&house.app, owner, order, version),
        );
        let outcomes = [first, second];
        let stale = outcomes.iter().filter(|outcome| matches!(outcome, Err(Failure::Stale))).count();
        assert_eq!((outcomes.iter().filter(|o| o.is_ok()).count(), stale), (1, 1), "{outcomes:?}");
    }
}

#[tokio::test]
async fn what_is_typed_is_kept_and_what_is_wrong_is_said() {
    for house in House::all().await {
        let owner = house.company(1).await;
        let server = house.server(owner, 1).await;
        let mut answers = sample::answers(&server, 1);
        let order = orders::open(&house.app, owner, start(&answers)).await.unwrap();
        answers.subject.person.mobile = "12345".into();
        let saved =
            orders::save_step(&house.app, owner, order, 1, Step::Subject, answers.clone()).await.unwrap();
        let wrong: Vec<String> = saved.problems.iter().map(|finding| finding.field.to_string()).collect();
        assert_eq!(wrong, ["subject.person.mobile"]);
        let view = orders::view(&house.app, owner, order).await.unwrap();
        assert_eq!(view.answers.subject.person.mobile, "12345");
        assert_eq!(view.step(Step::Subject).completeness, Completeness::Started);
        assert_eq!(view.step(Step::Basics).completeness, Completeness::Complete);
        assert_eq!(view.step(Step::Evidence).completeness, Completeness::Empty);
        // A second window does not overwrite what the first has saved.
        let late = orders::save_step(&house.app, owner, order, 1, Step::Subject, answers.clone()).await;
        assert!(matches!(late, Err(Failure::Stale)));
        // Saving the same again is no change.
        let again = orders::save_step(&house.app, owner, order, saved.version, Step::Subject, answers).await;
        assert_eq!(again.unwrap().version, saved.version);
        let Err(Failure::Invalid(problems)) = orders::submit(&house.app, owner, order, saved.version).await
        else {
            panic!("it cannot be submitted")
        };
        assert!(problems.iter().any(|problem| problem.code == "mobile-length"), "{problems:?}");
    }
}

#[tokio::test]
async fn one_running_order_per_subject() {
    for house in House::all().await {
        let (owner, stranger) = (house.company(1).await, house.company(2).await);
        let server = house.server(owner, 1).await;
        let first = start(&sample::answers(&server, 1));
        let order = orders::open(&house.app, owner, first.clone()).await.unwrap();
        let Err(Failure::Refused(refused)) = orders::open(&house.app, owner, first.clone()).await else {
            panic!()
        };
        assert_eq!((refused.code.as_str(), &refused.facts["order"]), ("already-running", &order.to_string()));
        assert!(matches!(orders::view(&house.app, stranger, order).await, Err(Failure::Missing)));
        // Somebody else's draft keeps nobody from filing.
        orders::open(&house.app, stranger, first.clone()).await.unwrap();
        orders::abandon(&house.app, owner, order, 1).await.unwrap();
        orders::open(&house.app, owner, first).await.unwrap();
    }
}

#[tokio::test]
async fn a_full_server_takes_no_more() {
    for house in House::all().await {
        let owner = house.company(1).await;
        let server = house.server(owner, 1).await;
        let (first, version) = house.filled(owner, &server, 1).await;
        let (second, second_version) = house.filled(owner, &server, 2).await;
        let version = orders::submit(&house.app, owner, first, version).await.unwrap();
        let full = orders::submit(&house.app, owner, second, second_version).await.unwrap_err();
        assert_eq!(refusal(full), "no-place-left");
        // Taking back keeps the place, giving up frees it.
        let version = orders::withdraw(&house.app, owner, first, version).await.unwrap();
        let full = orders::submit(&house.app, owner, second, second_version).await.unwrap_err();
        assert_eq!(refusal(full), "no-place-left");
        orders::abandon(&house.app, owner, first, version).await.unwrap();
        orders::submit(&house.app, owner, second, second_version).await.unwrap();
    }
}

#[tokio::test]
async fn returned_mended_and_submitted_again() {
    for house in House::all().await {
        let (owner, desk_actor) = (house.company(1).await, house.reviewer().await);
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        orders::submit(&house.app, owner, order, version).await.unwrap();
        house.work().await;
        let version = house.version(owner, order).await;
        let silent = desk::return_order(&house.app, desk_actor, order, version, Vec::new(), " ".into()).await;
        assert_eq!(refusal(silent.unwrap_err()), "nothing-said");
        let opinion = FieldOpinion {
            field: FieldPath::of(Field::SubjectPersonMobile),
            reason: String::new(),
            words: "无法接通".into(),
        };
        desk::return_order(&house.app, desk_actor, order, version, vec![opinion], String::new())
            .await
            .unwrap();
        house.work().await;
        assert_eq!(house.outbox("mail"), 1, "the owner is told by mail");
        let view = orders::view(&house.app, owner, order).await.unwrap();
        assert!(matches!(&view.stage, Stage::Returned { reason: Reason::Provider { .. }, .. }));

        let mut answers = view.answers;
        answers.subject.person.mobile = sample::mobile(4321).to_string();
        let saved = orders::save_step(&house.app, owner, order, view.version, Step::Subject, answers).await;
        orders::submit(&house.app, owner, order, saved.unwrap().version).await.unwrap();
        house.work().await;
        let review = desk::review(&house.app, desk_actor, order).await.unwrap();
        let fields = review.steps.iter().flat_map(|step| &step.fields);
        let changed: Vec<_> = fields.filter(|field| field.before.is_some()).collect();
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].value, "138****4321");
        assert!(changed[0].masked && changed[0].opinion.is_some());
    }
}

#[tokio::test]
async fn looking_closely_is_written_down() {
    for house in House::all().await {
        let (owner, desk_actor) = (house.company(1).await, house.reviewer().await);
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        orders::submit(&house.app, owner, order, version).await.unwrap();
        house.work().await;
        let masked = desk::review(&house.app, desk_actor, order).await.unwrap();
        let text = format!("{:?}", masked.steps);
        let number = sample::answers(&server, 1).subject.person.certificate_number;
        assert!(!text.contains(&number));
        let full = desk::unmask(&house.app, desk_actor, order).await.unwrap();
        assert!(format!("{:?}", full.steps).contains(&number));
        evidence::show(&house.app, desk_actor, full.evidence[0].id).await.unwrap();

        let filter = JournalFilter { order: Some(order), ..JournalFilter::default() };
        let entries = journal::list(&house.app, desk_actor, filter, Page::first(50)).await.unwrap();
        let names: Vec<&str> = entries.rows.iter().map(|line| line.row.entry.name.as_str()).collect();
        assert_eq!(&names[..2], ["evidence-seen", "unmasked"], "{names:?}");
        assert!(names.contains(&"answers-saved"));
        let report = journal::verify(&house.app, desk_actor, Some(account(owner))).await.unwrap();
        assert_eq!(report.broken_at, None);
        assert!(matches!(desk::review(&house.app, owner, order).await, Err(Failure::Forbidden)));
        assert!(matches!(orders::view(&house.app, desk_actor, order).await, Err(Failure::Forbidden)));
    }
}

#[tokio::test]
async fn pictures_come_once_and_go() {
    for house in House::all().await {
        let (owner, stranger) = (house.company(1).await, house.company(2).await);
        let server = house.server(owner, 1).await;
        let order = orders::open(&house.app, owner, start(&sample::answers(&server, 1))).await.unwrap();
        let add = |bytes| orders::add_evidence(&house.app, owner, order, EvidenceKind::Other, None, bytes);
        let first = add(picture(640, 400)).await.unwrap();
        assert_eq!(add(picture(640, 400)).await.unwrap(), first);
        assert_eq!(refusal(add(picture(200, 200)).await.unwrap_err()), "picture-too-small");
        assert_eq!(refusal(add(b"hello".to_vec()).await.unwrap_err()), "picture-not-a-picture");
        let shown = evidence::show(&house.app, owner, first.evidence.id).await.unwrap();
        assert_eq!(shown.bytes, picture(640, 400));
        let foreign = evidence::show(&house.app, stranger, first.evidence.id).await;
        assert!(matches!(foreign, Err(Failure::Missing)));
        orders::remove_evidence(&house.app, owner, order, first.evidence.id).await.unwrap();
        assert!(matches!(evidence::show(&house.app, owner, first.evidence.id).await, Err(Failure::Missing)));
        let again = add(picture(640, 400)).await.unwrap();
        assert_eq!(
            evidence::show(&house.app, owner, again.evidence.id).await.unwrap().bytes,
            picture(640, 400)
        );
    }
}

#[tokio::test]
async fn an_order_waits_in_line_and_is_overdue() {
    for house in House::all().await {
        let (owner, desk_actor) = (house.company(1).await, house.reviewer().await);
        let server = house.server(owner, 1).await;
        let (order, version) = house.filled(owner, &server, 1).await;
        orders::submit(&house.app, owner, order, version).await.unwrap();
        house.work().await;
        let stats = desk::stats(&house.app, desk_actor).await.unwrap();
        assert_eq!((stats.by_stage[&StageName::InReview], stats.overdue), (1, 0));
        house.clock.advance(TimeDelta::days(3));
        assert_eq!(desk::stats(&house.app, desk_actor).await.unwrap().overdue, 1);
        let inbox = notices::inbox(&house.app, owner, Page::first(10)).await.unwrap();
        assert_eq!(inbox.rows[0].template, "check-passed");
    }
}
