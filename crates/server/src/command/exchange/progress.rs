//! How far long work is: lines on standard error, for whoever watches.

use std::io::{IsTerminal as _, Write as _};
use std::time::Instant;

use crate::cli::Telling;

/// Tells how far work is, where somebody watches or asked to be told.
#[derive(Debug)]
pub struct Progress {
    tells: bool,
    began: Instant,
}

impl Progress {
    /// Begins to count the seconds.
    pub fn begin(telling: Telling) -> Self {
        Self { tells: telling.progress || std::io::stderr().is_terminal(), began: Instant::now() }
    }

    /// Tells that the `n`th of `all` is at hand.
    pub fn step(&self, n: usize, all: usize, what: impl std::fmt::Display) {
        self.line(format_args!("{n}/{all} {what}"));
    }

    /// Tells that the `n`th is at hand where nobody knows how many there are.
    pub fn count(&self, n: usize, what: impl std::fmt::Display) {
        self.line(format_args!("{n} {what}"));
    }

    fn line(&self, text: std::fmt::Arguments<'_>) {
        if self.tells {
            let seconds = self.began.elapsed().as_secs_f64();
            let _ = writeln!(std::io::stderr(), "[{seconds:.1} s] {text}");
        }
    }
}
