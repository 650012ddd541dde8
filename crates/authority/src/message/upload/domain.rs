//! `UploadData/YM`: what a registrar reports about domains, one module per document.

pub mod addition;
pub mod change;
pub mod deletion;

use addition::Addition;
use change::Change;
use deletion::Deletion;

use crate::element::element;
#[cfg(feature = "simulator")]
use crate::element::{Facet, Maker, make::one};
use crate::value::ID;

element! {
    /// `UploadData/YM`: what a registrar reports about domains; at least one document.
    pub struct DomainUpload {
        /// `XZBA` 新增域名备案.
        addition: Option<Addition> = maybe "XZBA",
        /// `XGBA` 修改域名备案.
        change: Option<Change> = maybe "XGBA",
        /// `SCBA` 删除域名备案.
        deletion: Option<Deletion> = maybe "SCBA",
        /// `Qqdwid` 请求单位ID: the provider's unit id, the same as in the call (else code 5003).
        unit: i64 = one "Qqdwid" in ID,
    }
}

impl DomainUpload {
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
            self.addition.as_ref().map_or(0, |one| one.domains.len()),
            self.change.as_ref().map_or(0, |one| one.domains.len()),
            self.deletion.as_ref().map_or(0, |one| one.domains.len()),
        ]
    }

    /// Every document alone, and all of them in one file.
    #[cfg(feature = "simulator")]
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        let unit = one(maker, &Facet { limits: Some(ID), ..Facet::OPEN });
        let whole = Self {
            addition: Some(one(maker, &Facet::OPEN)),
            change: Some(one(maker, &Facet::OPEN)),
            deletion: Some(one(maker, &Facet::OPEN)),
            unit,
        };
        let all = whole.clone();
        vec![
            Self { addition: all.addition, ..Self::of(unit) },
            Self { change: all.change, ..Self::of(unit) },
            Self { deletion: all.deletion, ..Self::of(unit) },
            whole,
        ]
    }
}
