//! A value with what speaks for it: sources, date, confidence, severity, and the days it is in force.

use chrono::NaiveDate;

use super::choices::{Chapter, Choice, Confidence};
use super::problem::{Fault, Place};
use super::reader::{Cell, Keys, Page};
use super::shape::{Shape, Value};
use crate::finding::Severity;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// The row of the province pages a value stands in: `unit-persons 沪`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The chapter.
    pub chapter: Chapter,
    /// The character of the province; none for what is national.
    pub province: Option<char>,
}

/// What one side of a disagreement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Tags of who says it.
    pub by: Vec<String>,
    /// What, as a value.
    pub value: Option<Value>,
    /// What, where no value can say it.
    pub words: Option<Spoken>,
}

/// What speaks for a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Testimony {
    /// Tags of the sources that say what is in use.
    pub sources: Vec<String>,
    /// The day for which they say it; the newest day of the sources unless written. None if all are undated.
    pub as_of: Option<NaiveDate>,
    /// How sure it is.
    pub confidence: Confidence,
    /// What a breach weighs.
    pub severity: Severity,
    /// Where the province pages show it; none for rows of tables.
    pub row: Option<Anchor>,
    /// The versions, where sources disagree.
    pub said: Vec<Version>,
    /// Why the value in use was chosen among them.
    pub why: Option<Spoken>,
    /// What the value leaves unsaid.
    pub note: Option<Spoken>,
}

/// A value as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<T> {
    /// What.
    pub value: T,
    /// What speaks for it.
    pub testimony: Testimony,
    /// First day in force; none if older than the sources.
    pub from: Option<NaiveDate>,
    /// First day no longer in force; none while it stands.
    pub until: Option<NaiveDate>,
    /// Where it is written, and by which layer.
    pub place: Place,
    /// Its key in the file.
    pub key: String,
}

/// All entries of one name, of the lowest layer first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions<T>(Vec<Entry<T>>);

/// An entry that may not stand, and where the one stands that it repeats.
#[derive(Debug)]
pub(super) struct Twin<T> {
    pub place: Place,
    pub entry: Entry<T>,
}

/// What is taken where an entry does not say it.
#[derive(Debug, Clone, Default)]
pub(super) struct Usual {
    pub sources: Vec<String>,
    pub as_of: Option<NaiveDate>,
    pub confidence: Option<Confidence>,
    pub severity: Option<Severity>,
    /// Rows of tables stand on no page of a province.
    pub anchored: bool,
}

impl<T> Default for Versions<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entry<T> {
    /// Whether it is in force on a day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let starts_before_end = |a: Option<NaiveDate>, b: Option<NaiveDate>| match (a, b) {
            (Some(from), Some(until)) => from < until,
            (None, _) | (_, None) => true,
        };
        starts_before_end(self.from, other.until) && starts_before_end(other.from, self.until)
    }
}

impl<T> Versions<T> {
    /// The entry in force on a day: of the highest layer that speaks for the day.
    pub fn at(&self, day: NaiveDate) -> Option<&Entry<T>> {
        self.0.iter().rev().find(|entry| entry.in_force(day))
    }

    /// All of them, of the lowest layer first.
    pub fn all(&self) -> &[Entry<T>] {
        &self.0
    }

    pub(super) fn all_mut(&mut self) -> &mut [Entry<T>] {
        &mut self.0
    }

    /// Adds an entry; one of the same layer may not be in force on the same day.
    pub(super) fn add(&mut self, entry: Entry<T>) -> Result<(), Box<Twin<T>>> {
        let twin = |other: &&Entry<T>| other.place.layer == entry.place.layer && other.overlaps(&entry);
        if let Some(other) = self.0.iter().find(twin) {
            return Err(Box::new(Twin { place: other.place.clone(), entry }));
        }
        self.0.push(entry);
        Ok(())
    }
}

impl Spoken {
    pub(super) fn read(keys: &mut Keys<'_>, page: &mut Page<'_>) -> Option<Self> {
        let (zh, en) = (keys.text("zh", page), keys.text("en", page));
        Some(Self { zh: zh?, en: en? })
    }

    pub(super) fn of(cell: Option<Cell<'_>>, page: &mut Page<'_>) -> Option<Self> {
        let mut keys = cell?.keys(page)?;
        let spoken = Self::read(&mut keys, page);
        keys.finish(page);
        spoken
    }
}

impl Anchor {
    fn read(cell: &Cell<'_>, page: &mut Page<'_>) -> Option<Self> {
        let text = cell.text(page)?;
        let (chapter, rest) = text.split_once(' ').unwrap_or((&text, ""));
        let mut characters = rest.chars();
        let (province, more) = (characters.next(), characters.next());
        let Some(chapter) = Chapter::from_slug(chapter).filter(|_| more.is_none()) else {
            let expected =
                format!("one of {}, then the province's character", Chapter::OPTIONS.slugs.join(", "));
            page.wrong(cell, Fault::Shape(expected));
            return None;
        };
        Some(Self { chapter, province })
    }
}

impl std::fmt::Display for Anchor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.chapter.slug())?;
        self.province.map_or(Ok(()), |province| write!(f, " {province}"))
    }
}

impl Version {
    fn read(mut keys: Keys<'_>, shape: Option<Shape>, page: &mut Page<'_>) -> Self {
        let by = keys.need("by", page).map(|cell| cell.texts(page)).unwrap_or_default();
        let value = match (shape, keys.take("value")) {
            (Some(shape), Some(cell)) => Value::read(&cell, shape, page),
            (None, Some(cell)) => {
                page.wrong(&cell, Fault::UnknownKey);
                None
            }
            (_, None) => None,
        };
        let words = if value.is_none() { Spoken::read(&mut keys, page) } else { None };
        keys.finish(page);
        Self { by, value, words }
    }
}

/// Reads everything about an entry but its value, which the caller has read.
pub(super) fn read<T>(
    mut keys: Keys<'_>,
    value: Option<T>,
    shape: Option<Shape>,
    usual: &Usual,
    page: &mut Page<'_>,
) -> Option<Entry<T>> {
    let place = keys.place(page);
    let key = keys.path().to_owned();
    let (from, until) = (keys.date("from", page), keys.date("until", page));
    if let (Some(from), Some(until)) = (from, until)
        && from >= until
        && let Some(cell) = keys.take("until")
    {
        page.wrong(&cell, Fault::Backwards { from, until });
    }
    let testimony = testimony(&mut keys, shape, usual, page);
    keys.finish(page);
    Some(Entry { value: value?, testimony: testimony?, from, until, place, key })
}

fn testimony(
    keys: &mut Keys<'_>,
    shape: Option<Shape>,
    usual: &Usual,
    page: &mut Page<'_>,
) -> Option<Testimony> {
    let sources = match keys.take("sources") {
        Some(cell) => Some(cell.texts(page)),
        None if !usual.sources.is_empty() => Some(usual.sources.clone()),
        None => keys.need("sources", page).map(|cell| cell.texts(page)),
    };
    let as_of = keys.date("as-of", page).or(usual.as_of);
    let confidence = match keys.take("confidence") {
        Some(cell) => cell.choice(page),
        None if usual.confidence.is_some() => usual.confidence,
        None => keys.need("confidence", page).and(None),
    };
    let severity = match keys.take("severity") {
        Some(cell) => cell.slug(&["info", "warn", "block"], page).and_then(Severity::from_slug),
        None if usual.severity.is_some() => usual.severity,
        None => keys.need("severity", page).and(None),
    };
    let row = if usual.anchored {
        let cell = keys.need("row", page);
        Some(cell.and_then(|cell| Anchor::read(&cell, page)))
    } else {
        None
    };
    let said = keys.tables("said", page).into_iter().map(|keys| Version::read(keys, shape, page)).collect();
    let (why, note) = (keys.take("why"), keys.take("note"));
    let (why, note) = (Spoken::of(why, page), Spoken::of(note, page));
    Some(Testimony {
        sources: sources?,
        as_of,
        confidence: confidence?,
        severity: severity?,
        row: row.map_or(Some(None), |row| row.map(Some))?,
        said,
        why,
        note,
    })
}
