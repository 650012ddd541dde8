//! The simulated authority: in the process of the test, for it must survive.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use beian_authority::simulator::{Limits, Settings, Simulator, SimulatorConfig};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// How often it reads what it has accepted.
const TICK: Duration = Duration::from_millis(100);

/// The authority.
pub struct Bureau {
    /// Its address.
    pub url: String,
    http: reqwest::Client,
    tasks: [JoinHandle<()>; 2],
}

impl Drop for Bureau {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

impl Bureau {
    /// Opens it: no phone check, verdicts after a second, few files at a time, one call in five goes wrong.
    pub async fn open(directory: &Path, seed: u64) -> Self {
        let limits = Limits { waiting_files: 3, examined_per_tick: Some(1), ..Limits::default() };
        let settings =
            Settings { phone_check: false, approve_after_seconds: 1, limits, ..Settings::default() };
        let mut config = SimulatorConfig::demo(Arc::new(|| beian_app::Clock::system().now()), seed);
        config.settings = settings;
        config.durable = false;
        let simulator = Simulator::open(directory, config).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let served = simulator.clone();
        let serving =
            tokio::spawn(async move { served.serve(listener, std::future::pending()).await.unwrap() });
        let ticking = tokio::spawn(async move {
            loop {
                let simulator = simulator.clone();
                tokio::task::spawn_blocking(move || simulator.tick(beian_app::Clock::system().now()))
                    .await
                    .unwrap()
                    .unwrap();
                tokio::time::sleep(TICK).await;
            }
        });
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let bureau = Self { url, http, tasks: [serving, ticking] };
        let faults = json!({ "rate": 0.2, "seed": seed, "ms": 20 });
        let told = bureau.http.post(bureau.at("/control/faults/random")).json(&faults).send().await;
        told.unwrap().error_for_status().unwrap();
        bureau
    }

    /// Nothing goes wrong any more.
    pub async fn calm(&self) {
        let told = self.http.delete(self.at("/control/faults")).send().await.unwrap();
        told.error_for_status().unwrap();
    }

    /// Its sums.
    pub async fn state(&self) -> Value {
        self.ask("/control/state").await
    }

    /// What went wrong, by kind.
    pub async fn faults(&self) -> Value {
        self.ask("/control/faults/summary").await
    }

    async fn ask(&self, path: &str) -> Value {
        self.http.get(self.at(path)).send().await.unwrap().json().await.unwrap()
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}
