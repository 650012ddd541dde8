//! Mobile phone numbers (手机号码).

use crate::{
    invalid::Invalid,
    tables::slugged,
    text::{compact, mask, parsed_text},
};

/// A mainland mobile number (手机号码): eleven digits, `1[3-9]…`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mobile(String);

parsed_text!(Mobile, personal);

/// Why the short message of the authority (短信核验) may not arrive at a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentWarning {
    /// A virtual operator (虚拟运营商): 162, 165, 167, 170, 171. Some never receive the authority's messages.
    VirtualOperator,
    /// A card for machines (物联网卡): 140, 144, 146, 148.
    MachineCard,
    /// A satellite phone: 1349.
    Satellite,
}

impl SegmentWarning {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::VirtualOperator, Self::MachineCard, Self::Satellite];

    /// The stable name used in findings and translations.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::VirtualOperator => "virtual-operator",
            Self::MachineCard => "machine-card",
            Self::Satellite => "satellite",
        }
    }

    /// The warning with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|warning| warning.slug() == slug)
    }
}

slugged!(SegmentWarning);

impl Mobile {
    /// Accepts blanks, dashes and the country code `+86`.
    ///
    /// # Errors
    /// `mobile-is-landline`, `mobile-length` (with `expected`, `got`), `mobile-format`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let number = compact(text).replace('-', "");
        let number = without_country_code(&number);
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Invalid::new("mobile-format"));
        }
        if number.starts_with('0') {
            return Err(Invalid::new("mobile-is-landline"));
        }
        if number.len() != 11 {
            return Err(Invalid::new("mobile-length").with("expected", 11).with("got", number.len()));
        }
        if !matches!(number.as_bytes(), [b'1', b'3'..=b'9', ..]) {
            return Err(Invalid::new("mobile-format"));
        }
        Ok(Self(number.to_owned()))
    }

    /// A reason to ask for another number; never a reason to refuse it.
    pub fn segment_warning(&self) -> Option<SegmentWarning> {
        match &self.0[..3] {
            "162" | "165" | "167" | "170" | "171" => Some(SegmentWarning::VirtualOperator),
            "140" | "144" | "146" | "148" => Some(SegmentWarning::MachineCard),
            "134" if self.0.starts_with("1349") => Some(SegmentWarning::Satellite),
            _ => None,
        }
    }

    /// `138****0001`.
    pub fn masked(&self) -> String {
        mask(&self.0, 3, 4)
    }

    /// In groups for reading: `138 0000 0001`.
    pub fn grouped(&self) -> String {
        format!("{} {} {}", &self.0[..3], &self.0[3..7], &self.0[7..])
    }
}

/// Strips `+86`, `0086`, and a bare `86` before a full mobile number.
pub(super) fn without_country_code(number: &str) -> &str {
    number
        .strip_prefix("+86")
        .or_else(|| number.strip_prefix("0086"))
        .or_else(|| number.strip_prefix("86").filter(|rest| rest.len() == 11 && rest.starts_with('1')))
        .unwrap_or(number)
}
