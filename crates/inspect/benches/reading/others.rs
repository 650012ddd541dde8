//! Other programs on the same file: how long they run, and how much memory they have at most.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How often each is run; what is told is the middle one by time.
const TIMES: usize = 5;
/// Between two looks at its memory.
const LOOK: Duration = Duration::from_millis(2);

/// One run of a program.
#[derive(Debug, Clone, Copy)]
pub struct Whole {
    /// From its start to its end.
    pub time: Duration,
    /// Bytes at its peak, as seen by looking often.
    pub peak: u64,
}

/// Runs a program some times and prints what `row` makes of what it printed and of the middle run.
pub fn run(program: &Path, arguments: &[&OsStr], row: impl Fn(&str, Whole) -> String) -> Result<(), String> {
    let mut runs = Vec::new();
    let mut told = String::new();
    for _ in 0..TIMES {
        let (text, whole) =
            once(program, arguments).map_err(|error| format!("{}: {error}", program.display()))?;
        told = text;
        runs.push(whole);
    }
    runs.sort_by_key(|whole| whole.time);
    let middle = runs.get(TIMES / 2).ok_or("no run")?;
    super::print(&row(&told, *middle));
    Ok(())
}

fn once(program: &Path, arguments: &[&OsStr]) -> std::io::Result<(String, Whole)> {
    let begin = Instant::now();
    let mut child =
        Command::new(program).args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let id = child.id().to_string();
    let mut output = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        output.as_mut().map_or(Ok(0), |output| output.read_to_string(&mut text)).map(|_| text)
    });
    let mut most = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        most = most.max(peak(&id));
        std::thread::sleep(LOOK);
    };
    let time = begin.elapsed();
    let text = reader.join().unwrap_or_else(|_| Ok(String::new()))?;
    if !status.success() {
        return Err(std::io::Error::other(text));
    }
    Ok((text, Whole { time, peak: most }))
}

/// Bytes at the peak of a process; 0 where the system does not say.
pub fn peak(process: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
