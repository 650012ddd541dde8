//! The program under measurement: its configuration, its process, its memory.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use beian_store::testing::TestDb;

/// How long the program may take to show its first page before we give up.
const PATIENCE: Duration = Duration::from_mins(1);

/// How to start the program on one database.
pub struct Platform {
    beian: PathBuf,
    config: PathBuf,
    base: String,
}

/// The running program.
pub struct Server {
    process: Child,
    /// Where its pages are.
    pub base: String,
    /// How long it took from its start to its first page.
    pub first_page: Duration,
}

impl Platform {
    /// Writes configuration and keys beside the database.
    pub fn prepare(beian: &Path, db: &TestDb) -> Result<Self> {
        let directory = db.directory();
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let base = format!("http://127.0.0.1:{port}");
        let url = db.settings().url;
        let text = format!(
            "[server]\nlisten = \"127.0.0.1:{port}\"\nbase_url = \"{base}\"\n\
             [data]\ndirectory = \"data\"\n[database]\nurl = \"{url}\"\n[keys]\nfile = \"keys.toml\"\n\
             [requests]\nsign_in = 0\nsign_up = 0\nquery = 0\ncheck = 0\nphone = 0\n"
        );
        let config = directory.join("beian.toml");
        std::fs::write(&config, text).context("writing the configuration")?;
        std::fs::write(directory.join("keys.toml"), beian_acceptance::key_file())
            .context("writing the keys")?;
        std::fs::create_dir_all(directory.join("data")).context("making the data directory")?;
        Ok(Self { beian: beian.to_owned(), config, base })
    }

    /// Adds a reviewer with everybody's password.
    pub fn add_reviewer(&self, email: &str) -> Result<()> {
        let mut adding = self.command();
        adding.args(["staff", "add", "--email", email, "--name", "Reviewer", "--password-stdin"]);
        let mut adding = adding.stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let mut input = adding.stdin.take().context("its input is a pipe")?;
        writeln!(input, "{}", beian_acceptance::PASSWORD)?;
        drop(input);
        ensure!(adding.wait()?.success(), "`beian staff add` failed");
        Ok(())
    }

    /// Starts the program and waits for its first page.
    pub async fn start(&self) -> Result<Server> {
        let started = Instant::now();
        let mut serving = self.command();
        let process = serving.arg("serve").stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = process.with_context(|| format!("starting {}", self.beian.display()))?;
        let mut server = Server { process, base: self.base.clone(), first_page: Duration::ZERO };
        let http = reqwest::Client::builder().no_proxy().build()?;
        loop {
            // A connection that is refused costs next to nothing, so asking every millisecond disturbs nobody.
            if let Ok(answer) = http.get(format!("{}/", self.base)).send().await {
                ensure!(answer.status().is_success(), "the first page: {}", answer.status());
                answer.bytes().await?;
                server.first_page = started.elapsed();
                return Ok(server);
            }
            if let Some(status) = server.process.try_wait()? {
                bail!("`beian serve` ended with {status}");
            }
            ensure!(started.elapsed() < PATIENCE, "`beian serve` shows no page");
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.beian);
        command.arg("--config").arg(&self.config);
        command
    }
}

impl Server {
    /// The memory the process holds (`VmRSS` of proc(5)), in bytes.
    pub fn resident_bytes(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kilobytes = line.trim().trim_end_matches(" kB").parse::<u64>().context("VmRSS is no number")?;
        Ok(kilobytes * 1024)
    }

    /// Asks it to stop, and waits until it has.
    pub async fn stop(mut self) -> Result<()> {
        let asked = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status()?;
        ensure!(asked.success(), "the program could not be asked to stop");
        let status = loop {
            if let Some(status) = self.process.try_wait()? {
                break status;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        };
        ensure!(status.success(), "`beian serve` ended with {status}");
        Ok(())
    }
}

/// A measurement that failed leaves no server behind.
impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.process.try_wait(), Ok(None)) {
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
    }
}
