//! The resources of a module: texts by language and paths of pictures, from `resources.index` in both its forms.
//!
//! Until API 19 one list of numbers per language (`Restool`), each record with its name; since then one list of names
//! (`RestoolV2`), each with its values. Names and values are little-endian; who cannot read them goes without.

use std::collections::HashMap;

use crate::Refusal;
use crate::archive::Archive;
use crate::bytes::Bytes;

/// The index.
pub(super) const NAME: &str = "resources.index";

/// Bytes of it: the largest have some hundred thousand.
const MOST_BYTES: usize = 8 << 20;
/// Records looked at; one index can refer to the same many times over.
const MOST_RECORDS: usize = 500_000;
/// Conditions of one index: languages, screens, devices and what of these comes together.
const MOST_CONDITIONS: u32 = 10_000;
/// Values of one name: as many as there are languages.
const MOST_VALUES: usize = 200;
/// Bytes of the name of the tool that wrote it.
const TOOL: usize = 128;

/// What a record is, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text.
    Text = 9,
    /// A picture, by its path.
    Picture = 19,
}

/// The index of a module, read anew for each name that is asked for: whole it may be large.
#[derive(Debug, Default)]
pub(super) struct Resources {
    index: Vec<u8>,
}

/// What is looked for, and what of it was found.
struct Search<'n> {
    kind: Kind,
    name: &'n str,
    /// What is compiled refers to others by number.
    number: Option<u32>,
    values: Vec<(String, String)>,
    /// Records that may still be looked at.
    left: usize,
}

impl Resources {
    /// Every value of a name or number, that without a language first. An index that cannot be read has none: names are only a
    /// part of the facts.
    pub(super) fn values(&self, kind: Kind, name: &str) -> Vec<(String, String)> {
        let mut search =
            Search { kind, name, number: name.parse().ok(), values: Vec::new(), left: MOST_RECORDS };
        if search.through(&self.index).is_err() {
            return Vec::new();
        }
        search.values.sort_by_key(|(language, _)| !language.is_empty());
        search.values
    }
}

/// Reads the index, if there is one.
pub(super) fn read(archive: &Archive<'_>) -> Resources {
    let index = archive.find(NAME).and_then(|entry| archive.read(&entry, MOST_BYTES).ok());
    Resources { index: index.unwrap_or_default() }
}

impl Search<'_> {
    fn through(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let mut index = Bytes::new(bytes, NAME);
        let tool = index.take(TOOL)?;
        index.u32()?; // length
        let languages = index.u32()?;
        if languages > MOST_CONDITIONS {
            return Err(Refusal::TooMuch { part: NAME.to_owned(), most: u64::from(MOST_CONDITIONS) });
        }
        if tool.starts_with(b"RestoolV2") {
            self.by_name(index, languages)
        } else {
            self.by_language(index, languages)
        }
    }

    fn by_language(&mut self, mut index: Bytes<'_>, languages: u32) -> Result<(), Refusal> {
        for _ in 0..languages {
            index.take(4)?; // KEYS
            let list = index.u32()? as usize;
            let language = language(&mut index)?;
            let mut list = index.at(list)?;
            list.take(4)?; // IDSS
            for _ in 0..list.u32()? {
                self.spend()?;
                list.u32()?; // number
                let record = list.u32()? as usize;
                let mut record = list.at(record)?;
                record.u32()?; // length
                let kind = record.u32()?;
                let number = record.u32()?;
                if self.kind as u32 == kind {
                    let (value, name) = (text(&mut record)?, text(&mut record)?);
                    if self.is_wanted(name, number) {
                        self.add(&language, value);
                    }
                }
            }
        }
        Ok(())
    }

    fn by_name(&mut self, mut index: Bytes<'_>, languages: u32) -> Result<(), Refusal> {
        index.u32()?; // where the data begin
        let mut names = HashMap::new();
        for _ in 0..languages {
            self.spend()?;
            index.take(4)?; // KEYS
            let number = index.u32()?;
            names.insert(number, language(&mut index)?);
        }
        index.take(8)?; // IDSS, length
        let kinds = index.u32()?;
        index.u32()?; // numbers in all
        for _ in 0..kinds {
            let kind = index.u32()?;
            index.u32()?; // length
            for _ in 0..index.u32()? {
                self.spend()?;
                let number = index.u32()?;
                let values = index.u32()? as usize;
                let length = index.u32()? as usize;
                let name = index.take(length)?;
                if kind == self.kind as u32 && self.is_wanted(name, number) {
                    self.add_each(index.at(values)?, &names)?;
                }
            }
        }
        Ok(())
    }

    fn add_each(&mut self, mut values: Bytes<'_>, names: &HashMap<u32, String>) -> Result<(), Refusal> {
        values.take(8)?; // number, length
        for _ in 0..values.u32()? {
            self.spend()?;
            let language = names.get(&values.u32()?).map_or("", String::as_str);
            let value = values.u32()? as usize;
            self.add(language, text(&mut values.at(value)?)?);
        }
        Ok(())
    }

    fn is_wanted(&self, name: &[u8], number: u32) -> bool {
        self.number.map_or_else(|| name == self.name.as_bytes(), |wanted| wanted == number)
    }

    fn add(&mut self, language: &str, value: &[u8]) {
        if self.values.len() < MOST_VALUES && !self.values.iter().any(|(known, _)| known == language) {
            self.values.push((language.to_owned(), String::from_utf8_lossy(value).into_owned()));
        }
    }

    fn spend(&mut self) -> Result<(), Refusal> {
        self.left = self
            .left
            .checked_sub(1)
            .ok_or_else(|| Refusal::TooMuch { part: NAME.to_owned(), most: MOST_RECORDS as u64 })?;
        Ok(())
    }
}

/// The language among the conditions of a list, `zh-Hans-CN`; empty without one.
fn language(index: &mut Bytes<'_>) -> Result<String, Refusal> {
    const LANGUAGE: u32 = 0;
    const REGION: u32 = 1;
    const SCRIPT: u32 = 5;
    let mut parts = [String::new(), String::new(), String::new()];
    for _ in 0..index.u32()? {
        let (kind, value) = (index.u32()?, index.u32()?);
        let letters = value.to_be_bytes().into_iter().filter(u8::is_ascii_alphanumeric).map(char::from);
        match kind {
            LANGUAGE => parts[0] = letters.collect(),
            SCRIPT => parts[1] = letters.collect(),
            REGION => parts[2] = letters.collect(),
            _ => {}
        }
    }
    Ok(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-"))
}

/// A text with its length before it, without the zero byte at its end.
fn text<'a>(record: &mut Bytes<'a>) -> Result<&'a [u8], Refusal> {
    let length = usize::from(record.u16()?);
    let text = record.take(length)?;
    Ok(text.strip_suffix(&[0]).unwrap_or(text))
}
