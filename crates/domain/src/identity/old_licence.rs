//! The 15-digit registration number of old business licences (营业执照注册号), GS15-2006.

use super::check_digit;
use crate::{
    invalid::Invalid,
    text::{compact, parsed_text},
};

/// A 15-digit business licence number (营业执照注册号) from before the unified code of 2015.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OldLicenceNumber(String);

parsed_text!(OldLicenceNumber);

impl OldLicenceNumber {
    /// # Errors
    /// `old-licence-length`, `old-licence-characters`, `old-licence-check-digit` (with `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let number = compact(text);
        let got = number.chars().count();
        if got != 15 {
            return Err(Invalid::new("old-licence-length").with("expected", 15).with("got", got));
        }
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Invalid::new("old-licence-characters"));
        }
        let expected = check_digit::mod_11_10(&number[..14]).expect("digits were checked");
        if !number.ends_with(expected) {
            return Err(Invalid::new("old-licence-check-digit").with("expected", expected));
        }
        Ok(Self(number))
    }
}
