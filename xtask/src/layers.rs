//! `cargo xtask layers`: who may name whom, checked in the manifests and in the sources.

mod manifests;
mod sources;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::finding::Finding;
use crate::text_files;

/// A crate of ours and the crates of ours that it may name.
struct Room {
    name: &'static str,
    may_name: &'static [&'static str],
}

const DOMAIN: &str = "beian-domain";
const AUTHORITY: &str = "beian-authority";
const STORE: &str = "beian-store";
const APP: &str = "beian-app";
const WEB: &str = "beian-web";
const SERVER: &str = "beian-server";
const INSPECT: &str = "beian-inspect";
const ACCEPTANCE: &str = "beian-acceptance";

/// The arrows of ARCHITECTURE.md.
const ROOMS: &[Room] = &[
    Room { name: DOMAIN, may_name: &[] },
    Room { name: AUTHORITY, may_name: &[] },
    Room { name: INSPECT, may_name: &[] },
    Room { name: STORE, may_name: &[DOMAIN] },
    Room { name: APP, may_name: &[DOMAIN, STORE, AUTHORITY] },
    Room { name: WEB, may_name: &[DOMAIN, APP, INSPECT] },
    Room { name: SERVER, may_name: &[DOMAIN, AUTHORITY, STORE, APP, WEB, INSPECT] },
    Room { name: ACCEPTANCE, may_name: &[DOMAIN, AUTHORITY, STORE, APP, WEB, SERVER, INSPECT] },
    Room { name: "xtask", may_name: &[] },
];

/// Libraries that belong to some rooms only, whatever the kind of dependency.
struct Reserved {
    libraries: &'static [&'static str],
    homes: &'static [&'static str],
    /// Homes that may have them as an optional dependency, behind a feature.
    optional_homes: &'static [&'static str],
    mend: &'static str,
}

const RESERVED: &[Reserved] = &[
    Reserved {
        libraries: &["sea-orm", "sea-orm-migration", "sea-query", "sqlx", "rusqlite", "tokio-postgres"],
        homes: &[STORE],
        optional_homes: &[],
        mend: "ask the database through a function of beian-store",
    },
    Reserved {
        libraries: &["axum", "axum-extra", "maud", "tower-http", "utoipa-axum"],
        homes: &[WEB],
        optional_homes: &[AUTHORITY],
        mend: "serve it from beian-web (or, for the simulator, behind beian-authority's feature)",
    },
    Reserved {
        libraries: &["quick-xml", "encoding_rs"],
        homes: &[AUTHORITY, ACCEPTANCE],
        optional_homes: &[],
        mend: "keep the wire format inside beian-authority and pass its typed documents",
    },
    Reserved {
        libraries: &["reqwest"],
        homes: &[AUTHORITY, APP, SERVER, ACCEPTANCE],
        optional_homes: &[],
        mend: "calls to the world are jobs of beian-app",
    },
    Reserved {
        libraries: &["lettre"],
        homes: &[APP],
        optional_homes: &[],
        mend: "mail is sent by beian-app's notices",
    },
    Reserved {
        libraries: &["getrandom", "rand"],
        homes: &[APP],
        optional_homes: &[],
        mend: "take chance as an argument; beian-app's chance draws it",
    },
    Reserved {
        libraries: &["clap", "config"],
        homes: &[SERVER, ACCEPTANCE],
        optional_homes: &[],
        mend: "arguments and configuration are read in beian-server and passed down typed",
    },
    Reserved {
        libraries: &["tokio", "async-trait", "futures", "tracing"],
        homes: &[AUTHORITY, STORE, APP, WEB, SERVER, ACCEPTANCE],
        optional_homes: &[],
        mend: "keep this crate pure: no waiting, no world",
    },
];

/// Checks the whole workspace.
pub fn check(root: &Path) -> Result<Vec<Finding>> {
    let workspace =
        fs::read_to_string(root.join("Cargo.toml")).context("reading the workspace's manifest")?;
    let renames = manifests::renames(&workspace)?;
    let mut findings = Vec::new();
    for directory in members(root)? {
        findings.extend(check_manifest(root, &directory, &renames)?);
    }
    for file in text_files::read(root, "crates", "rs")? {
        findings.extend(sources::check(&file.path, &file.text)?);
    }
    findings.sort();
    Ok(findings)
}

fn check_manifest(root: &Path, directory: &Path, renames: &BTreeMap<String, String>) -> Result<Vec<Finding>> {
    let path = directory.join("Cargo.toml");
    let text = fs::read_to_string(root.join(&path)).with_context(|| format!("reading {}", path.display()))?;
    manifests::check(&path.to_string_lossy().replace('\\', "/"), &text, renames)
}

/// Directories of all crates, from the workspace.
fn members(root: &Path) -> Result<Vec<PathBuf>> {
    let mut members = vec![PathBuf::from("xtask")];
    for entry in fs::read_dir(root.join("crates")).context("reading crates/")? {
        let path = entry?.path();
        if path.join("Cargo.toml").exists() {
            members.push(path.strip_prefix(root).unwrap_or(&path).to_path_buf());
        }
    }
    members.sort();
    Ok(members)
}
