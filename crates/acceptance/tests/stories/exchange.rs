//! The exchange with the 管局 when things go wrong: nothing is lost, nothing is sent twice.

use std::time::Duration;

use beian_acceptance::{Customer, FaultKind, On, World, stories};
use beian_app::settings::{AuthorityLink, Batch};
use beian_app::{App, jobs};
use beian_domain::id::OrderId;
use beian_domain::order::stage::StageName;
use chrono::TimeDelta;
use tokio::net::TcpListener;

stories!(
    the_authority_is_down_for_a_day,
    the_authority_talks_rubbish,
    the_authority_closes_for_maintenance,
    the_authority_answers_too_late,
    the_reply_is_lost_after_the_file_was_taken,
    the_news_overtakes_a_lost_reply,
    the_same_news_comes_twice,
    two_workers_send_once,
    a_worker_dies_before_its_file_has_left,
    a_worker_dies_after_its_file_was_taken,
);

/// An approved order that nobody has sent yet.
pub(super) async fn approved(world: &World, customer: &Customer<'_>) -> OrderId {
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    order
}

/// Nothing is heard of the process that spoke for us: after two minutes another may.
fn the_first_process_falls_silent(world: &World) {
    world.clock.advance(TimeDelta::minutes(3));
}

/// The rest of the way, and what must be true at its end whatever happened before.
async fn ends_well(world: &World, customer: &Customer<'_>, order: OrderId) {
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(2).await;
    world.authority().approves(order).await;
    world.minutes_pass(2).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    assert_eq!(world.authority().uploads().await.len(), 1, "taken exactly once");
    assert_eq!(world.authority().filings(order).await.len(), 1);
    assert_eq!(world.authority().files_waiting().await, 0, "all news was confirmed");
    assert_eq!(customer.service_numbers().await.len(), 1);
    assert_eq!(customer.history(order).await.iter().filter(|event| **event == "departed").count(), 1);
    assert!(world.journal_is_unbroken().await);
}

async fn the_authority_is_down_for_a_day(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    // A process that knows a wrong address stands for an authority that is not there.
    let nowhere = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let cut_off =
        world.another_process_calling("cut off", &format!("http://{nowhere}"), Duration::from_secs(5)).await;
    for _ in 0..48 {
        jobs::run_due_jobs(&cut_off).await.unwrap();
        world.clock.advance(TimeDelta::minutes(30));
    }
    assert_eq!(customer.stage(order).await, StageName::Sending, "it waits, and is not given up");
    assert_eq!(world.authority().uploads().await, []);
    world.time_passes(1).await;
    ends_well(&world, &customer, order).await;
}

async fn the_authority_talks_rubbish(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    let rubbish = [
        (On::Upload, FaultKind::Rubbish),
        (On::Upload, FaultKind::Http500),
        (On::Upload, FaultKind::RefuseConnectionLike),
        (On::Query, FaultKind::Rubbish),
        (On::Query, FaultKind::Http500),
        (On::Download, FaultKind::Rubbish),
        (On::Download, FaultKind::WrongHash),
        (On::Download, FaultKind::Http500),
        (On::Ack, FaultKind::Http500),
    ];
    world.authority().suffers(&rubbish).await;
    world.minutes_pass(12).await;
    ends_well(&world, &customer, order).await;
    assert_eq!(world.authority().faults_left().await, 0, "all of it has happened");
}

async fn the_authority_closes_for_maintenance(world: World) {
    let customer = world.customer().await;
    // Nobody is kept from beginning while it is closed.
    world
        .authority()
        .suffers(&[(On::Status, FaultKind::Maintenance), (On::Status, FaultKind::Http500)])
        .await;
    let order = customer.prepares_website().await;
    // The check asks again before a reviewer looks; until the authority answers, the order waits.
    world.authority().suffers(&[(On::Status, FaultKind::Maintenance)]).await;
    customer.submits(order).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::Checking);
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::InReview);
    world.reviewer().await.approves(order).await;
    let closed = [(On::Upload, FaultKind::Maintenance), (On::Upload, FaultKind::Code { code: 15 })];
    world.authority().suffers(&closed).await;
    world.minutes_pass(5).await;
    ends_well(&world, &customer, order).await;
}

async fn the_authority_answers_too_late(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    let slow = FaultKind::DelayMs { ms: 3_000 };
    world.authority().suffers(&[(On::Upload, slow.clone()), (On::Download, slow)]).await;
    the_first_process_falls_silent(&world);
    let hasty =
        world.another_process_calling("hasty", &world.authority().address(), Duration::from_secs(1)).await;
    jobs::run_due_jobs(&hasty).await.unwrap();
    assert_eq!(world.authority().uploads().await.len(), 1, "it was taken, only nobody heard of it");
    assert_eq!(customer.stage(order).await, StageName::Sending);
    // The lead of the process that died away runs out, then another one asks what the authority holds.
    world.minutes_pass(3).await;
    ends_well(&world, &customer, order).await;
}

async fn the_reply_is_lost_after_the_file_was_taken(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    let lost = [
        (On::Upload, FaultKind::DropReply),
        (On::Query, FaultKind::DropReply),
        (On::Download, FaultKind::DropReply),
        (On::Ack, FaultKind::DropReply),
    ];
    world.authority().suffers(&lost).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::Sending);
    assert_eq!(world.authority().uploads().await.len(), 1);
    world.minutes_pass(6).await;
    ends_well(&world, &customer, order).await;
    assert_eq!(world.authority().faults_left().await, 0);
}

/// The persons in charge have answered their SMS before we even learn that the file was taken: the news is proof
/// enough, and must not be dropped because it came out of turn.
async fn the_news_overtakes_a_lost_reply(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    world.authority().suffers(&[(On::Upload, FaultKind::DropReply), (On::Query, FaultKind::Http500)]).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::Sending);
    world.persons_in_charge().answer(order).await;
    world.clock.advance(TimeDelta::seconds(61));
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::WithAuthority);
    world.authority().approves(order).await;
    world.minutes_pass(2).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    assert_eq!(world.authority().uploads().await.len(), 1, "taken exactly once");
}

async fn the_same_news_comes_twice(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    world.jobs_run().await;
    world.persons_in_charge().answer(order).await;
    // Three confirmations in a row do not arrive: every file comes again.
    world
        .authority()
        .suffers(&[
            (On::Ack, FaultKind::Http500),
            (On::Ack, FaultKind::Rubbish),
            (On::Ack, FaultKind::RefuseConnectionLike),
        ])
        .await;
    world.minutes_pass(5).await;
    world.authority().approves(order).await;
    world.authority().suffers(&[(On::Ack, FaultKind::Http500)]).await;
    world.minutes_pass(3).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    let history = customer.history(order).await;
    for event in ["phone-check-passed", "granted"] {
        assert_eq!(history.iter().filter(|slug| **slug == event).count(), 1, "{history:?}");
    }
    assert_eq!(world.authority().files_waiting().await, 0);
    assert_eq!(customer.service_numbers().await.len(), 1);
}

async fn two_workers_send_once(world: World) {
    let customer = world.customer().await;
    let mut orders = Vec::new();
    for _ in 0..3 {
        orders.push(approved(&world, &customer).await);
    }
    let alone = || {
        let batch = Batch { records: 1, ..Batch::default() };
        vec![AuthorityLink { batch, ..world.link() }]
    };
    let one = world.another_process_with("one", alone()).await;
    let two = world.another_process_with("two", alone()).await;
    for _ in 0..8 {
        let (first, second) = tokio::join!(jobs::run_due_jobs(&one), jobs::run_due_jobs(&two));
        first.unwrap();
        second.unwrap();
        world.clock.advance(TimeDelta::minutes(3));
    }
    let uploads = world.authority().uploads().await;
    let sequences: Vec<i64> = uploads.iter().map(|upload| upload.sequence).collect();
    assert_eq!(sequences, [1, 2, 3], "three files, no gap, none doubled");
    for order in orders {
        assert_eq!(world.authority().filings(order).await.len(), 1);
        assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    }
    assert!(world.journal_is_unbroken().await);
}

/// Lets a worker begin, and ends it in the middle of its call as soon as `far_enough` says so.
async fn dies_in_its_call(worker: App, far_enough: impl AsyncFn() -> bool) {
    let working = tokio::spawn(async move { jobs::run_due_jobs(&worker).await });
    let reached = async {
        while !far_enough().await {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), reached).await.expect("the worker gets that far");
    working.abort();
    assert!(working.await.is_err(), "it died before it was done");
}

async fn a_worker_dies_before_its_file_has_left(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    // Somebody picks up and says nothing: the call never reaches the authority.
    let silence = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", silence.local_addr().unwrap());
    the_first_process_falls_silent(&world);
    let doomed = world.another_process_calling("doomed", &address, Duration::from_mins(2)).await;
    let departed = async || customer.history(order).await.contains(&"departed");
    dies_in_its_call(doomed, departed).await;
    assert_eq!(world.authority().uploads().await, []);

    // Its lease runs out; the next worker asks what the authority holds before it sends.
    world.authority().suffers(&[(On::Query, FaultKind::DelayMs { ms: 0 })]).await;
    world.time_passes(1).await;
    world.minutes_pass(1).await;
    assert_eq!(world.authority().faults_left().await, 0, "it asked");
    ends_well(&world, &customer, order).await;
}

async fn a_worker_dies_after_its_file_was_taken(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    world.authority().suffers(&[(On::Upload, FaultKind::DelayMs { ms: 60_000 })]).await;
    the_first_process_falls_silent(&world);
    let doomed = world.another_process("doomed").await;
    let taken = async || !world.authority().uploads().await.is_empty();
    dies_in_its_call(doomed, taken).await;
    assert_eq!(customer.stage(order).await, StageName::Sending);
    world.time_passes(1).await;
    world.minutes_pass(1).await;
    ends_well(&world, &customer, order).await;
}
