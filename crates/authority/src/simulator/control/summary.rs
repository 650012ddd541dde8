//! The sums that tests assert on: what was accepted, delivered and issued, and how often.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use serde::Serialize;

use super::json;
use crate::simulator::Simulator;
use crate::simulator::bureau::Bureau;
use crate::simulator::state::{AccountState, FilingState, Tag};

pub(super) fn routes() -> Router<Simulator> {
    Router::new().route("/control/state", get(summary))
}

#[derive(Debug, Serialize)]
struct Summary {
    accounts: Vec<AccountSummary>,
    /// Filings that arrived.
    filings: usize,
    /// The same by stage.
    stages: BTreeMap<&'static str, usize>,
    /// Records that arrived again although an earlier arrival was open or granted.
    duplicates: Vec<Duplicate>,
    /// How many numbers were issued, subjects and services.
    numbers_issued: usize,
    numbers: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AccountSummary {
    account: i64,
    last_sequence: i64,
    accepted_uploads: usize,
    uploads: Vec<UploadSummary>,
    uploads_unexamined: usize,
    /// Different subject records among its filings.
    records: usize,
    downloads_queued: usize,
    downloads_acknowledged: usize,
    downloads_waiting: usize,
}

#[derive(Debug, Serialize)]
struct UploadSummary {
    sequence: i64,
    md5: String,
}

#[derive(Debug, Serialize)]
struct Duplicate {
    account: i64,
    record: i64,
    /// How often it was accepted.
    times: usize,
    /// The filings it became.
    filings: Vec<i64>,
}

async fn summary(State(simulator): State<Simulator>) -> Response {
    json(simulator.run(|bureau| Ok(summarize(bureau))).await)
}

fn summarize(bureau: &Bureau<'_>) -> Summary {
    let state = &bureau.state;
    let subjects = state.subjects.values().flat_map(|subject| {
        let services = subject.services.iter().map(|service| service.number.clone());
        std::iter::once(subject.number.clone()).chain(services)
    });
    let numbers: Vec<String> = subjects.collect();
    let mut stages = BTreeMap::new();
    let mut records: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for filing in state.filings.values() {
        *stages.entry(filing.stage.name()).or_default() += 1;
        records.entry(filing.account).or_default().push(filing.record);
    }
    let accounts = state.accounts.iter().map(|(account, kept)| {
        let mut own = records.remove(account).unwrap_or_default();
        own.sort_unstable();
        own.dedup();
        account_summary(bureau, *account, kept, own.len())
    });
    Summary {
        accounts: accounts.collect(),
        filings: state.filings.len(),
        stages,
        duplicates: duplicates(bureau),
        numbers_issued: numbers.len(),
        numbers,
    }
}

fn account_summary(bureau: &Bureau<'_>, account: i64, kept: &AccountState, records: usize) -> AccountSummary {
    let own = bureau.state.uploads.between((account, i64::MIN)..=(account, i64::MAX));
    let uploads: Vec<UploadSummary> =
        own.map(|(_, upload)| UploadSummary { sequence: upload.sequence, md5: upload.md5.clone() }).collect();
    let waiting = bureau.state.outbox.count(&Tag::Undelivered(account));
    let acknowledged = bureau.state.outbox.count(&Tag::Delivered(account));
    AccountSummary {
        account,
        last_sequence: kept.last_sequence,
        accepted_uploads: uploads.len(),
        uploads,
        uploads_unexamined: bureau.state.uploads.count(&Tag::UnexaminedOf(account)),
        records,
        downloads_queued: waiting + acknowledged,
        downloads_acknowledged: acknowledged,
        downloads_waiting: waiting,
    }
}

fn duplicates(bureau: &Bureau<'_>) -> Vec<Duplicate> {
    let again = bureau.state.filings.tagged(&Tag::Duplicate).filter_map(|id| bureau.state.filings.get(id));
    let mut keys: Vec<(i64, i64)> =
        again.map(|filing: &FilingState| (filing.account, filing.record)).collect();
    keys.sort_unstable();
    keys.dedup();
    let duplicate = |(account, record)| {
        let filings = bureau.state.filings.tagged(&Tag::Record(account, record)).copied();
        let filings: Vec<i64> = filings.collect();
        Duplicate { account, record, times: filings.len(), filings }
    };
    keys.into_iter().map(duplicate).collect()
}
