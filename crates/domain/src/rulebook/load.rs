//! Makes a rulebook of layers, or a list of everything that is wrong with them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::Versions;
use super::held::{Held, report_twin};
use super::layer::{Layer, province_file};
use super::problem::{Fault, Place, Problem};
use super::reader::{Keys, Page};
use super::rule::{self, Rule};
use super::source::{self, Source};
use super::table::{Row, TableKind};
use super::words::Words;
use super::{Rulebook, cross_check};
use crate::calendar::{Calendar, CalendarError};
use crate::region::Province;

/// What has been read so far.
#[derive(Debug, Default)]
struct Desk {
    sources: BTreeMap<String, Source>,
    words: Words,
    national: Held,
    provinces: BTreeMap<Province, Held>,
    tables: BTreeMap<TableKind, BTreeMap<String, Versions<Row>>>,
    rules: BTreeMap<String, Versions<Rule>>,
    calendar: Vec<String>,
}

/// What a path of a rulebook holds.
enum Kind {
    Sources,
    Words,
    National,
    Province(Province),
    Table(TableKind),
    Rules,
    Calendar,
}

/// Reads the layers, the lowest first.
pub(super) fn load(layers: &[Layer]) -> Result<Rulebook, Vec<Problem>> {
    let (mut desk, mut problems) = (Desk::default(), Vec::new());
    for layer in layers {
        let name: Arc<str> = layer.name.as_str().into();
        for (path, text) in &layer.files {
            desk.file(&name, path, text, &mut problems);
        }
    }
    let first: Arc<str> = layers.first().map_or("", |layer| layer.name.as_str()).into();
    desk.complete(&first, &mut problems);
    let calendar: Vec<&str> = desk.calendar.iter().map(String::as_str).collect();
    let mut rulebook = Rulebook {
        layers: layers.iter().map(|layer| layer.name.clone()).collect(),
        sources: desk.sources,
        words: desk.words,
        national: desk.national,
        provinces: desk.provinces,
        tables: desk.tables,
        rules: desk.rules,
        calendar: Calendar::from_toml(&calendar).unwrap_or_default(),
    };
    cross_check::check(&mut rulebook, &mut problems);
    if problems.is_empty() {
        return Ok(rulebook);
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}

impl Desk {
    fn file(&mut self, layer: &Arc<str>, path: &str, text: &str, problems: &mut Vec<Problem>) {
        let mut page = Page::new(layer, path, text, problems);
        let Some(kind) = Kind::of(path) else {
            page.found(0, "", Fault::UnknownFile);
            return;
        };
        if let Kind::Calendar = kind {
            self.calendar(text, &mut page);
            return;
        }
        let parsed = page.parse(text);
        let keys = Keys::root(parsed.get_ref());
        match kind {
            Kind::Sources => source::read(keys, &mut self.sources, &mut page),
            Kind::Words => self.words.read(keys, &mut page),
            Kind::National => self.national.read(None, keys, &mut page),
            Kind::Province(province) => {
                self.provinces.entry(province).or_default().read(Some(province), keys, &mut page);
            }
            Kind::Table(table) => {
                let rows = self.tables.entry(table).or_default();
                for entry in table.read(keys, &mut page) {
                    let twin = rows.entry(entry.value.code.clone()).or_default().add(entry);
                    report_twin(twin, &mut page);
                }
            }
            Kind::Rules => {
                for entry in rule::read(keys, &mut page) {
                    let twin = self.rules.entry(entry.value.code.clone()).or_default().add(entry);
                    report_twin(twin, &mut page);
                }
            }
            Kind::Calendar => {}
        }
    }

    fn calendar(&mut self, text: &str, page: &mut Page<'_>) {
        match Calendar::from_toml(&[text]) {
            Ok(_) => self.calendar.push(text.to_owned()),
            Err(CalendarError::Shape(error)) => {
                let at = error.span().map_or(0, |span| span.start);
                page.found(at, "", Fault::Syntax(error.message().to_owned()));
            }
            Err(error @ CalendarError::Contradiction { .. }) => {
                page.found(0, "", Fault::Calendar(error.to_string()));
            }
        }
    }

    /// Every province has a file with every parameter, everything people read has words.
    fn complete(&self, layer: &Arc<str>, problems: &mut Vec<Problem>) {
        let whole = |file: &str| Place { layer: Arc::clone(layer), file: file.into(), line: 1 };
        for &province in Province::ALL {
            let place = whole(&province_file(province));
            match self.provinces.get(&province) {
                Some(held) => held.unfinished(&place, problems),
                None => problems.push(Problem { place, key: String::new(), what: Fault::NoFile }),
            }
        }
        for key in self.words.missing() {
            let place = whole("words.toml");
            problems.push(Problem { place, key: String::new(), what: Fault::NoWords(key) });
        }
    }
}

impl Kind {
    fn of(path: &str) -> Option<Self> {
        if let "sources.toml" | "words.toml" = path {
            return Some(if path == "words.toml" { Self::Words } else { Self::Sources });
        }
        let (room, name) = path.strip_suffix(".toml")?.split_once('/')?;
        match room {
            "national" => Some(Self::National),
            "provinces" => Province::from_slug(name).map(Self::Province),
            "tables" => TableKind::from_slug(name).map(Self::Table),
            "rules" => Some(Self::Rules),
            "calendar" => Some(Self::Calendar),
            _ => None,
        }
    }
}
