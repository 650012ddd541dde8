//! The ministry's phone check (短信核验): missed, failed, and what becomes of the order.

use beian_acceptance::{Customer, World, stories};
use beian_domain::id::OrderId;
use beian_domain::order::stage::{Round, Stage, StageName};

stories!(missed_and_sent_again_as_it_is, failed_by_too_many_wrong_codes, done_in_the_last_hour);

async fn waits_for_the_phones(world: &World, customer: &Customer<'_>) -> OrderId {
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    // The authority texts as soon as it has looked at the file, which it does when it is next asked for news.
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    order
}

async fn missed_and_sent_again_as_it_is(world: World) {
    let customer = world.customer().await;
    let order = waits_for_the_phones(&world, &customer).await;

    // Nobody looks at the phone for a day: the order is back at the desk, nothing is wrong with it.
    world.time_passes(25).await;
    let view = customer.sees(order).await;
    assert!(matches!(view.stage, Stage::InReview { round: Round::PhoneCheckMissed, .. }), "{:?}", view.stage);

    // The reviewer calls the customer and sends it again as it is.
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    let sequences: Vec<i64> =
        world.authority().uploads().await.iter().map(|upload| upload.sequence).collect();
    assert_eq!(sequences, [1, 2]);
    assert_eq!(customer.service_numbers().await.len(), 1);
    assert!(world.journal_is_unbroken().await);
}

async fn failed_by_too_many_wrong_codes(world: World) {
    let customer = world.customer().await;
    let order = waits_for_the_phones(&world, &customer).await;

    // Five wrong codes are forgiven, the sixth sends the order back.
    let page = world.persons_in_charge().mistype(order, 5).await;
    assert!(page.contains("再错一次"), "{page}");
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    let page = world.persons_in_charge().mistype(order, 1).await;
    assert!(page.contains("已退回"), "{page}");
    world.minutes_pass(1).await;
    let view = customer.sees(order).await;
    assert!(matches!(view.stage, Stage::InReview { round: Round::PhoneCheckFailed, .. }), "{:?}", view.stage);

    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    assert!(customer.went_through(order, &["phone-check-failed", "phone-check-passed", "granted"]).await);
}

async fn done_in_the_last_hour(world: World) {
    let customer = world.customer().await;
    let order = waits_for_the_phones(&world, &customer).await;
    world.time_passes(23).await;
    world.persons_in_charge().answer(order).await;
    // The platform hears of it only after the day is over, and is not confused by its own watch.
    world.time_passes(3).await;
    assert_eq!(customer.stage(order).await, StageName::WithAuthority);
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
}
