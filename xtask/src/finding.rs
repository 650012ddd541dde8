//! One thing that breaks a rule of the house: where, what, which rule, and how to mend it.

use std::fmt;

/// A broken rule, told in one line that an editor can jump from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path from the workspace, with `/`.
    pub path: String,
    /// Counted from one.
    pub line: usize,
    /// What was found there.
    pub what: String,
    /// Name of the rule, stable.
    pub rule: &'static str,
    /// What to do about it.
    pub mend: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {} [{}] → {}", self.path, self.line, self.what, self.rule, self.mend)
    }
}
