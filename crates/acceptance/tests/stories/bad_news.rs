//! News from the 管局 that cannot be used: it holds up nobody else, and a person is told.

use beian_acceptance::{Customer, FaultKind, On, World, stories};
use beian_app::jobs;
use beian_domain::access::Actor;
use beian_domain::filing::{FiledService, FiledSubject};
use beian_domain::filing_number::{ServiceNumber, SubjectNumber};
use beian_domain::id::{OrderId, ServiceId, SubjectId};
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use beian_store::Page;

stories!(what_cannot_be_applied_holds_up_nobody, news_that_arrives_damaged_comes_again,);

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
