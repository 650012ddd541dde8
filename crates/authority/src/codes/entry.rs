//! One row of a base code table, with everything the JCDM document can say about it.

use serde::{Deserialize, Serialize};

use super::base::{Mark, Seed};

/// One row of a base code table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct CodeEntry {
    /// `Id`: what documents refer to.
    pub id: i64,
    /// `Mc`; for filing units `Dwmc`, for reasons `Nr`, for handling states `Ztmc`, for feedback `Fl2`.
    pub name: String,
    /// `Ysid`: the value that stands for the row where several choices are kept in one number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bits: Option<i64>,
    /// `Dwflid` of a certificate type: the nature it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<i64>,
    /// `Sfyx`; true for handling states, which have none.
    pub valid: bool,
    /// `Bz` 备注. Made-up rows of the built-in tables say here that they are made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What only rows of this table have.
    #[serde(default, skip_serializing_if = "Details::is_nothing")]
    pub details: Details,
}

impl CodeEntry {
    /// A valid row of which no more than id and name are known.
    pub fn new(id: i64, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            bits: None,
            parent: None,
            valid: true,
            note: None,
            details: Details::Nothing,
        }
    }
}

impl From<&Seed> for CodeEntry {
    fn from(seed: &Seed) -> Self {
        Self {
            bits: seed.bits.map(|told| told.value),
            parent: seed.parent.map(|told| told.value),
            note: (seed.mark == Mark::Simulator).then(|| Mark::Simulator.zh().to_owned()),
            details: seed.details(),
            ..Self::new(seed.id, seed.zh)
        }
    }
}

/// What only rows of some tables have.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Details {
    /// Nothing.
    #[default]
    Nothing,
    /// An industry.
    Letters {
        /// `Bm` 编码.
        letters: String,
    },
    /// A bureau.
    Bureau(Box<BureauDetails>),
    /// A region.
    Region {
        /// `Lx` 类型: 1 province, 2 city, 3 county.
        level: Option<i64>,
    },
    /// A kind of pre-approval.
    Approval {
        /// `Sfqzsp` 是否前置审批.
        needs_permission: bool,
    },
    /// A purpose of attachments.
    Purpose {
        /// `Ssdxlx` 所属对象类型, as it was delivered; [`super::CodeTables::attachment_owner`] reads it.
        owner: i64,
    },
    /// A topic of feedback.
    Topic {
        /// `Fl1`: the group it stands in.
        group: String,
    },
    /// A filing unit.
    Unit(Box<UnitDetails>),
}

impl Details {
    fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }
}

/// What is told about a bureau (管局).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct BureauDetails {
    /// `Bm` 编码.
    pub letters: String,
    /// `Shengid`: region code of its province, six digits.
    pub province: Option<i64>,
    /// `Shengjc` 省简称.
    pub short: Option<String>,
    /// `Dzyj` 电子邮件.
    pub email: Option<String>,
    /// `Sjhm` 手机号码.
    pub mobile: Option<String>,
}

/// What is told about a filing unit (报备单位).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct UnitDetails {
    /// `Dwfl`: unit class.
    pub class: Option<i64>,
    /// `Dwhyfl`: industry.
    pub industry: Option<i64>,
    /// `Jyxkzbh` 经营许可证编号.
    pub licence: Option<String>,
    /// `Shengid`, six digits.
    pub province: Option<i64>,
    /// `Shiid`, six digits.
    pub city: Option<i64>,
    /// `Xianid`, six digits.
    pub county: Option<i64>,
    /// `Xxdz` 详细地址.
    pub street: Option<String>,
}
