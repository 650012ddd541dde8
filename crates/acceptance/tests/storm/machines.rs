//! The processes under test: killed, started again, now and then two at once.

use std::fs::OpenOptions;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use beian_app::Chance;
use beian_store::testing::TestDb;
use tokio::process::{Child, Command};
use tokio::sync::Mutex;

use crate::LINK;

/// The program under test.
const BEIAN: &str = env!("CARGO_BIN_EXE_beian-under-test");
/// The longest time between a start and the next kill, milliseconds.
const LONGEST: u32 = 3_000;
/// How much of the log is told after a failure.
const LAST_WORDS: usize = 60;

/// The processes of the platform.
pub struct Machines {
    config: PathBuf,
    log: PathBuf,
    running: Mutex<Vec<Child>>,
    kills: AtomicUsize,
}

impl Machines {
    /// Writes configuration and keys beside the database.
    pub fn prepare(database: &TestDb, bureau: &str, records: usize) -> Self {
        let directory = database.directory();
        let config = directory.join("beian.toml");
        let url = database.settings().url;
        let text = format!(
            "[database]\nurl = {url:?}\nmax_connections = 8\n[data]\ndirectory = \"data\"\n\
             [keys]\nfile = \"keys.toml\"\n[log]\nformat = \"json\"\nfilter = \"warn\"\n\
             [work]\npoll_seconds = 1\nretry_seconds = 1\nretry_most_seconds = 1\nlease_seconds = 10\n\
             max_attempts = 1000\n\
             [authority.{LINK}]\nbase_url = {bureau:?}\nisp_id = 1001\nuser_name = \"demo\"\n\
             password = \"demo-Pass01\"\nkey = \"SIMULATOR-KEY-01\"\noffset = \"SIMULATOR-IV--01\"\n\
             timeout_seconds = 20\nbatch_records = {records}\n"
        );
        std::fs::write(&config, text).unwrap();
        std::fs::write(directory.join("keys.toml"), beian_acceptance::key_file()).unwrap();
        let log = directory.join("work.log");
        Self { config, log, running: Mutex::new(Vec::new()), kills: AtomicUsize::new(0) }
    }

    /// How many processes were killed.
    pub fn kills(&self) -> usize {
        self.kills.load(Ordering::Relaxed)
    }

    /// Starts one more.
    pub async fn start(&self) {
        let log = || OpenOptions::new().create(true).append(true).open(&self.log).unwrap();
        let child = Command::new(BEIAN)
            .args(["work", "--config"])
            .arg(&self.config)
            .stdout(Stdio::from(log()))
            .stderr(Stdio::from(log()))
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        self.running.lock().await.push(child);
    }

    /// SIGKILL at random moments, so many times; ends with nobody running. Now and then two work at once and
    /// die together, now and then a process dies at its start.
    pub async fn killed_at_random(&self, chance: &Chance, kills: usize) {
        while self.kills() < kills {
            self.start().await;
            if self.kills() + 2 <= kills && chance.number().is_multiple_of(5) {
                tokio::time::sleep(Duration::from_millis(300)).await;
                self.start().await;
            }
            let longest = if chance.number().is_multiple_of(8) { 200 } else { LONGEST };
            tokio::time::sleep(Duration::from_millis(u64::from(chance.number() % longest))).await;
            for mut child in self.running.lock().await.drain(..) {
                child.kill().await.unwrap();
                self.kills.fetch_add(1, Ordering::Relaxed);
            }
        }
    }

    /// Ends in good order what still runs.
    pub async fn stop(&self) {
        for mut child in self.running.lock().await.drain(..) {
            let id = child.id().unwrap().to_string();
            let told = Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
            assert!(told.success(), "it was running");
            assert!(child.wait().await.unwrap().success(), "it ends well");
        }
    }

    /// The end of their log.
    pub fn last_words(&self) -> String {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(LAST_WORDS)..].join("\n")
    }
}
