//! What must stand before an order: the subject, its other orders, the sites it filed.

use super::record;
use crate::check::applied::Applied;
use crate::check::checker;
use crate::check::sight::Sight;
use crate::dossier::Site;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::Parameter;

/// Besides this order, the subject has no more running ones than are taken.
pub(super) fn running_orders(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(running), Some(most)) = (sight.dossier.known.running_orders, applied.number()) else { return };
    if running >= u64::from(most) {
        let finding = applied.at(Field::SubjectCertificateNumber).with("found", running.to_string());
        out.push(finding.with("expected", most.to_string()));
    }
}

/// The subject is not filed yet.
pub(super) fn unfiled(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.dossier.known.subject_filed == Some(true) {
        out.push(applied.at(Field::SubjectCertificateNumber));
    }
}

fn of_kind(sight: &Sight<'_>, finding: Finding) -> Finding {
    let kind = sight.kind().map(|kind| format!("@choices/order-kind/{kind}"));
    finding.with("found", kind.unwrap_or_default())
}

/// The subject is filed.
pub(super) fn filed(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.dossier.known.subject_filed == Some(false) {
        out.push(of_kind(sight, applied.at(Field::SubjectCertificateNumber)));
    }
}

/// The subject has filed a service.
pub(super) fn service_filed(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let known = &sight.dossier.known;
    if known.filed_services == Some(0) && known.subject_filed == Some(true) {
        out.push(of_kind(sight, applied.at(Field::OrderKind)));
    }
}

/// An order about services has one.
pub(super) fn has_service(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.offers.is_empty() {
        out.push(of_kind(sight, applied.at(Field::OrderKind)));
    }
}

/// The subject is not on the authority's blacklist.
pub(super) fn not_blacklisted(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.dossier.known.blacklisted == Some(true) {
        out.push(applied.at(Field::SubjectCertificateNumber));
    }
}

/// Where the province refuses them, the unit is not listed as abnormal.
pub(super) fn not_abnormal(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() && sight.dossier.known.abnormal == Some(true) {
        out.push(applied.at(Field::SubjectName));
    }
}

/// Where the province says nothing about it, neither.
pub(super) fn not_abnormal_elsewhere(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let said = || checker::answer(sight.rules, sight.province(), Parameter::UnitAbnormalRefused).is_some();
    if sight.dossier.known.abnormal == Some(true) && !said() {
        out.push(applied.at(Field::SubjectName));
    }
}

/// A subject without services adds one only where the province takes it.
pub(super) fn shell_may_add(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !applied.yes() && record(sight).is_some_and(|record| record.shell == Some(true)) {
        out.push(applied.at(Field::OrderKind));
    }
}

fn sites(sight: &Sight<'_>, applied: &Applied<'_>, bad: impl Fn(&Site) -> bool, out: &mut Vec<Finding>) {
    for site in sight.dossier.known.sites.iter().filter(|site| bad(site)) {
        out.push(applied.at(Field::OrderKind).with("found", site.name.trim()));
    }
}

/// Where the province asks it, the filed sites open.
pub(super) fn sites_open_asked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() {
        sites_open(sight, applied, out);
    }
}

/// The filed sites open.
pub(super) fn sites_open(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    sites(sight, applied, |site| site.opens == Some(false), out);
}

/// The filed sites that open bear the filed name.
pub(super) fn sites_named(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    sites(sight, applied, |site| site.opens != Some(false) && site.name_matches == Some(false), out);
}

/// The filed sites that open show their number.
pub(super) fn sites_numbered(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let bad = |site: &Site| site.opens != Some(false) && site.number_shown == Some(false);
    for site in sight.dossier.known.sites.iter().filter(|site| bad(site)) {
        let asked = checker::answer(sight.rules, sight.province(), Parameter::FooterNumber);
        let number = asked.and_then(|asked| asked.entry.value.text()).unwrap_or("service");
        let finding = applied.at(Field::OrderKind).with("found", site.name.trim());
        out.push(finding.with("expected", format!("@choices/footer-number/{number}")));
    }
}
