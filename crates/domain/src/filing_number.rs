//! Filing numbers (备案号): of subjects, services, operating licences and the police.
//!
//! Shapes: MIIT enterprise interface V3.0 (three parts: province, `ICP备`, serial) and, for Apps, mini programs
//! and quick apps, 工信部信管〔2023〕105号 as the providers apply it.

mod kind;
mod licence;
mod normal_form;
mod police;
mod service;
mod subject;

use std::fmt;

pub use kind::ServiceKind;
pub use licence::LicenceNumber;
pub use police::PoliceNumber;
use serde::{Deserialize, Serialize};
pub use service::ServiceNumber;
pub use subject::SubjectNumber;

use crate::invalid::Invalid;

/// What was odd about a number that could still be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberWarning {
    /// `号` was missing and has been added.
    HaoMissing,
    /// `号` stood in the wrong place, as in `…-1号`, and has been moved.
    HaoMisplaced,
    /// A second character for the province (甘, 贵, 川, 云, 秦) was replaced by the usual one (陇, 黔, 蜀, 滇, 陕).
    AlternatePrefix,
    /// A six-digit serial of the first years; genuine but rare.
    LegacySerial,
    /// A ten-digit serial that does not begin with a year from 2020.
    SerialYear,
    /// Thirteen digits instead of fourteen in a police number; seen in footers.
    PoliceDigits,
}

impl NumberWarning {
    /// The refusal of a strict parse, for warnings that changed what was written.
    const fn refusal(self) -> Option<&'static str> {
        match self {
            Self::HaoMissing => Some("filing-number-hao-missing"),
            Self::HaoMisplaced => Some("filing-number-hao-misplaced"),
            Self::AlternatePrefix => Some("filing-number-alternate-prefix"),
            Self::LegacySerial | Self::SerialYear | Self::PoliceDigits => None,
        }
    }
}

/// A number together with what was odd about it.
type Lenient<T> = Result<(T, Vec<NumberWarning>), Invalid>;

/// Refuses what a lenient parse had to correct; `expected` carries the correction.
fn strictly<T: fmt::Display>(lenient: Lenient<T>) -> Result<T, Invalid> {
    let (number, warnings) = lenient?;
    match warnings.into_iter().find_map(NumberWarning::refusal) {
        Some(code) => Err(Invalid::new(code).with("expected", number)),
        None => Ok(number),
    }
}

/// Any number a footer or a register may show.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FilingNumber {
    /// 主体备案号
    Subject(SubjectNumber),
    /// 服务备案号
    Service(ServiceNumber),
    /// 增值电信业务经营许可证号 or the older ICP证
    Licence(LicenceNumber),
    /// 公安备案号
    Police(PoliceNumber),
}

impl FilingNumber {
    /// Reads a number of any kind, correcting what is usually written wrong.
    ///
    /// # Errors
    /// `filing-number-form` and the refusals of the kind it looks like.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<NumberWarning>), Invalid> {
        fn of<T>(kind: fn(T) -> FilingNumber, parsed: Lenient<T>) -> Lenient<FilingNumber> {
            parsed.map(|(number, warnings)| (kind(number), warnings))
        }
        let plain = normal_form::plain(text);
        if plain.contains("公网安备") {
            of(Self::Police, PoliceNumber::parse_lenient(text))
        } else if plain.contains("ICP备") && plain.contains('-') {
            of(Self::Service, ServiceNumber::parse_lenient(text))
        } else if plain.contains("ICP备") {
            of(Self::Subject, SubjectNumber::parse_lenient(text))
        } else {
            of(Self::Licence, LicenceNumber::parse_lenient(text))
        }
    }

    /// Reads a number that is written as the register writes it.
    ///
    /// # Errors
    /// Those of [`FilingNumber::parse_lenient`], and one for each correction it would make (with `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        strictly(Self::parse_lenient(text))
    }

    /// The number as the register writes it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Subject(number) => number.as_str(),
            Self::Service(number) => number.as_str(),
            Self::Licence(number) => number.as_str(),
            Self::Police(number) => number.as_str(),
        }
    }
}

impl fmt::Display for FilingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for FilingNumber {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl Serialize for FilingNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for FilingNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
