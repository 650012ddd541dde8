//! The processes of a journey: the server that is killed, and the simulated authority that is not.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader, Lines};
use tokio::process::{Child, Command};
use tokio::sync::{Mutex, watch};

use crate::place::{BEIAN, Place};

/// How long a start may take on a busy machine.
const START: Duration = Duration::from_mins(1);

/// The simulated authority; ends with this value.
pub struct Simulator {
    /// Its address.
    pub url: String,
    _child: Child,
}

/// Starts the simulated authority in a directory.
pub async fn start_simulator(directory: &Path) -> Simulator {
    let mut child = Command::new(BEIAN)
        .args(["simulator", "--listen", "127.0.0.1:0", "--state"])
        .arg(directory.join("authority"))
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = tokio::time::timeout(START, lines.next_line()).await.unwrap().unwrap();
    let url = line.expect("the simulator prints its address").trim_end_matches('/').to_owned();
    Simulator { url, _child: child }
}

/// The server: killed and started again, each time on another port.
pub struct Server {
    config: PathBuf,
    child: Mutex<Option<Child>>,
    url: watch::Sender<Option<String>>,
    during: std::sync::Mutex<&'static str>,
}

impl Server {
    /// A server that is not running yet.
    pub fn new(place: &Place) -> Self {
        Self {
            config: place.config.clone(),
            child: Mutex::new(None),
            url: watch::Sender::new(None),
            during: std::sync::Mutex::new(""),
        }
    }

    /// Its address; waits while it is down.
    pub async fn url(&self) -> String {
        let mut url = self.url.subscribe();
        let up = url.wait_for(Option::is_some).await.expect("the server outlives whoever asks");
        up.clone().unwrap_or_default()
    }

    /// Notes what it is used for now, to be told with the kills.
    pub fn during(&self, what: &'static str) {
        *self.during.lock().unwrap() = what;
    }

    /// What it is used for now.
    pub fn used_for(&self) -> &'static str {
        *self.during.lock().unwrap()
    }

    /// Starts it and waits until it serves.
    pub async fn start(&self) {
        let mut child = self.spawn();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let url = tokio::time::timeout(START, listening(&mut lines)).await.expect("the server starts");
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        *self.child.lock().await = Some(child);
        self.url.send_replace(Some(url));
    }

    /// Starts it and kills it before it may be ready.
    pub async fn start_and_kill_after(&self, moment: Duration) {
        let mut child = self.spawn();
        tokio::time::sleep(moment).await;
        child.kill().await.unwrap();
    }

    /// SIGKILL: no last words.
    pub async fn kill(&self) {
        self.url.send_replace(None);
        if let Some(mut child) = self.child.lock().await.take() {
            child.kill().await.unwrap();
        }
    }

    fn spawn(&self) -> Child {
        Command::new(BEIAN)
            .args(["serve", "--config"])
            .arg(&self.config)
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap()
    }
}

/// Reads the log until the server tells where it listens.
async fn listening<R: AsyncRead + Unpin>(lines: &mut Lines<BufReader<R>>) -> String {
    let mut said = Vec::new();
    while let Some(line) = lines.next_line().await.unwrap() {
        let entry: Value = serde_json::from_str(&line).unwrap_or_default();
        if let Some(listen) = entry["listen"].as_str() {
            return format!("http://{listen}");
        }
        said.push(line);
    }
    panic!("the server ended at its start: {said:#?}");
}
