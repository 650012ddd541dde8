//! `UploadData/IP`: what a provider reports about its addresses, one module per document.

pub mod addition;
pub mod change;
pub mod deletion;

use addition::Addition;
use change::Change;
use deletion::Deletion;

#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};
use crate::element::{choice, element};
use crate::value::ID;

element! {
    /// `UploadData/IP`: what a provider reports about its addresses; at least one document.
    pub struct IpUpload {
        /// `XZBA` 新增IP备案.
        addition: Option<Addition> = maybe "XZBA",
        /// `XGBA` 修改IP备案.
        change: Option<Change> = maybe "XGBA",
        /// `SCBA` 删除IP备案.
        deletion: Option<Deletion> = maybe "SCBA",
        /// `Qqdwid` 请求单位ID: the provider's unit id, the same as in the call (else code 5003).
        unit: i64 = one "Qqdwid" in ID,
    }
}

choice! {
    /// `Lydw` 来源单位: where a range that a customer brought along comes from.
    pub enum SourceUnit {
        /// 来源单位名称: somebody who does not file addresses.
        Name(String) = "Ly_dwmc" in 1..=255,
        /// 来源单位ID: a unit that files addresses.
        Unit(i64) = "Ly_dwid" of FilingUnits in ID,
    }
}

impl IpUpload {
    /// A block without a document yet.
    pub const fn of(unit: i64) -> Self {
        Self { addition: None, change: None, deletion: None, unit }
    }

    /// True if no document is in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::of(self.unit)
    }

    /// Records in each document, in table order; 0 for those that are not there.
    pub(crate) fn records(&self) -> [usize; 3] {
        [
            self.addition.as_ref().map_or(0, Addition::records),
            self.change.as_ref().map_or(0, Change::records),
            self.deletion.as_ref().map_or(0, Deletion::records),
        ]
    }

    /// Every document alone, and all of them in one file.
    #[cfg(feature = "simulator")]
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        let unit = one(maker, &Facet { limits: Some(ID), ..Facet::OPEN });
        let mut addition: Addition = one(maker, &Facet::OPEN);
        let mut change: Change = one(maker, &Facet::OPEN);
        let mut deletion: Deletion = one(maker, &Facet::OPEN);
        // A document without any list fits the schema but says nothing.
        if addition.records() == 0 {
            addition.sources.push(one(maker, &Facet::OPEN));
        }
        if change.records() == 0 {
            change.sources.push(one(maker, &Facet::OPEN));
        }
        if deletion.records() == 0 {
            deletion.sources.push(one(maker, &Facet::OPEN));
        }
        let whole = Self { addition: Some(addition), change: Some(change), deletion: Some(deletion), unit };
        let all = whole.clone();
        vec![
            Self { addition: all.addition, ..Self::of(unit) },
            Self { change: all.change, ..Self::of(unit) },
            Self { deletion: all.deletion, ..Self::of(unit) },
            whole,
        ]
    }
}
