//! Lines of a stream, one at a time; one that is longer than any value is passed over, not kept.

use std::io::{self, BufRead as _, BufReader, Read};

/// The longest line that is looked at, in bytes: several times the longest value there is.
const LONGEST: u64 = 8 * 1024;

/// What windows editors put before the first line.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'b> {
    /// All of it.
    Whole(&'b [u8]),
    /// Longer than any value.
    TooLong {
        /// How many bytes it has.
        bytes: u64,
        /// How many it may have.
        max: u64,
    },
}

/// The lines of a source. The last one needs no end.
pub(super) struct Lines<R> {
    source: BufReader<R>,
    line: Vec<u8>,
    is_first: bool,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source: BufReader::new(source), line: Vec::new(), is_first: true }
    }

    /// The next line, or none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        let is_first = std::mem::replace(&mut self.is_first, false);
        let got = self.source.by_ref().take(LONGEST + 2).read_until(b'\n', &mut self.line)?;
        if got == 0 {
            return Ok(None);
        }
        if self.line.last() != Some(&b'\n') && length(got) > LONGEST {
            let bytes = length(got) + self.pass_over()?;
            return Ok(Some(Line::TooLong { bytes, max: LONGEST }));
        }
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let line = line.strip_prefix(BYTE_ORDER_MARK).filter(|_| is_first).unwrap_or(line);
        Ok(Some(Line::Whole(line)))
    }

    /// The bytes up to the end of the line, without it.
    fn pass_over(&mut self) -> io::Result<u64> {
        let mut bytes = 0;
        loop {
            let buffer = self.source.fill_buf()?;
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let passed = end.unwrap_or(buffer.len());
            let is_last = end.is_some() || buffer.is_empty();
            bytes += length(passed);
            self.source.consume(passed + usize::from(end.is_some()));
            if is_last {
                return Ok(bytes);
            }
        }
    }

    /// Whether the next line is still to come from outside.
    pub(super) fn would_wait(&self) -> bool {
        self.source.buffer().is_empty()
    }
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).expect("a length in memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(bytes);
        let mut told = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            told.push(match line {
                Line::Whole(bytes) => String::from_utf8_lossy(bytes).into_owned(),
                Line::TooLong { bytes, .. } => format!("{bytes} bytes"),
            });
        }
        told
    }

    #[test]
    fn ends_of_every_system_are_no_part_of_a_line() {
        assert_eq!(all(b""), Vec::<String>::new());
        assert_eq!(all(b"a\n\r\n b\r\nc"), ["a", "", " b", "c"]);
        assert_eq!(all("\u{feff}a\n\u{feff}b\n".as_bytes()), ["a", "\u{feff}b"]);
    }

    #[test]
    fn a_line_longer_than_any_value_is_passed_over_and_the_next_one_is_read() {
        let long = "x".repeat(100_000);
        assert_eq!(all(format!("{long}\nb\n{long}").as_bytes()), ["100000 bytes", "b", "100000 bytes"]);
        let longest = "x".repeat(8 * 1024);
        assert_eq!(all(format!("{longest}\r\nb").as_bytes()), [longest.as_str(), "b"]);
    }
}
