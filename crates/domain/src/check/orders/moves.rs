//! Migrations to another subject, and claims.

use super::{has_app, record};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;

/// The target has consented and has no running order.
pub(super) fn target_ready(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.dossier.known.target_ready == Some(false) {
        out.push(applied.at(Field::OrderKind));
    }
}

/// The target is a unit.
pub(super) fn to_unit(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.dossier.known.target_individual.unwrap_or(sight.individual) {
        out.push(applied.at(Field::OrderKind));
    }
}

/// No App is moved.
pub(super) fn no_app(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if has_app(sight) {
        out.push(applied.at(Field::OrderKind));
    }
}

/// What is claimed is not in our register yet.
pub(super) fn claim_not_ours(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if record(sight).is_some_and(|record| record.ours == Some(true)) {
        out.push(applied.at(Field::OrderKind));
    }
}
