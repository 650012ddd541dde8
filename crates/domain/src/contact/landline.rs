//! Landline numbers (固定电话).

use super::area_code;
use super::mobile::without_country_code;
use crate::{
    invalid::Invalid,
    text::{half_width, mask, parsed_text},
};

/// A landline number (固定电话) with area code and optional extension: `010-12345678`, `0512-12345678-801`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Landline(String);

parsed_text!(Landline, personal);

impl Landline {
    /// Accepts brackets, blanks, any dash, `+86`, and an extension after `转`, `ext`, `x`, `#` or a second dash.
    ///
    /// # Errors
    /// `landline-characters`, `landline-is-mobile`, `landline-service-number` (400 and 800), `landline-area-code`,
    /// `landline-length` (with `min`, `max`, `got`), `landline-extension`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let groups = groups(text)?;
        let (number, extension) = split_extension(&groups);
        let (area, local) = split_area(&number)?;
        if !(7..=8).contains(&local.len()) {
            return Err(Invalid::new("landline-length")
                .with("min", 7)
                .with("max", 8)
                .with("got", local.len()));
        }
        match extension {
            None => Ok(Self(format!("{area}-{local}"))),
            Some(extension) if (1..=6).contains(&extension.len()) => {
                Ok(Self(format!("{area}-{local}-{extension}")))
            }
            Some(_) => Err(Invalid::new("landline-extension").with("max", 6)),
        }
    }

    /// The area code with its leading zero: `010`, `0512`.
    pub fn area_code(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The province of the area code; none for codes that are not known.
    pub fn province(&self) -> Option<crate::region::Province> {
        area_code::province(self.area_code())
    }

    /// The area code and the last two digits of the number: `010-******78`.
    pub fn masked(&self) -> String {
        let local = self.0.split('-').nth(1).unwrap_or_default();
        format!("{}-{}", self.area_code(), mask(local, 0, 2))
    }
}

/// The groups of digits; an explicit extension begins with `#`.
fn groups(text: &str) -> Result<Vec<String>, Invalid> {
    let text = half_width(text).to_lowercase().replace("分机", "#").replace("ext.", "#").replace("ext", "#");
    let mut groups = vec![String::new()];
    for character in text.chars() {
        match character {
            '0'..='9' | '+' => groups.last_mut().expect("there is always one").push(character),
            '转' | 'x' | '#' => groups.push("#".to_owned()),
            '-' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' => groups.push(String::new()),
            blank if blank.is_whitespace() => groups.push(String::new()),
            _ => return Err(Invalid::new("landline-characters")),
        }
    }
    groups.retain(|group| !group.is_empty());
    Ok(groups)
}

/// Digits of the number, and those of its extension.
fn split_extension(groups: &[String]) -> (String, Option<String>) {
    if let Some(at) = groups.iter().position(|group| group.starts_with('#')) {
        let extension = groups[at..].concat().replace('#', "");
        return (groups[..at].concat(), Some(extension));
    }
    match groups {
        [rest @ .., area, local, extension]
            if rest.concat().len() <= 4
                && without_country_code(&format!("{}{area}", rest.concat())).len() <= 4
                && (7..=8).contains(&local.len()) =>
        {
            (format!("{}{area}{local}", rest.concat()), Some(extension.clone()))
        }
        _ => (groups.concat(), None),
    }
}

/// Only Beijing (010) and the 02x cities have three-digit area codes.
fn split_area(number: &str) -> Result<(String, String), Invalid> {
    let national = without_country_code(number);
    let had_country_code = national.len() != number.len();
    if national.contains('+') {
        return Err(Invalid::new("landline-characters"));
    }
    if national.len() == 11 && national.starts_with('1') {
        return Err(Invalid::new("landline-is-mobile"));
    }
    if national.starts_with("400") || national.starts_with("800") {
        return Err(Invalid::new("landline-service-number"));
    }
    let national = match national.strip_prefix('0') {
        Some(rest) => rest,
        None if had_country_code => national,
        None => return Err(Invalid::new("landline-area-code")),
    };
    let area = if national.starts_with("10") || national.starts_with('2') { 2 } else { 3 };
    if national.len() <= area || national.starts_with('0') || (national.starts_with('1') && area == 3) {
        return Err(Invalid::new("landline-area-code"));
    }
    let (area, local) = national.split_at(area);
    Ok((format!("0{area}"), local.to_owned()))
}
