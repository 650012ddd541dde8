//! What was told as a page shows it: codes with their names, personal data under a mask.

use std::net::Ipv4Addr;

use beian_authority::codes::{CodeTables, Table, result};
use beian_domain::region::{RegionCode, Regions};
use beian_domain::supervision::{CodeList, Fact, FactGroup, FactValue};
use chrono::{DateTime, NaiveDate, Utc};

/// A field as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownFact {
    /// Its stable name.
    pub name: &'static str,
    /// What is shown.
    pub value: ShownValue,
    /// Whether the middle of it is hidden.
    pub masked: bool,
}

/// What is shown in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownValue {
    /// Words.
    Text(String),
    /// A number.
    Number(i64),
    /// A moment.
    Moment(DateTime<Utc>),
    /// A day.
    Day(NaiveDate),
    /// An address.
    Address(Ipv4Addr),
    /// A number out of a table with its name there, by the authority's delivered table where it delivered one.
    Code {
        /// The number.
        id: i64,
        /// Its name; `None` when the table does not have it.
        name: Option<String>,
    },
    /// A code of a result.
    Result {
        /// The code.
        code: i64,
        /// What it says and what to do about it, in Chinese.
        zh: Option<(&'static str, &'static str)>,
        /// The same in English.
        en: Option<(&'static str, &'static str)>,
    },
    /// A member of a closed list, by the list's name and its own.
    Choice(&'static str, &'static str),
    /// A name, which may be a person's.
    Name(String),
}

/// Fields that belong together, as they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownGroup {
    /// The stable name of what they are about.
    pub title: &'static str,
    /// Which of several alike, from 1.
    pub number: Option<usize>,
    /// The fields.
    pub facts: Vec<ShownFact>,
}

/// Everything that was told.
pub(super) fn groups(told: Vec<FactGroup>, tables: &CodeTables, unmasked: bool) -> Vec<ShownGroup> {
    let group = |group: FactGroup| ShownGroup {
        title: group.title,
        number: group.number,
        facts: group.facts.into_iter().map(|told| fact(told, tables, unmasked)).collect(),
    };
    told.into_iter().map(group).filter(|group| !group.facts.is_empty()).collect()
}

/// One field.
pub(super) fn fact(told: Fact, tables: &CodeTables, unmasked: bool) -> ShownFact {
    let (value, masked) = value(told.value, tables, unmasked);
    ShownFact { name: told.name, value, masked }
}

/// What a field holds, and whether its middle is hidden.
pub(super) fn value(told: FactValue, tables: &CodeTables, unmasked: bool) -> (ShownValue, bool) {
    let shown = match told {
        FactValue::Text(text) => ShownValue::Text(text),
        FactValue::Number(number) => ShownValue::Number(number),
        FactValue::Moment(at) => ShownValue::Moment(at),
        FactValue::Day(day) => ShownValue::Day(day),
        FactValue::Address(address) => ShownValue::Address(address),
        FactValue::Choice(list, member) => ShownValue::Choice(list, member),
        FactValue::Code(list, id) => code(list, id, tables),
        FactValue::Personal(_, full) if unmasked => ShownValue::Name(full),
        FactValue::Personal(sort, full) => {
            let hidden = sort.masked(&full);
            let masked = hidden != full;
            return (ShownValue::Name(hidden), masked);
        }
    };
    (shown, false)
}

fn code(list: CodeList, id: i64, tables: &CodeTables) -> ShownValue {
    let table = match list {
        CodeList::Natures => Table::Natures,
        CodeList::CertificateTypes => Table::CertificateTypes,
        CodeList::Regions => Table::Regions,
        CodeList::Bureaus => Table::Bureaus,
        CodeList::Units => Table::FilingUnits,
        CodeList::UnitClasses => Table::UnitClasses,
        CodeList::Industries => Table::Industries,
        CodeList::Contents => Table::Contents,
        CodeList::Languages => Table::Languages,
        CodeList::AccessModes => Table::AccessModes,
        CodeList::Approvals => Table::Approvals,
        CodeList::DomainKinds => Table::DomainKinds,
        CodeList::Results => {
            let found = result::find(id);
            return ShownValue::Result {
                code: id,
                zh: found.map(|found| (found.zh, found.remedy_zh)),
                en: found.map(|found| (found.en, found.remedy_en)),
            };
        }
    };
    if list == CodeList::Regions {
        let name = tables.name(table, id).map(str::to_owned).or_else(|| region(id));
        return ShownValue::Code { id, name };
    }
    // A made-up row is no name for what a real authority says.
    let name = tables.name(table, id).filter(|_| !tables.is_made_up(table));
    ShownValue::Code { id, name: name.map(str::to_owned) }
}

/// The statutory name of a region that the authority's table does not have.
fn region(id: i64) -> Option<String> {
    Regions::builtin().full_name(RegionCode::parse(&id.to_string()).ok()?)
}
