//! How the pages word values, sources and marks.

use crate::rulebook::{
    Choice, Confidence, Entry, Options, Parameter, Rulebook, Shape, Spoken, TableKind, Testimony, Value,
    YES_NO,
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
    match (value, shape) {
        (Value::Flag(flag), _) => choice(YES_NO, if *flag { "yes" } else { "no" }).clone(),
        (Value::Number(number), _) => same(number.to_string()),
        (Value::Text(text), _) => same(text.clone()),
        (Value::Words(words), _) => same(words.join(" ")),
        (Value::Choice(slug), Shape::Choice(options)) => choice(options, slug).clone(),
        (Value::Choices(slugs), Shape::Choices(options)) => {
            list(&slugs.iter().map(|slug| choice(options, slug)).collect::<Vec<_>>())
        }
        (Value::Row(table, code), _) => row(*table, code).clone(),
        (Value::Rows(table, codes), _) => {
            list(&codes.iter().map(|code| row(*table, code)).collect::<Vec<_>>())
        }
        (Value::Choice(_) | Value::Choices(_), _) => {
            unreachable!("values have the shape they were read with")
        }
    }
}

fn same(text: String) -> Spoken {
    Spoken { zh: text.clone(), en: text }
}

fn list(names: &[&Spoken]) -> Spoken {
    let join = |each: fn(&Spoken) -> &str, by: &str| {
        names.iter().map(|name| each(name)).collect::<Vec<_>>().join(by)
    };
    Spoken { zh: join(|name| &name.zh, "、"), en: join(|name| &name.en, ", ") }
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
