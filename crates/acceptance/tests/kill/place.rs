//! Where one journey happens: a directory, a configuration, and the commands of whoever runs the platform.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use beian_domain::resource::Resource;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

/// The program under test.
pub const BEIAN: &str = env!("CARGO_BIN_EXE_beian-under-test");
/// The reviewer's sign-in name.
pub const REVIEWER: &str = "reviewer@example.cn";
/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery";

/// A directory with a configuration.
pub struct Place {
    directory: PathBuf,
    /// The configuration.
    pub config: PathBuf,
}

impl Place {
    /// Writes the configuration, makes keys, and hires a reviewer.
    pub async fn prepare(directory: &Path, database: &str, simulator: &str) -> Self {
        let config = directory.join("beian.toml");
        std::fs::write(&config, configuration(database, simulator)).unwrap();
        let place = Self { directory: directory.to_owned(), config };
        place.run(&["keys", "new"], "").await;
        let add = ["staff", "add", "--email", REVIEWER, "--name", "李示例", "--password-stdin"];
        place.run(&add, PASSWORD).await;
        place
    }

    /// Enters a server into the inventory; gives its id.
    pub async fn import(&self, server: &Resource, owner: &str) -> String {
        let file = self.directory.join("inventory.toml");
        let text = format!(
            "[[resource]]\naccount = {owner:?}\ninstance = {:?}\naddresses = {:?}\nplace = {:?}\nmode = {:?}\n\
             billing = {:?}\nstarts-on = {:?}\nends-on = {:?}\nplaces = \"5\"\n",
            server.instance,
            server.addresses[0].to_string(),
            server.place.unwrap().slug(),
            server.mode.slug(),
            server.billing.slug(),
            server.starts_on.to_string(),
            server.ends_on.to_string(),
        );
        std::fs::write(&file, text).unwrap();
        let told = self.run(&["resources", "import", file.to_str().unwrap()], "").await;
        let id = told.lines().next().and_then(|line| line.split_whitespace().last());
        id.expect("the import names each server and its id").to_owned()
    }

    /// Proves every chain of the journal.
    pub async fn verify_journal(&self) {
        self.run(&["journal", "verify"], "").await;
    }

    /// Runs a subcommand to its end; it must succeed.
    async fn run(&self, arguments: &[&str], input: &str) -> String {
        let mut child = Command::new(BEIAN)
            .args(arguments)
            .arg("--config")
            .arg(&self.config)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).await.unwrap();
        let output = child.wait_with_output().await.unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "beian {arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }
}

fn configuration(database: &str, simulator: &str) -> String {
    format!(
        "[server]\nlisten = \"127.0.0.1:0\"\nshutdown_seconds = 5\n\
         [database]\nurl = {database:?}\nmax_connections = 8\n\
         [data]\ndirectory = \"data\"\n[keys]\nfile = \"keys.toml\"\n\
         [log]\nformat = \"json\"\nfilter = \"info\"\n\
         [work]\npoll_seconds = 1\nretry_seconds = 1\nretry_most_seconds = 2\nlease_seconds = 5\n\
         max_attempts = 200\n\
         [requests]\nsign_in = 0\nsign_up = 0\nquery = 0\ncheck = 0\n\
         [authority.simulator]\nbase_url = {simulator:?}\nisp_id = 1001\nuser_name = \"demo\"\n\
         password = \"demo-Pass01\"\nkey = \"SIMULATOR-KEY-01\"\noffset = \"SIMULATOR-IV--01\"\n\
         timeout_seconds = 10\n"
    )
}
