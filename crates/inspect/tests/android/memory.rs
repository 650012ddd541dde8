//! What reading costs at most: each package is read by a process of its own, whose memory is then looked at.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use beian_inspect::{Asked, Seeking, inspect};

use super::project::Project;
use super::raw::{self, Raw, content, put};
use super::tools::there;

/// Where the child finds the package it reads.
const PACKAGE: &str = "BEIAN_TEST_PACKAGE";
const MOST: usize = 64 << 20;

/// The child's part: reads and says what it took.
#[test]
#[ignore = "run by the test below, in a process of its own"]
#[expect(clippy::disallowed_methods, reason = "the parent tells the child what to read")]
fn child() {
    let Some(path) = std::env::var_os(PACKAGE) else { return };
    let file = Seeking::new(std::fs::File::open(path).unwrap()).unwrap();
    let read = inspect(&file, &Asked::default());
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    let outcome =
        read.map_or_else(|refusal| refusal.to_string(), |facts| format!("{:?}", facts.app.unwrap().icon));
    println!("peak:{}\noutcome:{outcome}", peak.trim().trim_end_matches(" kB"));
}

/// Bytes at the peak of a process that reads the package, and how it ended.
fn peak(path: &Path) -> (usize, String) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "memory::child", "--ignored", "--nocapture"]).env(PACKAGE, path);
    let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
    let after = |begin: &str| super::tools::after(&said, begin).unwrap_or_else(|| panic!("{said}"));
    (after("peak:").parse::<usize>().unwrap() * 1024, after("outcome:").to_owned())
}

/// A chunk nobody knows, at the end of a document or table: it is passed over, but held.
fn padded(mut bytes: Vec<u8>, size: usize) -> Vec<u8> {
    let padding = size - bytes.len();
    bytes.extend([0x99, 0x99, 8, 0]);
    bytes.extend(u32::try_from(padding).unwrap().to_le_bytes());
    bytes.resize(size, 0);
    bytes[4..8].copy_from_slice(&u32::try_from(size).unwrap().to_le_bytes());
    bytes
}

/// The largest of everything that is allowed, at once.
fn largest(project: &Project) -> Vec<Raw> {
    project.write("res/mipmap-xxxhdpi/launcher.png", &super::icons::png(1536, 3));
    let mut entries = raw::entries(&project.build());
    for (part, size) in [("AndroidManifest.xml", 8 << 20), ("resources.arsc", 24 << 20)] {
        let bytes = content(&mut entries, part);
        put(&mut entries, part, &padded(bytes, size));
    }
    entries.extend((0..65_000).map(|number| Raw::stored(&format!("assets/{number:0>190}"), b"")));
    entries
}

#[test]
fn no_package_takes_more_than_64_mb() {
    if !there() || !Path::new("/proc/self/status").exists() {
        return;
    }
    let project = Project::usual();
    let entries = largest(&project);
    let all = raw::archive(&entries);
    let path = project.path().join("package");
    let nested = |method: fn(&str, &[u8]) -> Raw| {
        let mut outer = vec![method("base.apk", &all)];
        outer.extend((0..65_000).map(|number| Raw::stored(&format!("Android/{number:0>190}"), b"")));
        raw::archive(&outer)
    };
    let bomb = |name: &str, entries: &[Raw]| {
        let mut entries = entries.to_vec();
        put(&mut entries, name, &vec![0; 64 << 20]);
        raw::archive(&entries)
    };
    let icon = "Icon(res/mipmap-xxxhdpi-v4/launcher.png, (512, 512)";
    for (name, bytes, outcome) in [
        ("the largest of everything", all.clone(), icon),
        ("stored in another", nested(Raw::stored), icon),
        ("deflated in another", nested(Raw::deflated), icon),
        ("64 MB for a table", bomb("resources.arsc", &entries), "too much: resources.arsc"),
        ("64 MB for an icon", bomb("res/mipmap-xxxhdpi-v4/launcher.png", &entries), "Icon(res/mipmap-xxhdpi"),
    ] {
        std::fs::File::create(&path).unwrap().write_all(&bytes).unwrap();
        let (peak, ended) = peak(&path);
        println!("{name}: {} MB, {ended}", peak >> 20);
        assert!(ended.contains(outcome), "{name}: {ended}");
        assert!(peak < MOST, "{name}: {peak} bytes");
    }
}
