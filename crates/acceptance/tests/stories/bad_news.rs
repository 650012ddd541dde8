//! News from the 管局 that cannot be used: it holds up nobody else, and a person is told.

use beian_acceptance::{Customer, FaultKind, LINK, On, World, stories};
use beian_app::jobs;
use beian_domain::access::Actor;
use beian_domain::filing::{FiledService, FiledSubject};
use beian_domain::filing_number::{ServiceNumber, SubjectNumber};
use beian_domain::id::{OrderId, ServiceId, SubjectId};
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use beian_store::{Backlog, Page};

stories!(
    what_cannot_be_applied_holds_up_nobody,
    news_that_arrives_damaged_comes_again,
    an_archive_damaged_before_it_got_its_hash_comes_again,
    an_archive_that_stays_damaged_is_set_aside,
    a_lost_answer_to_an_acknowledgement_leaves_nothing_open,
);

/// An order that waits for the verdict.
async fn with_authority(world: &World, customer: &Customer<'_>) -> OrderId {
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.minutes_pass(1).await;
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(2).await;
    assert_eq!(customer.stage(order).await, StageName::WithAuthority);
    order
}

async fn stuck(world: &World, desk: Actor) -> Vec<JobKind> {
    let stuck = jobs::stuck(&world.app, desk, Page::first(10)).await.unwrap();
    stuck.rows.iter().map(|job| job.kind).collect()
}

/// What of the fetched files is not finished here.
async fn backlog(world: &World) -> Backlog {
    world.db.store.download_backlog(LINK).await.unwrap()
}

/// Enters the domain of an order for somebody else, as a mistaken import of older filings would.
async fn takes_the_domain(world: &World, order: OrderId) {
    let store = &world.db.store;
    let order = store.order(order).await.unwrap().unwrap();
    let snapshot = store.snapshot(order.stage.snapshot().unwrap()).await.unwrap().unwrap();
    let granted_at = order.opened_at;
    let number = SubjectNumber::parse("浙ICP备2019999999号").unwrap();
    let mut subject = snapshot.subject.clone();
    subject.id = SubjectId::from_i64(4).unwrap();
    let mut service = snapshot.services[0].clone();
    service.id = ServiceId::from_i64(5).unwrap();
    let service = FiledService {
        account: order.account,
        order: order.id,
        subject: subject.id,
        number: ServiceNumber::parse("浙ICP备2019999999号-1").unwrap(),
        service,
        granted_at,
    };
    let subject = FiledSubject { account: order.account, order: order.id, number, subject, granted_at };
    let tx = store.begin().await.unwrap();
    tx.enter(&subject, &[service]).await.unwrap();
    tx.commit().await.unwrap();
}

async fn what_cannot_be_applied_holds_up_nobody(world: World) {
    let (one, other) = (world.customer().await, world.customer().await);
    let (first, second) = (with_authority(&world, &one).await, with_authority(&world, &other).await);
    let desk = world.reviewer().await.actor;
    takes_the_domain(&world, first).await;
    world.authority().approves(first).await;
    world.authority().approves(second).await;
    world.minutes_pass(3).await;

    assert_eq!(one.stage(first).await, StageName::WithAuthority, "its number cannot be entered");
    assert_eq!(other.stage(second).await, StageName::Filed, "which is nothing to the other");
    assert_eq!(world.authority().files_waiting().await, 0, "all news is kept here");
    assert_eq!(stuck(&world, desk).await, [JobKind::ApplyDownload]);
    assert!(world.journal_is_unbroken().await);
}

async fn news_that_arrives_damaged_comes_again(world: World) {
    let customer = world.customer().await;
    let order = with_authority(&world, &customer).await;
    let desk = world.reviewer().await.actor;
    world
        .authority()
        .suffers(&[(On::Download, FaultKind::WrongHash), (On::Download, FaultKind::WrongHash)])
        .await;
    world.authority().approves(order).await;
    world.minutes_pass(2).await;
    assert_eq!(stuck(&world, desk).await, [JobKind::PollAuthority], "told once");
    assert_eq!(customer.stage(order).await, StageName::WithAuthority);
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    assert_eq!(stuck(&world, desk).await, [], "it went well by itself");
}

async fn an_archive_damaged_before_it_got_its_hash_comes_again(world: World) {
    let customer = world.customer().await;
    let order = with_authority(&world, &customer).await;
    let desk = world.reviewer().await.actor;
    world
        .authority()
        .suffers(&[(On::Download, FaultKind::CorruptZip), (On::Download, FaultKind::CorruptZip)])
        .await;
    world.authority().approves(order).await;
    world.minutes_pass(2).await;
    assert_eq!(stuck(&world, desk).await, [JobKind::PollAuthority], "told once");
    assert_eq!(world.authority().files_waiting().await, 1, "it is not acknowledged");
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    assert_eq!(stuck(&world, desk).await, [], "it went well by itself");
    assert_eq!(backlog(&world).await, Backlog { unapplied: 0, oldest_unacknowledged: None });
}

async fn an_archive_that_stays_damaged_is_set_aside(world: World) {
    let customer = world.customer().await;
    let order = with_authority(&world, &customer).await;
    let desk = world.reviewer().await.actor;
    let damaged = (On::Download, FaultKind::CorruptZip);
    world.authority().suffers(&vec![damaged; 30]).await;
    world.authority().approves(order).await;
    world.minutes_pass(9).await;
    assert_eq!(world.authority().files_waiting().await, 1, "it may still come whole");
    world.minutes_pass(3).await;
    assert_eq!(world.authority().files_waiting().await, 0, "it holds up nothing any more");
    assert!(stuck(&world, desk).await.contains(&JobKind::ApplyDownload), "a person looks at it");
    assert_eq!(backlog(&world).await.unapplied, 1, "and it is kept");
}

async fn a_lost_answer_to_an_acknowledgement_leaves_nothing_open(world: World) {
    let customer = world.customer().await;
    let order = with_authority(&world, &customer).await;
    world.authority().suffers(&[(On::Ack, FaultKind::DropReply)]).await;
    world.authority().approves(order).await;
    world.minutes_pass(3).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    assert_eq!(world.authority().files_waiting().await, 0, "it was acknowledged, only nobody heard of it");
    assert_eq!(backlog(&world).await, Backlog { unapplied: 0, oldest_unacknowledged: None });
}
