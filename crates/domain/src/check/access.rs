//! Checks of the access: resource, addresses, mode, place.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
