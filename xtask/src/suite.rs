//! `cargo xtask test`: everything that must hold before a change may land, in the order of its cost.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::finding::Finding;
use crate::postgres::{Cluster, Durability};
use crate::step::{call, step};
use crate::{kits, layers, links, sizes, tell, tools};

/// What the tests find in their environment.
struct Surroundings {
    postgres: String,
    browser: String,
}

/// Runs all steps. The last thing printed is the summary of the test runner.
pub fn run(root: &Path, only: Option<&str>) -> Result<ExitCode> {
    let packages = packages(root, only)?;
    step("tools", tools::ensure)?;
    step("format", || call(cargo(root).args(["fmt", "--all", "--check"])))?;
    step("layers", || none(&layers::check(root)?))?;
    step("sizes", || none(&sizes::check(root)?))?;
    step("links", || none(&links::check(root)?))?;
    step("clippy", || clippy(root, &packages))?;
    if tools::has_cargo_deny() {
        step("deny", || {
            call(cargo(root).args([
                "deny",
                "--log-level=error",
                "--all-features",
                "check",
                "bans",
                "licenses",
            ]))
        })?;
    } else {
        eprintln!(
            "── deny: cargo-deny is not installed; bans and licences stay with CI machines that have it"
        );
    }
    step("kits", || kits::ensure(root))?;
    let (surroundings, cluster) = step("postgresql", surroundings)?;
    eprintln!("── tests");
    let code = tests(root, &packages, &surroundings)?;
    drop(cluster);
    Ok(code)
}

/// `store` and `beian-store` both mean the crate; nothing means the workspace.
fn packages(root: &Path, only: Option<&str>) -> Result<Vec<String>> {
    let Some(name) = only else { return Ok(vec!["--workspace".into()]) };
    let short = name.trim_start_matches("beian-");
    if short == "xtask" {
        return Ok(vec!["--package=xtask".into()]);
    }
    if !root.join("crates").join(short).join("Cargo.toml").exists() {
        bail!("there is no crate `{short}` under crates/");
    }
    Ok(vec![format!("--package=beian-{short}")])
}

fn cargo(root: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root);
    command
}

fn none(findings: &[Finding]) -> Result<()> {
    tell(findings);
    match findings.len() {
        0 => Ok(()),
        1 => bail!("one thing to mend"),
        count => bail!("{count} things to mend"),
    }
}

fn clippy(root: &Path, packages: &[String]) -> Result<()> {
    let mut command = cargo(root);
    command.arg("clippy").args(packages).args(["--all-targets", "--all-features", "--", "-D", "warnings"]);
    call(&mut command)
}

/// A database and a browser: those named in the environment, else our own.
fn surroundings() -> Result<(Surroundings, Option<Cluster>)> {
    let browser = match given("BEIAN_TEST_BROWSER") {
        Some(path) => path,
        None => tools::chromium().context("no Chromium on this machine")?.to_string_lossy().into_owned(),
    };
    if let Some(postgres) = given("BEIAN_TEST_POSTGRES") {
        return Ok((Surroundings { postgres, browser }, None));
    }
    let cluster = Cluster::start(Durability::Off)?;
    Ok((Surroundings { postgres: cluster.url(), browser }, Some(cluster)))
}

#[expect(clippy::disallowed_methods, reason = "a developer may bring a database and a browser of their own")]
fn given(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn tests(root: &Path, packages: &[String], surroundings: &Surroundings) -> Result<ExitCode> {
    let status = cargo(root)
        .args(["nextest", "run"])
        .args(packages)
        .arg("--all-features")
        .env("BEIAN_TEST_POSTGRES", &surroundings.postgres)
        .env("BEIAN_TEST_BROWSER", &surroundings.browser)
        // What the peers need is there: a test that does not find it fails.
        .env("BEIAN_TEST_PEERS", "yes")
        .status()
        .context("starting cargo nextest")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_may_be_named_long_or_short() {
        let root = crate::root().unwrap();
        assert_eq!(packages(&root, Some("store")).unwrap(), ["--package=beian-store"]);
        assert_eq!(packages(&root, Some("beian-store")).unwrap(), ["--package=beian-store"]);
        assert_eq!(packages(&root, Some("xtask")).unwrap(), ["--package=xtask"]);
        assert_eq!(packages(&root, None).unwrap(), ["--workspace"]);
        assert!(packages(&root, Some("nowhere")).is_err());
    }

    #[test]
    fn findings_fail_the_step() {
        let finding =
            Finding { path: "x".into(), line: 1, what: "y".into(), rule: "z", mend: "mend it".into() };
        assert!(none(&[]).is_ok());
        assert!(none(&[finding]).is_err());
    }
}
