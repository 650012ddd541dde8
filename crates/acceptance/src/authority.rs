//! The 管局 as stories see it: what it holds, what it decides, what goes wrong at its end.

use std::time::Duration;

use beian_authority::client::{Client, StatusCondition, StatusReply};
use beian_authority::credentials::Nonce;
use beian_authority::message::download::DownloadDocument;
use beian_authority::simulator::{SimulatedAccount, Stage};
use beian_domain::id::OrderId;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

pub use beian_authority::simulator::faults::{Fault, FaultKind, On};

use crate::world::{World, client};

/// How long a status query may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The authority of a world.
pub struct Authority<'w> {
    world: &'w World,
}

/// A filing as the authority holds it.
#[derive(Debug, Clone, Deserialize)]
pub struct HeldFiling {
    /// Its number at the authority.
    pub id: i64,
    /// The number of the upload it came in.
    pub sequence: i64,
    /// Its domains.
    pub domains: Vec<String>,
    /// Where it stands there.
    #[serde(flatten)]
    pub stage: Stage,
}

/// An upload the authority has accepted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Upload {
    /// Its number.
    pub sequence: i64,
    /// The digest of its content.
    pub md5: String,
}

#[derive(Debug, Deserialize)]
struct Summary {
    accounts: Vec<AccountSummary>,
    numbers: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct AccountSummary {
    account: i64,
    uploads: Vec<Upload>,
    downloads_waiting: usize,
}

impl<'w> Authority<'w> {
    pub(crate) fn new(world: &'w World) -> Self {
        Self { world }
    }

    /// Where it is reached.
    pub fn address(&self) -> String {
        self.world.authority.clone()
    }

    /// Grants the order, if it waits for a verdict.
    pub async fn approves(&self, order: OrderId) {
        let filing = self.filing(order).await;
        self.tell(&format!("/control/filings/{}/approve", filing.id), &json!({})).await;
    }

    /// Refuses the order, if it waits for a verdict.
    pub async fn refuses(&self, order: OrderId, opinion: &str) {
        let filing = self.filing(order).await;
        let verdict = json!({ "opinion": opinion });
        self.tell(&format!("/control/filings/{}/refuse", filing.id), &verdict).await;
    }

    /// What goes wrong at the next calls, in this order.
    pub async fn suffers(&self, faults: &[(On, FaultKind)]) {
        let script: Vec<Fault> = faults.iter().map(|(on, kind)| Fault::once(*on, kind.clone())).collect();
        self.tell("/control/faults", &json!(script)).await;
    }

    /// Sends a document of its own accord.
    pub async fn sends(&self, document: &DownloadDocument) {
        let account = SimulatedAccount::demo().isp_id;
        self.tell("/control/pushes", &json!({ "account": account, "xml": document.to_xml() })).await;
    }

    /// What was ordered to go wrong and has not yet.
    pub async fn faults_left(&self) -> usize {
        let left: Vec<Fault> = self.ask("/control/faults").await;
        left.len()
    }

    /// The latest filing that came for an order.
    pub async fn filing(&self, order: OrderId) -> HeldFiling {
        let filing = self.filings(order).await.pop();
        filing.expect("the authority holds the order")
    }

    /// Every filing that came for an order, oldest first.
    pub async fn filings(&self, order: OrderId) -> Vec<HeldFiling> {
        let order = self.world.db.store.order(order).await.expect("the database answers");
        let domain = order.expect("the order exists").answers.service(0).domain;
        let all: Vec<HeldFiling> = self.ask("/control/filings").await;
        all.into_iter().filter(|filing| filing.domains.contains(&domain)).collect()
    }

    /// The uploads it has accepted, in the order of their numbers.
    pub async fn uploads(&self) -> Vec<Upload> {
        self.account().await.uploads
    }

    /// The same for another of our accounts, by its unit id.
    pub async fn uploads_of(&self, unit: i64) -> Vec<Upload> {
        let summary: Summary = self.ask("/control/state").await;
        let account = summary.accounts.into_iter().find(|account| account.account == unit);
        account.map(|account| account.uploads).unwrap_or_default()
    }

    /// How many files wait to be fetched from it and confirmed.
    pub async fn files_waiting(&self) -> usize {
        self.account().await.downloads_waiting
    }

    /// Every number it has ever given.
    pub async fn numbers(&self) -> Vec<String> {
        let summary: Summary = self.ask("/control/state").await;
        summary.numbers
    }

    /// Our account, as somebody speaks for it who is not this platform.
    pub fn speaks_for_us(&self) -> (Client, Nonce) {
        let nonce = Nonce::from_bytes(self.world.app.chance().bytes());
        (client(&self.world.authority, PATIENCE), nonce)
    }

    /// What it answers to `isp_querybeianstatus` for a domain.
    pub async fn status_of_domain(&self, domain: &str) -> StatusReply {
        let asked = client(&self.world.authority, PATIENCE);
        let nonce = Nonce::from_bytes(self.world.app.chance().bytes());
        let answered = asked.status(StatusCondition::Domain(domain.to_owned()), nonce).await;
        answered.expect("the authority answers status queries")
    }

    /// What it answers to `isp_querybeianstatus` for the holder of a certificate (证件类型, 证件号码).
    pub async fn status_of_certificate(&self, kind: i64, number: &str) -> StatusReply {
        let asked = client(&self.world.authority, PATIENCE);
        let nonce = Nonce::from_bytes(self.world.app.chance().bytes());
        let condition = StatusCondition::Certificate { kind, number: number.to_owned() };
        asked.status(condition, nonce).await.expect("the authority answers status queries")
    }

    async fn account(&self) -> AccountSummary {
        let summary: Summary = self.ask("/control/state").await;
        summary.accounts.into_iter().next().expect("the demo account is there")
    }

    pub(crate) async fn ask<T: DeserializeOwned>(&self, path: &str) -> T {
        let url = format!("{}{path}", self.world.authority);
        let answered = self.world.http.get(url).send().await.expect("the control interface answers");
        answered.json().await.expect("in the form it promises")
    }

    async fn tell(&self, path: &str, what: &Value) {
        let url = format!("{}{path}", self.world.authority);
        let answered = self.world.http.post(url).json(what).send().await;
        let answered = answered.expect("the control interface answers");
        assert!(answered.status().is_success(), "{path}: {}", answered.text().await.unwrap_or_default());
    }
}
