//! The foreign permanent resident card (外国人永久居留身份证), both layouts.

use chrono::NaiveDate;

use super::{check_digit, resident_id};
use crate::{
    invalid::Invalid,
    text::{compact, mask, parsed_text},
};

/// The number of a foreign permanent resident card (外国人永久居留身份证).
///
/// Cards issued from 2023-12-01 carry 18 digits beginning with 9 — province, country, birth date, sequence, check
/// digit; the 15 characters of older cards (three letters of country, twelve digits) stay valid until expiry.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PermanentResidenceId(String);

parsed_text!(PermanentResidenceId, personal);

impl PermanentResidenceId {
    /// # Errors
    /// `permanent-residence-format`, `permanent-residence-date`, `permanent-residence-check-digit` (with
    /// `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let number = compact(text).to_ascii_uppercase();
        let bytes = number.as_bytes();
        match bytes.len() {
            15 if bytes[..3].iter().all(u8::is_ascii_uppercase)
                && bytes[3..].iter().all(u8::is_ascii_digit) => {}
            18 if bytes[0] == b'9' && bytes.iter().all(u8::is_ascii_digit) => check_new_layout(&number)?,
            _ => return Err(Invalid::new("permanent-residence-format")),
        }
        Ok(Self(number))
    }

    /// Date of birth; the older layout does not say the century.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        if self.0.len() == 18 { resident_id::date_in(&self.0[6..14]) } else { None }
    }

    /// Completed years of life on a day, where the number tells the birth date.
    pub fn age_at(&self, day: NaiveDate) -> Option<i32> {
        self.birth_date().map(|birth| resident_id::age_between(birth, day))
    }

    /// The first three and the last four characters.
    pub fn masked(&self) -> String {
        mask(&self.0, 3, 4)
    }
}

fn check_new_layout(number: &str) -> Result<(), Invalid> {
    if resident_id::date_in(&number[6..14]).is_none() {
        return Err(Invalid::new("permanent-residence-date"));
    }
    let expected = check_digit::mod_11_2(&number[..17]).expect("digits were checked");
    if !number.ends_with(expected) {
        return Err(Invalid::new("permanent-residence-check-digit").with("expected", expected));
    }
    Ok(())
}
