//! Checks of Apps: platforms, packages, keys, icons, deadlines.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
