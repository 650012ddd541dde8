//! Checks of how many: in an order, of a subject, on a resource.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
