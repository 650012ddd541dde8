//! Checks of certificate numbers, validity and where they were given.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
