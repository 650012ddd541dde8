//! `validate`: a verdict per line, in the order of the lines, in memory that does not grow with them.

mod kind;
mod lines;

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::Path;

use beian_domain::{Invalid, text};
use beian_web::i18n::{Lang, Words};
use beian_web::refusal;
use clap::ValueEnum as _;

use self::kind::judge;
use self::lines::{Line, Lines};
use super::Stop;
use crate::cli::{ReasonLanguage, Validate, ValueKind};
use crate::terminal::say;

/// Runs the command.
pub fn validate(asked: &Validate) -> anyhow::Result<()> {
    let Some(kind) = asked.kind.filter(|_| !asked.list) else {
        list();
        return Ok(());
    };
    let words = Words::new(match asked.language {
        ReasonLanguage::Zh => Lang::Zh,
        ReasonLanguage::En => Lang::En,
    });
    let mut told = Verdicts { kind, words, out: BufWriter::new(io::stdout().lock()), lines: 0, bad: 0 };
    let done = if asked.files.is_empty() {
        told.read(Path::new("-"))
    } else {
        asked.files.iter().try_for_each(|file| told.read(file))
    };
    match done.and_then(|()| told.flush()) {
        Err(Halt::Unusable(why)) => Err(Stop::Unusable(why).into()),
        // Whoever read the verdicts has seen enough (`| head`).
        Ok(()) | Err(Halt::Unread) => Ok(told.verdict()?),
    }
}

/// Every kind with what it is, for people and for programs that look for one.
fn list() {
    for value in ValueKind::value_variants().iter().filter_map(ValueKind::to_possible_value) {
        let help = value.get_help().map(ToString::to_string).unwrap_or_default();
        say(format!("{}\t{help}", value.get_name()));
    }
}

/// Why the reading ended before the lines did.
enum Halt {
    /// Nobody reads the verdicts any more.
    Unread,
    /// A file cannot be read, or the verdicts cannot be written.
    Unusable(String),
}

struct Verdicts<W: Write> {
    kind: ValueKind,
    words: Words,
    out: W,
    lines: u64,
    bad: u64,
}

impl<W: Write> Verdicts<W> {
    fn read(&mut self, path: &Path) -> Result<(), Halt> {
        let unusable = |error: io::Error| Halt::Unusable(format!("{}: {error}", path.display()));
        let source: Box<dyn Read> = if path == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(unusable)?)
        };
        let mut lines = Lines::new(source);
        while let Some(line) = lines.next().map_err(unusable)? {
            let verdict = self.judge(&line);
            self.tell(verdict).map_err(|error| unwritten(&error))?;
            // A program that asks line by line waits for its answer.
            if lines.would_wait() {
                self.flush()?;
            }
        }
        Ok(())
    }

    fn judge(&self, line: &Line<'_>) -> Result<(), Invalid> {
        match line {
            Line::Whole(bytes) => judge(self.kind, text::utf8(bytes)?),
            Line::TooLong { bytes, max } => {
                Err(Invalid::new("text-too-long").with("max", max).with("got", bytes))
            }
        }
    }

    fn tell(&mut self, verdict: Result<(), Invalid>) -> io::Result<()> {
        self.lines += 1;
        let Err(refused) = verdict else { return writeln!(self.out, "ok") };
        self.bad += 1;
        let words = refusal(self.words, &refused).replace(['\t', '\n'], " ");
        writeln!(self.out, "bad\t{}\t{words}", refused.code)
    }

    fn flush(&mut self) -> Result<(), Halt> {
        self.out.flush().map_err(|error| unwritten(&error))
    }

    fn verdict(&self) -> Result<(), Stop> {
        match self.bad {
            0 => Ok(()),
            bad => Err(Stop::Refused(format!("{bad} of {} are bad. 有填错的。", self.lines))),
        }
    }
}

fn unwritten(error: &io::Error) -> Halt {
    if error.kind() == ErrorKind::BrokenPipe {
        Halt::Unread
    } else {
        Halt::Unusable(format!("standard output: {error}"))
    }
}
