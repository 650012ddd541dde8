//! Checks of the kind of order: what it needs, what it may not do.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
