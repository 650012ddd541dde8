//! The demo: killed while it furnishes itself, and again when it is complete, it goes on.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Any start after the first one, in a debug build on a busy machine; seconds are enough for a person.
const SOON: Duration = Duration::from_secs(10);

struct Demo {
    child: Child,
    console: String,
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(directory: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["demo", "--port", "18600", "--simulator-port", "18700", "--dir"])
        .arg(directory)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Starts the demo and waits until it tells where it is.
fn start(directory: &Path) -> Demo {
    let mut child = spawn(directory);
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.map_while(Result::ok).find(|line| line.contains("Console, public query"));
    let console = line.unwrap().split_whitespace().last().unwrap().to_owned();
    Demo { child, console }
}

async fn page(url: &str) -> String {
    reqwest::get(url).await.unwrap().error_for_status().unwrap().text().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_time_it_goes_on() {
    let directory = tempfile::tempdir().unwrap();
    let demo = directory.path().join("demo");
    let mut furnishing = spawn(&demo);
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    furnishing.kill().unwrap();
    furnishing.wait().unwrap();

    let first = start(&demo);
    let query = "query?q=qingci-example.cn";
    let before = page(&format!("{}{query}", first.console)).await;
    assert!(before.contains("浙ICP备"), "{before}");
    assert!(page(&format!("{}ready", first.console)).await.contains("ready"));
    drop(first);

    let began = Instant::now();
    let second = start(&demo);
    assert!(began.elapsed() < SOON, "{:?}", began.elapsed());
    assert!(page(&format!("{}{query}", second.console)).await.contains("浙ICP备"));
}
