//! The tables of the rulebook: which there are, what their columns hold, and their rows.

use std::collections::BTreeMap;

use super::choices::{
    ApprovalState, Asks, Choice, DayCount, DomainFamily, DomainStanding, Filer, Position, Signer, Where,
};
use super::entry::{self, Entry, Spoken, Usual};
use super::reader::{Keys, Page};
use super::shape::{Shape, Value};
use crate::finding::Severity;

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its key.
    pub key: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether every row has it.
    pub needed: bool,
}

/// A row, by the keys of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its code, unique in the table.
    pub code: String,
    /// Its name, or the sentence it stands for.
    pub name: Spoken,
    cells: BTreeMap<&'static str, Value>,
}

impl Row {
    /// The cell of a column, if the row has it.
    pub fn get(&self, column: &str) -> Option<&Value> {
        self.cells.get(column)
    }

    /// The words, codes or members of a column; empty if the row has none.
    pub fn words(&self, column: &str) -> &[String] {
        self.get(column).map_or(&[], Value::words)
    }

    /// The number of a column.
    pub fn number(&self, column: &str) -> Option<u32> {
        self.get(column)?.number()
    }

    /// The cells, by column.
    pub fn cells(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.cells.iter().map(|(key, value)| (*key, value))
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident = $slug:literal { $($key:literal $need:ident $shape:expr;)* })+) => {
        /// A table of the rulebook: `rulebook/tables/<slug>.toml`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TableKind { $($(#[$doc])* $variant,)+ }

        impl TableKind {
            /// All tables.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name of the file, without `.toml`.
            pub const fn slug(self) -> &'static str { match self { $(Self::$variant => $slug,)+ } }

            /// What its rows hold beside code and name.
            pub const fn columns(self) -> &'static [Column] {
                match self { $(Self::$variant => &[$(Column { key: $key, shape: $shape, needed: need!($need) },)*],)+ }
            }
        }
    };
}
macro_rules! need {
    (must) => {
        true
    };
    (may) => {
        false
    };
}

tables! {
    /// What a subject is (单位性质).
    Natures = "natures" { "number" must Shape::Number; "certificates" must Shape::Rows(TableKind::Certificates); }
    /// Types of certificate (证件类型), and of which nature they are.
    Certificates = "certificates" {
        "number" must Shape::Number;
        "natures" must Shape::Rows(TableKind::Natures);
        "for-person" must Shape::Flag;
        "offered" must Shape::Flag;
    }
    /// Contents another office must consent to (前置审批).
    PreApprovals = "pre-approvals" {
        "number" may Shape::Number;
        "form-number" may Shape::Number;
        "office" must Shape::Text;
        "document" must Shape::Text;
        "state" must Shape::Choice(ApprovalState::OPTIONS);
        "otherwise" may Shape::Row(TableKind::Documents);
    }
    /// What a website does (服务内容).
    Contents = "contents" {
        "number" may Shape::Number;
        "bit" must Shape::Text;
        "individual" must Shape::Flag;
        "pre-approval" may Shape::Row(TableKind::PreApprovals);
    }
    /// How a service is connected (接入方式).
    AccessModes = "access-modes" { "number" must Shape::Number; "bit" must Shape::Number; }
    /// Languages of a service (语种).
    Languages = "languages" { "number" must Shape::Number; }
    /// Endings of domain names.
    Domains = "domains" {
        "family" must Shape::Choice(DomainFamily::OPTIONS);
        "national" must Shape::Choice(DomainStanding::OPTIONS);
        "beijing" may Shape::Choice(DomainStanding::OPTIONS);
        "ascii" may Shape::Text;
    }
    /// Words in names, by the rule that minds them.
    NameWords = "name-words" {
        "of" must Shape::Choice(Filer::OPTIONS);
        "position" must Shape::Choice(Position::OPTIONS);
        "asks" must Shape::Choice(Asks::OPTIONS);
        "words" must Shape::Words;
    }
    /// Words in names and business scopes that point to a pre-approval.
    Keywords = "keywords" {
        "places" must Shape::Choices(Where::OPTIONS);
        "pre-approval" may Shape::Row(TableKind::PreApprovals);
        "words" must Shape::Words;
    }
    /// Letters and other documents.
    Documents = "documents" {
        "signed-by" must Shape::Choices(Signer::OPTIONS);
        "days" may Shape::Number;
        "days-are" may Shape::Choice(DayCount::OPTIONS);
    }
    /// What a remark says, by what asks for it; the name is the sentence.
    Remarks = "remarks" {
        "trigger" must Shape::Text;
        "minimum" may Shape::Number;
        "words" may Shape::Words;
    }
    /// Kinds of resource, and when one may carry filings.
    Resources = "resources" {
        "may-file" must Shape::Flag;
        "minimum-months" may Shape::Number;
        "services" may Shape::Number;
        "issues-codes" may Shape::Flag;
    }
}

impl TableKind {
    /// The table of this file name.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|table| table.slug() == slug)
    }

    /// Reads the file: what all its rows share, then the rows.
    pub(super) fn read(self, mut keys: Keys<'_>, page: &mut Page<'_>) -> Vec<Entry<Row>> {
        let confidence = keys.take("confidence").and_then(|cell| cell.choice(page));
        let usual = Usual {
            sources: keys.texts("sources", page),
            as_of: keys.date("as-of", page),
            confidence,
            severity: Some(Severity::Info),
            anchored: false,
        };
        let rows = keys.tables("row", page);
        let rows = rows.into_iter().filter_map(|keys| self.row(keys, &usual, page)).collect();
        keys.finish(page);
        rows
    }

    fn row(self, mut keys: Keys<'_>, usual: &Usual, page: &mut Page<'_>) -> Option<Entry<Row>> {
        let code = keys.text("code", page);
        let name = Spoken::read(&mut keys, page);
        let mut cells = BTreeMap::new();
        for column in self.columns() {
            let cell = if column.needed { keys.need(column.key, page) } else { keys.take(column.key) };
            let value = cell.and_then(|cell| Value::read(&cell, column.shape, page));
            cells.extend(value.map(|value| (column.key, value)));
        }
        let row = code.zip(name).map(|(code, name)| Row { code, name, cells });
        entry::read(keys, row, None, usual, page)
    }
}
