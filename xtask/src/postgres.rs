//! A throw-away PostgreSQL: made for one run, gone after it, however the run ends.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::step::call_quietly;
use crate::tools;

/// May a crash lose what was committed? Tests do not care; measurements must.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing is flushed: fast, for tests.
    Off,
    /// As a provider would run it.
    On,
}

/// A running server; dropping it stops it and removes its files.
pub struct Cluster {
    port: u16,
    keeper: Child,
}

/// Waits until xtask is gone, even by Ctrl-C or SIGKILL (its end of the pipe closes), then cleans up.
const KEEPER: &str = r#"
trap '' INT TERM HUP
read -r line
home=$1; shift
"$@" -D "$home/data" -m immediate -w stop >/dev/null 2>&1
rm -rf "$home"
"#;

impl Cluster {
    /// Makes and starts a cluster on 127.0.0.1, trusted, superuser `postgres`.
    pub fn start(durability: Durability) -> Result<Self> {
        let bin = tools::postgres_bin().context("PostgreSQL is not installed")?;
        let home = std::env::temp_dir().join(format!("beian-postgres-{}", std::process::id()));
        fs::create_dir(&home).with_context(|| format!("making {}", home.display()))?;
        if tools::is_root() {
            call_quietly(Command::new("chown").arg("postgres").arg(&home))?;
        }
        let keeper = keep(&bin, &home)?;
        let port = free_port()?;
        // From here on the keeper cleans up: `cluster` is dropped on every way out.
        let cluster = Self { port, keeper };
        initialise(&bin, &home)?;
        configure(&home, port, durability)?;
        launch(&bin, &home)?;
        Ok(cluster)
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // Nothing can be done about a keeper that failed; the temporary directory tells of it.
        let _ = self.keeper.wait();
    }
}

/// PostgreSQL refuses to run as root, so root becomes `postgres` for its programs.
fn as_postgres(bin: &Path, program: &str) -> Vec<PathBuf> {
    let mut words: Vec<PathBuf> = Vec::new();
    if tools::is_root() {
        words.extend(["runuser", "-u", "postgres", "--"].map(PathBuf::from));
    }
    words.push(bin.join(program));
    words
}

fn command(bin: &Path, home: &Path, program: &str) -> Command {
    let words = as_postgres(bin, program);
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).arg("-D").arg(home.join("data")).current_dir(home);
    command
}

fn keep(bin: &Path, home: &Path) -> Result<Child> {
    Command::new("sh")
        .args(["-c", KEEPER, "keeper"])
        .arg(home)
        .args(as_postgres(bin, "pg_ctl"))
        .current_dir("/")
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("starting the keeper of the cluster")
}

fn initialise(bin: &Path, home: &Path) -> Result<()> {
    call_quietly(command(bin, home, "initdb").args([
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
    ]))
}

fn configure(home: &Path, port: u16, durability: Durability) -> Result<()> {
    let mut settings = format!(
        "\nlisten_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = '{}'\nmax_connections = 300\n",
        home.display()
    );
    if durability == Durability::Off {
        settings.push_str("fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n");
    }
    let path = home.join("data/postgresql.conf");
    let mut file = OpenOptions::new().append(true).open(&path).context("opening postgresql.conf")?;
    file.write_all(settings.as_bytes()).context("writing postgresql.conf")
}

fn launch(bin: &Path, home: &Path) -> Result<()> {
    let log = home.join("server.log");
    let mut start = command(bin, home, "pg_ctl");
    start.arg("-l").arg(&log).args(["-w", "-t", "60", "start"]);
    let started = start.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if !started.success() {
        let told = fs::read_to_string(&log).unwrap_or_default();
        bail!("PostgreSQL did not start:\n{}", told.trim());
    }
    Ok(())
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("finding a free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_cluster_listens_while_it_is_held_and_leaves_nothing() {
        if tools::postgres_bin().is_none() {
            return;
        }
        let home = std::env::temp_dir().join(format!("beian-postgres-{}", std::process::id()));
        let cluster = Cluster::start(Durability::Off).unwrap();
        let port = cluster.port;
        assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
        assert!(home.exists());
        drop(cluster);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!home.exists());
    }
}
