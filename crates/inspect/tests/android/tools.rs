//! The programs the tests ask, and what they say.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use beian_inspect::{Asked, Facts, Refusal, Seeking, inspect};

/// The resources of Android itself, which every package refers to.
pub const FRAMEWORK: &str = "/usr/share/android-framework-res/framework-res.apk";
const TOOLS: [(&str, &str); 6] = [
    ("aapt", "v"),
    ("aapt2", "version"),
    ("apksigner", "--version"),
    ("zipalign", "-h"),
    ("keytool", "-help"),
    ("openssl", "version"),
];

/// Whether every program is there; says so loudly when not.
#[expect(clippy::print_stdout, reason = "whoever runs the tests is told what is missing")]
pub fn there() -> bool {
    let runs = |(tool, argument): &(&str, &str)| {
        let mut command = Command::new(tool);
        command.arg(argument).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok()
    };
    let missing: Vec<_> = TOOLS.iter().filter(|tool| !runs(tool)).map(|(tool, _)| *tool).collect();
    if missing.is_empty() && Path::new(FRAMEWORK).exists() {
        return true;
    }
    println!(
        "skipped: no {missing:?} or no {FRAMEWORK}; install aapt apksigner zipalign android-framework-res"
    );
    false
}

/// Runs a program in a directory and gives what it printed; it must succeed.
pub fn run<A: AsRef<OsStr>>(here: &Path, tool: &str, arguments: impl IntoIterator<Item = A>) -> String {
    let output = Command::new(tool).args(arguments).current_dir(here).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{tool}: {}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

/// Runs a program whose arguments have no spaces.
pub fn say(here: &Path, line: &str) -> String {
    let mut words = line.split_whitespace();
    let tool = words.next().unwrap();
    run(here, tool, words)
}

/// Reads a file as the program does.
pub fn read(path: &Path) -> Result<Facts, Refusal> {
    let file = Seeking::new(std::fs::File::open(path).unwrap()).unwrap();
    inspect(&file, &Asked::default())
}

/// What follows the first line that begins so.
pub fn after<'t>(text: &'t str, begin: &str) -> Option<&'t str> {
    text.lines().find_map(|line| line.strip_prefix(begin))
}
