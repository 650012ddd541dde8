//! What must be on the machine before the tests can run, and how it gets there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::step::{call, succeeds};

/// A Debian or Ubuntu package, wanted for something that can be looked for.
struct Package {
    name: &'static str,
    wanted_for: &'static str,
    is_there: fn() -> bool,
}

const PACKAGES: &[Package] = &[
    Package { name: "postgresql", wanted_for: "tests on PostgreSQL", is_there: || postgres_bin().is_some() },
    Package { name: "chromium", wanted_for: "browser stories", is_there: || chromium().is_some() },
    Package {
        name: "fonts-noto-cjk",
        wanted_for: "Chinese in the browser stories' pictures",
        is_there: has_chinese_font,
    },
    Package {
        name: "libxml2-utils",
        wanted_for: "checking exchange files against their schema",
        is_there: || on_path("xmllint"),
    },
    Package { name: "nodejs", wanted_for: "browser stories and SOAP peers", is_there: || on_path("node") },
    Package { name: "npm", wanted_for: "browser stories and SOAP peers", is_there: || on_path("npm") },
    Package {
        name: "python3-venv",
        wanted_for: "peers in Python: SOAP, certificate numbers",
        is_there: has_python,
    },
    Package { name: "php-cli", wanted_for: "the SOAP peer in PHP", is_there: || on_path("php") },
    Package { name: "aapt", wanted_for: "making App packages", is_there: || on_path("aapt") },
    Package {
        name: "android-framework-res",
        wanted_for: "making App packages",
        is_there: || Path::new("/usr/share/android-framework-res/framework-res.apk").exists(),
    },
    Package { name: "apksigner", wanted_for: "signing App packages", is_there: || on_path("apksigner") },
    Package { name: "zipalign", wanted_for: "aligning App packages", is_there: || on_path("zipalign") },
    Package {
        name: "default-jre-headless",
        wanted_for: "making keystores with keytool",
        is_there: || on_path("keytool"),
    },
    Package { name: "openssl", wanted_for: "making certificates", is_there: || on_path("openssl") },
    Package { name: "php-soap", wanted_for: "the SOAP peer in PHP", is_there: has_php_soap },
];

/// Makes sure of everything; installs what is missing where it may, else says what to type.
pub fn ensure() -> Result<()> {
    ensure_packages()?;
    for component in ["rustfmt", "clippy"] {
        ensure_component(component)?;
    }
    if !succeeds(Command::new("cargo").args(["nextest", "--version"])) {
        call(Command::new("cargo").args(["install", "cargo-nextest", "--locked"]))?;
    }
    Ok(())
}

/// Is cargo-deny here? It is welcome, not required: the layer check is the gate everywhere.
pub fn has_cargo_deny() -> bool {
    succeeds(Command::new("cargo").args(["deny", "--version"]))
}

/// Are we root? Then packages may be installed, and PostgreSQL must be started as someone else.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Where PostgreSQL's own programs are; Debian keeps them off the path, one directory per version.
pub fn postgres_bin() -> Option<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    found.sort_by_key(|bin| version_of(bin));
    found.pop().or_else(|| which("initdb")?.parent().map(Path::to_path_buf))
}

fn version_of(bin: &Path) -> u32 {
    let version = bin.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    version.and_then(|version| version.parse().ok()).unwrap_or(0)
}

/// The browser of the browser stories.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(which)
}

fn has_chinese_font() -> bool {
    Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists()
        || Command::new("fc-list").arg(":lang=zh-cn").output().is_ok_and(|fonts| !fonts.stdout.is_empty())
}

fn has_python() -> bool {
    succeeds(Command::new("python3").args(["-c", "import venv, ensurepip"]))
}

fn has_php_soap() -> bool {
    succeeds(Command::new("php").args(["-r", "exit((int) !class_exists('SoapClient'));"]))
}

fn ensure_packages() -> Result<()> {
    let missing: Vec<&Package> = PACKAGES.iter().filter(|package| !(package.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    if is_root() && on_path("apt-get") {
        install(&names)?;
    }
    let still: Vec<String> = missing
        .iter()
        .filter(|package| !(package.is_there)())
        .map(|package| format!("  {} ({})", package.name, package.wanted_for))
        .collect();
    if !still.is_empty() {
        bail!(
            "missing on this machine:\n{}\ninstall them, on Debian or Ubuntu with:\n  sudo apt-get install {}",
            still.join("\n"),
            names.join(" ")
        );
    }
    Ok(())
}

fn install(names: &[&str]) -> Result<()> {
    call(Command::new("apt-get").args(["-qq", "update"]))?;
    call(
        Command::new("apt-get")
            .args(["-qq", "install", "--yes", "--no-install-recommends"])
            .args(names)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

fn ensure_component(name: &str) -> Result<()> {
    let program = if name == "rustfmt" { "fmt" } else { name };
    if succeeds(Command::new("cargo").args([program, "--version"])) {
        return Ok(());
    }
    if !on_path("rustup") {
        bail!("`cargo {program}` is missing: install your distribution's {name}, or use rustup");
    }
    call(Command::new("rustup").args(["component", "add", name]))
}

fn on_path(program: &str) -> bool {
    which(program).is_some()
}

fn which(program: &str) -> Option<PathBuf> {
    let found = Command::new("sh").args(["-c", "command -v \"$0\"", program]).output().ok()?;
    let path = String::from_utf8(found.stdout).ok()?;
    (found.status.success() && !path.trim().is_empty()).then(|| PathBuf::from(path.trim()))
}
