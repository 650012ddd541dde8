//! Taking an order back (撤销备案) and giving it up (放弃备案).

use beian_acceptance::{World, refused, stories};
use beian_domain::order::stage::StageName;

stories!(withdrawn_and_submitted_again, too_late_to_withdraw, abandoned_with_everything_given_back,);

async fn withdrawn_and_submitted_again(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    customer.withdraws(order).await.unwrap();
    assert_eq!(customer.stage(order).await, StageName::Draft);
    assert_eq!(world.reviewer().await.next().await, None, "it is off the desk");

    // The answers are all there; one is changed, and off it goes again.
    customer.corrects(order, |answers| answers.service_mut(0).name = "示例器皿官网".into()).await;
    customer.submits(order).await;
    world.jobs_run().await;
    assert_eq!(customer.stage(order).await, StageName::InReview);
    assert_eq!(world.reviewer().await.next().await, Some(order));

    // Approved but not sent yet, it can still be taken back, and then nothing is sent.
    world.reviewer().await.approves(order).await;
    customer.withdraws(order).await.unwrap();
    world.minutes_pass(2).await;
    assert_eq!(customer.stage(order).await, StageName::Draft);
    assert_eq!(world.authority().uploads().await, []);
    assert!(world.journal_is_unbroken().await);
}

async fn too_late_to_withdraw(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    world.reviewer().await.approves(order).await;
    world.jobs_run().await;
    // The authority has it: neither back nor away.
    assert_eq!(refused(customer.withdraws(order).await).code, "with-authority");
    assert_eq!(refused(customer.abandons(order).await).code, "with-authority");
    world.persons_in_charge().answer(order).await;
    world.minutes_pass(1).await;
    world.authority().approves(order).await;
    world.minutes_pass(1).await;
    assert_eq!(refused(customer.withdraws(order).await).code, "ended");
}

async fn abandoned_with_everything_given_back(world: World) {
    let customer = world.customer().await;
    let website = world.website();
    let order = customer.opens(website).await.unwrap();
    customer.fills(order, &website.answers(&customer.server)).await;
    customer.submits(order).await;
    world.jobs_run().await;
    let used = async || world.db.store.used_places(customer.server.id, None).await.unwrap();
    assert_eq!(used().await, 1);

    // From review it is first taken back, then given up: the place on the server is free again.
    assert_eq!(refused(customer.abandons(order).await).code, "not-now");
    customer.withdraws(order).await.unwrap();
    customer.abandons(order).await.unwrap();
    assert_eq!(customer.stage(order).await, StageName::Abandoned);
    assert_eq!(used().await, 0);

    // It stays readable and goes nowhere any more; the company is free to begin anew.
    assert_eq!(refused(customer.tries_to_submit(order).await).code, "ended");
    assert_eq!(customer.sees(order).await.answers.service(0).domain, website.domain(&customer.server));
    let again = customer.opens(website).await.unwrap();
    assert_ne!(again, order);
    assert!(world.journal_is_unbroken().await);
}
