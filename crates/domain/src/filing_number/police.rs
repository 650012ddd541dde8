//! The number of the filing with the police: 公安备案号.

use super::{NumberWarning, normal_form, strictly};
use crate::{
    invalid::Invalid,
    region::{Province, RegionCode},
    text::parsed_text,
};

/// A police filing number (公安联网备案号): `京公网安备 11010102001402号` is stored without the blank.
///
/// 计算机信息网络国际联网安全保护管理办法 Art 12: within 30 days after connection.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PoliceNumber(String);

parsed_text!(PoliceNumber);

impl PoliceNumber {
    /// Reads it as printed; width and blanks do not matter.
    ///
    /// # Errors
    /// `police-number-form`, `police-number-region` when the digits belong to another province than the prefix,
    /// `filing-number-prefix`, and one for each correction that [`PoliceNumber::parse_lenient`] would make.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        strictly(Self::parse_lenient(text))
    }

    /// Reads it as people write it, and says what was corrected or odd.
    ///
    /// # Errors
    /// `police-number-form`, `police-number-region`, `filing-number-prefix`.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<NumberWarning>), Invalid> {
        let mut warnings = Vec::new();
        let plain = normal_form::plain(text);
        let wrong = || Invalid::new("police-number-form");
        let (prefix, rest) = plain.split_once("公网安备").ok_or_else(wrong)?;
        let province = normal_form::province(prefix, &mut warnings)?;
        let digits = if let Some(digits) = rest.strip_suffix('号') {
            digits
        } else {
            warnings.push(NumberWarning::HaoMissing);
            rest
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(wrong());
        }
        match digits.len() {
            14 => {}
            13 => warnings.push(NumberWarning::PoliceDigits),
            got => return Err(wrong().with("expected", 14).with("got", got)),
        }
        let region = RegionCode::parse(&digits[..6])?;
        if Province::from_region(region) != Some(province) {
            return Err(Invalid::new("police-number-region"));
        }
        Ok((Self(format!("{}公网安备{digits}号", province.prefix())), warnings))
    }

    /// Region of the police organ that accepted the filing.
    pub fn region_code(&self) -> RegionCode {
        let digits = self.0.find(|character: char| character.is_ascii_digit()).unwrap_or_default();
        RegionCode::parse(&self.0[digits..digits + 6]).expect("the digits were checked")
    }
}
