//! How the pages word values, sources and marks.

use crate::rulebook::{
    Choice, Confidence, Entry, Options, Parameter, Rulebook, Shape, Spoken, TableKind, Testimony, Value,
};

/// Both languages in one cell.
pub(super) fn both(spoken: &Spoken) -> String {
    if spoken.zh == spoken.en { spoken.zh.clone() } else { format!("{}<br>{}", spoken.zh, spoken.en) }
}

/// Both languages in one line.
pub(super) fn inline(spoken: &Spoken) -> String {
    if spoken.zh == spoken.en {
        return spoken.zh.clone();
    }
    format!("{} · {}", spoken.zh, spoken.en)
}

pub(super) fn parameter(parameter: Parameter) -> &'static Spoken {
    Rulebook::built_in().words().parameter(parameter).unwrap()
}

pub(super) fn choice(options: Options, slug: &str) -> &'static Spoken {
    Rulebook::built_in().words().choice(options, slug).unwrap()
}

/// A member of a list that is an enum.
pub(super) fn member<C: Choice>(slug: &str) -> &'static Spoken {
    choice(C::OPTIONS, slug)
}

/// A value in both languages.
pub(super) fn value(value: &Value, shape: Shape) -> Spoken {
    super::rules().value_spoken(value, shape)
}

/// What a row is called.
pub(super) fn row(table: TableKind, code: &str) -> &'static Spoken {
    &super::rules().row(table, code).unwrap().value.name
}

/// One sign per confidence.
pub(super) const fn mark(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Confirmed => "●",
        Confidence::Single => "◐",
        Confidence::Conflicting => "◆",
    }
}

/// Who says it, and for which day.
pub(super) fn sources(testimony: &Testimony) -> String {
    let day = testimony.as_of.map_or_else(|| "未注明日期 undated".to_owned(), |day| day.to_string());
    format!("{} ({day})", testimony.sources.join(", "))
}

/// The days an entry is in force, if they are limited.
pub(super) fn period<T>(entry: &Entry<T>) -> String {
    match (entry.from, entry.until) {
        (None, None) => String::new(),
        (Some(from), None) => format!("{from} 起 from {from}"),
        (None, Some(until)) => format!("{until} 前 before {until}"),
        (Some(from), Some(until)) => format!("{from}–{until} 前 before"),
    }
}

/// What the other side says, and why one version is in use.
pub(super) fn conflict(testimony: &Testimony, shape: Shape) -> Option<String> {
    let why = testimony.why.as_ref()?;
    let versions = testimony.said.iter().map(|version| {
        let said = version.value.as_ref().map(|said| value(said, shape)).or_else(|| version.words.clone());
        format!("{}: {}", version.by.join(", "), said.as_ref().map(inline).unwrap_or_default())
    });
    let versions: Vec<String> = versions.collect();
    Some(format!("{}<br>{}", versions.join("<br>"), both(why)))
}

/// A text in a cell of a table.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', "<br>")
}
