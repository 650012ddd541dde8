//! Checks of content, languages, pre-approvals and remarks.

use super::registry::Check;

pub(super) const CHECKS: &[Check] = &[];
