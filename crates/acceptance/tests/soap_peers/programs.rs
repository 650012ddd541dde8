//! The programs at the other end: where they are, what they are told, what they tell.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, Command};

use beian_authority::simulator::SimulatedAccount;

/// A program with what runs it.
pub struct Program {
    command: PathBuf,
    script: &'static str,
}

impl Program {
    /// Python with the packages of `requirements.txt`, in an environment of its own.
    pub fn python(script: &'static str) -> Option<Self> {
        let command = target().join("peers/python/bin/python");
        let there = command.exists();
        Self { command, script }.present(there)
    }

    /// Node with the packages of `package-lock.json`.
    pub fn node(script: &'static str) -> Option<Self> {
        let there = home().join("node_modules/soap").exists() && runs("node", &["--version"]);
        Self { command: "node".into(), script }.present(there)
    }

    /// PHP with its own SOAP extension.
    pub fn php(script: &'static str) -> Option<Self> {
        let there = runs("php", &["-r", "exit((int) !class_exists('SoapClient'));"]);
        Self { command: "php".into(), script }.present(there)
    }

    /// Without the program the test says so and ends, unless whoever runs it has promised it.
    #[expect(clippy::disallowed_methods, reason = "whoever runs the tests says what must be there")]
    fn present(self, there: bool) -> Option<Self> {
        let promised = std::env::var("BEIAN_TEST_PEERS").is_ok();
        assert!(there || !promised, "what {} needs is not installed", self.script);
        if !there {
            eprintln!("what {} needs is not installed: skipped; `cargo xtask test` installs it", self.script);
        }
        there.then_some(self)
    }

    fn started(&self, story: &Value) -> Child {
        Command::new(&self.command)
            .arg(self.script)
            .current_dir(home())
            .env("STORY", story.to_string())
            // Whatever proxy this machine has, it does not know our ports.
            .envs([("NO_PROXY", "127.0.0.1"), ("no_proxy", "127.0.0.1")])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap()
    }

    /// Runs to the end and gives what was told.
    pub async fn tell(&self, story: &Value) -> Value {
        let mut child = self.started(story);
        let mut told = String::new();
        child.stdout.take().unwrap().read_to_string(&mut told).await.unwrap();
        let status = child.wait().await.unwrap();
        assert!(status.success(), "{} ended with {status}; see above. It said: {told}", self.script);
        serde_json::from_str(&told).unwrap()
    }

    /// Starts a server and gives the port it says first. It ends with the value.
    pub async fn serve(&self, story: &Value) -> (Child, u16) {
        let mut child = self.started(story);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.next_line().await.unwrap().expect("the server says its port");
        (child, port.parse().unwrap())
    }
}

/// The account as a program is told it.
pub fn account(account: &SimulatedAccount) -> Value {
    let (key, offset) = account.key.clone().unwrap();
    json!({
        "isp_id": account.isp_id, "user_name": account.user_name, "password": account.password,
        "key": key, "offset": offset,
    })
}

fn runs(command: &str, arguments: &[&str]) -> bool {
    let asked = std::process::Command::new(command).args(arguments).stdout(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("peers")
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}
