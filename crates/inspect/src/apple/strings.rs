//! Texts in one language (`InfoPlist.strings`): a property list, or the older `"key" = "text";`.

use super::property_list::{self, Value};
use crate::{Limits, Refusal};

/// Reads the texts, each with its key.
///
/// # Errors
/// As [`property_list::read`]; [`Refusal::Damaged`] when it is neither.
pub(crate) fn read(bytes: &[u8], part: &str, limits: &Limits) -> Result<Vec<(String, String)>, Refusal> {
    if bytes.starts_with(b"bplist") || bytes.trim_ascii_start().starts_with(b"<") {
        let list = property_list::read(bytes, part, limits)?;
        return Ok(texts(&list));
    }
    let text = decode(bytes);
    Scanner { rest: text.trim_start_matches('\u{feff}') }
        .pairs()
        .ok_or_else(|| Refusal::Damaged { part: part.to_owned(), what: "not key = text".to_owned() })
}

/// The texts of a dictionary.
pub(crate) fn texts(list: &Value) -> Vec<(String, String)> {
    let with_text = |(key, value): &(String, Value)| Some((key.clone(), value.text()?.to_owned()));
    list.entries().iter().filter_map(with_text).collect()
}

/// UTF-16 by its mark, else UTF-8.
fn decode(bytes: &[u8]) -> String {
    let units = |from: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes.chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => String::from_utf16_lossy(&units(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => String::from_utf16_lossy(&units(u16::from_be_bytes)),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

struct Scanner<'a> {
    rest: &'a str,
}

impl Scanner<'_> {
    fn pairs(mut self) -> Option<Vec<(String, String)>> {
        let mut pairs = Vec::new();
        loop {
            self.skip_space()?;
            if self.rest.is_empty() {
                return Some(pairs);
            }
            let key = self.word()?;
            self.sign('=')?;
            let text = self.word()?;
            self.sign(';')?;
            pairs.push((key, text));
        }
    }

    /// Over white space and remarks; `None` when a remark has no end.
    fn skip_space(&mut self) -> Option<()> {
        loop {
            self.rest = self.rest.trim_start();
            if let Some(remark) = self.rest.strip_prefix("/*") {
                (_, self.rest) = remark.split_once("*/")?;
            } else if let Some(remark) = self.rest.strip_prefix("//") {
                self.rest = remark.split_once('\n').map_or("", |(_, rest)| rest);
            } else {
                return Some(());
            }
        }
    }

    fn sign(&mut self, sign: char) -> Option<()> {
        self.skip_space()?;
        self.rest = self.rest.strip_prefix(sign)?;
        self.skip_space()
    }

    fn word(&mut self) -> Option<String> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let end = self.rest.find(|c: char| !c.is_alphanumeric() && !"_.-$:/".contains(c))?;
            let (word, rest) = self.rest.split_at_checked(end).filter(|(word, _)| !word.is_empty())?;
            self.rest = rest;
            return Some(word.to_owned());
        };
        let mut text = String::new();
        let mut letters = quoted.char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.rest = quoted.get(at + 1..)?;
                    return Some(text);
                }
                '\\' => match letters.next()?.1 {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'U' | 'u' => {
                        let digits: String = letters.by_ref().take(4).map(|(_, digit)| digit).collect();
                        text.push(
                            char::from_u32(u32::from_str_radix(&digits, 16).ok()?).unwrap_or('\u{fffd}'),
                        );
                    }
                    other => text.push(other),
                },
                other => text.push(other),
            }
        }
        None
    }
}
