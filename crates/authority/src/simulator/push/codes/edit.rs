//! Changing a row of a base code table by plain named fields.

use serde_json::{Map, Value};

use crate::codes::{BureauDetails, CodeEntry, CodeTables, Details, Table};
use crate::simulator::push::FieldError;
use crate::simulator::push::fields::{Choice, Field, Given, Input, may, must};

/// What can be said of a row. What only rows of some tables have stands below `bits`.
const FIELDS: &[Field] = &[
    must(["id", "", "编号", "Id"], Input::Number, ""),
    may(["name", "", "名称", "Name"], Input::Text, ""),
    may(
        ["valid", "", "是否有效", "Valid"],
        Input::Choice(&[
            Choice { word: "yes", value: 1, zh: "有效", en: "Valid" },
            Choice { word: "no", value: 0, zh: "作废", en: "Withdrawn" },
        ]),
        "yes",
    ),
    may(["note", "", "备注", "Remark"], Input::Text, ""),
    may(["bits", "", "映射 ID", "Bits"], Input::Number, ""),
    may(["nature", "", "所属单位性质", "Nature"], Input::Code(Table::Natures), ""),
    may(["letters", "", "编码", "Letters"], Input::Text, ""),
    may(["province", "", "省", "Province"], Input::Number, ""),
    may(["short", "", "省简称", "Character"], Input::Text, ""),
    may(["level", "", "区域级别", "Level"], Input::Number, ""),
    may(["needs_permission", "", "是否前置审批", "Needs a permission"], Input::Number, ""),
    may(["owner", "", "所属对象", "Owner"], Input::Number, ""),
    may(["group", "", "分类 1", "Group"], Input::Text, ""),
];

/// The row as it is after the change.
pub(super) fn changed(
    table: Table,
    tables: &CodeTables,
    change: &Map<String, Value>,
) -> Result<CodeEntry, FieldError> {
    let given = Given::read(FIELDS, change)?;
    let id = given.number("id")?;
    if id < 1 {
        return Err(FieldError::new("id", "ids begin at 1"));
    }
    let mut entry = match tables.find(table, id) {
        Some(entry) => entry.clone(),
        None => CodeEntry::new(id, given.text("name")?),
    };
    entry.name = given.maybe("name").unwrap_or(entry.name);
    entry.valid = given.maybe_number("valid").map_or(entry.valid, |valid| valid == 1);
    entry.note = given.maybe("note").or(entry.note);
    entry.bits = given.maybe_number("bits").or(entry.bits);
    entry.parent = given.maybe_number("nature").or(entry.parent);
    entry.details = details(table, entry.details, &given);
    if table == Table::UnfiledHandling && !entry.valid {
        return Err(FieldError::new("valid", "rows of this table cannot be withdrawn"));
    }
    check_length(table, &entry)?;
    Ok(entry)
}

fn check_length(table: Table, entry: &CodeEntry) -> Result<(), FieldError> {
    let most = match table {
        Table::Approvals | Table::Contents | Table::AccessModes | Table::Regions => 32,
        Table::CancelReasons | Table::UnfiledHandling | Table::FeedbackTopics => 128,
        Table::FilingUnits => 255,
        Table::Natures
        | Table::CertificateTypes
        | Table::Languages
        | Table::Bureaus
        | Table::AttachmentFormats
        | Table::AttachmentPurposes
        | Table::VerificationOpinions
        | Table::DomainKinds
        | Table::UnitClasses
        | Table::Industries
        | Table::AdministrativeRanks => 64,
    };
    let long = |text: &str, most| text.chars().count() > most;
    if long(&entry.name, most) {
        return Err(FieldError::new("name", format!("has more than {most} characters")));
    }
    if entry.note.as_deref().is_some_and(|note| long(note, 128)) {
        return Err(FieldError::new("note", "has more than 128 characters"));
    }
    Ok(())
}

/// What only rows of this table have, changed where something was given.
fn details(table: Table, known: Details, given: &Given) -> Details {
    match table {
        Table::Industries => match given.maybe("letters") {
            Some(letters) => Details::Letters { letters },
            None => known,
        },
        Table::Bureaus => {
            let old = if let Details::Bureau(old) = known { *old } else { BureauDetails::default() };
            Details::Bureau(Box::new(BureauDetails {
                letters: given.maybe("letters").unwrap_or(old.letters),
                province: given.maybe_number("province").or(old.province),
                short: given.maybe("short").or(old.short),
                ..old
            }))
        }
        Table::Regions => match given.maybe_number("level") {
            Some(level) => Details::Region { level: Some(level) },
            None => known,
        },
        Table::Approvals => match given.maybe_number("needs_permission") {
            Some(needed) => Details::Approval { needs_permission: needed != 0 },
            None => known,
        },
        Table::AttachmentPurposes => match given.maybe_number("owner") {
            Some(owner) => Details::Purpose { owner },
            None => known,
        },
        Table::FeedbackTopics => match given.maybe("group") {
            Some(group) => Details::Topic { group },
            None => known,
        },
        Table::Natures
        | Table::CertificateTypes
        | Table::Contents
        | Table::Languages
        | Table::AccessModes
        | Table::AttachmentFormats
        | Table::CancelReasons
        | Table::UnfiledHandling
        | Table::VerificationOpinions
        | Table::DomainKinds
        | Table::UnitClasses
        | Table::AdministrativeRanks
        | Table::FilingUnits => known,
    }
}
