//! Checks of domain names.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
