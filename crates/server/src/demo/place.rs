//! The demo's directory and ports: made at the first start, found again at every other.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use beian_app::Chance;
use beian_authority::simulator::SimulatedAccount;
use tokio::net::TcpListener;

use crate::command::make_password;

/// How many ports after the wanted one are tried.
const PORTS: u16 = 50;
/// Present in directories the demo made; nothing else is ever removed.
const MARK: &str = "beian-demo.txt";
const MARK_TEXT: &str = "\
beian demo 的数据目录，可以整个删除。
The directory of `beian demo`; delete it to begin anew.
";
/// Present once the sample data is complete.
const FURNISHED: &str = "furnished";
const PASSWORD: &str = "password.txt";

/// Where the demo lives.
#[derive(Debug)]
pub struct Place {
    directory: PathBuf,
    /// The address of the console.
    pub console: String,
    /// The address of the simulated authority.
    pub simulator: String,
}

impl Place {
    /// Makes or finds the directory, and writes the configuration for the ports of this start.
    pub fn prepare(
        directory: &Path,
        fresh: bool,
        console: String,
        simulator: String,
    ) -> anyhow::Result<Self> {
        let place = Self { directory: directory.to_owned(), console, simulator };
        let half_furnished = directory.join(MARK).exists() && !place.is_furnished();
        if fresh || half_furnished {
            place.remove()?;
        }
        if directory.exists() && !directory.join(MARK).exists() && !is_empty(directory)? {
            bail!("{} is no directory of the demo; name another with --dir", directory.display());
        }
        std::fs::create_dir_all(directory)
            .with_context(|| format!("{} cannot be made", directory.display()))?;
        std::fs::write(directory.join(MARK), MARK_TEXT)?;
        std::fs::write(place.config_file(), place.configuration())?;
        Ok(place)
    }

    /// The configuration; `beian serve --config` takes it too.
    pub fn config_file(&self) -> PathBuf {
        self.directory.join("beian.toml")
    }

    /// The state of the simulated authority.
    pub fn bureau(&self) -> PathBuf {
        self.directory.join("authority")
    }

    /// The directory itself.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Whether the sample data is there.
    pub fn is_furnished(&self) -> bool {
        self.directory.join(FURNISHED).exists()
    }

    /// Notes that the sample data is complete.
    pub fn mark_furnished(&self) -> anyhow::Result<()> {
        let mut file = std::fs::File::create(self.directory.join(FURNISHED))?;
        file.write_all(b"The sample data is complete.\n")?;
        Ok(file.sync_all()?)
    }

    /// The password of every sample log-in, made once.
    pub fn password(&self) -> anyhow::Result<String> {
        let file = self.directory.join(PASSWORD);
        if !file.exists() {
            std::fs::write(&file, make_password(&Chance::system()))?;
        }
        Ok(std::fs::read_to_string(file)?.trim().to_owned())
    }

    /// Removes what an earlier demo left; refuses to touch anything else.
    fn remove(&self) -> anyhow::Result<()> {
        if !self.directory.exists() {
            return Ok(());
        }
        if !self.directory.join(MARK).exists() && !is_empty(&self.directory)? {
            bail!("{} was not made by the demo and is left alone", self.directory.display());
        }
        std::fs::remove_dir_all(&self.directory)
            .with_context(|| format!("{} cannot be removed", self.directory.display()))
    }

    fn configuration(&self) -> String {
        let account = SimulatedAccount::demo();
        let (key, offset) = account.key.clone().unwrap_or_default();
        format!(
            "# 演示用配置，每次启动重写。The demo's configuration, written anew at every start.\n\
             [server]\nlisten = {listen:?}\nbase_url = {console:?}\nrehearsal = true\n\n\
             [provider]\nname = \"示例云\"\ncontact = \"400-000-0000\"\n\n\
             [data]\ndirectory = \"data\"\n\n[keys]\nfile = \"keys.toml\"\n\n\
             [work]\npoll_seconds = 2\nretry_seconds = 1\nretry_most_seconds = 10\nlease_seconds = 15\n\n\
             [log]\nfilter = \"warn\"\n\n\
             [authority.simulator]\nbase_url = {simulator:?}\ncheck_page = \"{simulator_page}/check\"\n\
             isp_id = {isp_id}\nuser_name = {user:?}\npassword = {password:?}\nkey = {key:?}\noffset = {offset:?}\n",
            listen = self.console.trim_start_matches("http://"),
            console = self.console,
            simulator = self.simulator,
            simulator_page = self.simulator,
            isp_id = account.isp_id,
            user = account.user_name,
            password = account.password,
        )
    }
}

fn is_empty(directory: &Path) -> anyhow::Result<bool> {
    Ok(std::fs::read_dir(directory)?.next().is_none())
}

/// Listens on the wanted port of this machine, or on the next free one.
pub async fn free_port(wanted: u16) -> anyhow::Result<TcpListener> {
    let mut last = None;
    for port in (wanted..=wanted.saturating_add(PORTS)).take(usize::from(PORTS)) {
        match TcpListener::bind(("127.0.0.1", port)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => last = Some(error),
        }
    }
    bail!("no port free from {wanted} on: {}", last.map(|error| error.to_string()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prepare(directory: &Path, fresh: bool) -> anyhow::Result<Place> {
        Place::prepare(directory, fresh, "http://127.0.0.1:1".into(), "http://127.0.0.1:2".into())
    }

    #[test]
    fn a_directory_of_somebody_else_is_left_alone() {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join("thesis.txt"), "years of work").unwrap();
        assert!(prepare(directory.path(), false).is_err());
        assert!(prepare(directory.path(), true).is_err());
        assert!(directory.path().join("thesis.txt").exists());
    }

    #[test]
    fn a_half_made_demo_begins_anew_and_a_complete_one_goes_on() {
        let directory = tempfile::tempdir().unwrap();
        let inside = directory.path().join("demo");
        let first = prepare(&inside, false).unwrap().password().unwrap();
        let second = prepare(&inside, false).unwrap();
        assert_ne!(second.password().unwrap(), first);
        second.mark_furnished().unwrap();
        let kept = second.password().unwrap();
        assert_eq!(prepare(&inside, false).unwrap().password().unwrap(), kept);
        assert_ne!(prepare(&inside, true).unwrap().password().unwrap(), kept);
    }
}
