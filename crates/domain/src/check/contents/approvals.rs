//! Checks of pre-approvals (前置审批) that are named.

use crate::check::applied::Applied;
use crate::check::sight::{Offer, Sight};
use crate::dossier::PreApproval;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::{ApprovalState, TableKind};

/// Whether the order says what becomes of a pre-approval: it is there, or not needed.
pub(in crate::check) fn settled(sight: &Sight<'_>, approval: &str) -> bool {
    let services = &sight.dossier.services;
    let otherwise = || {
        let row = sight.rules.row(TableKind::PreApprovals, approval)?;
        row.value.get("otherwise")?.text()
    };
    let denies = |remark: &str| remark.contains("不涉");
    services.iter().any(|service| service.pre_approvals.iter().any(|own| own.kind == approval))
        || denies(&sight.dossier.subject.remark)
        || services.iter().any(|service| denies(&service.remark))
        || sight.brought("no-approval")
        || otherwise().is_some_and(|document| sight.brought(document))
}

/// Every pre-approval that is named.
fn each<'a>(
    sight: &'a Sight<'_>,
    applied: &'a Applied<'_>,
) -> impl Iterator<Item = (&'a Offer<'a>, &'a PreApproval)> {
    let named = |offer: &'a Offer<'a>| offer.service.pre_approvals.iter().map(move |own| (offer, own));
    applied.offers(sight).flat_map(named)
}

fn state(sight: &Sight<'_>, kind: &str) -> Option<ApprovalState> {
    sight.rules.row(TableKind::PreApprovals, kind)?.value.get("state")?.choice()
}

/// The table has the kind.
pub(super) fn known(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, own) in each(sight, applied) {
        let kind = own.kind.trim();
        if !kind.is_empty() && state(sight, kind).is_none() {
            out.push(applied.in_service(Field::ServicePreApproval, offer.n).with("found", kind));
        }
    }
}

/// A pre-approval that is in force has its number.
pub(super) fn number(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, own) in each(sight, applied) {
        if own.number.trim().is_empty() && state(sight, &own.kind) == Some(ApprovalState::InForce) {
            let finding = applied.in_service(Field::ServicePreApprovalNumber, offer.n);
            out.push(finding.with("found", format!("@pre-approvals/{}", own.kind)));
        }
    }
}

/// The number has at most so many characters.
pub(super) fn number_most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.with().number else { return };
    for (offer, own) in each(sight, applied) {
        let length = own.number.trim().chars().count();
        if length > most as usize {
            let finding = applied.in_service(Field::ServicePreApprovalNumber, offer.n);
            out.push(finding.with("found", length.to_string()).with("expected", most.to_string()));
        }
    }
}

/// No kind is named twice for one service.
pub(super) fn once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        let named = &offer.service.pre_approvals;
        for (n, own) in named.iter().enumerate() {
            if named[..n].contains(own) {
                let finding = applied.in_service(Field::ServicePreApproval, offer.n);
                out.push(finding.with("found", format!("@pre-approvals/{}", own.kind)));
            }
        }
    }
}

/// The kind is in force; what was cancelled is rarely asked for.
pub(super) fn current(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, own) in each(sight, applied) {
        if state(sight, &own.kind).is_some_and(|state| state != ApprovalState::InForce) {
            let finding = applied.in_service(Field::ServicePreApproval, offer.n);
            out.push(finding.with("found", format!("@pre-approvals/{}", own.kind)));
        }
    }
}
