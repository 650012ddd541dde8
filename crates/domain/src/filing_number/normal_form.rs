//! How a number is brought to the form the register uses, and what had to be corrected.

use super::NumberWarning;
use crate::{filing_number::ServiceKind, invalid::Invalid, region::Province, text::compact};

/// Half-width, without blanks, `ICP` in capitals, 備 as 备. Loses nothing.
pub(super) fn plain(text: &str) -> String {
    compact(text).to_uppercase().replace('備', "备").replace('證', "证").replace('號', "号")
}

/// A number taken apart: province, what stands between, `-n[AXK]`.
pub(super) struct Parts<'a> {
    pub province: Province,
    pub serial: &'a str,
    pub sequence: Option<(u32, ServiceKind)>,
}

/// Takes `<province><mark><serial>号[-n[AXK]]` apart; `mark` is `ICP备` or `ICP证`.
pub(super) fn take_apart<'a>(
    plain: &'a str,
    mark: &str,
    warnings: &mut Vec<NumberWarning>,
) -> Result<Parts<'a>, Invalid> {
    let (prefix, rest) = plain.split_once(mark).ok_or_else(|| Invalid::new("filing-number-form"))?;
    let province = province(prefix, warnings)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (serial, tail) = rest.split_at(digits);
    let sequence = match tail.strip_prefix('号') {
        Some(behind) => behind,
        None if tail.ends_with('号') => {
            warnings.push(NumberWarning::HaoMisplaced);
            tail.trim_end_matches('号')
        }
        None => {
            warnings.push(NumberWarning::HaoMissing);
            tail
        }
    };
    Ok(Parts { province, serial, sequence: self::sequence(sequence)? })
}

/// The province of a prefix, which must be one character.
pub(super) fn province(prefix: &str, warnings: &mut Vec<NumberWarning>) -> Result<Province, Invalid> {
    let mut characters = prefix.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else {
        return Err(Invalid::new("filing-number-prefix"));
    };
    if let Some(province) = Province::from_prefix(character) {
        return Ok(province);
    }
    let province =
        Province::from_alternate_prefix(character).ok_or_else(|| Invalid::new("filing-number-prefix"))?;
    warnings.push(NumberWarning::AlternatePrefix);
    Ok(province)
}

/// Nothing, or `-n` with the letter of its kind; `n` starts at 1 and has no leading zero.
pub(super) fn sequence(text: &str) -> Result<Option<(u32, ServiceKind)>, Invalid> {
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || Invalid::new("filing-number-sequence");
    let text = text.strip_prefix('-').ok_or_else(wrong)?;
    let letter = text.chars().next_back().filter(char::is_ascii_alphabetic);
    let kind = ServiceKind::ALL.iter().copied().find(|kind| kind.suffix() == letter).ok_or_else(wrong)?;
    let digits = &text[..text.len() - usize::from(letter.is_some())];
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.starts_with('0') {
        return Err(wrong());
    }
    Ok(Some((digits.parse().map_err(|_| wrong())?, kind)))
}

/// `-n[AXK]` as text.
pub(super) fn write_sequence(sequence: u32, kind: ServiceKind) -> String {
    let letter = kind.suffix().map(String::from).unwrap_or_default();
    format!("-{sequence}{letter}")
}
