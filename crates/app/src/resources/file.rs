//! Files and forms that describe resources, before they are understood: texts by column.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::failure::{Failure, FieldProblem};

/// The format of an inventory file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180) with a header line.
    Csv,
    /// TOML with one `[[resource]]` table each.
    Toml,
}

/// A resource as described, all texts. In files the names are written with hyphens: `starts-on`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct RawResource {
    /// The account: its id, or the e-mail address of one of its users.
    pub account: String,
    /// The provider's own name of the instance; the same instance of the same account is updated.
    pub instance: String,
    /// What people call it; the instance when empty.
    pub name: String,
    /// Public addresses, separated by blanks, commas or semicolons.
    pub addresses: String,
    /// 服务器放置地: a province's slug or region code; empty outside mainland China.
    pub place: String,
    /// 接入方式, a slug.
    pub mode: String,
    /// `subscription` or `pay-per-use`.
    pub billing: String,
    /// First day of the subscription, renewals counted, `YYYY-MM-DD`.
    pub starts_on: String,
    /// Last day paid for, `YYYY-MM-DD`.
    pub ends_on: String,
    /// How many services it may carry; the platform's default when empty.
    pub places: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inventory {
    #[serde(default)]
    resource: Vec<RawResource>,
}

/// Reads an inventory file.
///
/// # Errors
/// [`Failure::Invalid`] on `file` with `inventory-format` and the fact `line` or `reason`.
pub fn read_file(text: &str, format: Format) -> Result<Vec<RawResource>, Failure> {
    match format {
        Format::Toml => {
            let inventory: Inventory =
                toml::from_str(text).map_err(|error| broken("reason", error.message()))?;
            Ok(inventory.resource)
        }
        Format::Csv => read_csv(text),
    }
}

fn read_csv(text: &str) -> Result<Vec<RawResource>, Failure> {
    let mut records = records(text)?.into_iter();
    let Some(header) = records.next() else { return Ok(Vec::new()) };
    let columns: Vec<String> =
        header.iter().map(|name| name.trim().trim_start_matches('\u{feff}').to_owned()).collect();
    let read = |(number, record): (usize, Vec<String>)| {
        if record.len() != columns.len() {
            return Err(broken("line", number + 2));
        }
        let row: BTreeMap<&str, String> = columns.iter().map(String::as_str).zip(record).collect();
        let row = serde_json::to_value(row).map_err(Failure::fault)?;
        serde_json::from_value(row).map_err(|error| broken("reason", error))
    };
    records.enumerate().map(read).collect()
}

/// Splits the text into records of fields. Quoted fields may hold commas, line ends and doubled quotes.
fn records(text: &str) -> Result<Vec<Vec<String>>, Failure> {
    let mut records = Vec::new();
    let mut record: Vec<String> = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' if quoted || field.is_empty() => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            other => field.push(other),
        }
    }
    if quoted {
        return Err(broken("line", records.len() + 1));
    }
    if !field.is_empty() || !record.is_empty() {
        record.push(field);
        records.push(record);
    }
    records.retain(|record| record.iter().any(|field| !field.trim().is_empty()));
    Ok(records)
}

fn broken(fact: &str, value: impl ToString) -> Failure {
    Failure::field(FieldProblem::new("file", "inventory-format").with(fact, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formats_say_the_same() {
        let csv = "\u{feff}account,instance,name,addresses,starts-on\r\n\
                   zhang@example.cn,ecs-1,\"web, \"\"one\"\"\",\"121.36.0.10\n121.36.0.11\",2026-09-01\r\n\r\n";
        let toml = "[[resource]]\naccount = 'zhang@example.cn'\ninstance = 'ecs-1'\nname = 'web, \"one\"'\n\
                    addresses = \"121.36.0.10\\n121.36.0.11\"\nstarts-on = '2026-09-01'\n";
        let from_csv = read_file(csv, Format::Csv).unwrap();
        assert_eq!(from_csv, read_file(toml, Format::Toml).unwrap());
        assert_eq!(from_csv.len(), 1);
        assert_eq!(from_csv[0].name, "web, \"one\"");
    }

    #[test]
    fn what_is_broken_is_said() {
        for text in ["account,instance\nonly-one\n", "account,colour\na,b\n", "account\n\"open\n"] {
            assert!(matches!(read_file(text, Format::Csv), Err(Failure::Invalid(_))), "{text}");
        }
        assert!(matches!(read_file("[[resource]]\ncolour = 'red'", Format::Toml), Err(Failure::Invalid(_))));
        assert_eq!(read_file("", Format::Csv).unwrap(), []);
    }
}
