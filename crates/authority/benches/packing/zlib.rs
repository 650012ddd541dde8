//! zlib at level 6 on the bytes of a document: the one Python has, or else zlib-rs.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::{DeflateDecoder, DeflateEncoder};

use crate::case::RUNS;

/// What zlib makes of it.
pub struct Zlib {
    /// Which zlib it is.
    pub name: String,
    /// Bytes of the document.
    pub size: u64,
    /// Bytes of the stream, without a frame.
    pub packed: u64,
    /// Best run of deflate alone.
    pub deflate: Duration,
    /// Best run of inflate alone.
    pub inflate: Duration,
}

const PYTHON: &str = "
import sys, time, zlib
data = open(sys.argv[1], 'rb').read()
def best(f):
    times = []
    for _ in range(int(sys.argv[2])):
        t = time.perf_counter(); r = f(); times.append(time.perf_counter() - t)
    return int(min(times) * 1e9), r
def deflate():
    c = zlib.compressobj(6, zlib.DEFLATED, -15)
    return c.compress(data) + c.flush()
d, packed = best(deflate)
i, back = best(lambda: zlib.decompress(packed, -15))
assert back == data
print(zlib.ZLIB_RUNTIME_VERSION, len(packed), d, i)
";

/// Measures zlib on a file.
pub fn measure(text: &Path) -> Result<Zlib, String> {
    let bytes = std::fs::read(text).map_err(|error| error.to_string())?;
    let size = bytes.len() as u64;
    let runs = RUNS.to_string();
    let python = Command::new("python3").args(["-c", PYTHON]).arg(text).arg(runs).output();
    if let Ok(output) = python
        && output.status.success()
    {
        let told = String::from_utf8_lossy(&output.stdout);
        let mut words = told.split_whitespace();
        let name = format!("zlib {} -6", words.next().unwrap_or_default());
        let numbers: Vec<u64> = words.filter_map(|word| word.parse().ok()).collect();
        if let &[packed, deflate, inflate] = numbers.as_slice() {
            let [deflate, inflate] = [deflate, inflate].map(Duration::from_nanos);
            return Ok(Zlib { name, size, packed, deflate, inflate });
        }
    }
    ours(&bytes).map_err(|error| error.to_string())
}

fn ours(bytes: &[u8]) -> std::io::Result<Zlib> {
    let (mut deflate, mut inflate) = (Duration::MAX, Duration::MAX);
    let mut packed = Vec::new();
    for _ in 0..RUNS {
        let clock = Instant::now();
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(6));
        encoder.write_all(bytes)?;
        packed = encoder.finish()?;
        deflate = deflate.min(clock.elapsed());
        let clock = Instant::now();
        let mut decoder = DeflateDecoder::new(Vec::new());
        decoder.write_all(&packed)?;
        decoder.finish()?;
        inflate = inflate.min(clock.elapsed());
    }
    let (size, packed) = (bytes.len() as u64, packed.len() as u64);
    Ok(Zlib { name: "zlib-rs -6".to_owned(), size, packed, deflate, inflate })
}
