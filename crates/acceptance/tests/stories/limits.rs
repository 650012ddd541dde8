//! What one may not do: twice the same company, a full server, other people's orders, two hands at once.

use beian_acceptance::{World, invalid_fields, refused, stories};
use beian_app::{Failure, evidence, filings, orders};
use beian_domain::order::field::Step;
use beian_domain::order::stage::StageName;
use beian_store::Page;

stories!(
    one_running_order_for_one_company,
    five_websites_on_one_server,
    other_peoples_orders_do_not_exist,
    a_doubled_click_counts_once,
    a_stale_form_changes_nothing,
    two_reviewers_decide_once,
);

async fn one_running_order_for_one_company(world: World) {
    let (customer, stranger) = (world.customer().await, world.customer().await);
    let website = world.website();
    let order = customer.opens(website).await.unwrap();
    // The second attempt leads to the first order.
    let again = refused(customer.opens(website).await);
    assert_eq!((again.code.as_str(), &again.facts["order"]), ("already-running", &order.to_string()));
    // A draft keeps nobody else from the company.
    stranger.opens(website).await.unwrap();
    // What was submitted does: no other order can become that company, and nobody is told whose it is.
    let submitted = customer.prepares_website().await;
    customer.submits(submitted).await;
    let other = stranger.opens(world.website()).await.unwrap();
    let mut stolen = stranger.sees(other).await.answers;
    stolen.subject.certificate_number = customer.sees(submitted).await.answers.subject.certificate_number;
    let taken = orders::save_step(&world.app, stranger.actor, other, 1, Step::Basics, stolen).await;
    let taken = refused(taken);
    assert_eq!((taken.code.as_str(), taken.facts.get("order")), ("already-running", None));
}

async fn five_websites_on_one_server(world: World) {
    let customer = world.customer().await;
    for _ in 0..5 {
        customer.files_website().await;
    }
    let sixth = customer.prepares_website().await;
    let view = customer.sees(sixth).await;
    assert_eq!(view.resources[0].used, 5, "and the page says so before anything is submitted");
    let full = refused(customer.tries_to_submit(sixth).await);
    assert_eq!((full.code.as_str(), full.facts["places"].as_str()), ("no-place-left", "5"));
    assert_eq!(customer.stage(sixth).await, StageName::Draft);
}

async fn other_peoples_orders_do_not_exist(world: World) {
    let (customer, stranger) = (world.customer().await, world.customer().await);
    let order = customer.prepares_website().await;
    let view = customer.sees(order).await;
    let (app, actor, version) = (&world.app, stranger.actor, view.version);
    assert!(matches!(orders::view(app, actor, order).await, Err(Failure::Missing)));
    assert!(matches!(orders::preview(app, actor, order).await, Err(Failure::Missing)));
    assert!(matches!(orders::submit(app, actor, order, version).await, Err(Failure::Missing)));
    assert!(matches!(orders::withdraw(app, actor, order, version).await, Err(Failure::Missing)));
    assert!(matches!(orders::abandon(app, actor, order, version).await, Err(Failure::Missing)));
    let saved = orders::save_step(app, actor, order, version, Step::Subject, view.answers.clone()).await;
    assert!(matches!(saved, Err(Failure::Missing)));
    let picture = view.answers.evidence[0].id;
    assert!(matches!(evidence::show(app, actor, picture).await, Err(Failure::Missing)));
    assert!(matches!(orders::remove_evidence(app, actor, order, picture).await, Err(Failure::Missing)));
    let own = orders::list_own(app, actor, Page::first(10)).await.unwrap();
    assert!(own.lines.is_empty() && filings::mine(app, actor).await.unwrap().is_empty());
    // Nor may anybody use another's server.
    let website = world.website();
    let theirs = stranger.opens(website).await.unwrap();
    stranger.fills(theirs, &website.answers(&customer.server)).await;
    let tried = invalid_fields(stranger.tries_to_submit(theirs).await);
    assert!(tried.contains("services.0.access.resource: resource-unknown"), "{tried:?}");
    // Whoever owns it finds it as it was.
    assert_eq!(customer.sees(order).await, view);
}

async fn a_doubled_click_counts_once(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    let version = customer.sees(order).await.version;
    let click = || orders::submit(&world.app, customer.actor, order, version);
    let (first, second) = tokio::join!(click(), click());
    let clicks = [first, second];
    assert_eq!(clicks.iter().filter(|click| click.is_ok()).count(), 1, "{clicks:?}");
    assert!(clicks.iter().any(|click| matches!(click, Err(Failure::Stale))), "{clicks:?}");
    world.jobs_run().await;
    assert_eq!(customer.history(order).await, ["opened", "submitted", "check-passed"]);
    assert_eq!(world.db.store.used_places(customer.server.id, None).await.unwrap(), 1);
}

async fn a_stale_form_changes_nothing(world: World) {
    let customer = world.customer().await;
    let order = customer.prepares_website().await;
    // Two windows show the same order; the first one saves.
    let shown = customer.sees(order).await;
    customer.corrects(order, |answers| answers.subject.remark = "第一个窗口".into()).await;
    let mut second = shown.answers.clone();
    second.subject.remark = "第二个窗口".into();
    let saved =
        orders::save_step(&world.app, customer.actor, order, shown.version, Step::Subject, second).await;
    assert!(matches!(saved, Err(Failure::Stale)));
    let submitted = orders::submit(&world.app, customer.actor, order, shown.version).await;
    assert!(matches!(submitted, Err(Failure::Stale)));
    let now = customer.sees(order).await;
    assert_eq!((now.answers.subject.remark.as_str(), now.stage.name()), ("第一个窗口", StageName::Draft));
}

async fn two_reviewers_decide_once(world: World) {
    let customer = world.customer().await;
    let order = customer.files_website().await;
    world.jobs_run().await;
    let (one, other) = (world.reviewer().await, world.reviewer().await);
    let (first, second) = tokio::join!(one.tries_to_approve(order), other.tries_to_approve(order));
    let decisions = [first, second];
    assert_eq!(decisions.iter().filter(|decision| decision.is_ok()).count(), 1, "{decisions:?}");
    world.minutes_pass(2).await;
    assert_eq!(world.authority().uploads().await.len(), 1);
}
