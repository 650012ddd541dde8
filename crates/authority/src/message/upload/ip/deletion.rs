//! SCBA 删除IP备案: what was reported about addresses and no longer holds.

use crate::element::element;
use crate::value::ID;

element! {
    /// `SCBA` 删除IP备案: at least one of the four lists.
    pub struct Deletion {
        /// 删除来源: where ranges came from.
        sources: Vec<Reported> = inside_maybe "Scly" / "Ly"; 1000,
        /// 删除分配: who used ranges.
        allocations: Vec<Reported> = inside_maybe "Scfp" / "Fpsy"; 1000,
        /// 删除自带: ranges that customers had brought along.
        own_ranges: Vec<Reported> = inside_maybe "Sczd" / "Zdxx"; 1000,
        /// 删除广播接收: who announced ranges.
        broadcasts: Vec<Reported> = inside_maybe "Scgbjs" / "Jsxx"; 1000,
    }
}

impl Deletion {
    /// Records in all four lists.
    pub(crate) const fn records(&self) -> usize {
        self.sources.len() + self.allocations.len() + self.own_ranges.len() + self.broadcasts.len()
    }
}

element! {
    /// A record that was reported.
    pub struct Reported {
        /// 省系统ID: the bureau's record id.
        bureau_id: i64 = one "Id" in ID,
    }
}
