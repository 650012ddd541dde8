//! Sources: who says something, where, and for which day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::entry::Spoken;
use super::problem::{Fault, Place};
use super::reader::{Keys, Page};

/// A source, named by its tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The tag in `sources = […]`.
    pub tag: String,
    /// What it is.
    pub name: Spoken,
    /// Who publishes it; two sources of one publisher do not confirm each other.
    pub publisher: String,
    /// Where it is.
    pub address: String,
    /// When, in words, as far as known.
    pub date: String,
    /// The last day it can speak for; none if undated.
    pub as_of: Option<NaiveDate>,
    /// It is the law, the ministry or a register itself, and needs no second voice.
    pub authoritative: bool,
    /// Where the source is written.
    pub place: Place,
}

/// Reads `sources.toml` of one layer into those of the layers below it.
pub(super) fn read(mut keys: Keys<'_>, sources: &mut BTreeMap<String, Source>, page: &mut Page<'_>) {
    for keys in keys.tables("source", page) {
        let Some((source, at)) = one(keys, page) else { continue };
        match sources.get(&source.tag) {
            Some(twin) if twin.place.layer == source.place.layer => {
                let twin = twin.place.clone();
                page.wrong(&at, Fault::Duplicate(twin));
            }
            Some(_) | None => {
                sources.insert(source.tag.clone(), source);
            }
        }
    }
    keys.finish(page);
}

fn one<'t>(mut keys: Keys<'t>, page: &mut Page<'_>) -> Option<(Source, super::reader::Cell<'t>)> {
    let at = keys.need("tag", page);
    let tag = at.as_ref().and_then(|cell| cell.text(page));
    let name = Spoken::read(&mut keys, page);
    let publisher = keys.text("publisher", page);
    let address = keys.text("address", page);
    let date = keys.text("date", page);
    let as_of = keys.date("as-of", page);
    let authoritative = keys.take("authoritative").and_then(|cell| cell.flag(page)).unwrap_or(false);
    let place = keys.place(page);
    keys.finish(page);
    let source = Source {
        tag: tag?,
        name: name?,
        publisher: publisher?,
        address: address?,
        date: date?,
        as_of,
        authoritative,
        place,
    };
    Some((source, at?))
}
