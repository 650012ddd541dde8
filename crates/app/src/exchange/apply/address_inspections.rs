//! HCJG 核查结果 of reported addresses: ranges out of bounds, in conflict, not reported.

use beian_authority::message::download::ip::inspections::Inspections;
use beian_domain::supervision::{
    AddressInspection, AddressMatter, BeyondRange, ConflictingRange, UnitCode, UnreportedRange,
};

use super::Came;

/// Keeps the findings.
pub(super) fn keep(inspections: &Inspections, came: &mut Came) {
    let findings = &inspections.findings;
    for range in &findings.beyond {
        came.told(AddressInspection::Beyond(BeyondRange {
            first: range.first,
            last: range.last,
            about: range.kind.map(AddressMatter::of),
            first_beyond: range.first_beyond,
            last_beyond: range.last_beyond,
            bureau_id: range.bureau_id,
            remark: range.remark.clone(),
        }));
    }
    for range in &findings.conflicts {
        came.told(AddressInspection::Conflict(ConflictingRange {
            first: range.first,
            last: range.last,
            about: range.kind.map(AddressMatter::of),
            other_unit: UnitCode(range.other_unit),
            other_first: range.other_first,
            other_last: range.other_last,
            bureau_id: range.bureau_id,
            remark: range.remark.clone(),
        }));
    }
    for range in &findings.unreported {
        came.told(AddressInspection::Unreported(UnreportedRange {
            first: range.first,
            last: range.last,
            about: range.kind.map(AddressMatter::of),
            allocator: range.allocator.map(UnitCode),
            remark: range.remark.clone(),
        }));
    }
}
