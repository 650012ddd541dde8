//! The simulator as a process: started with script and accounts, killed, started again.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use beian_authority::client::{Client, Endpoint};
use beian_authority::credentials::Nonce;
use beian_authority::message::upload::UploadDocument;
use beian_authority::packing;
use beian_authority::sample;
use beian_authority::simulator::SimulatedAccount;

struct Simulator {
    child: Child,
    lines: Vec<String>,
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/simulator").join(name)
}

/// Starts it and reads the two lines of its banner.
fn start(directory: &Path, script: &Path) -> Simulator {
    let mut child = Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["simulator", "--listen", "127.0.0.1:0", "--seed", "5", "--state"])
        .arg(directory)
        .arg("--script")
        .arg(script)
        .arg("--accounts")
        .arg(example("accounts.toml"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().take(2).map(Result::unwrap);
    let lines = lines.collect();
    Simulator { child, lines }
}

#[tokio::test]
async fn what_was_answered_survives_being_killed() {
    let directory = tempfile::tempdir().unwrap();
    let script = directory.path().join("script.toml");
    std::fs::write(&script, "[settings]\nphone_check = false\n[random_faults]\nrate = 0.0\n").unwrap();
    for sequence in 1..=5_u32 {
        let simulator = start(&directory.path().join("state"), &script);
        assert!(simulator.lines[1].ends_with(": 5"), "{:?}", simulator.lines);
        let endpoint = Endpoint::at(simulator.lines[0].trim_end_matches('/'));
        let client = Client::new(endpoint, SimulatedAccount::demo().for_client().unwrap()).unwrap();
        let nonce = |n: u32| Nonce::from_bytes([u8::try_from(sequence * 10 + n).unwrap(); 20]);
        let previous = client.previous_upload(nonce(0)).await.unwrap();
        assert_eq!(previous.sequence, i64::from(sequence) - 1);
        let document = UploadDocument::new_filing(1001, sample::new_filing(sequence));
        let packed = packing::pack(&document, "a.xml").unwrap();
        client.upload(sequence.into(), &packed, nonce(1)).await.unwrap();
        // Dropping it is SIGKILL.
    }
}

#[test]
fn a_mistake_in_the_script_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let script = directory.path().join("script.toml");
    std::fs::write(&script, "[settings]\nphone_chek = false\n").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_beian"))
        .args(["simulator", "--listen", "127.0.0.1:0", "--state"])
        .arg(directory.path().join("state"))
        .arg("--script")
        .arg(&script)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("line 2, settings.phone_chek: unknown field"), "{said}");
}
