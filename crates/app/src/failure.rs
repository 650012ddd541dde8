//! How things end badly: seven ways, each shown differently by the pages and the API.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use beian_domain::finding::{Finding, Wording};
use beian_domain::order::NotHandled;
use beian_domain::order::field::FieldPath;
use beian_domain::order::lifecycle::Refusal;
use beian_domain::{Invalid, id::Id};
use beian_store::{BlobError, StoreError};

use crate::chance::Chance;

/// When a database that is busy or restarting is worth another try.
const DATABASE_BACK: Duration = Duration::from_secs(5);

/// Why something asked for did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Fields could not be read: 422, the form again with the answers kept.
    #[error("{} fields could not be read", .0.len())]
    Invalid(Vec<FieldProblem>),
    /// Understood, but a rule says no: 409.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Known to the actor, not the actor's to do: 403.
    #[error("not this actor's to do")]
    Forbidden,
    /// Absent, or not the actor's to know about: 404.
    #[error("no such thing for this actor")]
    Missing,
    /// Someone else moved it first: 409, show the current state.
    #[error("changed by someone else meanwhile")]
    Stale,
    /// Too many requests, or shutting down: 429 or 503.
    #[error("busy, come back in {} s", retry_after.as_secs())]
    Busy {
        /// When to come back.
        retry_after: Duration,
    },
    /// We are broken: 500.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// A field whose value could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// The field: a [`FieldPath`] as text, or the name of a field of a small form such as `email`.
    pub field: String,
    /// The stable code; its sentence is a translation.
    pub code: String,
    /// Facts for the sentence. Never the refused value.
    pub facts: BTreeMap<String, String>,
    /// The words of the rule, where a rule of the rulebook found it.
    pub wording: Option<Box<Wording>>,
}

impl FieldProblem {
    /// A problem without facts.
    pub fn new(field: impl Into<String>, code: impl Into<String>) -> Self {
        Self { field: field.into(), code: code.into(), facts: BTreeMap::new(), wording: None }
    }

    /// Adds a fact.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers hand in what they have, often a number")]
    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.facts.insert(key.into(), value.to_string());
        self
    }

    /// What a type said about the value of a field.
    pub fn from_invalid(field: impl Into<String>, invalid: &Invalid) -> Self {
        let facts = invalid.facts.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        Self { field: field.into(), code: invalid.code.to_owned(), facts, wording: None }
    }
}

impl From<&Finding> for FieldProblem {
    /// An unreadable answer goes by the grammar that refused it, everything else by the rule.
    fn from(finding: &Finding) -> Self {
        let grammar = finding.facts.get("code").filter(|_| finding.rule == "answer");
        let code = grammar.unwrap_or(&finding.rule).clone();
        let (facts, wording) = (finding.facts.clone(), finding.wording.clone());
        Self { field: finding.field.to_string(), code, facts, wording }
    }
}

/// A rule said no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Which rule: the translation key after `refused-`.
    pub code: String,
    /// Facts for the sentence.
    pub facts: BTreeMap<String, String>,
    /// Who says so, when it is a law or a notice.
    pub source: Option<String>,
}

impl Refused {
    /// A refusal without facts.
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), facts: BTreeMap::new(), source: None }
    }

    /// Adds a fact.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers hand in what they have, often a number")]
    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.facts.insert(key.into(), value.to_string());
        self
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused: {}", self.code)
    }
}

impl Error for Refused {}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::new(refusal.why.slug()).with("command", refusal.command).with("stage", refusal.stage)
    }
}

/// We are broken: a bug or an outage. Keeps the whole chain for the log and a number for the person.
pub struct Fault {
    reference: String,
    source: Box<dyn Error + Send + Sync>,
}

impl Fault {
    /// Wraps what went wrong under a fresh reference.
    pub fn new(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        // A fault is no decision to be repeated, so its number may come straight from the system.
        let chance = Chance::system().number();
        let id = Id::from_i64(i64::from(chance) + 1).map_or_else(|_| String::new(), |id| id.to_string());
        Self { reference: id.trim_start_matches('0').to_owned(), source: source.into() }
    }

    /// What the person is shown and tells the provider.
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// Every error from the outermost to the cause, in one line for the log.
    pub fn chain(&self) -> String {
        let mut line = self.source.to_string();
        let mut cause = self.source.source();
        while let Some(error) = cause {
            line.push_str(": ");
            line.push_str(&error.to_string());
            cause = error.source();
        }
        line
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fault({}: {})", self.reference, self.chain())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "fault {}", self.reference)
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

impl Failure {
    /// One field could not be read.
    pub fn field(problem: FieldProblem) -> Self {
        Self::Invalid(vec![problem])
    }

    /// One field of the filing form could not be read.
    pub fn path(path: FieldPath, code: &str) -> Self {
        Self::field(FieldProblem::new(path.to_string(), code))
    }

    /// A rule says no, and there is nothing more to tell.
    pub fn refused(code: &str) -> Self {
        Self::Refused(Refused::new(code))
    }

    /// We are broken.
    pub fn fault(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Fault(Fault::new(source))
    }
}

impl From<NotHandled> for Failure {
    fn from(not_handled: NotHandled) -> Self {
        match not_handled {
            NotHandled::Missing => Self::Missing,
            NotHandled::Forbidden => Self::Forbidden,
            NotHandled::Refused(refusal) => Self::Refused(refusal.into()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Stale,
            StoreError::Down(why) => {
                tracing::error!(why, "database not available");
                Self::Busy { retry_after: DATABASE_BACK }
            }
            StoreError::Conflict(_) | StoreError::Bad { .. } | StoreError::Fault(_) => Self::fault(error),
        }
    }
}

impl From<BlobError> for Failure {
    fn from(error: BlobError) -> Self {
        Self::fault(error)
    }
}
