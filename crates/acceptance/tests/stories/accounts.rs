//! Several interface accounts and several processes: one sender per account, each account with its own numbers.

use beian_acceptance::{SECOND_UNIT, World, stories};
use beian_app::exchange::standing_of_account;
use beian_app::jobs;
use beian_app::settings::{AuthorityLink, Batch};
use beian_domain::id::OrderId;
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use chrono::TimeDelta;

stories!(two_processes_speak_for_two_accounts);

/// The accounts as each process knows them: Zhejiang files with the first, Beijing with the second.
fn accounts(world: &World) -> Vec<AuthorityLink> {
    let batch = Batch { records: 2, ..Batch::default() };
    let zhejiang =
        AuthorityLink { name: "zhejiang".into(), provinces: vec![Province::Zhejiang], ..world.link() };
    let beijing = world.second_link("beijing", &[Province::Beijing]);
    [zhejiang, beijing].map(|link| AuthorityLink { batch, ..link }).into()
}

async fn two_processes_speak_for_two_accounts(world: World) {
    let customers = [world.customer().await, world.customer().await];
    let (mut hangzhou, mut beijing): (Vec<OrderId>, Vec<OrderId>) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        for in_beijing in [false, true] {
            let customer = &customers[usize::from(in_beijing)];
            let website = if in_beijing { world.website().in_beijing() } else { world.website() };
            let order = customer.opens(website).await.unwrap();
            customer.fills(order, &website.answers(&customer.server)).await;
            customer.submits(order).await;
            if in_beijing { beijing.push(order) } else { hangzhou.push(order) }
        }
    }
    world.jobs_run().await;
    for order in hangzhou.iter().chain(&beijing) {
        world.reviewer().await.approves(*order).await;
    }
    let one = world.another_process_with("one", accounts(&world)).await;
    let two = world.another_process_with("two", accounts(&world)).await;
    for _ in 0..6 {
        let (first, second) = tokio::join!(jobs::run_due_jobs(&one), jobs::run_due_jobs(&two));
        first.unwrap();
        second.unwrap();
        world.clock.advance(TimeDelta::minutes(3));
    }
    let authority = world.authority();
    for (name, customer, orders, uploads) in [
        ("zhejiang", &customers[0], hangzhou, authority.uploads().await),
        ("beijing", &customers[1], beijing, authority.uploads_of(SECOND_UNIT).await),
    ] {
        let numbers: Vec<i64> = uploads.iter().map(|upload| upload.sequence).collect();
        assert_eq!(numbers, [1, 2], "{name}: three filings in files of two, from 1 without a gap");
        for order in orders {
            assert_eq!(authority.filings(order).await.len(), 1);
            assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
        }
        let standing = standing_of_account(&one, name).await.unwrap();
        assert_eq!((standing.our_last, standing.their_last.unwrap(), standing.open), (2, 2, None));
        assert_eq!((standing.waiting, standing.downloads.unapplied), (0, 0));
    }
    assert!(world.journal_is_unbroken().await);
}
