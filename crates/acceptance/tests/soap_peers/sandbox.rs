//! The simulator that foreign clients speak to. Its clock moves with every question, so that approvals come
//! without anybody waiting.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use beian_authority::message::upload::UploadDocument;
use beian_authority::sample;
use beian_authority::simulator::{Settings, SimulatedAccount, Simulator, SimulatorConfig};
use chrono::DateTime;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::programs;

/// Monday, 23 November 2026, 9:00 in China.
const MONDAY: i64 = 1_795_395_600;

pub struct Sandbox {
    pub base: String,
    _directory: TempDir,
    server: JoinHandle<()>,
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// An account whose password is not ASCII, so that its hash shows the encoding.
pub fn account() -> SimulatedAccount {
    SimulatedAccount { password: "密码demo".to_owned(), ..SimulatedAccount::demo() }
}

/// What is uploaded: GBK on the wire, with characters of two bytes and pictures.
pub fn document() -> String {
    UploadDocument::new_filing(account().isp_id, sample::new_filing(1)).to_xml()
}

impl Sandbox {
    pub async fn open() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let seconds = AtomicI64::new(MONDAY);
        let clock = move || DateTime::from_timestamp(seconds.fetch_add(1, Ordering::Relaxed), 0).unwrap();
        let config = SimulatorConfig {
            accounts: vec![account()],
            settings: Settings { phone_check: false, approve_after_seconds: 1, ..Settings::default() },
            ..SimulatorConfig::demo(Arc::new(clock), 11)
        };
        let simulator = Simulator::open(directory.path(), config).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            simulator.serve(listener, std::future::pending()).await.unwrap();
        });
        Self { base, _directory: directory, server }
    }

    /// What a client is told.
    pub fn story(&self) -> Value {
        json!({
            "base": self.base, "account": programs::account(&account()),
            "document": document(), "domain": "shop1.example",
        })
    }
}
