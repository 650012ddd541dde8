//! The authority refuses a whole file: everyone in it goes back to review with the codes, and travels alone.

use beian_acceptance::{Customer, FaultKind, LINK, On, World, stories};
use beian_app::settings::Batch;
use beian_app::{Page, jobs};
use beian_authority::packing::pack_text;
use beian_domain::id::{JobId, OrderId};
use beian_domain::order::event::{Event, JobKind};
use beian_domain::order::stage::{Round, Stage, StageName};
use beian_store::{Download, NewJob, UploadState};

use super::batches::{of_both, several};

stories!(
    a_refused_file_comes_back_as_a_whole,
    a_refusal_names_its_file,
    a_refusal_that_fits_no_file_calls_a_person,
    an_answer_to_one_proves_that_all_arrived,
);

/// Whether the order is back at the desk because of its file.
async fn is_back(world: &World, order: OrderId) -> bool {
    let view = world.reviewer().await.sees(order).await;
    matches!(view.stage, Stage::InReview { round: Round::FileRefused, .. })
}

/// A fault of ours or of the line: what lies ready to be sent is no document any more.
async fn spoils_the_open_file(world: &World) {
    let mut upload = world.db.store.upload_by_sequence(LINK, 1).await.unwrap().unwrap();
    assert_eq!(upload.state, UploadState::Prepared);
    let spoilt = pack_text("<UploadData version=\"V.3.0\"><ICP>", "spoilt.xml").unwrap();
    (upload.bytes, upload.md5) = (spoilt.zip.clone(), spoilt.md5_hex());
    world.db.replace_upload(&upload).await;
}

async fn a_refused_file_comes_back_as_a_whole(world: World) {
    let (one, other) = (world.customer().await, world.customer().await);
    let orders = of_both(&world, &one, &other).await;
    world.authority().suffers(&[(On::Upload, FaultKind::Http500)]).await;
    world.jobs_run().await;
    spoils_the_open_file(&world).await;
    world.minutes_pass(3).await;
    assert_eq!(world.authority().uploads().await.len(), 1, "the number is used");
    let desk = world.reviewer().await;
    for order in &orders {
        assert!(is_back(&world, *order).await);
        let history = desk.sees(*order).await.history;
        let refused = history.iter().find_map(|line| {
            if let Event::FileRefused { codes, .. } = &line.event { Some(codes.clone()) } else { None }
        });
        assert_eq!(refused, Some(vec![5001]), "the desk sees the code");
    }
    assert_eq!(world.authority().files_waiting().await, 0);
    // Sent again as they are, each by itself, so that one at fault is found.
    for order in &orders {
        desk.approves(*order).await;
    }
    world.minutes_pass(2).await;
    let mut numbers = Vec::new();
    for order in &orders {
        numbers.push(world.authority().filing(*order).await.sequence);
    }
    numbers.sort_unstable();
    assert_eq!(numbers, [2, 3, 4, 5]);
    assert_eq!(one.stage(orders[0]).await, StageName::PhoneCheck);
    assert_eq!(other.stage(orders[2]).await, StageName::PhoneCheck);
    assert!(world.journal_is_unbroken().await);
}

/// Two files are with the authority, which has said nothing of either; gives their orders, first file first.
async fn two_files(world: &mut World) -> [OrderId; 2] {
    world.batches(Batch { records: 1, ..Batch::default() }).await;
    let customer: Customer<'_> = world.customer().await;
    let orders = several(world, &customer, 2).await;
    world.jobs_run().await;
    assert_eq!(world.authority().uploads().await.len(), 2);
    let second = world.db.store.upload_by_sequence(LINK, 2).await.unwrap().unwrap().first.unwrap().order;
    [orders.iter().copied().find(|order| *order != second).unwrap(), second]
}

/// A result that names no record, with these words, is fetched and applied.
async fn comes(world: &World, file: &str, words: &str) {
    says(world, file, &format!("<Jgxx><Jgdm>5001</Jgdm><Dmms>{words}</Dmms></Jgxx><Czlx>1</Czlx>")).await;
}

/// One result is fetched and applied.
async fn says(world: &World, file: &str, result: &str) {
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"GBK\"?>\n<DownloadData version=\"V.3.0\"><ICP><BAJG>\
         <Jg_xx>{result}</Jg_xx></BAJG></ICP></DownloadData>"
    );
    let bytes = pack_text(&text, file).unwrap().zip;
    let (authority, file_name) = (LINK.to_owned(), file.to_owned());
    let store = &world.db.store;
    let download = Download { authority, file_name, bytes, at: world.clock.now() };
    assert!(store.insert_download(&download).await.unwrap());
    let tx = store.begin().await.unwrap();
    tx.enqueue(&NewJob {
        id: world.app.id::<JobId>(),
        kind: JobKind::ApplyDownload,
        key: None,
        account: None,
        order: None,
        payload: serde_json::json!({ "authority": LINK, "file": file }),
        run_at: world.clock.now(),
        max_attempts: 3,
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
    world.jobs_run().await;
}

async fn a_refusal_names_its_file(mut world: World) {
    let orders = two_files(&mut world).await;
    let second = world.db.store.upload_by_sequence(LINK, 2).await.unwrap().unwrap();
    let words = format!("文件{}不符合接口格式", second.entry_name.unwrap());
    comes(&world, "20261123090000_ZJ_1.xml", &words).await;
    assert!(!is_back(&world, orders[0]).await);
    assert!(is_back(&world, orders[1]).await);
    let second = world.db.store.upload_by_sequence(LINK, 2).await.unwrap().unwrap();
    assert_eq!((second.state, second.code), (UploadState::Faulty, Some(5001)));
}

async fn a_refusal_that_fits_no_file_calls_a_person(mut world: World) {
    let orders = two_files(&mut world).await;
    comes(&world, "20261123090000_ZJ_1.xml", "文件不符合接口格式").await;
    for order in &orders {
        assert!(!is_back(&world, *order).await, "it may be either");
    }
    let desk = world.reviewer().await.actor;
    let stuck = jobs::stuck(&world.app, desk, Page::first(10)).await.unwrap().rows;
    assert_eq!(stuck.len(), 1);
    assert_eq!(stuck[0].kind, JobKind::ApplyDownload);
    let why = stuck[0].last_error.clone().unwrap();
    assert!(why.contains("5001") && why.contains("20261123090000_ZJ_1.xml"), "{why}");
    // Something is heard of the first: then it was the second, and the person only has to ask again.
    let first = world.db.store.upload_by_sequence(LINK, 1).await.unwrap().unwrap();
    let carrier = first.first.unwrap();
    let tx = world.db.store.begin().await.unwrap();
    tx.mark_answered(carrier.order, carrier.snapshot, world.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    jobs::restart(&world.app, desk, stuck[0].id).await.unwrap();
    world.jobs_run().await;
    assert!(!is_back(&world, orders[0]).await);
    assert!(is_back(&world, orders[1]).await);
    assert!(jobs::stuck(&world.app, desk, Page::first(10)).await.unwrap().rows.is_empty());
}

/// The reply to the file is lost, and the first that is heard is that one of its orders is faulty.
async fn an_answer_to_one_proves_that_all_arrived(world: World) {
    let customer = world.customer().await;
    several(&world, &customer, 2).await;
    world.authority().suffers(&[(On::Upload, FaultKind::DropReply)]).await;
    world.jobs_run().await;
    let upload = world.db.store.upload_by_sequence(LINK, 1).await.unwrap().unwrap();
    let (carrier, passenger) = (upload.first.unwrap(), upload.others[0]);
    let record = world.db.store.snapshot(carrier.snapshot).await.unwrap().unwrap().subject.id.as_i64();
    let result = format!("<Jgxx><Jgdm>1017</Jgdm></Jgxx><Czlx>1</Czlx><Bs>{record}</Bs>");
    says(&world, "20261123090000_ZJ_1.xml", &result).await;
    assert_eq!(customer.stage(carrier.order).await, StageName::Returned);
    assert_eq!(customer.stage(passenger.order).await, StageName::PhoneCheck);
    let upload = world.db.store.upload_by_sequence(LINK, 1).await.unwrap().unwrap();
    assert_eq!(upload.state, UploadState::Accepted);
    world.minutes_pass(2).await;
    assert_eq!(world.authority().uploads().await.len(), 1, "taken exactly once");
}
