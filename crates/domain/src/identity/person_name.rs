//! Names of persons, in Chinese or Latin writing.

use crate::{
    invalid::Invalid,
    text::{half_width, parsed_text},
};

/// The name of a person as on the certificate: 2–64 characters, Chinese (rare characters and the dot `·` of
/// minority and translated names included) or Latin.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonName(String);

parsed_text!(PersonName, personal);

impl PersonName {
    /// Chinese names lose blanks, and every look-alike of the dot becomes `·`; Latin names keep single blanks.
    ///
    /// # Errors
    /// `person-name-characters` (with `position`), `person-name-length` (with `min`, `max`, `got`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = half_width(text);
        let chinese = text.chars().any(is_han);
        let name: String = if chinese {
            text.split_whitespace().collect::<String>().chars().map(one_dot).collect()
        } else {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let got = name.chars().count();
        if !(2..=64).contains(&got) {
            return Err(Invalid::new("person-name-length").with("min", 2).with("max", 64).with("got", got));
        }
        let fits = |character: char| {
            if chinese { is_han(character) || character == '·' } else { is_latin(character) }
        };
        if let Some(position) = name.chars().position(|character| !fits(character)) {
            return Err(Invalid::new("person-name-characters").with("position", position + 1));
        }
        if !name.starts_with(char::is_alphabetic) || name.ends_with('·') {
            return Err(Invalid::new("person-name-characters").with("position", 1));
        }
        Ok(Self(name))
    }

    /// The first character only: `王**`.
    pub fn masked(&self) -> String {
        self.0
            .chars()
            .enumerate()
            .map(|(index, character)| if index == 0 { character } else { '*' })
            .collect()
    }
}

/// Chinese characters: the unified block, its extensions A–I, the compatibility blocks and `〇`.
fn is_han(character: char) -> bool {
    matches!(character,
        '\u{3007}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(character, ' ' | '.' | ',' | '\'' | '-' | '’')
        || matches!(character, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && character.is_alphabetic()
}

/// Input methods offer many dots; certificates print U+00B7.
fn one_dot(character: char) -> char {
    match character {
        '•' | '‧' | '・' | '･' | '∙' | '⋅' | '．' | '.' | '●' | '᛫' => '·',
        other => other,
    }
}
