//! The citizen identity number (公民身份号码), GB 11643-1999, and the residence permits numbered like it.

use chrono::{Datelike, NaiveDate};

use super::check_digit;
use crate::{
    invalid::Invalid,
    region::{RegionCode, Regions},
    text::{compact, mask, parsed_text},
};

/// An 18-digit identity number (公民身份号码): six digits of region, birth date, three of sequence, check digit.
///
/// The residence permits for Hong Kong, Macao and Taiwan residents (港澳台居民居住证) share the layout and are
/// told apart by [`ResidentId::holder`]. The region is the place and time of first registration, so an unknown
/// one is worth a warning ([`ResidentId::region_plausible`]), never a refusal.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResidentId(String);

parsed_text!(ResidentId, personal);

/// Sex as encoded in the sequence: odd for men, even for women.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sex {
    /// 女
    Female,
    /// 男
    Male,
}

/// Whom a number of this layout was issued to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// 内地居民: an identity card (居民身份证).
    Mainland,
    /// 香港居民, region 810000: a residence permit (港澳居民居住证).
    HongKong,
    /// 澳门居民, region 820000: a residence permit (港澳居民居住证).
    Macao,
    /// 台湾居民, region 830000: a residence permit (台湾居民居住证).
    Taiwan,
}

impl ResidentId {
    /// Accepts full-width digits, a lower-case `x` and blanks between groups.
    ///
    /// # Errors
    /// `resident-id-old` for 15 digits, `resident-id-length`, `resident-id-characters`,
    /// `resident-id-is-permanent-residence`, `resident-id-date`, `resident-id-check-digit` (with `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let number = compact(text).to_ascii_uppercase();
        let got = number.chars().count();
        if got == 15 && number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Invalid::new("resident-id-old").with("expected", 18));
        }
        if got != 18 {
            return Err(Invalid::new("resident-id-length").with("expected", 18).with("got", got));
        }
        let (body, check) = number.split_at_checked(17).unwrap_or((&number, ""));
        let Some(expected) = check_digit::mod_11_2(body).filter(|_| is_check_character(check)) else {
            return Err(Invalid::new("resident-id-characters"));
        };
        if number.starts_with('9') {
            return Err(Invalid::new("resident-id-is-permanent-residence"));
        }
        if date_in(&number[6..14]).is_none() {
            return Err(Invalid::new("resident-id-date"));
        }
        if !check.starts_with(expected) {
            return Err(Invalid::new("resident-id-check-digit").with("expected", expected));
        }
        Ok(Self(number))
    }

    /// Date of birth.
    pub fn birth_date(&self) -> NaiveDate {
        date_in(&self.0[6..14]).expect("the date was checked")
    }

    /// Completed years of life on a day; negative before birth.
    pub fn age_at(&self, day: NaiveDate) -> i32 {
        age_between(self.birth_date(), day)
    }

    /// Region of first registration; it may have been renamed or abolished since.
    pub fn region_code(&self) -> RegionCode {
        RegionCode::parse(&self.0[..6]).expect("six digits were checked")
    }

    /// Whether the region stands in any known revision of the region table.
    pub fn region_plausible(&self) -> bool {
        self.holder() != Holder::Mainland || Regions::builtin().region_plausible(self.region_code())
    }

    /// Sex of the holder.
    pub fn sex(&self) -> Sex {
        if self.0.as_bytes()[16] % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// Whom it was issued to.
    pub fn holder(&self) -> Holder {
        match &self.0[..6] {
            "810000" => Holder::HongKong,
            "820000" => Holder::Macao,
            "830000" => Holder::Taiwan,
            _ => Holder::Mainland,
        }
    }

    /// `1101**********002X`: region of the prefecture and the last four.
    pub fn masked(&self) -> String {
        mask(&self.0, 4, 4)
    }

    /// In groups for reading: `110105 19491231 002X`.
    pub fn grouped(&self) -> String {
        format!("{} {} {}", &self.0[..6], &self.0[6..14], &self.0[14..])
    }
}

fn is_check_character(check: &str) -> bool {
    matches!(check.as_bytes(), [b'0'..=b'9' | b'X'])
}

/// A date written `YYYYMMDD`, of 1900 or later.
pub(super) fn date_in(digits: &str) -> Option<NaiveDate> {
    let number: i32 = digits.parse().ok()?;
    let (month, day) = (u32::try_from(number / 100 % 100).ok()?, u32::try_from(number % 100).ok()?);
    NaiveDate::from_ymd_opt(number / 10_000, month, day).filter(|date| date.year() >= 1900)
}

/// Completed years from birth to a day; whoever was born on 29 February completes a year on 1 March.
pub(super) fn age_between(birth: NaiveDate, day: NaiveDate) -> i32 {
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    day.year() - birth.year() - i32::from(!had_birthday)
}
