//! Checks of addresses, regions and provinces.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
