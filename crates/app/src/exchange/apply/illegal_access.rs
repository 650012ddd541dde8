//! FFJRHMD 非法接入黑名单: domains that were found connected without a filing.

use beian_authority::message::download::icp::illegal_access::IllegalAccess as List;
use beian_domain::supervision::{AreaCode, IllegalAccess, UnitCode};

use super::Came;

/// Keeps what was found.
pub(super) fn keep(list: &List, came: &mut Came) {
    for entry in &list.entries {
        came.told(IllegalAccess {
            bureau_id: entry.bureau_id,
            domain: entry.domain.clone(),
            address: entry.address,
            provider: UnitCode(entry.provider),
            province: AreaCode(entry.province),
            last_seen: entry.last_seen.to_utc(),
            remark: entry.remark.clone(),
        });
    }
}
