//! What the tests in other languages need from package registries: pinned, and installed only when what is
//! there is not what is pinned.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::step::call_quietly;
use crate::target;

/// Where the Node packages are pinned.
const NODE_KITS: [&str; 2] = ["crates/acceptance/browser", "crates/acceptance/peers"];
/// Where the Python packages are pinned.
const PYTHON_KIT: &str = "crates/acceptance/peers/requirements.txt";

/// Makes sure of all of them.
pub fn ensure(root: &Path) -> Result<()> {
    for kit in NODE_KITS {
        node(&root.join(kit))?;
    }
    python(&root.join(PYTHON_KIT), &target()?.join("peers/python"))
}

/// `npm ci`, without running what packages would like to run.
fn node(home: &Path) -> Result<()> {
    let written = |name: &str| home.join(name).metadata().and_then(|about| about.modified());
    if let (Ok(locked), Ok(installed)) =
        (written("package-lock.json"), written("node_modules/.package-lock.json"))
        && installed >= locked
    {
        return Ok(());
    }
    call_quietly(
        Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(home),
    )
}

/// An environment of its own; what was installed is remembered beside it.
fn python(pinned: &Path, home: &Path) -> Result<()> {
    let wanted = fs::read_to_string(pinned).with_context(|| format!("reading {}", pinned.display()))?;
    let remembered = home.join("installed.txt");
    if fs::read_to_string(&remembered).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    call_quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(home))?;
    call_quietly(
        Command::new(home.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(["--require-hashes", "--only-binary", ":all:", "--requirement"])
            .arg(pinned),
    )?;
    fs::write(&remembered, wanted).with_context(|| format!("writing {}", remembered.display()))
}
