//! The number of a subject: 主体备案号.

use super::{NumberWarning, normal_form, strictly};
use crate::{invalid::Invalid, region::Province, text::parsed_text};

/// The filing number of a subject (主体备案号): `京ICP备12345678号`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SubjectNumber(String);

parsed_text!(SubjectNumber);

impl SubjectNumber {
    /// Reads it as the register writes it; width, blanks, capitals and traditional characters do not matter.
    ///
    /// # Errors
    /// `filing-number-form`, `filing-number-prefix`, `filing-number-serial`, and one for each correction that
    /// [`SubjectNumber::parse_lenient`] would make (with `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        strictly(Self::parse_lenient(text))
    }

    /// Reads it as people write it, and says what was corrected or odd.
    ///
    /// # Errors
    /// `filing-number-form`, `filing-number-prefix`, `filing-number-serial`; `filing-number-sequence` when it is
    /// the number of a service.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<NumberWarning>), Invalid> {
        let mut warnings = Vec::new();
        let plain = normal_form::plain(text);
        let parts = normal_form::take_apart(&plain, "ICP备", &mut warnings)?;
        if parts.sequence.is_some() {
            return Err(Invalid::new("filing-number-sequence"));
        }
        Ok((Self::from_parts(parts.province, parts.serial, &mut warnings)?, warnings))
    }

    /// The authority that gave the number.
    pub fn province(&self) -> Province {
        self.0.chars().next().and_then(Province::from_prefix).expect("the prefix was checked")
    }

    /// The digits between `备` and `号`.
    pub fn serial(&self) -> &str {
        let digits = self.0.find(|character: char| character.is_ascii_digit()).unwrap_or_default();
        self.0[digits..].trim_end_matches('号')
    }

    /// The year of the serial: two digits until 2019, four since 2020; unknown for six-digit serials.
    pub fn year(&self) -> Option<u16> {
        match self.serial().len() {
            8 => self.serial()[..2].parse().ok().map(|year: u16| 2000 + year),
            10 => self.serial()[..4].parse().ok(),
            _ => None,
        }
    }

    pub(super) fn from_parts(
        province: Province,
        serial: &str,
        warnings: &mut Vec<NumberWarning>,
    ) -> Result<Self, Invalid> {
        match serial.len() {
            8 => {}
            10 if serial >= "2020" => {}
            10 => warnings.push(NumberWarning::SerialYear),
            6 => warnings.push(NumberWarning::LegacySerial),
            got => {
                return Err(Invalid::new("filing-number-serial").with("expected", "8, 10").with("got", got));
            }
        }
        Ok(Self(format!("{}ICP备{serial}号", province.prefix())))
    }
}
