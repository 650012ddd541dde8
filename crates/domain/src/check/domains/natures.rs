//! Checks of domains by what the subject is: organs of the state, public institutions, schools, all others.

use super::{about, each, lies_below};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::network::DomainName;

/// 政务, as ending and below .cn.
const GOVERNMENT: &str = "xn--zfr164b";
const GOVERNMENT_CN: &str = "xn--zfr164b.cn";
/// 公益.
const WELFARE: &str = "xn--55qw42g";

fn governmental(name: &DomainName) -> bool {
    lies_below(name, "gov.cn") || name.top_level() == GOVERNMENT || lies_below(name, GOVERNMENT_CN)
}

/// An organ of the state uses .gov.cn or .政务.
pub(super) fn of_government(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, _) in each(sight, applied) {
        if !governmental(name) {
            out.push(about(applied, offer, name));
        }
    }
}

/// A public institution uses .cn or .公益.
pub(super) fn of_institution(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, _) in each(sight, applied) {
        let top = name.top_level();
        if top != "cn" && top != WELFARE && top != GOVERNMENT {
            out.push(about(applied, offer, name));
        }
    }
}

/// Nobody else uses the endings of organs.
pub(super) fn only_government(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, _) in each(sight, applied) {
        if governmental(name) {
            out.push(about(applied, offer, name));
        }
    }
}

/// For a domain below .gov.cn the form of the authority was brought.
pub(super) fn government_document(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(document) = applied.with().document.as_deref() else { return };
    for (offer, name, _) in each(sight, applied) {
        if lies_below(name, "gov.cn") && !sight.brought(document) {
            out.push(about(applied, offer, name).with("expected", format!("@documents/{document}")));
        }
    }
}

/// Only bodies of education and research hold a domain below .edu.cn.
pub(super) fn education(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name, _) in each(sight, applied) {
        if lies_below(name, "edu.cn") {
            out.push(about(applied, offer, name));
        }
    }
}
