//! Reading settings one by one, so that every problem is told at once and not only the first.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::time::Duration;

use config::{Config as Layers, Map, Value, ValueKind};

use super::{SECTIONS, authority, method};

/// Something in the configuration that must be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The setting: `section.key`.
    pub key: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub remedy: String,
}

impl Problem {
    /// A problem of a setting.
    pub fn new(key: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { key: key.to_owned(), what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    → {}", self.key, self.what, self.remedy)
    }
}

/// The layers put together, and the problems found so far.
#[derive(Debug)]
pub struct Reader {
    sections: BTreeMap<String, Map<String, Value>>,
    authorities: Vec<String>,
    base: PathBuf,
    problems: Vec<Problem>,
}

impl Reader {
    /// Takes the layers with defaults, and those without to find settings that do not exist.
    pub fn new(layers: Layers, named: &Layers, base: PathBuf, authorities: Vec<String>) -> Self {
        let mut sections = BTreeMap::new();
        let mut problems = unknown_settings(named);
        let mut tables: Map<String, Value> = layers.cache.into_table().unwrap_or_default();
        let authority = tables.remove(authority::SECTION.name).and_then(|value| value.into_table().ok());
        for (name, value) in tables {
            let _ = value.into_table().map(|table| sections.insert(name, table));
        }
        for (name, value) in authority.unwrap_or_default() {
            let name = format!("{}.{name}", authority::SECTION.name);
            let Ok(mut table) = value.into_table() else { continue };
            for (method, table) in method::split(&mut table) {
                sections.insert(method::section_name(&name, method), table);
            }
            sections.insert(name, table);
        }
        problems.sort_by(|a, b| a.key.cmp(&b.key));
        Self { sections, authorities, base, problems }
    }

    /// The names of the authorities that are configured.
    pub fn authorities(&self) -> Vec<String> {
        self.authorities.clone()
    }

    /// True if the section stands somewhere.
    pub fn has(&self, section: &str) -> bool {
        self.sections.contains_key(section)
    }

    /// The effective value of a setting.
    pub fn value(&self, section: &str, key: &str) -> Option<&Value> {
        self.sections.get(section)?.get(key)
    }

    /// Every problem that was found.
    pub fn finish(self) -> Vec<Problem> {
        self.problems
    }

    /// Notes a problem.
    pub fn problem(&mut self, section: &str, key: &str, what: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::new(&format!("{section}.{key}"), what, remedy));
    }

    /// A text, without white space around it.
    pub fn text(&mut self, section: &str, key: &str) -> String {
        let value = self.value(section, key).cloned().unwrap_or_default();
        if let Ok(text) = value.into_string() {
            return text.trim().to_owned();
        }
        self.problem(section, key, "is not a text", "write it in quotes");
        String::new()
    }

    /// A text that must not be empty.
    pub fn needed(&mut self, section: &str, key: &str, why: &str) -> String {
        let text = self.text(section, key);
        if text.is_empty() {
            self.problem(section, key, "is empty", why);
        }
        text
    }

    /// A whole number within bounds.
    pub fn number<T>(&mut self, section: &str, key: &str, within: RangeInclusive<i64>) -> T
    where
        T: TryFrom<i64> + Default,
    {
        let value = self.value(section, key).cloned().unwrap_or_default();
        // Variables of the environment are texts.
        let number = value.into_string().ok().and_then(|text| text.trim().parse().ok());
        if let Some(number) = number.filter(|number: &i64| within.contains(number)).map(T::try_from) {
            return number.unwrap_or_default();
        }
        let remedy = format!("write a whole number from {} to {}", within.start(), within.end());
        self.problem(section, key, "is not a number that can be used", remedy);
        T::default()
    }

    /// A number of seconds within bounds.
    pub fn seconds(&mut self, section: &str, key: &str, within: RangeInclusive<i64>) -> Duration {
        Duration::from_secs(self.number(section, key, within))
    }

    /// Yes or no.
    pub fn flag(&mut self, section: &str, key: &str) -> bool {
        let value = self.value(section, key).cloned().unwrap_or_default();
        value.into_bool().unwrap_or_else(|_| {
            self.problem(section, key, "is neither true nor false", "write true or false");
            false
        })
    }

    /// Several texts: a list in the file, separated by commas in the environment.
    pub fn list(&mut self, section: &str, key: &str) -> Vec<String> {
        let value = self.value(section, key).cloned().unwrap_or_default();
        let texts: Vec<String> = if let ValueKind::Array(values) = value.kind {
            values.into_iter().filter_map(|each| each.into_string().ok()).collect()
        } else if let ValueKind::String(text) = value.kind {
            text.split(',').map(str::to_owned).collect()
        } else {
            self.problem(section, key, "is not a list", "write a list of texts: [\"one\", \"two\"]");
            Vec::new()
        };
        texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&mut self, section: &str, key: &str, choices: &[(&str, T)]) -> T {
        let text = self.text(section, key);
        if let Some((_, choice)) = choices.iter().find(|(word, _)| *word == text) {
            return *choice;
        }
        let words: Vec<_> = choices.iter().map(|(word, _)| format!("{word:?}")).collect();
        self.problem(section, key, format!("is {text:?}"), format!("write one of {}", words.join(", ")));
        choices[0].1
    }

    /// A path; a relative one starts where the configuration file is.
    pub fn path(&mut self, section: &str, key: &str) -> PathBuf {
        let text = self.text(section, key);
        self.base.join(text)
    }

    /// A secret: the setting itself, or the first line of the file that `<key>_file` names.
    pub fn secret(&mut self, section: &str, key: &str) -> String {
        let file_key = format!("{key}_file");
        let file = self.text(section, &file_key);
        if file.is_empty() {
            return self.text(section, key);
        }
        match std::fs::read_to_string(self.base.join(&file)) {
            Ok(text) => text.lines().next().unwrap_or_default().trim().to_owned(),
            Err(error) => {
                let remedy = "name a file that this user can read, with the secret on its first line";
                self.problem(section, &file_key, format!("{file} cannot be read: {error}"), remedy);
                String::new()
            }
        }
    }

    /// Where relative paths start.
    pub fn base(&self) -> &Path {
        &self.base
    }
}

/// Settings and sections that do not exist: most often a slip of the pen, silently ignored elsewhere.
fn unknown_settings(named: &Layers) -> Vec<Problem> {
    let mut problems = Vec::new();
    let tables: Map<String, Value> = named.cache.clone().into_table().unwrap_or_default();
    for (name, value) in tables {
        let section = SECTIONS.iter().find(|section| section.name == name).copied();
        let Ok(table) = value.into_table() else {
            problems.push(Problem::new(&name, "is not a section", format!("write a section: [{name}]")));
            continue;
        };
        if let Some(section) = section {
            problems.extend(unknown_keys(&name, section, table));
        } else if name == authority::SECTION.name {
            for (which, value) in table {
                let name = format!("{name}.{which}");
                match value.into_table() {
                    Ok(table) => problems.extend(unknown_in_authority(&name, table)),
                    Err(_) => problems.push(Problem::new(
                        &name,
                        "stands outside a named authority",
                        "give the authority a name: [authority.zhejiang]",
                    )),
                }
            }
        } else {
            let known: BTreeSet<_> = SECTIONS.iter().map(|section| section.name).collect();
            problems.push(Problem::new(&name, "is no section", nearest(&name, known)));
        }
    }
    problems
}

fn unknown_in_authority(name: &str, mut table: Map<String, Value>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (method, table) in method::split(&mut table) {
        problems.extend(unknown_keys(&method::section_name(name, method), &method::SECTION, table));
    }
    problems.extend(unknown_keys(name, &authority::SECTION, table));
    problems
}

fn unknown_keys(name: &str, section: &super::Section, table: Map<String, Value>) -> Vec<Problem> {
    let known: BTreeSet<_> = section.settings.iter().map(|setting| setting.name).collect();
    let unknown = table.into_keys().filter(|key| section.setting(key).is_none());
    unknown
        .map(|key| Problem::new(&format!("{name}.{key}"), "is no setting", nearest(&key, known.clone())))
        .collect()
}

/// The known name that shares the most with what was written, or all of them.
fn nearest(written: &str, known: BTreeSet<&'static str>) -> String {
    let shared = |name: &&str| written.bytes().zip(name.bytes()).take_while(|(a, b)| a == b).count();
    match known.iter().max_by_key(|name| shared(name)) {
        Some(name) if shared(name) >= 3 => format!("did you mean {name:?}? Otherwise remove it"),
        _ => format!("known are: {}", known.into_iter().collect::<Vec<_>>().join(", ")),
    }
}
