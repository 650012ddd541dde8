//! One case: a workload, a direction, encrypted or not; run in a process of its own.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use beian_authority::credentials::FileKey;
use beian_authority::packing::{self, Packed};
use beian_authority::reply::DeliveredFile;

use crate::workload::Workload;

/// The best of so many runs is told.
pub const RUNS: u32 = 5;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// From the document to the file, its hash and its encryption.
    Pack,
    /// From the file to the document, hash compared.
    Unpack,
}

/// A line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// Which document.
    pub workload: Workload,
    /// Which way.
    pub way: Way,
    /// With AES.
    pub encrypted: bool,
}

/// What a case tells.
pub struct Figures {
    /// The best run.
    pub time: Duration,
    /// Bytes of the archive.
    pub packed: u64,
    /// The most memory the process had at once, in bytes.
    pub peak: u64,
    /// What it had before there was a document.
    pub start: u64,
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let way = match self.way {
            Way::Pack => "pack",
            Way::Unpack => "unpack",
        };
        write!(f, "{} {way} {}", self.workload.name(), if self.encrypted { "aes" } else { "plain" })
    }
}

impl Figures {
    /// Reads what [`run`] gave.
    pub fn parse(line: &str) -> Result<Self, String> {
        let numbers: Vec<u64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        match numbers.as_slice() {
            &[nanos, packed, peak, start] => {
                Ok(Self { time: Duration::from_nanos(nanos), packed, peak, start })
            }
            _ => Err(format!("not figures: {line}")),
        }
    }
}

/// Runs the case of that name. What is packed is left in `dir` for unpacking.
pub fn run(name: &str, dir: &Path) -> Result<String, String> {
    let named = |case: &Case| case.to_string() == name;
    let all = Workload::ALL.into_iter().flat_map(|workload| {
        [Way::Pack, Way::Unpack]
            .into_iter()
            .flat_map(move |way| [false, true].map(|encrypted| Case { workload, way, encrypted }))
    });
    let case = all.into_iter().find(named).ok_or_else(|| format!("no case {name}"))?;
    let file = dir.join(format!("{}.zip", case.workload.name()));
    let start = memory("VmRSS:")?;
    let (time, packed) = match case.way {
        Way::Pack => pack(case, &file)?,
        Way::Unpack => unpack(case, &file)?,
    };
    Ok(format!("{} {packed} {} {start}", time.as_nanos(), memory("VmHWM:")?))
}

fn key() -> Result<FileKey, String> {
    FileKey::new("SIMULATOR-KEY-01", "SIMULATOR-IV--01").map_err(|error| error.to_string())
}

fn pack(case: Case, file: &Path) -> Result<(Duration, usize), String> {
    let document = case.workload.document();
    let key = key()?;
    let mut best = Duration::MAX;
    let mut packed = None;
    for _ in 0..RUNS {
        drop(packed.take());
        let clock = Instant::now();
        let fresh = packing::pack(&document, "a.xml").map_err(|error| error.to_string())?;
        if case.encrypted {
            black_box(key.encrypt(&fresh.zip));
        }
        best = best.min(clock.elapsed());
        packed = Some(fresh);
    }
    let Packed { zip, .. } = packed.ok_or("nothing was run")?;
    std::fs::write(file, &zip).map_err(|error| error.to_string())?;
    Ok((best, zip.len()))
}

fn unpack(case: Case, file: &Path) -> Result<(Duration, usize), String> {
    let Packed { zip, md5 } = Packed::from_zip(std::fs::read(file).map_err(|error| error.to_string())?);
    let (key, size) = (key()?, zip.len());
    let body = if case.encrypted {
        let sealed = key.encrypt(&zip);
        drop(zip);
        sealed
    } else {
        zip
    };
    let delivered = DeliveredFile {
        name: "a.xml".to_owned(),
        encryption: i64::from(case.encrypted),
        hashing: 0,
        compression: 0,
        body,
        hash: md5.to_vec(),
    };
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let clock = Instant::now();
        let packed = packing::open(&delivered, Some(&key)).map_err(|error| error.to_string())?;
        let read = packing::unpack_upload(&packed).map_err(|error| error.to_string())?;
        best = best.min(clock.elapsed());
        if !read.1.is_empty() {
            return Err(format!("{} warnings", read.1.len()));
        }
    }
    Ok((best, size))
}

/// What the kernel says about the memory of this process, in bytes: `VmRSS:` now, `VmHWM:` the most ever.
fn memory(what: &str) -> Result<u64, String> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|error| error.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.map(|kilobytes| kilobytes * 1024).ok_or_else(|| format!("no {what} in /proc/self/status"))
}
