//! What was read from an App's file, what is wrong with it and why it was not read, as sentences.

mod finding;
#[cfg(test)]
mod tests;

use beian_inspect::Refusal;
use serde::Serialize;

use super::Told;
use crate::i18n::Words;

pub(crate) use finding::{inspect_finding, inspect_severity};

/// A member of one of the closed lists of `beian-inspect` (`kind`, `platform`, `scheme`, `why`, …) by its name.
pub(crate) fn inspect_name<T: Serialize>(words: Words, list: &str, member: &T) -> String {
    words.t(&format!("inspect-{list}-{}", slug(member)))
}

/// How a member of a closed list is written in results.
fn slug<T: Serialize>(member: &T) -> String {
    let value = serde_json::to_value(member).unwrap_or_default();
    value.as_str().or_else(|| value["code"].as_str()).unwrap_or_default().to_owned()
}

/// Why a file was not read, and what to bring instead.
pub(crate) fn inspect_refusal(words: Words, refusal: &Refusal) -> Told {
    let key = format!("inspect-refused-{}", slug(refusal));
    let (what, remedy) = match refusal {
        Refusal::NotAPackage { looks_like } => {
            let likeness = format!("inspect-likeness-{}", slug(looks_like));
            let (what, instead) = (words.t(&likeness), words.t(&format!("{likeness}-do")));
            let said = words.with(&key, &[("likeness", what.into())]);
            (said, words.with(&format!("{key}-do"), &[("instead", instead.into())]))
        }
        Refusal::Encrypted { part } | Refusal::Truncated { part } | Refusal::Incomplete { part } => {
            (words.with(&key, &[("part", part.as_str().into())]), words.t(&format!("{key}-do")))
        }
        Refusal::Damaged { part, what } => {
            let args = [("part", part.as_str().into()), ("what", what.as_str().into())];
            (words.with(&key, &args), words.t(&format!("{key}-do")))
        }
        Refusal::Hostile { trick, part } => {
            let args =
                [("trick", inspect_name(words, "trick", trick).into()), ("part", part.as_str().into())];
            (words.with(&key, &args), words.t(&format!("{key}-do")))
        }
        Refusal::TooMuch { part, most } => {
            let args = [("part", part.as_str().into()), ("most", count(words, *most).into())];
            (words.with(&key, &args), words.t(&format!("{key}-do")))
        }
        Refusal::UnknownScheme { id } => {
            let id = format!("{id:#x}");
            (words.with(&key, &[("id", id.into())]), words.t(&format!("{key}-do")))
        }
        Refusal::Unreadable { what } => {
            (words.with(&key, &[("what", what.as_str().into())]), words.t(&format!("{key}-do")))
        }
        Refusal::PasswordNeeded | Refusal::PasswordWrong => (words.t(&key), words.t(&format!("{key}-do"))),
    };
    Told { what, remedy, ..Told::default() }
}

/// A limit: the large ones are bytes, the small ones pieces.
fn count(words: Words, most: u64) -> String {
    const BYTES: u64 = 1 << 20;
    if most >= BYTES { words.size(most) } else { most.to_string() }
}
