//! Data-level result codes (`Jgdm` in BAJG): what each says, what a provider does about it and where to look,
//! in wordings of our own.
//!
//! Source of numbers and meanings: 企业系统接口规范 V3.0, appendix of return codes.

mod domain;
mod general;
mod icp;
mod ip;
#[cfg(test)]
mod tests;

/// The bureau approved.
pub const APPROVED: i64 = 1001;
/// The bureau refused.
pub const REFUSED: i64 = 1002;
/// The verification sheet was stored; says that the file was read.
pub const SHEET_STORED: i64 = 1060;
/// The access data agree with the IP library; says that the checks went well.
pub const ACCESS_AGREES: i64 = 1062;
/// Anything else that speaks against a request.
pub const OTHER: i64 = 1999;
/// An IP record was taken.
pub const IP_DONE: i64 = 2998;
/// A domain record was taken.
pub const DOMAIN_DONE: i64 = 3998;
/// The file violates the schema.
pub const FILE_INVALID: i64 = 5001;

/// What a code is about, told by its thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Area {
    /// ICP 备案: 1001–1999.
    Icp,
    /// IP 地址备案: 2001–2999.
    Ip,
    /// 域名备案: 3001–3999.
    Domain,
    /// Any document: 5001–5999.
    General,
}

impl Area {
    /// Every area, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Icp, Self::Ip, Self::Domain, Self::General];

    /// The area a number lies in, published or not.
    pub const fn of(code: i64) -> Option<Self> {
        match code {
            1001..=1999 => Some(Self::Icp),
            2001..=2999 => Some(Self::Ip),
            3001..=3999 => Some(Self::Domain),
            5001..=5999 => Some(Self::General),
            _ => None,
        }
    }

    /// The published codes of the area, ascending.
    pub const fn codes(self) -> &'static [ResultCode] {
        match self {
            Self::Icp => icp::CODES,
            Self::Ip => ip::CODES,
            Self::Domain => domain::CODES,
            Self::General => general::CODES,
        }
    }
}

/// One result code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultCode {
    /// The number on the wire.
    pub code: i64,
    /// What it is about.
    pub area: Area,
    /// What it says, in Chinese.
    pub zh: &'static str,
    /// What it says, in English.
    pub en: &'static str,
    /// What to do about it, in Chinese.
    pub remedy_zh: &'static str,
    /// What to do about it, in English.
    pub remedy_en: &'static str,
    /// Which elements of an uploaded document it can be about, as the ends of their paths
    /// (`Wz_Fzr/Fzr_dhhm`), likeliest first; empty where the code alone does not tell.
    pub elements: &'static [&'static str],
}

impl ResultCode {
    /// True if it speaks for the request.
    pub const fn is_success(&self) -> bool {
        is_success(self.code)
    }

    /// True if the element at this path, counted from any element above it, is one the code can be about.
    pub fn concerns(&self, path: &str) -> bool {
        self.elements.iter().any(|end| {
            path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
        })
    }
}

/// True for the codes that speak for a request; every other code speaks against it.
pub const fn is_success(code: i64) -> bool {
    matches!(code, APPROVED | SHEET_STORED | ACCESS_AGREES | IP_DONE | DOMAIN_DONE)
}

/// The entry of a code, if the published tables have it.
pub fn find(code: i64) -> Option<&'static ResultCode> {
    let codes = Area::of(code)?.codes();
    codes.binary_search_by_key(&code, |entry| entry.code).ok().map(|place| &codes[place])
}

/// Every published code, ascending.
pub fn all() -> impl Iterator<Item = &'static ResultCode> {
    Area::ALL.into_iter().flat_map(Area::codes)
}

/// Writes the codes of one area as `number "says", "says"; then "do", "do"; [at "element", …;]`.
macro_rules! result_codes {
    (
        $area:ident:
        $(
            $code:literal $zh:literal, $en:literal;
            then $remedy_zh:literal, $remedy_en:literal;
            $(at $($element:literal),+;)?
        )+
    ) => {
        pub(super) const CODES: &[$crate::codes::result::ResultCode] = &[
            $(
                $crate::codes::result::ResultCode {
                    code: $code,
                    area: $crate::codes::result::Area::$area,
                    zh: $zh,
                    en: $en,
                    remedy_zh: $remedy_zh,
                    remedy_en: $remedy_en,
                    elements: &[$($($element),+)?],
                },
            )+
        ];
    };
}
use result_codes;
