//! What one province or the nation holds: settings, gaps and clauses, as its files of all layers have them.

use std::collections::BTreeMap;

use super::choices::Because;
use super::clause::Clause;
use super::entry::{self, Entry, Twin, Usual, Versions};
use super::parameter::Parameter;
use super::problem::{Fault, Place, Problem};
use super::reader::{Cell, Keys, Page};
use super::shape::Value;
use crate::region::Province;

/// A parameter no source settles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Why it is open.
    pub because: Because,
    /// Where the file says so.
    pub place: Place,
}

/// Settings, gaps and clauses of one province or of the nation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    pub(super) settings: BTreeMap<Parameter, Versions<Value>>,
    pub(super) gaps: BTreeMap<Parameter, Gap>,
    pub(super) clauses: BTreeMap<String, Versions<Clause>>,
}

impl Held {
    /// Everything said about a parameter, of the lowest layer first.
    pub fn settings(&self, parameter: Parameter) -> &[Entry<Value>] {
        self.settings.get(&parameter).map_or(&[], Versions::all)
    }

    /// Why a parameter is open, if a file says it is.
    pub fn gap(&self, parameter: Parameter) -> Option<&Gap> {
        self.gaps.get(&parameter)
    }

    /// Reads a file of a province, or of the nation if there is none.
    pub(super) fn read(&mut self, province: Option<Province>, mut keys: Keys<'_>, page: &mut Page<'_>) {
        if let Some(province) = province {
            identity(province, &mut keys, page);
        }
        if let Some(cell) = keys.take("unknown") {
            self.read_gaps(&cell, page);
        }
        for keys in keys.tables("clause", page) {
            let Some(entry) = Clause::read(keys, page) else { continue };
            anchored(&entry, province, page);
            let code = entry.value.code.clone();
            let twin = self.clauses.entry(code).or_default().add(entry);
            report_twin(twin, page);
        }
        for (section, cell) in keys.rest() {
            let Some(mut keys) = cell.keys(page) else { continue };
            for (name, cell) in keys.rest() {
                let parameter = Parameter::from_key(&format!("{section}.{name}"));
                match parameter.filter(|parameter| province.is_none() || parameter.of_provinces()) {
                    Some(parameter) => self.read_settings(parameter, province, &cell, page),
                    None => page.wrong(&cell, Fault::UnknownKey),
                }
            }
        }
    }

    fn read_settings(
        &mut self,
        parameter: Parameter,
        province: Option<Province>,
        cell: &Cell<'_>,
        page: &mut Page<'_>,
    ) {
        for mut keys in cell.tables(page) {
            let value = keys.need("value", page).and_then(|cell| Value::read(&cell, parameter.shape(), page));
            let usual = Usual { anchored: true, ..Usual::default() };
            let Some(entry) = entry::read(keys, value, Some(parameter.shape()), &usual, page) else {
                continue;
            };
            anchored(&entry, province, page);
            let twin = self.settings.entry(parameter).or_default().add(entry);
            report_twin(twin, page);
        }
    }

    fn read_gaps(&mut self, cell: &Cell<'_>, page: &mut Page<'_>) {
        let Some(mut keys) = cell.keys(page) else { return };
        for &because in Because::ALL {
            let listed = keys.take(because.slug()).map(|cell| cell.list(page)).unwrap_or_default();
            for cell in listed {
                let key = cell.text(page);
                let parameter =
                    key.as_deref().and_then(Parameter::from_key).filter(|open| open.of_provinces());
                let Some(parameter) = parameter else {
                    page.wrong(&cell, Fault::Shape("the key of a parameter".to_owned()));
                    continue;
                };
                let gap = Gap { because, place: cell.place(page) };
                let layer = gap.place.layer.clone();
                let twin = self.gaps.insert(parameter, gap).filter(|twin| twin.place.layer == layer);
                if let Some(twin) = twin {
                    page.wrong(&cell, Fault::Duplicate(twin.place));
                }
            }
        }
        keys.finish(page);
    }

    /// Parameters that are neither answered nor open, or both by the same layer.
    pub(super) fn unfinished(&self, whole: &Place, problems: &mut Vec<Problem>) {
        for &parameter in Parameter::ALL.iter().filter(|parameter| parameter.of_provinces()) {
            let key = parameter.key();
            let settings = self.settings(parameter);
            let Some(gap) = self.gap(parameter) else {
                if settings.is_empty() {
                    let what = Fault::Unanswered(key);
                    problems.push(Problem { place: whole.clone(), key: String::new(), what });
                }
                continue;
            };
            if let Some(entry) = settings.iter().find(|entry| entry.place.layer == gap.place.layer) {
                let what = Fault::AnsweredAndUnknown(entry.place.clone());
                problems.push(Problem { place: gap.place.clone(), key: key.to_owned(), what });
            }
        }
    }
}

/// The file must be about the province its name says, by every code.
fn identity(province: Province, keys: &mut Keys<'_>, page: &mut Page<'_>) {
    if let Some(cell) = keys.need("province", page) {
        expect(&cell, province.slug(), page);
    }
    let code = keys.take("code");
    if let Some(cell) = code
        && cell.number(page).is_some_and(|code| code != province.code())
    {
        page.wrong(&cell, Fault::OtherProvince(province.code().to_string()));
    }
    for (key, expected) in
        [("prefix", province.prefix().to_string()), ("authority", province.authority_name())]
    {
        if let Some(cell) = keys.take(key) {
            expect(&cell, &expected, page);
        }
    }
}

fn expect(cell: &Cell<'_>, expected: &str, page: &mut Page<'_>) {
    if cell.text(page).is_some_and(|text| text != expected) {
        page.wrong(cell, Fault::OtherProvince(expected.to_owned()));
    }
}

/// A value names a row of the page of its own province.
fn anchored<T>(entry: &Entry<T>, province: Option<Province>, page: &mut Page<'_>) {
    let expected = province.map(Province::prefix);
    if entry.testimony.row.is_some_and(|row| row.province != expected) {
        let what = expected.map_or_else(|| "no province".to_owned(), |prefix| prefix.to_string());
        page.report(entry, Fault::OtherProvince(what));
    }
}

pub(super) fn report_twin<T>(added: Result<(), Box<Twin<T>>>, page: &mut Page<'_>) {
    if let Err(twin) = added {
        page.report(&twin.entry, Fault::Duplicate(twin.place));
    }
}
