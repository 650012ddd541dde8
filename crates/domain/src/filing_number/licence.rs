//! The number of an operating licence, which commercial services show in place of a filing number.

use super::{NumberWarning, ServiceKind, normal_form, strictly};
use crate::{invalid::Invalid, region::Province, text::parsed_text};

/// An operating licence number (增值电信业务经营许可证号): `粤B2-20090059`, `B2-20080101` and `合字B2-…` for
/// cross-region licences of the ministry, or the older `京ICP证030173号`; optionally with `-n[AXK]`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LicenceNumber(String);

parsed_text!(LicenceNumber);

impl LicenceNumber {
    /// Reads it as printed; width, blanks and capitals do not matter.
    ///
    /// # Errors
    /// `filing-number-form`, `filing-number-prefix`, `filing-number-serial`, `filing-number-sequence`, and one for
    /// each correction that [`LicenceNumber::parse_lenient`] would make (with `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        strictly(Self::parse_lenient(text))
    }

    /// Reads it as people write it, and says what was corrected or odd.
    ///
    /// # Errors
    /// `filing-number-form`, `filing-number-prefix`, `filing-number-serial`, `filing-number-sequence`.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<NumberWarning>), Invalid> {
        let mut warnings = Vec::new();
        let plain = normal_form::plain(text);
        let number = if plain.contains("ICP证") {
            old_licence(&plain, &mut warnings)?
        } else {
            current_licence(&plain, &mut warnings)?
        };
        Ok((Self(number), warnings))
    }

    /// The province that issued it; `None` for a licence of the ministry.
    pub fn province(&self) -> Option<Province> {
        self.0.chars().next().and_then(Province::from_prefix)
    }

    /// The running number and kind of a service under the licence.
    pub fn service(&self) -> Option<(u32, ServiceKind)> {
        let behind = match self.0.split_once('号') {
            Some((_, behind)) => behind,
            None => &self.0[self.0.find('-')? + 9..],
        };
        normal_form::sequence(behind).ok().flatten()
    }
}

fn old_licence(plain: &str, warnings: &mut Vec<NumberWarning>) -> Result<String, Invalid> {
    let parts = normal_form::take_apart(plain, "ICP证", warnings)?;
    if parts.serial.len() != 6 {
        return Err(Invalid::new("filing-number-serial").with("expected", 6).with("got", parts.serial.len()));
    }
    let behind = parts.sequence.map(|(n, kind)| normal_form::write_sequence(n, kind)).unwrap_or_default();
    Ok(format!("{}ICP证{}号{behind}", parts.province.prefix(), parts.serial))
}

fn current_licence(plain: &str, warnings: &mut Vec<NumberWarning>) -> Result<String, Invalid> {
    let class = ["B1-", "B2-"].into_iter().find(|class| plain.contains(class));
    let class = class.ok_or_else(|| Invalid::new("filing-number-form"))?;
    let (issuer, rest) = plain.split_once(class).expect("it contains the class");
    let issuer = match issuer {
        "" | "合字" => issuer.to_owned(),
        prefix => normal_form::province(prefix, warnings)?.prefix().to_string(),
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 8 {
        return Err(Invalid::new("filing-number-serial").with("expected", 8).with("got", digits));
    }
    let (serial, behind) = rest.split_at(digits);
    let behind = normal_form::sequence(behind)?;
    let behind = behind.map(|(n, kind)| normal_form::write_sequence(n, kind)).unwrap_or_default();
    Ok(format!("{issuer}{class}{serial}{behind}"))
}
