//! Checks of the clauses of provinces and the nation.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
