//! Base codes (基础代码) that documents refer to, as far as they are known without being delivered.
//!
//! The binding tables come from the authority at run time (JCDM) and live in [`super::CodeTables`]; these are
//! the built-in values that hold until then, each row with a mark that says how sure it is.

mod attachments;
mod bureaus;
mod certificates;
mod handling;
mod natures;
mod provinces;
mod services;
#[cfg(test)]
mod tests;
mod units;

pub use attachments::{ATTACHMENT_FORMATS, ATTACHMENT_PURPOSES};
pub use bureaus::{BUREAUS, REGIONS};
pub use certificates::{CERTIFICATE_ID_CARD, CERTIFICATES};
pub use handling::{CANCEL_REASONS, DOMAIN_KINDS, FEEDBACK_TOPICS, UNFILED_HANDLING, VERIFICATION_OPINIONS};
pub use natures::{NATURE_INDIVIDUAL, NATURES};
pub use provinces::{PROVINCES, Province};
pub use services::{ACCESS_MODES, APPROVALS, CONTENTS, LANGUAGES};
pub use units::{ADMINISTRATIVE_RANKS, FILING_UNITS, INDUSTRIES, UNIT_CLASSES};

use super::entry::{BureauDetails, Details, UnitDetails};
use super::fixed::AttachmentOwner;

/// How sure a built-in value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Published officially, or told alike by at least two unrelated sources.
    Confirmed,
    /// Told by one source.
    SingleSource,
    /// Concluded from other facts.
    Inferred,
    /// Made up for the simulator: the real table is not known. Never send it to a real bureau.
    Simulator,
}

impl Mark {
    /// Every mark, the surest first.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::SingleSource, Self::Inferred, Self::Simulator];

    /// In Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Confirmed => "已证实",
            Self::SingleSource => "单一来源",
            Self::Inferred => "推断",
            Self::Simulator => "模拟取值",
        }
    }

    /// In English.
    pub const fn en(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::SingleSource => "single source",
            Self::Inferred => "inferred",
            Self::Simulator => "simulator value",
        }
    }
}

/// A number with its own mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The number.
    pub value: i64,
    /// How sure it is.
    pub mark: Mark,
}

/// One built-in row of a base code table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed {
    /// `Id`: what documents refer to.
    pub id: i64,
    /// Name in Chinese, as it would be delivered.
    pub zh: &'static str,
    /// Name in English; ours.
    pub en: &'static str,
    /// How sure id and name are.
    pub mark: Mark,
    /// `Ysid`: the value that stands for the row where several choices are kept in one number.
    pub bits: Option<Told>,
    /// The row of another table it belongs to: for certificate types the nature (`Dwflid`).
    pub parent: Option<Told>,
    /// What only rows of this table have.
    pub extra: Extra,
}

/// What only rows of some tables have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extra {
    /// Nothing.
    Nothing,
    /// Industry: letter of its section in GB/T 4754.
    Letters(&'static str),
    /// Bureau: its province.
    Province(Province),
    /// Region: 1 province, 2 city, 3 county (`Lx`).
    Level(i64),
    /// Pre-approval: whether a permission is needed (`Sfqzsp`).
    NeedsPermission(bool),
    /// Attachment purpose: what such an attachment belongs to.
    Owner(AttachmentOwner),
    /// Feedback topic: the group it stands in (`Fl1`).
    Group(&'static str),
    /// Filing unit: its region, six digits.
    UnitOf(i64),
}

const fn row(mark: Mark, id: i64, zh: &'static str, en: &'static str) -> Seed {
    Seed { id, zh, en, mark, bits: None, parent: None, extra: Extra::Nothing }
}

const fn confirmed(id: i64, zh: &'static str, en: &'static str) -> Seed {
    row(Mark::Confirmed, id, zh, en)
}

const fn single(id: i64, zh: &'static str, en: &'static str) -> Seed {
    row(Mark::SingleSource, id, zh, en)
}

const fn inferred(id: i64, zh: &'static str, en: &'static str) -> Seed {
    row(Mark::Inferred, id, zh, en)
}

const fn simulated(id: i64, zh: &'static str, en: &'static str) -> Seed {
    row(Mark::Simulator, id, zh, en)
}

impl Seed {
    const fn bits(mut self, mark: Mark, value: i64) -> Self {
        self.bits = Some(Told { value, mark });
        self
    }

    const fn of(mut self, mark: Mark, parent: i64) -> Self {
        self.parent = Some(Told { value: parent, mark });
        self
    }

    const fn with(mut self, extra: Extra) -> Self {
        self.extra = extra;
        self
    }

    /// The row as it would be delivered.
    pub(super) fn details(&self) -> Details {
        match self.extra {
            Extra::Nothing => Details::Nothing,
            Extra::Letters(letters) => Details::Letters { letters: letters.to_owned() },
            Extra::Province(province) => Details::Bureau(Box::new(BureauDetails {
                letters: province.letters.to_owned(),
                province: Some(province.code * 10_000),
                short: Some(province.short.to_string()),
                email: None,
                mobile: None,
            })),
            Extra::Level(level) => Details::Region { level: Some(level) },
            Extra::NeedsPermission(needed) => Details::Approval { needs_permission: needed },
            Extra::Owner(owner) => Details::Purpose { owner: owner.value() },
            Extra::Group(group) => Details::Topic { group: group.to_owned() },
            Extra::UnitOf(region) => Details::Unit(Box::new(UnitDetails {
                province: Some(region / 10_000 * 10_000),
                city: Some(region / 100 * 100),
                ..UnitDetails::default()
            })),
        }
    }
}

/// The Chinese name of an id in one of these tables.
pub fn name(table: &[Seed], id: i64) -> Option<&'static str> {
    table.iter().find(|seed| seed.id == id).map(|seed| seed.zh)
}
