//! Checks of phones and mail addresses.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
