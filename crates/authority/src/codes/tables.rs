//! The base codes that hold now: what the authority delivered, the built-in rows where it delivered nothing.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::base::{Mark, Province};
use super::entry::{CodeEntry, Details};
use super::fixed::AttachmentOwner;
use super::table::Table;
use crate::packing;

/// The base code tables in force. As JSON it is an object of the delivered tables, which may be kept in a store;
/// a table that is not in it stands on its built-in rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeTables(BTreeMap<Table, Rows>);

/// Whether a code may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It is in the table.
    Yes,
    /// It is not.
    No,
    /// It is in the table, and marked as no longer valid (`Sfyx` 0).
    Withdrawn,
}

/// A table was delivered without a single row, which the schema forbids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the table {} was delivered empty", .0.wrapper())]
pub struct EmptyTable(pub Table);

impl CodeTables {
    /// Nothing delivered yet.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Puts a delivered table in the place of what held so far, as a whole. Of several rows with the same id
    /// the last one counts. Without rows the table stays as it is.
    pub fn replace(
        &mut self,
        table: Table,
        entries: impl IntoIterator<Item = CodeEntry>,
    ) -> Result<(), EmptyTable> {
        let rows = Rows::from(entries.into_iter().collect::<Vec<_>>());
        if rows.0.is_empty() {
            return Err(EmptyTable(table));
        }
        self.0.insert(table, rows);
        Ok(())
    }

    /// Whether the authority delivered the table.
    pub fn is_delivered(&self, table: Table) -> bool {
        self.0.contains_key(&table)
    }

    /// Whether the rows are made up for the simulator: the real table is not known and was not delivered.
    pub fn is_made_up(&self, table: Table) -> bool {
        !self.is_delivered(table) && table.seed().iter().any(|seed| seed.mark == Mark::Simulator)
    }

    /// Whether the id may be sent. Of the regions only provinces are built in: until the table is delivered,
    /// every six-digit code of a province counts as known.
    pub fn contains(&self, table: Table, id: i64) -> Known {
        match self.find(table, id) {
            Some(entry) if entry.valid => Known::Yes,
            Some(_) => Known::Withdrawn,
            None if table == Table::Regions && !self.is_delivered(table) => {
                if Province::of_region(id).is_some() { Known::Yes } else { Known::No }
            }
            None => Known::No,
        }
    }

    /// The row of an id, valid or not.
    pub fn find(&self, table: Table, id: i64) -> Option<&CodeEntry> {
        let entries = self.entries(table);
        entries.binary_search_by_key(&id, |entry| entry.id).ok().map(|place| &entries[place])
    }

    /// The name of an id, valid or not.
    pub fn name(&self, table: Table, id: i64) -> Option<&str> {
        self.find(table, id).map(|entry| entry.name.as_str())
    }

    /// The rows of a table by their ids, withdrawn ones included.
    pub fn entries(&self, table: Table) -> &[CodeEntry] {
        self.0.get(&table).or_else(|| BUILT_IN.get(&table)).map_or(&[], |rows| &rows.0)
    }

    /// What an attachment of this purpose belongs to.
    ///
    /// The prose of the interface numbers the owners 0 and 1 in this table, its schema forbids 0 and documents
    /// write 1 and 2: a table that holds a 0 is read by the prose, any other as documents are.
    pub fn attachment_owner(&self, purpose: i64) -> Option<AttachmentOwner> {
        let told = |entry: &CodeEntry| match entry.details {
            Details::Purpose { owner } => Some(owner),
            Details::Nothing
            | Details::Letters { .. }
            | Details::Bureau(_)
            | Details::Region { .. }
            | Details::Approval { .. }
            | Details::Topic { .. }
            | Details::Unit(_) => None,
        };
        let entries = self.entries(Table::AttachmentPurposes);
        let shift = i64::from(entries.iter().any(|entry| told(entry) == Some(0)));
        AttachmentOwner::of(told(self.find(Table::AttachmentPurposes, purpose)?)? + shift)
    }

    /// Tells one state of the delivered tables from another: SHA-256 of the JSON, in hexadecimal.
    pub fn digest(&self) -> String {
        let json = serde_json::to_vec(self).expect("strings and numbers can be written as JSON");
        packing::hex(&Sha256::digest(json))
    }
}

/// Rows by their ids, each id once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<CodeEntry>")]
struct Rows(Vec<CodeEntry>);

impl From<Vec<CodeEntry>> for Rows {
    fn from(mut entries: Vec<CodeEntry>) -> Self {
        entries.reverse();
        entries.sort_by_key(|entry| entry.id);
        entries.dedup_by_key(|entry| entry.id);
        Self(entries)
    }
}

static BUILT_IN: LazyLock<BTreeMap<Table, Rows>> = LazyLock::new(|| {
    let rows = |table: Table| Rows::from(table.seed().iter().map(CodeEntry::from).collect::<Vec<_>>());
    Table::ALL.iter().map(|table| (*table, rows(*table))).collect()
});
