//! How fast files are packed and unpacked, how large they get, and how much memory it takes, beside zlib at
//! level 6 on the same bytes. Every case runs in a process of its own, so that its peak is its own.
//!
//! `cargo bench -p beian-authority --bench packing`

mod case;
mod table;
mod workload;
mod zlib;

use std::path::Path;
use std::process::{Command, ExitCode};

use case::{Case, Figures, Way};
use workload::Workload;

/// With these words before a case and a directory, the process runs that case.
const RUN: &str = "--run-case";

#[expect(clippy::disallowed_methods, reason = "the bench is a program of its own and starts itself anew")]
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let done = match arguments.as_slice() {
        [_, run, case, dir] if run == RUN => case::run(case, Path::new(dir)).map(|line| table::print(&line)),
        _ => std::env::current_exe().map_err(|error| error.to_string()).and_then(|program| all(&program)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            table::print(&why);
            ExitCode::FAILURE
        }
    }
}

/// Runs every case and prints the table.
fn all(program: &Path) -> Result<(), String> {
    let dir = tempfile::tempdir().map_err(|error| error.to_string())?;
    table::print(table::HEAD);
    for workload in Workload::ALL {
        workload.write_text(&workload.text_in(dir.path()))?;
        let zlib = zlib::measure(&workload.text_in(dir.path()))?;
        for encrypted in [false, true] {
            for way in [Way::Pack, Way::Unpack] {
                let case = Case { workload, way, encrypted };
                let figures = in_a_child(program, case, dir.path())?;
                table::print(&table::row(case, &figures, &zlib));
            }
        }
        for row in table::zlib_rows(workload, &zlib) {
            table::print(&row);
        }
    }
    Ok(())
}

fn in_a_child(program: &Path, case: Case, dir: &Path) -> Result<Figures, String> {
    let mut command = Command::new(program);
    let output =
        command.arg(RUN).arg(case.to_string()).arg(dir).output().map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&output.stdout);
    if output.status.success() { Figures::parse(&told) } else { Err(format!("{case}: {told}")) }
}
