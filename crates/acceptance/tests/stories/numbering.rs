//! Numbers that survive anything: gaps, accounts used before, restored backups, years in between.

use beian_acceptance::{FaultKind, LINK, On, World, stories};
use beian_app::exchange::{self, Consent, OpenFile, Resync, resync, standing_of_account};
use beian_app::settings::Batch;
use beian_app::{App, Page, jobs};
use beian_authority::packing::pack_text;
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use chrono::TimeDelta;

use super::batches::{several, stuck_uploads};
use super::exchange::approved;

stories!(
    the_authority_misses_all_that_was_sent,
    a_number_nobody_gave_calls_a_person,
    whatever_closes_the_authority_is_waited_out,
    what_a_person_must_mend_keeps_its_number,
    an_account_that_was_used_before_is_taken_over,
    an_authority_that_fell_behind_gets_what_it_misses,
    a_file_that_arrived_unheard_is_found_by_asking,
    old_files_leave_their_bytes,
);

/// The numbers the authority has accepted.
async fn numbers(world: &World) -> Vec<i64> {
    world.authority().uploads().await.iter().map(|upload| upload.sequence).collect()
}

/// Starts everything again that waits for a person.
async fn a_person_restarts(world: &World) {
    let desk = world.reviewer().await.actor;
    for job in jobs::stuck(&world.app, desk, Page::first(10)).await.unwrap().rows {
        jobs::restart(&world.app, desk, job.id).await.unwrap();
    }
    world.jobs_run().await;
}

async fn the_authority_misses_all_that_was_sent(mut world: World) {
    world.batches(Batch { records: 2, ..Batch::default() }).await;
    for _ in 0..2 {
        several(&world, &world.customer().await, 5).await;
        world.jobs_run().await;
    }
    assert_eq!(numbers(&world).await, [1, 2, 3, 4, 5, 6], "twice two, two and one");
    world.authority_forgets_everything().await;
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    world.jobs_run().await;
    assert_eq!(numbers(&world).await, [1, 2, 3, 4, 5, 6, 7], "first what it misses, in order, then ours");
    assert_eq!(world.authority().filing(order).await.sequence, 7);
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
}

async fn a_number_nobody_gave_calls_a_person(world: World) {
    let tx = world.db.store.begin().await.unwrap();
    tx.set_last_sequence(LINK, 3).await.unwrap();
    tx.commit().await.unwrap();
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    world.jobs_run().await;
    let stuck = stuck_uploads(&world).await;
    assert_eq!(stuck.len(), 1);
    assert_eq!(stuck[0].0, Some(order));
    assert!(stuck[0].1.contains("number 1, which we never gave"), "{stuck:?}");
    // Whoever is approved later waits behind it and alarms nobody else.
    approved(&world, &customer).await;
    world.minutes_pass(5).await;
    assert_eq!(stuck_uploads(&world).await.len(), 1);
    assert_eq!(numbers(&world).await, [0_i64; 0]);
}

/// More often than a job may fail.
async fn whatever_closes_the_authority_is_waited_out(world: World) {
    let customer = world.customer().await;
    let orders = several(&world, &customer, 2).await;
    let codes = [15, 20, 901, 902, 999].into_iter().cycle().take(40);
    let mut closed: Vec<_> = codes.map(|code| (On::Upload, FaultKind::Code { code })).collect();
    closed.extend([(On::Upload, FaultKind::Http500), (On::Upload, FaultKind::RefuseConnectionLike)]);
    world.authority().suffers(&closed).await;
    for _ in 0..90 {
        world.clock.advance(TimeDelta::minutes(31));
        jobs::run_due_jobs(&world.app).await.unwrap();
    }
    assert_eq!(world.authority().faults_left().await, 0);
    assert_eq!(numbers(&world).await, [1]);
    for order in orders {
        assert!(customer.went_through(order, &["departed", "phone-check-started"]).await);
    }
    assert_eq!(stuck_uploads(&world).await, []);
}

async fn what_a_person_must_mend_keeps_its_number(world: World) {
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    for code in [4, 5, 12, 13, 16, 19, 6, 7, 8, 9, 10, 11, 17, 18] {
        world.authority().suffers(&[(On::Upload, FaultKind::Code { code })]).await;
        a_person_restarts(&world).await;
        let stuck = stuck_uploads(&world).await;
        assert_eq!(stuck.len(), 1, "{code}: {stuck:?}");
        assert!(stuck[0].1.contains(&format!("answered {code}:")), "{stuck:?}");
        assert_eq!(numbers(&world).await, [0_i64; 0]);
    }
    // Nobody knocks again before a person has looked.
    world.minutes_pass(5).await;
    assert_eq!(customer.stage(order).await, StageName::Sending);
    a_person_restarts(&world).await;
    assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    assert_eq!(numbers(&world).await, [1]);
}

/// Another system sends files under our account.
async fn another_system_sends(world: &World, numbers: std::ops::RangeInclusive<i64>) {
    for number in numbers {
        let file = pack_text(&format!("<UploadData n=\"{number}\"/>"), "other.xml").unwrap();
        let (client, nonce) = world.authority().speaks_for_us();
        client.upload(number, &file, nonce).await.unwrap();
    }
}

async fn compared(app: &App, consent: Consent) -> Resync {
    resync(app, LINK, consent).await.unwrap()
}

async fn an_account_that_was_used_before_is_taken_over(world: World) {
    let app = &world.app;
    assert_eq!(compared(app, Consent::None).await, Resync::InStep { last: 0 });
    another_system_sends(&world, 1..=3).await;
    let customer = world.customer().await;
    let order = approved(&world, &customer).await;
    world.minutes_pass(2).await;
    let stuck = stuck_uploads(&world).await;
    assert!(stuck.len() == 1 && stuck[0].1.contains("somebody else uses this account"), "{stuck:?}");
    let standing = standing_of_account(app, LINK).await.unwrap();
    assert_eq!((standing.our_last, standing.their_last.unwrap()), (1, 3));
    assert_eq!(standing.open.unwrap().carrier, Some(order));
    assert_eq!(standing.leader.unwrap().worker, "first");
    assert!(standing.next_poll.unwrap() > world.clock.now());

    // Nothing happens without consent.
    let ahead = Resync::Ahead { ours: 0, theirs: 3, open: Some(1) };
    assert_eq!(compared(app, Consent::None).await, ahead);
    assert_eq!(compared(app, Consent::None).await, ahead);
    let adopted = compared(app, Consent::Adopt(OpenFile::SendAgain)).await;
    assert_eq!(adopted, Resync::Adopted { from: 0, to: 3, renumbered: Some(4) });
    a_person_restarts(&world).await;
    assert_eq!(numbers(&world).await, [1, 2, 3, 4]);
    assert_eq!(world.authority().filing(order).await.sequence, 4);
    assert_eq!(compared(app, Consent::None).await, Resync::InStep { last: 4 });
    let next = approved(&world, &customer).await;
    world.jobs_run().await;
    assert_eq!(world.authority().filing(next).await.sequence, 5);
    // A number that both sides know, but for different files.
    another_system_sends(&world, 6..=6).await;
    let tx = world.db.store.begin().await.unwrap();
    tx.set_last_sequence(LINK, 6).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        compared(app, Consent::None).await,
        Resync::InStep { last: 6 },
        "we have no file of that number"
    );
    assert!(world.journal_is_unbroken().await);
}

async fn an_authority_that_fell_behind_gets_what_it_misses(mut world: World) {
    world.batches(Batch { records: 1, ..Batch::default() }).await;
    let customer = world.customer().await;
    several(&world, &customer, 4).await;
    world.jobs_run().await;
    drop(customer);
    world.authority_forgets_everything().await;
    another_system_sends(&world, 1..=1).await;
    assert_eq!(compared(&world.app, Consent::None).await, Resync::Resent { first: 2, last: 4 });
    assert_eq!(numbers(&world).await, [1, 2, 3, 4]);
    assert_eq!(compared(&world.app, Consent::None).await, Resync::InStep { last: 4 });
}

async fn a_file_that_arrived_unheard_is_found_by_asking(world: World) {
    let customer = world.customer().await;
    let orders = several(&world, &customer, 2).await;
    world.authority().suffers(&[(On::Upload, FaultKind::DropReply)]).await;
    world.jobs_run().await;
    let standing = standing_of_account(&world.app, LINK).await.unwrap();
    assert_eq!(standing.open.unwrap().sequence, 1);
    assert_eq!(compared(&world.app, Consent::None).await, Resync::Arrived { last: 1 });
    for order in orders {
        assert_eq!(customer.stage(order).await, StageName::PhoneCheck);
    }
    assert_eq!(standing_of_account(&world.app, LINK).await.unwrap().open, None);
    // Two that speak for one account do not: the second is told to come back.
    let other = world.another_process("other").await;
    assert!(resync(&other, LINK, Consent::None).await.is_err());
    assert!(resync(&world.app, "nowhere", Consent::None).await.is_err());
}

async fn old_files_leave_their_bytes(mut world: World) {
    let customer = world.customer().await;
    approved(&world, &customer).await;
    world.minutes_pass(3).await;
    drop(customer);
    let file = async |world: &World| world.db.store.upload_by_sequence(LINK, 1).await.unwrap().unwrap();
    let before = file(&world).await;
    world.clock.advance(TimeDelta::days(399));
    assert_eq!(exchange::sweep(&world.app).await.unwrap(), 0);
    world.clock.advance(TimeDelta::days(2));
    assert!(exchange::sweep(&world.app).await.unwrap() >= 2, "what was sent and what was fetched");
    assert_eq!(exchange::sweep(&world.app).await.unwrap(), 0);
    let after = file(&world).await;
    assert!(!before.bytes.is_empty() && after.bytes.is_empty());
    assert_eq!((after.sequence, &after.md5, after.items()), (1, &before.md5, before.items()));

    // If the authority asks for it after all that time, a person has to see to it.
    world.authority_forgets_everything().await;
    let failed = resync(&world.app, LINK, Consent::None).await.unwrap_err();
    assert!(failed.to_string().contains("bytes were removed"), "{failed}");
    let desk = world.reviewer().await.actor;
    let stuck = jobs::stuck(&world.app, desk, Page::first(10)).await.unwrap().rows;
    assert!(stuck.iter().all(|job| job.kind != JobKind::ApplyDownload));
}
