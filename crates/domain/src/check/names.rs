//! Checks of the names of services.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
