//! What must hold after the storm, on both sides.

use std::collections::BTreeSet;
use std::time::Duration;

use beian_authority::simulator::faults::FaultName;
use beian_domain::id::OrderId;
use beian_domain::order::event::JobKind;
use beian_domain::order::stage::StageName;
use beian_store::{FetchedFile, Page, Store, UploadState};
use serde_json::{Value, json};

use crate::LINK;
use crate::bureau::Bureau;
use crate::fill::{Filled, Waiting};
use crate::tally::Tally;

/// Draws from which on every kind of fault must have come.
const MANY: u64 = 400;

/// Every filing, file, number and result once; nothing lost, nothing left.
#[expect(clippy::print_stderr, reason = "the other half of the table")]
pub async fn everything_once(store: &Store, bureau: &Bureau, filled: &Filled, tally: &Tally) {
    let state = bureau.state().await;
    let account = &state["accounts"][0];
    let filings = filled.len();
    assert_eq!(tally.kills, tally.orders.kills);
    assert_eq!(state["duplicates"], json!([]), "nothing is accepted twice");
    assert_eq!(state["filings"], filings, "{}", state["stages"]);
    assert_eq!(account["records"], filings, "every record is another");
    assert_eq!(state["stages"], json!({ "approved": filings }));
    assert_eq!(account["uploads_unexamined"], 0);
    let files = files_agree(store, account, filled).await;
    numbers_agree(store, &state, filled).await;
    for waiting in filled {
        granted_once(store, waiting).await;
    }
    let fetched = downloads_agree(store, account).await;
    nothing_left(store).await;
    let reports = store.verify_all().await.unwrap();
    assert!(reports.iter().all(|report| report.broken_at.is_none()), "the journal is unbroken");
    eprintln!("{files} files sent, {fetched} fetched, {} chains of the journal", reports.len());
}

/// Numbers from 1 without gap or repeat, the same files under them on both sides, every order in one of them.
async fn files_agree(store: &Store, account: &Value, filled: &Filled) -> usize {
    let theirs = account["uploads"].as_array().unwrap();
    let last = i64::try_from(theirs.len()).unwrap();
    assert_eq!(account["last_sequence"], last);
    assert_eq!(store.last_sequence(LINK).await.unwrap(), last);
    let mut carried: Vec<OrderId> = Vec::new();
    for (number, upload) in (1..).zip(theirs) {
        let ours = store.upload_by_sequence(LINK, number).await.unwrap().unwrap();
        assert_eq!(upload["sequence"], number);
        assert_eq!(upload["md5"], ours.md5, "file {number}");
        assert_eq!(ours.state, UploadState::Accepted, "file {number}");
        carried.extend(ours.items().iter().map(|item| item.order));
    }
    carried.sort_unstable();
    let mut orders: Vec<OrderId> = filled.iter().map(|waiting| waiting.order).collect();
    orders.sort_unstable();
    assert!(carried == orders, "every order travelled in exactly one file");
    theirs.len()
}

/// The numbers in our register are those the authority has given, all different.
async fn numbers_agree(store: &Store, state: &Value, filled: &Filled) {
    let theirs = state["numbers"].as_array().unwrap().iter();
    let theirs: BTreeSet<String> = theirs.map(|number| number.as_str().unwrap().to_owned()).collect();
    let mut ours = BTreeSet::new();
    for Waiting { certificate, domain, .. } in filled {
        let subject = store.subject_by_certificate(certificate).await.unwrap().unwrap();
        let service = store.service_by_domain(domain).await.unwrap().unwrap();
        ours.insert(subject.number.to_string());
        ours.insert(service.number.to_string());
    }
    assert_eq!(ours.len(), 2 * filled.len(), "a number for each subject and each service");
    assert_eq!(state["numbers_issued"], ours.len());
    assert!(ours == theirs, "the numbers are those of the authority");
}

async fn granted_once(store: &Store, waiting: &Waiting) {
    let order = store.order(waiting.order).await.unwrap().expect("no order is lost");
    assert_eq!(order.stage.name(), StageName::Filed, "{}", waiting.order);
    let history = store.order_history(waiting.order).await.unwrap();
    for event in ["departed", "phone-check-started", "granted"] {
        let times = history.iter().filter(|recorded| recorded.event.slug() == event).count();
        assert_eq!(times, 1, "order {}: {event}", waiting.order);
    }
}

/// Every file of the authority was fetched, took effect and was acknowledged; none waits.
async fn downloads_agree(store: &Store, account: &Value) -> usize {
    let mut fetched: Vec<FetchedFile> = Vec::new();
    let mut page = Page::first(500);
    loop {
        let files = store.fetched_files(LINK, page).await.unwrap();
        fetched.extend(files.rows);
        let Some(next) = files.next else { break };
        page = Page::after(next, 500);
    }
    let names: BTreeSet<&str> = fetched.iter().map(|file| file.file_name.as_str()).collect();
    assert_eq!(names.len(), fetched.len(), "no file is kept twice");
    assert_eq!(account["downloads_queued"], fetched.len());
    assert_eq!(account["downloads_acknowledged"], fetched.len());
    assert_eq!(account["downloads_waiting"], 0);
    let open = |file: &&FetchedFile| file.applied_at.is_none() || file.acknowledged_at.is_none();
    let open: Vec<&FetchedFile> = fetched.iter().filter(open).collect();
    assert!(open.is_empty(), "not finished: {open:?}");
    fetched.len()
}

/// No file is on its way, no job waits for a person, none is due but the next poll.
async fn nothing_left(store: &Store) {
    assert_eq!(store.open_upload(LINK).await.unwrap(), None);
    let stuck = store.stuck_jobs(Page::first(20)).await.unwrap().rows;
    assert!(stuck.is_empty(), "{stuck:?}");
    let kinds = [
        JobKind::RunChecks,
        JobKind::Upload,
        JobKind::ApplyDownload,
        JobKind::TellPeople,
        JobKind::DeliverNotice,
    ];
    let due = store
        .claim(beian_app::Clock::system().now(), Duration::from_secs(1), "auditor", &kinds)
        .await
        .unwrap();
    assert!(due.is_none(), "{due:?}");
}

/// In a run of some length every kind has come.
pub fn every_kind_of_fault(tally: &Tally) {
    if tally.all_faults() < MANY {
        return;
    }
    let missing: Vec<&str> = FaultName::ALL
        .iter()
        .map(|name| name.wire())
        .filter(|name| !tally.by_kind.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "never came: {missing:?}");
}
