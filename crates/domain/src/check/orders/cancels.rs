//! Orders that cancel: what is ours, what is left, what is lost.

use super::record;
use crate::check::applied::Applied;
use crate::check::sight::{Read, Sight};
use crate::finding::Finding;
use crate::network::DomainName;
use crate::order::field::Field;

/// Only what has our access is cancelled here.
pub(super) fn own(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if record(sight).is_some_and(|record| record.ours == Some(false)) {
        out.push(applied.at(Field::OrderKind));
    }
}

/// The last access is not cancelled by itself.
pub(super) fn last_access(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if record(sight).and_then(|record| record.accesses).is_some_and(|accesses| accesses <= 1) {
        out.push(applied.at(Field::OrderKind));
    }
}

/// Whoever cancels a service that others carry too is told that it ends everywhere.
pub(super) fn all_accesses(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let accesses = record(sight).and_then(|record| record.accesses);
    if let Some(accesses) = accesses.filter(|accesses| *accesses > 1) {
        out.push(applied.at(Field::OrderKind).with("found", accesses.to_string()));
    }
}

/// One service is cancelled at a time.
pub(super) fn one_service(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.offers.len() > 1 {
        out.push(applied.at(Field::OrderKind).with("found", sight.offers.len().to_string()));
    }
}

/// A service is cancelled with all its domains; some of them are dropped by a change.
pub(super) fn whole_service(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = record(sight) else { return };
    let named: Vec<&DomainName> =
        sight.offers.iter().flat_map(|offer| offer.domains.iter().filter_map(Read::good)).collect();
    let kept = |text: &&String| DomainName::parse(text).is_ok_and(|filed| !named.contains(&&filed));
    if let Some(kept) = record.domains.iter().find(kept).filter(|_| !named.is_empty()) {
        out.push(applied.at(Field::ServiceDomain).with("found", kept.trim()));
    }
}

/// A subject without services is cancelled on paper.
pub(super) fn shell(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if let Some(days) = applied.number()
        && record(sight).is_some_and(|record| record.shell == Some(true))
    {
        out.push(applied.at(Field::OrderKind).with("expected", days.to_string()));
    }
}
