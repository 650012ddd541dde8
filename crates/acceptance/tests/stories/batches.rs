//! Many filings in one file: who travels together, who stays behind, and that each answer finds its order.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use beian_acceptance::{Customer, FaultKind, LINK, On, World, jpeg, png, stories};
use beian_app::settings::Batch;
use beian_app::{Page, jobs, orders};
use beian_authority::packing::unpack_bytes;
use beian_domain::evidence::EvidenceKind;
use beian_domain::id::OrderId;
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use chrono::TimeDelta;

use super::exchange::approved;

stories!(
    what_waits_together_travels_together,
    an_order_waits_for_company,
    a_file_holds_so_many_and_no_more,
    a_file_is_so_large_and_no_larger,
    what_is_too_large_for_any_file_is_named,
    what_cannot_be_packed_holds_up_nobody,
    who_is_withdrawn_while_the_file_is_packed_stays_behind,
    the_reply_to_a_full_file_is_lost,
    a_file_that_went_first_wakes_those_behind_it,
);

/// So many approved orders of one customer that nobody has sent yet.
pub(super) async fn several(world: &World, customer: &Customer<'_>, count: usize) -> Vec<OrderId> {
    let mut orders = Vec::new();
    for _ in 0..count {
        orders.push(customer.files_website().await);
    }
    world.jobs_run().await;
    for order in &orders {
        world.reviewer().await.approves(*order).await;
    }
    orders
}

/// The number of the file in which each order came, once each.
async fn came_in(world: &World, orders: &[OrderId]) -> Vec<i64> {
    let mut numbers = Vec::new();
    for order in orders {
        let filings = world.authority().filings(*order).await;
        assert_eq!(filings.len(), 1, "{order} came once");
        numbers.push(filings[0].sequence);
    }
    numbers
}

/// The orders whose upload waits for a person, with what it says.
pub(super) async fn stuck_uploads(world: &World) -> Vec<(Option<OrderId>, String)> {
    let desk = world.reviewer().await.actor;
    let stuck = jobs::stuck(&world.app, desk, Page::first(10)).await.unwrap();
    let uploads = stuck.rows.into_iter().filter(|job| job.kind == JobKind::Upload);
    uploads.map(|job| (job.order, job.last_error.unwrap_or_default())).collect()
}

/// Two approved orders of each of two customers.
pub(super) async fn of_both(world: &World, one: &Customer<'_>, other: &Customer<'_>) -> Vec<OrderId> {
    let mut orders = Vec::new();
    for customer in [one, one, other, other] {
        orders.push(customer.files_website().await);
    }
    world.jobs_run().await;
    for order in &orders {
        world.reviewer().await.approves(*order).await;
    }
    orders
}

async fn what_waits_together_travels_together(world: World) {
    let (one, other) = (world.customer().await, world.customer().await);
    let orders = of_both(&world, &one, &other).await;
    world.jobs_run().await;
    assert_eq!(came_in(&world, &orders).await, [1, 1, 1, 1], "one file");
    for order in &orders {
        world.persons_in_charge().answer(*order).await;
    }
    world.minutes_pass(2).await;
    // Each gets the answer that is its own.
    world.authority().refuses(orders[2], "网站名称与主体无关").await;
    for order in [orders[3], orders[0], orders[1]] {
        world.authority().approves(order).await;
    }
    world.minutes_pass(2).await;
    assert_eq!([one.stage(orders[0]).await, one.stage(orders[1]).await], [StageName::Filed; 2]);
    assert_eq!(other.stage(orders[2]).await, StageName::Returned);
    assert_eq!(other.stage(orders[3]).await, StageName::Filed);
    assert_eq!((one.service_numbers().await.len(), other.service_numbers().await.len()), (2, 1));
    assert_eq!(world.authority().uploads().await.len(), 1);
    assert_eq!(world.authority().files_waiting().await, 0);
    assert!(world.journal_is_unbroken().await);
}

async fn an_order_waits_for_company(mut world: World) {
    world.batches(Batch { wait: Duration::from_mins(10), ..Batch::default() }).await;
    let customer = world.customer().await;
    let first = approved(&world, &customer).await;
    world.minutes_pass(5).await;
    let second = approved(&world, &customer).await;
    world.jobs_run().await;
    assert_eq!(world.authority().uploads().await, [], "the first has time until ten past");
    assert!(customer.withdraws(second).await.is_ok(), "and who waits can still turn back");
    let third = approved(&world, &customer).await;
    world.minutes_pass(5).await;
    let orders = [first, third];
    assert_eq!(came_in(&world, &orders).await, [1, 1], "nobody waits longer because others came later");
    assert_eq!(customer.stage(second).await, StageName::Draft);
    world.minutes_pass(10).await;
    assert_eq!(world.authority().uploads().await.len(), 1, "the job of the second found nothing to do");
    assert_eq!(stuck_uploads(&world).await, []);
}

async fn a_file_holds_so_many_and_no_more(mut world: World) {
    world.batches(Batch { records: 2, ..Batch::default() }).await;
    let customer = world.customer().await;
    let orders = several(&world, &customer, 5).await;
    world.jobs_run().await;
    let mut numbers = came_in(&world, &orders).await;
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 1, 2, 2, 3]);
}

/// How large the document of a sent file is.
async fn document_bytes(world: &World, number: i64) -> u64 {
    let sent = world.db.store.upload_by_sequence(LINK, number).await.unwrap().unwrap();
    unpack_bytes(&sent.bytes).unwrap().len() as u64
}

async fn a_file_is_so_large_and_no_larger(mut world: World) {
    let sample = approved(&world, &world.customer().await).await;
    world.jobs_run().await;
    assert_eq!(came_in(&world, &[sample]).await, [1]);
    let one = document_bytes(&world, 1).await;
    // Room for three, but not for four.
    let bytes = one * 7 / 2;
    world.batches(Batch { bytes, ..Batch::default() }).await;
    let orders = several(&world, &world.customer().await, 4).await;
    world.jobs_run().await;
    let mut numbers = came_in(&world, &orders).await;
    numbers.sort_unstable();
    assert_eq!(numbers, [2, 2, 2, 3]);
    assert!(document_bytes(&world, 2).await <= bytes);
}

async fn what_is_too_large_for_any_file_is_named(mut world: World) {
    let sample = approved(&world, &world.customer().await).await;
    world.jobs_run().await;
    let bytes = document_bytes(&world, 1).await + 500;
    world.batches(Batch { bytes, ..Batch::default() }).await;
    let customer = world.customer().await;
    let long = customer.prepares_website().await;
    customer.corrects(long, |answers| answers.service_mut(0).remark = "示例".repeat(200)).await;
    customer.submits(long).await;
    world.jobs_run().await;
    world.reviewer().await.approves(long).await;
    let fits = approved(&world, &customer).await;
    world.minutes_pass(1).await;
    assert_eq!(came_in(&world, &[sample, fits]).await, [1, 2]);
    assert_eq!(customer.stage(long).await, StageName::Sending);
    let stuck = stuck_uploads(&world).await;
    assert_eq!(stuck.len(), 1);
    assert_eq!(stuck[0].0, Some(long));
    assert!(stuck[0].1.contains(&long.to_string()) && stuck[0].1.contains(&bytes.to_string()), "{stuck:?}");
}

async fn what_cannot_be_packed_holds_up_nobody(world: World) {
    let customer = world.customer().await;
    let first = customer.files_website().await;
    let spoilt = customer.prepares_website().await;
    // A picture whose head is whole and whose body is not: that shows only when it is made small.
    let mut cut = png(1600, 1200, 90);
    cut.truncate(cut.len() / 2);
    let app = &world.app;
    orders::add_evidence(app, customer.actor, spoilt, EvidenceKind::VerificationPhoto, None, cut)
        .await
        .unwrap();
    customer.submits(spoilt).await;
    let last = customer.files_website().await;
    world.jobs_run().await;
    for order in [first, spoilt, last] {
        world.reviewer().await.approves(order).await;
    }
    world.jobs_run().await;
    assert_eq!(came_in(&world, &[first, last]).await, [1, 1]);
    let stages = [customer.stage(first).await, customer.stage(spoilt).await, customer.stage(last).await];
    assert_eq!(stages, [StageName::PhoneCheck, StageName::Sending, StageName::PhoneCheck]);
    let stuck = stuck_uploads(&world).await;
    assert_eq!(stuck.len(), 1, "{stuck:?}");
    assert_eq!(stuck[0].0, Some(spoilt));
    let what = &stuck[0].1;
    assert!(what.contains(&spoilt.to_string()) && what.contains("verification-photo"), "{what}");
    assert!(customer.withdraws(spoilt).await.is_ok(), "the customer brings a better picture");
}

/// Every file of evidence on the disk.
fn evidence_files(directory: &Path) -> Vec<PathBuf> {
    let shelves = std::fs::read_dir(directory.join("evidence")).unwrap().flatten();
    let files = shelves.filter_map(|shelf| std::fs::read_dir(shelf.path()).ok()).flatten().flatten();
    files.map(|file| file.path()).filter(|path| path.is_file()).collect()
}

async fn who_is_withdrawn_while_the_file_is_packed_stays_behind(world: World) {
    let customer = world.customer().await;
    let mut orders = vec![customer.files_website().await, customer.files_website().await];
    let before = evidence_files(world.db.directory());
    let slow = customer.prepares_website().await;
    let (picture, kind) = (jpeg(640, 400, 77), EvidenceKind::VerificationPhoto);
    orders::add_evidence(&world.app, customer.actor, slow, kind, None, picture).await.unwrap();
    customer.submits(slow).await;
    orders.push(slow);
    world.jobs_run().await;
    // A disk that lets its reader wait: whoever packs the third order has packed the others.
    let new: Vec<_> =
        evidence_files(world.db.directory()).into_iter().filter(|path| !before.contains(path)).collect();
    let [file] = &new[..] else { panic!("one new picture") };
    let aside = world.db.directory().join("aside");
    std::fs::rename(file, &aside).unwrap();
    assert!(Command::new("mkfifo").arg(file).status().unwrap().success());
    for order in &orders {
        approve_unseen(&world, *order).await;
    }
    let app = world.app.clone();
    let working = tokio::spawn(async move { jobs::run_due_jobs(&app).await.unwrap() });
    let fifo = file.clone();
    let opened =
        tokio::task::spawn_blocking(move || std::fs::File::options().write(true).open(fifo).unwrap());
    let mut pipe = tokio::time::timeout(Duration::from_mins(1), opened).await.unwrap().unwrap();
    assert!(customer.withdraws(orders[1]).await.is_ok(), "nothing has left yet");
    let bytes = std::fs::read(&aside).unwrap();
    std::fs::rename(&aside, file).unwrap();
    std::io::Write::write_all(&mut pipe, &bytes).unwrap();
    drop(pipe);
    working.await.unwrap();
    assert_eq!(came_in(&world, &[orders[0], slow]).await, [1, 1], "packed again without it");
    assert_eq!(customer.stage(orders[1]).await, StageName::Draft);
    assert!(world.authority().filings(orders[1]).await.is_empty());
    assert!(!customer.history(orders[1]).await.contains(&"departed"));
}

/// Approves without looking at the pictures, of which one cannot be read now.
async fn approve_unseen(world: &World, order: OrderId) {
    let version = world.db.store.order(order).await.unwrap().unwrap().version;
    let reviewer = world.reviewer().await.actor;
    beian_app::desk::approve(&world.app, reviewer, order, version, String::new()).await.unwrap();
}

async fn the_reply_to_a_full_file_is_lost(world: World) {
    let customer = world.customer().await;
    let orders = several(&world, &customer, 3).await;
    world.authority().suffers(&[(On::Upload, FaultKind::DropReply), (On::Query, FaultKind::Http500)]).await;
    world.jobs_run().await;
    assert_eq!(world.authority().uploads().await.len(), 1, "it was taken, only nobody heard of it");
    for order in &orders {
        assert_eq!(customer.stage(*order).await, StageName::Sending);
        assert!(customer.withdraws(*order).await.is_err(), "it may have left");
    }
    world.minutes_pass(3).await;
    assert_eq!(came_in(&world, &orders).await, [1, 1, 1]);
    for order in &orders {
        assert_eq!(customer.stage(*order).await, StageName::PhoneCheck);
        let history = customer.history(*order).await;
        assert_eq!(history.iter().filter(|event| **event == "departed").count(), 1);
    }
    assert_eq!(world.authority().uploads().await.len(), 1);
    assert!(world.journal_is_unbroken().await);
}

/// While the authority is closed for hours, one job knocks for all; when it opens, nobody waits for a time of
/// his own.
async fn a_file_that_went_first_wakes_those_behind_it(world: World) {
    let customer = world.customer().await;
    let first = approved(&world, &customer).await;
    let closed: Vec<_> = (0..10).map(|_| (On::Upload, FaultKind::Code { code: 20 })).collect();
    world.authority().suffers(&closed).await;
    world.jobs_run().await;
    let behind = several(&world, &customer, 2).await;
    for _ in 0..200 {
        if world.authority().faults_left().await == 0 {
            break;
        }
        world.clock.advance(TimeDelta::minutes(2));
        world.jobs_run().await;
    }
    assert_eq!(world.authority().faults_left().await, 0);
    world.minutes_pass(31).await;
    assert_eq!(came_in(&world, &[first, behind[0], behind[1]]).await, [1, 2, 2]);
    let at = async |order: OrderId| {
        let history = customer.sees(order).await.history;
        history.iter().find(|line| line.event.slug() == "phone-check-started").unwrap().at
    };
    assert_eq!(at(first).await, at(behind[1]).await, "they went at once when the first was through");
}
