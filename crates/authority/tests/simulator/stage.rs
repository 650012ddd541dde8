//! The stage every story plays on: a simulator on a free port, a client, a clock.

use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use beian_authority::client::{Client, Endpoint};
use beian_authority::credentials::Nonce;
use beian_authority::message::download::DownloadDocument;
use beian_authority::message::download::bajg::{Outcome, OutcomeKind, Results};
use beian_authority::message::download::basj::FilingData;
use beian_authority::message::upload::UploadDocument;
use beian_authority::message::upload::xzba::NewFiling;
use beian_authority::packing::{self, Packed};
use beian_authority::simulator::{SimulatedAccount, Simulator, SimulatorConfig};
use chrono::{DateTime, Utc};
use serde_json::Value;
use tempfile::TempDir;
use tokio::task::JoinHandle;

pub struct Stage {
    pub client: Client,
    pub base: String,
    pub http: reqwest::Client,
    pub directory: Arc<TempDir>,
    pub simulator: Simulator,
    now: Arc<Mutex<DateTime<Utc>>>,
    nonces: AtomicU8,
    server: JoinHandle<()>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Stage {
    pub async fn open() -> Self {
        Self::with(|_| {}).await
    }

    pub async fn with(change: impl FnOnce(&mut SimulatorConfig)) -> Self {
        let directory = Arc::new(tempfile::tempdir().unwrap());
        Self::at(directory, "2025-06-01T04:00:00Z".parse().unwrap(), change).await
    }

    /// The same directory and time, a new process so to speak.
    pub async fn restarted(self) -> Self {
        self.restarted_with(|_| {}).await
    }

    /// The same, started otherwise.
    pub async fn restarted_with(self, change: impl FnOnce(&mut SimulatorConfig)) -> Self {
        let now = *self.now.lock().unwrap();
        let directory = Arc::clone(&self.directory);
        drop(self);
        Self::at(directory, now, change).await
    }

    async fn at(
        directory: Arc<TempDir>,
        now: DateTime<Utc>,
        change: impl FnOnce(&mut SimulatorConfig),
    ) -> Self {
        let now = Arc::new(Mutex::new(now));
        let clock = Arc::clone(&now);
        let mut config = SimulatorConfig::demo(Arc::new(move || *clock.lock().unwrap()), 7);
        config.durable = false;
        change(&mut config);
        let account = config.accounts[0].clone();
        let simulator = Simulator::open(Path::new(directory.path()), config).unwrap();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let router = simulator.router();
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        let client = client_of(&base, &account);
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { client, base, http, directory, simulator, now, nonces: AtomicU8::new(0), server }
    }

    pub fn pass(&self, time: Duration) {
        *self.now.lock().unwrap() += time;
    }

    /// Lets the clock tick once.
    pub fn tick(&self) {
        let now = *self.now.lock().unwrap();
        self.simulator.tick(now).unwrap();
    }

    pub fn nonce(&self) -> Nonce {
        let mut bytes = [0; 20];
        bytes[0] = self.nonces.fetch_add(1, Ordering::Relaxed);
        Nonce::from_bytes(bytes)
    }

    pub async fn send(&self, sequence: i64, filing: NewFiling) -> Packed {
        let packed = pack(filing);
        self.client.upload(sequence, &packed, self.nonce()).await.unwrap();
        packed
    }

    /// Fetches and acknowledges the next file.
    pub async fn fetch(&self) -> Option<DownloadDocument> {
        let file = self.client.download(self.nonce()).await.unwrap().file?;
        let packed = self.client.open(&file).unwrap();
        let (document, warnings) = packing::unpack(&packed).unwrap();
        assert_eq!(warnings, []);
        self.client.acknowledge(&file.name, self.nonce()).await.unwrap();
        Some(document)
    }

    /// Everything waiting, as outcomes and filing data.
    pub async fn fetch_all(&self) -> (Vec<Outcome>, Vec<FilingData>) {
        let (mut outcomes, mut data) = (Vec::new(), Vec::new());
        while let Some(DownloadDocument::Icp(icp)) = self.fetch().await {
            outcomes.extend(icp.results.iter().flat_map(Results::outcomes));
            data.extend(icp.filing_data);
        }
        (outcomes, data)
    }

    pub async fn kinds(&self) -> Vec<OutcomeKind> {
        self.fetch_all().await.0.into_iter().map(|outcome| outcome.kind).collect()
    }

    pub async fn get(&self, path: &str) -> (u16, String) {
        let response = self.http.get(format!("{}{path}", self.base)).send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }

    pub async fn json(&self, path: &str) -> Value {
        serde_json::from_str(&self.get(path).await.1).unwrap()
    }

    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        let response = self.http.post(format!("{}{path}", self.base)).json(&body).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap_or_default())
    }

    /// Sends something unasked by its plain fields.
    pub async fn push(&self, kind: &str, fields: Value) -> Value {
        let (status, answer) = self.post(&format!("/control/push/{kind}"), fields).await;
        assert_eq!(status, 200, "{answer}");
        answer
    }

    /// Files and grants a sample filing and takes every file about it.
    pub async fn grant(&self, n: u32) {
        self.send(i64::from(n), beian_authority::sample::new_filing(n)).await;
        self.get("/").await;
        self.pass_phone_check(n).await;
        self.approve(i64::from(n)).await;
        self.fetch_all().await;
    }

    pub async fn submit(&self, path: &str, form: &[(&str, &str)]) -> (u16, String) {
        let response = self.http.post(format!("{}{path}", self.base)).form(form).send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }

    /// The code last texted to a mobile.
    pub async fn code_for(&self, mobile: &str) -> String {
        let codes = self.json("/control/codes").await;
        let codes = codes.as_array().unwrap();
        let found = codes.iter().find(|code| code["mobile"] == mobile).unwrap();
        found["code"].as_str().unwrap().to_owned()
    }

    pub async fn pass_phone_check(&self, n: u32) {
        use beian_authority::sample::{service_mobile, subject_mobile};
        for mobile in [subject_mobile(n), service_mobile(n)] {
            let (status, _) =
                self.post(&format!("/control/phone/{mobile}/complete"), serde_json::json!({})).await;
            assert_eq!(status, 200);
        }
    }

    pub async fn approve(&self, id: i64) {
        assert_eq!(self.post(&format!("/control/filings/{id}/approve"), serde_json::json!({})).await.0, 200);
    }

    pub async fn fault(&self, script: Value) {
        assert_eq!(self.post("/control/faults", script).await.0, 200);
    }
}

pub fn client_of(base: &str, account: &SimulatedAccount) -> Client {
    Client::new(endpoint_of(base), account.for_client().unwrap()).unwrap()
}

pub fn endpoint_of(base: &str) -> Endpoint {
    let mut endpoint = Endpoint::at(base);
    endpoint.timeout = Duration::from_secs(5);
    endpoint
}

/// Packs also what breaks a rule: the simulator shall find that out.
pub fn pack(filing: NewFiling) -> Packed {
    let document = UploadDocument::new_filing(1001, filing);
    assert_eq!(document.schema_violations(), []);
    packing::pack_text(&document.to_xml(), "2025060112000010011.xml").unwrap()
}
