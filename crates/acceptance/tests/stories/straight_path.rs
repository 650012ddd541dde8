//! The straight path: from sign-up to the number.

use beian_acceptance::{Outbox, World, stories};
use beian_app::notices;
use beian_domain::order::stage::StageName;
use beian_domain::order::waiting::Party;
use beian_store::Page;

stories!(from_sign_up_to_the_number, everybody_is_told_what_concerns_them);

async fn from_sign_up_to_the_number(world: World) {
    // A company signs up, answers the questions, brings its papers and submits.
    let customer = world.customer().await;
    let order = customer.files_website().await;
    assert_eq!(customer.stage(order).await, StageName::Checking);

    // The platform checks by itself; nothing is wrong, so the reviewer gets it.
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::InReview);
    assert_eq!(customer.sees(order).await.waiting.party, Party::Reviewer);
    let reviewer = world.reviewer().await;
    assert_eq!(reviewer.next().await, Some(order));

    // The reviewer approves; the platform sends it to the 管局, which texts the persons in charge.
    reviewer.approves(order).await;
    assert_eq!(customer.stage(order).await, StageName::Sending);
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    assert_eq!(customer.sees(order).await.waiting.party, Party::PersonsInCharge);

    // They enter their codes; now it waits for the 管局 alone.
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::WithAuthority);

    // The 管局 grants it, and the number is there.
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(customer.stage(order).await, StageName::Filed);
    let numbers = customer.service_numbers().await;
    assert_eq!(numbers.len(), 1);
    assert!(numbers[0].starts_with("浙ICP备2026") && numbers[0].ends_with("号-1"), "{numbers:?}");
    assert!(world.authority().numbers().await.contains(&numbers[0]));

    // What happened can be told from beginning to end, and none of it can be told differently later.
    let events = [
        "opened",
        "submitted",
        "check-passed",
        "approved-by-reviewer",
        "departed",
        "phone-check-started",
        "phone-check-passed",
        "granted",
    ];
    assert_eq!(customer.history(order).await, events);
    assert_eq!(world.authority().uploads().await.len(), 1);
    assert_eq!(world.authority().files_waiting().await, 0);
    assert!(world.journal_is_unbroken().await);
}

async fn everybody_is_told_what_concerns_them(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;

    // Both persons in charge get an SMS that the ministry's code is coming.
    assert_eq!(world.letters(Outbox::Sms).len(), 2);
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;

    // The owner gets mail about every step that is news, the last one with the number in it.
    let number = customer.service_numbers().await.remove(0);
    let mail = world.letters(Outbox::Mail);
    assert!(mail.iter().all(|mail| mail.contains(&customer.email)), "{mail:?}");
    assert!(mail.len() >= 3, "phone check started, passed, granted: {}", mail.len());
    let inbox = notices::inbox(&world.app, customer.actor, Page::first(50)).await.unwrap();
    let told = inbox.rows.iter().find(|line| line.template == "granted").unwrap();
    assert_eq!(told.facts["service-number"], number);
    // Working on does not tell anybody twice.
    let sent = mail.len();
    world.minutes_pass(5).await;
    assert_eq!(world.letters(Outbox::Mail).len(), sent);
}
