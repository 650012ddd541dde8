//! The unified social credit code (统一社会信用代码) of an organisation, GB 32100-2015.

use super::check_digit::{self, USCC_ALPHABET};
use crate::{
    invalid::Invalid,
    region::RegionCode,
    text::{compact, parsed_text},
};

/// A unified social credit code (统一社会信用代码): 18 characters — registering department, kind, six digits of
/// region, nine of 组织机构代码 (checked on their own), check character.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnifiedCode(String);

parsed_text!(UnifiedCode);

/// The department that registered an organisation (登记管理部门), the first character of its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RegisteringDepartment {
    /// 机构编制: organs of the state and public institutions.
    InstitutionalOrganisation,
    /// 民政: social organisations, private non-enterprise units, foundations.
    CivilAffairs,
    /// 市场监督管理 (formerly 工商): enterprises and sole traders.
    MarketRegulation,
    /// Another department, such as 司法行政, 宗教 or 农业.
    Other,
}

impl UnifiedCode {
    /// Accepts full-width and lower-case characters and blanks between groups.
    ///
    /// # Errors
    /// `uscc-length`, `uscc-characters` (with `position`), `uscc-region`, `uscc-inner-check-digit` and
    /// `uscc-check-digit` (with `expected`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let code = compact(text).to_ascii_uppercase();
        let got = code.chars().count();
        if got != 18 {
            return Err(Invalid::new("uscc-length").with("expected", 18).with("got", got));
        }
        if let Some(position) = code.chars().position(|character| !USCC_ALPHABET.contains(character)) {
            return Err(Invalid::new("uscc-characters").with("position", position + 1));
        }
        if !code[2..8].bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Invalid::new("uscc-region"));
        }
        let expected = check_digit::mod_31(&code[..17]).expect("the alphabet was checked");
        if !code.ends_with(expected) {
            return Err(Invalid::new("uscc-check-digit").with("expected", expected));
        }
        let inner = check_digit::organisation_code(&code[8..16]).expect("the alphabet was checked");
        if !code[16..17].starts_with(inner) {
            return Err(Invalid::new("uscc-inner-check-digit").with("expected", inner).with("position", 17));
        }
        Ok(Self(code))
    }

    /// Who registered the organisation.
    pub fn registering_department(&self) -> RegisteringDepartment {
        match self.0.as_bytes()[0] {
            b'1' => RegisteringDepartment::InstitutionalOrganisation,
            b'5' => RegisteringDepartment::CivilAffairs,
            b'9' => RegisteringDepartment::MarketRegulation,
            _ => RegisteringDepartment::Other,
        }
    }

    /// Region of the registering department at the time of registration; `100000` is the State Council level.
    pub fn region_code(&self) -> RegionCode {
        RegionCode::parse(&self.0[2..8]).expect("six digits were checked")
    }

    /// The 组织机构代码 inside, positions 9–17.
    pub fn organisation_code(&self) -> super::OrganisationCode {
        super::OrganisationCode::parse(&self.0[8..17]).expect("its check digit was checked")
    }

    /// In groups for reading: `91110000 600037341L`.
    pub fn grouped(&self) -> String {
        format!("{} {}", &self.0[..8], &self.0[8..])
    }
}
