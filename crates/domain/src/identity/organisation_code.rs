//! The organisation code (组织机构代码) that the unified code replaced, GB 11714-1997.

use super::check_digit;
use crate::{
    invalid::Invalid,
    text::{compact, parsed_text},
};

/// An organisation code (组织机构代码), written as printed: `D2143569-X`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganisationCode(String);

parsed_text!(OrganisationCode);

impl OrganisationCode {
    /// Accepts it with and without the dash.
    ///
    /// # Errors
    /// `organisation-code-length`, `organisation-code-characters`, `organisation-code-check-digit` (with
    /// `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let code = compact(text).replace('-', "").to_ascii_uppercase();
        let got = code.chars().count();
        if got != 9 {
            return Err(Invalid::new("organisation-code-length").with("expected", 9).with("got", got));
        }
        if !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Invalid::new("organisation-code-characters"));
        }
        let (body, check) = code.split_at(8);
        let expected = check_digit::organisation_code(body).expect("digits and capitals were checked");
        if !check.starts_with(expected) {
            return Err(Invalid::new("organisation-code-check-digit").with("expected", expected));
        }
        Ok(Self(format!("{body}-{check}")))
    }
}
