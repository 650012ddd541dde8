//! What can be wrong with rule files: each problem with its layer, file, line and key.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The layer: `built-in`, or what the caller calls its overlay.
    pub layer: Arc<str>,
    /// The file within the layer: `provinces/beijing.toml`.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}:{}", self.layer, self.file, self.line)
    }
}

/// One thing wrong with a rule file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{place}: {}{}{what}", self.key, if self.key.is_empty() { "" } else { ": " })]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// The key, with the keys above it: `unit.legal-representative.sources`. Empty for a whole file.
    pub key: String,
    /// What.
    pub what: Fault,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Fault {
    /// No TOML.
    #[error("no TOML: {0}")]
    Syntax(String),
    /// A file that has no place in a rulebook.
    #[error("no file of this name belongs to a rulebook")]
    UnknownFile,
    /// A key that nothing reads.
    #[error("unknown key")]
    UnknownKey,
    /// A key that must be there.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A value of another kind.
    #[error("expected {0}")]
    Shape(String),
    /// Not a member of the list.
    #[error("`{got}` is none of: {expected}")]
    NoChoice {
        /// What stands there.
        got: String,
        /// What may stand there.
        expected: String,
    },
    /// A tag that no `sources.toml` explains.
    #[error("the source `{0}` stands in no sources.toml")]
    UnknownSource(String),
    /// A reference to a row that is not there.
    #[error("`{code}` is no row of tables/{table}.toml")]
    UnknownRow {
        /// The table.
        table: &'static str,
        /// The code.
        code: String,
    },
    /// `until` is not after `from`.
    #[error("in force from {from} until {until}: nothing is left")]
    Backwards {
        /// First day.
        from: NaiveDate,
        /// Day after the last.
        until: NaiveDate,
    },
    /// Two of one name in force on the same day, or two rows or clauses of one code.
    #[error("stands already at {0}")]
    Duplicate(Place),
    /// The confidence is more than the sources carry.
    #[error("`{confidence}` does not fit: {reason}")]
    Confidence {
        /// The confidence that is claimed.
        confidence: &'static str,
        /// Why it does not fit.
        reason: &'static str,
    },
    /// A province says it is another one.
    #[error("expected `{0}`, as the table of provinces has it")]
    OtherProvince(String),
    /// A parameter that the province neither answers nor lists as unknown.
    #[error("the parameter `{0}` is neither answered nor listed under [unknown]")]
    Unanswered(&'static str),
    /// A parameter that is answered and listed as unknown.
    #[error("answered at {0}, and yet listed as unknown")]
    AnsweredAndUnknown(Place),
    /// A province without a file.
    #[error("no layer has this file")]
    NoFile,
    /// Words that are missing for a parameter or a choice.
    #[error("no words for `{0}`")]
    NoWords(String),
    /// A field that no order has, or that a rule cannot look at by itself.
    #[error("`{0}` is no field of an order that can stand here")]
    UnknownField(String),
    /// A key that the check of a rule does not mind.
    #[error("the check of this rule does not mind `{0}`")]
    Needless(&'static str),
    /// An example that is no order.
    #[error("the example is no order: {0}")]
    Example(String),
    /// An example that should break the rule and does not.
    #[error("the example should break the rule; found instead: {0}")]
    NotFound(String),
    /// An example that should not break the rule and does.
    #[error("the example should not break the rule, and does at {0}")]
    Found(String),
    /// A calendar file that contradicts itself.
    #[error("{0}")]
    Calendar(String),
}
