//! Passport numbers (护照), Chinese and foreign. They carry no check digit.

use crate::{
    invalid::Invalid,
    text::{compact, mask, parsed_text},
};

/// A passport number (护照号码): 5 to 20 capitals and digits.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Passport(String);

parsed_text!(Passport, personal);

impl Passport {
    /// # Errors
    /// `passport-length` (with `min`, `max`, `got`), `passport-characters`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let number = compact(text).to_ascii_uppercase();
        let got = number.chars().count();
        if !(5..=20).contains(&got) {
            return Err(Invalid::new("passport-length").with("min", 5).with("max", 20).with("got", got));
        }
        if !number.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) {
            return Err(Invalid::new("passport-characters"));
        }
        Ok(Self(number))
    }

    /// Whether it is laid out like a Chinese passport (中国护照): one or two letters and digits, nine characters.
    pub fn has_chinese_layout(&self) -> bool {
        let digits_from = self.0.bytes().position(|byte| byte.is_ascii_digit()).unwrap_or(self.0.len());
        let (letters, digits) = self.0.split_at(digits_from);
        let known = match letters {
            "" => digits.starts_with("14") || digits.starts_with("15"),
            "E" | "K" | "G" | "D" | "S" | "P" | "H" | "DE" | "SE" | "PE" | "KJ" | "MA" => true,
            two => two.len() == 2 && two.starts_with('E'),
        };
        known && self.0.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The first and the last two characters.
    pub fn masked(&self) -> String {
        mask(&self.0, 1, 2)
    }
}
