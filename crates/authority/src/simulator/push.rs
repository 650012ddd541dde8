//! What the bureau sends unasked: blacklists, unfiled sites, tasks, inspections, notices, cancellations, base
//! codes, and what it holds of a provider when somebody orders a synchronisation.

mod codes;
mod fields;
mod findings;
mod kinds;
mod lists;
mod orders;
mod regions;
mod sync;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::SimulatorError;
use super::bureau::Bureau;
use super::state::{Counter, OutgoingFile, Row};
use crate::message::download::DownloadDocument;

pub(super) use codes::BASE_CODES;
pub use fields::FieldError;
pub(super) use fields::{Field, Given, Input};
pub(super) use kinds::{Group, KINDS, Kind};
pub use regions::read_regions;

/// Something that was sent unasked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Pushed {
    /// Name of the kind.
    pub kind: String,
    /// What it is about, in a few words.
    pub about: String,
    pub at: DateTime<Utc>,
    /// The files it became, by unit id and running number.
    pub files: Vec<(i64, i64)>,
}

impl Row for Pushed {}

impl Bureau<'_> {
    /// Sends what the plain fields say; the running number of the push.
    pub fn push_plain(
        &mut self,
        kind: &'static Kind,
        values: &Map<String, Value>,
    ) -> Result<i64, SimulatorError> {
        let given = Given::read(kind.fields, values)?;
        let accounts = self.recipients(given.maybe_number("account"))?;
        let documents = (kind.build)(self, &given, &accounts)?;
        for (_, document) in &documents {
            if let Some(violation) = document.violations_in_gbk().first() {
                let field = given.field_of(violation.path());
                return Err(FieldError::new(field, violation.to_string()).into());
            }
        }
        self.send(kind.name, given.about(), &documents)
    }

    /// Sends documents and remembers them as one push; its running number.
    pub(super) fn send(
        &mut self,
        kind: &str,
        about: String,
        documents: &[(i64, DownloadDocument)],
    ) -> Result<i64, SimulatorError> {
        let mut files = Vec::new();
        for (account, document) in documents {
            self.queue_text(*account, self.config.letters(*account), &document.to_xml())?;
            files.extend(self.last_file(*account));
        }
        let number = self.state.next(Counter::Pushes);
        self.state.pushes.insert(number, Pushed { kind: kind.to_owned(), about, at: self.now, files });
        Ok(number)
    }

    /// One provider, or all.
    fn recipients(&self, account: Option<i64>) -> Result<Vec<i64>, FieldError> {
        match account {
            None => Ok(self.config.accounts.iter().map(|account| account.isp_id).collect()),
            Some(id) if self.config.account(id).is_some() => Ok(vec![id]),
            Some(id) => Err(FieldError::new("account", format!("there is no provider {id}"))),
        }
    }

    fn last_file(&self, account: i64) -> Option<(i64, i64)> {
        let own = self.state.outbox.between((account, i64::MIN)..=(account, i64::MAX));
        own.map(|(key, _)| *key).next_back()
    }

    /// The files a push became.
    pub fn files_of<'s>(&'s self, pushed: &'s Pushed) -> impl Iterator<Item = &'s OutgoingFile> {
        pushed.files.iter().filter_map(|key| self.state.outbox.get(key))
    }
}
