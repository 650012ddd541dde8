//! Checks of endings: approved nationally, on the list of the province.

use super::{about, each};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::network::DomainName;
use crate::rulebook::{DomainStanding, Entry, Row, TableKind};

/// The row of an ending; its code is the ending in its own script.
fn row<'r>(sight: &Sight<'r>, name: &DomainName) -> Option<&'r Entry<Row>> {
    let ending = name.top_level();
    if ending.starts_with("xn--") {
        return sight.rules.row(TableKind::Domains, &idna::domain_to_unicode(ending).0);
    }
    sight.rules.row(TableKind::Domains, ending)
}

fn standing(row: &Entry<Row>, column: &str) -> Option<DomainStanding> {
    row.value.get(column)?.choice()
}

/// The ending as people write it: `.org`.
fn shown(name: &DomainName) -> String {
    format!(".{}", idna::domain_to_unicode(name.top_level()).0)
}

/// The ending stands so in the national list; a row that is less sure weighs less.
fn stands(sight: &Sight<'_>, applied: &Applied<'_>, wanted: DomainStanding, out: &mut Vec<Finding>) {
    for (offer, name, _) in each(sight, applied) {
        let Some(row) = row(sight, name).filter(|row| standing(row, "national") == Some(wanted)) else {
            continue;
        };
        let mut finding = about(applied, offer, name).with("ending", shown(name));
        finding.severity = finding.severity.min(row.testimony.severity);
        out.push(finding);
    }
}

/// The ending is not among those that are refused.
pub(super) fn refused(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    stands(sight, applied, DomainStanding::Refused, out);
}

/// The ending is not one of which it is unsure whether it can be filed.
pub(super) fn unsure(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    stands(sight, applied, DomainStanding::Unsure, out);
}

/// The ending is on the list.
pub(super) fn listed(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, _) in each(sight, applied) {
        if row(sight, name).is_none() {
            out.push(about(applied, offer, name).with("ending", shown(name)));
        }
    }
}

/// Where the province has a list of its own, the ending is on it; what is refused nationally was told before.
pub(super) fn own_list(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !applied.yes() {
        return;
    }
    for (offer, name, _) in each(sight, applied) {
        let Some(row) = row(sight, name) else { continue };
        let refused = standing(row, "national") == Some(DomainStanding::Refused);
        if !refused && standing(row, "beijing") != Some(DomainStanding::Approved) {
            out.push(about(applied, offer, name).with("ending", shown(name)));
        }
    }
}
