//! How long a package of 200 MB takes to be read, how many bytes of it and how much memory, beside `apksigner` and
//! `aapt` on the same file in the same run.
//!
//! `cargo bench -p beian-inspect --bench reading`

mod others;
mod package;

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use beian_inspect::{Asked, Counted, Seeking, Source, inspect};

/// With this word before a file, the process reads that file.
const READ: &str = "--read";
/// How often it is read; the time told is the middle one.
const TIMES: usize = 9;

#[expect(clippy::disallowed_methods, reason = "the bench is a program of its own and starts itself anew")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let done = match arguments.as_slice() {
        [_, read, file] if read == READ => ours(Path::new(file)),
        _ => std::env::current_exe().map_err(|error| error.to_string()).and_then(|program| all(&program)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            print(&why);
            ExitCode::FAILURE
        }
    }
}

/// Makes the package and prints the table.
fn all(program: &Path) -> Result<(), String> {
    let dir = tempfile::tempdir().map_err(|error| error.to_string())?;
    let package = package::make(dir.path())?;
    print("| reader | time | bytes read | peak MB |\n| --- | ---: | ---: | ---: |");
    others::run(program, &[READ.as_ref(), package.as_os_str()], |told, whole| {
        format!(
            "{}\n{}",
            told.trim_end(),
            row("the same, the process as a whole", whole.time, "", whole.peak)
        )
    })?;
    for (name, tool, arguments) in [
        ("`apksigner verify --print-certs`", "apksigner", ["verify", "--print-certs"]),
        ("`aapt dump badging`", "aapt", ["dump", "badging"]),
    ] {
        let words = arguments.map(AsRef::as_ref);
        let words: Vec<_> = words.into_iter().chain([package.as_os_str()]).collect();
        others::run(Path::new(tool), &words, |_, whole| row(name, whole.time, "", whole.peak))?;
    }
    Ok(())
}

/// Reads the file some times over and prints the row.
fn ours(path: &Path) -> Result<(), String> {
    let mut times = Vec::new();
    let (mut read, mut size) = (0, 0);
    for _ in 0..TIMES {
        let file = File::open(path).and_then(Seeking::new).map_err(|error| error.to_string())?;
        let counted = Counted::new(&file);
        let begin = Instant::now();
        let facts = inspect(&counted, &Asked::default()).map_err(|refusal| refusal.to_string())?;
        times.push(begin.elapsed());
        if facts.app.is_none_or(|app| app.icon.is_none()) || facts.signing.counts.is_none() {
            return Err("the package was not read as a whole".to_owned());
        }
        (read, size) = (counted.read(), counted.len());
    }
    times.sort();
    let bytes = format!("{read} of {size}");
    print(&row("Beian", times.get(TIMES / 2).copied().unwrap_or_default(), &bytes, others::peak("self")));
    Ok(())
}

fn row(name: &str, time: Duration, bytes: &str, peak: u64) -> String {
    format!("| {name} | {:.1} ms | {bytes} | {} |", time.as_secs_f64() * 1e3, peak >> 20)
}

/// Prints a line.
fn print(line: &str) {
    // Nobody is left to be told when standard output is gone.
    let _ = writeln!(std::io::stdout(), "{line}");
}
