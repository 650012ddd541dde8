//! `rulebook diff`: what differs between two rulebooks, or between two days of one.

use std::path::PathBuf;

use beian_domain::rulebook::{Difference, Differs, Language, Rulebook, Said, differences};
use chrono::NaiveDate;

use super::{language, refused, today, with_built_in};
use crate::cli::Diff;
use crate::command::Stop;
use crate::terminal::say;

pub(super) fn run(asked: &Diff) -> anyhow::Result<()> {
    let (before, from) = side(&asked.before)?;
    let (after, until) = side(&asked.after)?;
    let found = differences(before.at(from), after.at(until));
    let language = language(asked.language);
    for difference in &found {
        say(line(&before, &after, difference, language));
    }
    say(format!("{} differences. {} 处不同。", found.len(), found.len()));
    Ok(())
}

/// `built-in` or a directory over it, with `@` and a day if it is not today.
fn side(named: &str) -> Result<(Rulebook, NaiveDate), Stop> {
    let (place, day) = match named.rsplit_once('@') {
        Some((place, day)) => {
            let read = day.parse();
            let unreadable = |_| Stop::Unusable(format!("{day} is no day like 2026-01-31. 日期写法不对。"));
            (place, read.map_err(unreadable)?)
        }
        None => (named, today()),
    };
    let directories = if place == "built-in" { Vec::new() } else { vec![PathBuf::from(place)] };
    let layers = with_built_in(&directories)?;
    let rulebook = Rulebook::load(&layers).map_err(|problems| refused(&problems))?;
    Ok((rulebook, day))
}

fn line(before: &Rulebook, after: &Rulebook, difference: &Difference, language: Language) -> String {
    let sign = match (&difference.before, &difference.after) {
        (None, _) => '+',
        (Some(_), None) => '-',
        (Some(_), Some(_)) => '~',
    };
    let side = |said: &Option<Said>| {
        said.as_ref().map_or_else(
            || "—".to_owned(),
            |said| format!("{} ({}, {})", said.words.in_language(language), said.severity.slug(), said.layer),
        )
    };
    let of = named(before, after, &difference.of, language);
    format!("{sign} {of}: {} → {}", side(&difference.before), side(&difference.after))
}

fn named(before: &Rulebook, after: &Rulebook, of: &Differs, language: Language) -> String {
    let place = |province: &Option<beian_domain::region::Province>| match (province, language) {
        (None, Language::Chinese) => "全国",
        (None, Language::English) => "national",
        (Some(province), Language::Chinese) => province.name_zh(),
        (Some(province), Language::English) => province.name_en(),
    };
    match of {
        Differs::Parameter(province, parameter) => {
            let words = after.words().parameter(*parameter).or_else(|| before.words().parameter(*parameter));
            let words = words.map(|words| words.in_language(language)).unwrap_or_default();
            format!("{} {words} [{}]", place(province), parameter.key())
        }
        Differs::Clause(province, code) => format!("{} clause [{code}]", place(province)),
        Differs::Row(table, code) => format!("{} [{code}]", table.slug()),
        Differs::Rule(code) => format!("rule [{code}]"),
    }
}
