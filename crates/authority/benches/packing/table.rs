//! The table that is printed, in Markdown.

use std::io::Write as _;
use std::time::Duration;

use crate::case::{Case, Figures};
use crate::workload::{RECORDS, Workload};
use crate::zlib::Zlib;

/// Its head.
pub const HEAD: &str = "\
| case | MB/s | records/s | MB of XML | MB packed | than zlib -6 | peak MB | over start / XML |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

/// Prints a line.
pub fn print(line: &str) {
    // Nobody is left to be told when standard output is gone.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// The line of a case.
pub fn row(case: Case, figures: &Figures, zlib: &Zlib) -> String {
    let larger = (real(figures.packed) / real(zlib.packed) - 1.0) * 100.0;
    let (speed, peak) = (speed(figures.time, zlib.size), mega(figures.peak));
    let times = real(figures.peak - figures.start) / real(zlib.size);
    let (size, packed) = (mega(zlib.size), mega(figures.packed));
    format!("| {case} | {speed} | {size} | {packed} | {larger:+.2} % | {peak} | {times:.2} |")
}

/// The lines of zlib, which does nothing but deflate and inflate.
pub fn zlib_rows(workload: Workload, zlib: &Zlib) -> [String; 2] {
    [("deflate", zlib.deflate), ("inflate", zlib.inflate)].map(|(way, time)| {
        let (speed, size, packed) = (speed(time, zlib.size), mega(zlib.size), mega(zlib.packed));
        format!("| {} {way} alone, {} | {speed} | {size} | {packed} | | | |", workload.name(), zlib.name)
    })
}

fn speed(time: Duration, size: u64) -> String {
    let seconds = time.as_secs_f64();
    format!("{:.0} | {:.0}", real(size) / 1e6 / seconds, f64::from(RECORDS) / seconds)
}

fn mega(bytes: u64) -> String {
    format!("{:.3}", real(bytes) / 1e6)
}

/// A number of bytes below 4 GB.
fn real(bytes: u64) -> f64 {
    u32::try_from(bytes).map_or(f64::INFINITY, f64::from)
}
