//! Checks of content, languages, pre-approvals and remarks.

mod approvals;
mod languages;
mod remarks;

pub(super) use approvals::settled;
pub(super) use remarks::{said, tells};

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::{Offer, Sight};
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::{Answer, ApprovalState, Entry, Parameter, Row, TableKind};

pub(super) const CHECKS: &[Check] = &[
    check!("content-known", known),
    check!("content-once", once),
    check!("content-for-individual", for_individual),
    check!("content-of-website", of_website),
    check!("contents-most", most; Number),
    check!("content-usual", usual),
    check!("content-only", only; Asks),
    check!("content-refused", refused; Asks),
    check!("content-remark-unless", remark_unless; Asks),
    check!("content-approved", approved),
    check!("content-approval-lapsed", approval_lapsed),
    check!("pre-approval-known", approvals::known),
    check!("pre-approval-number", approvals::number),
    check!("pre-approval-number-most", approvals::number_most; Number),
    check!("pre-approval-once", approvals::once),
    check!("pre-approval-current", approvals::current),
    check!("remark-asked", remarks::asked; Asks),
    check!("remark-least", remarks::least; Asks),
    check!("remark-says", remarks::says_asked; Asks, Remark),
    check!("remark-said", remarks::says; Remark),
    check!("remark-of-other", remarks::of_other),
    check!("remark-several-domains", remarks::several_domains; Remark),
    check!("remark-labels", remarks::labels; Asks, Remark),
    check!("language-known", languages::known),
    check!("language-once", languages::once),
    check!("language-one", languages::one),
    check!("language-of-name", languages::of_name),
];

/// Every content of the services the rule is about, once.
fn each<'a>(
    sight: &'a Sight<'_>,
    applied: &'a Applied<'_>,
) -> impl Iterator<Item = (&'a Offer<'a>, &'a str)> {
    let contents = |offer: &'a Offer<'a>| distinct(&offer.service.contents).map(move |code| (offer, code));
    applied.offers(sight).flat_map(contents)
}

/// The codes without their repetitions.
fn distinct(codes: &[String]) -> impl Iterator<Item = &str> {
    let new = |(n, code): &(usize, &String)| !codes[..*n].contains(code);
    codes.iter().enumerate().filter(new).map(|(_, code)| code.as_str())
}

/// A finding about a content, which it names.
fn about(applied: &Applied<'_>, offer: &Offer<'_>, code: &str) -> Finding {
    applied.in_service(Field::ServiceContents, offer.n).with("found", format!("@contents/{code}"))
}

fn row<'r>(sight: &Sight<'r>, code: &str) -> Option<&'r Entry<Row>> {
    sight.rules.row(TableKind::Contents, code)
}

/// The table has the content.
fn known(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, code) in each(sight, applied) {
        if row(sight, code).is_none() {
            let finding = applied.in_service(Field::ServiceContents, offer.n);
            out.push(finding.with("found", code));
        }
    }
}

/// No content is named twice.
fn once(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for offer in applied.offers(sight) {
        let contents = &offer.service.contents;
        for (n, code) in contents.iter().enumerate() {
            if contents[..n].contains(code) {
                out.push(about(applied, offer, code));
            }
        }
    }
}

/// An individual may choose the content; an App is an App.
fn for_individual(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, code) in each(sight, applied) {
        let taken = row(sight, code).and_then(|row| row.value.get("individual")?.flag());
        if taken == Some(false) && !(offer.is_app() && code == "app") {
            out.push(about(applied, offer, code));
        }
    }
}

/// A website is no App.
fn of_website(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, code) in each(sight, applied) {
        if code == "app" && !offer.is_app() {
            out.push(about(applied, offer, code));
        }
    }
}

/// A service names at most so many contents.
fn most(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(most) = applied.with().number else { return };
    for offer in applied.offers(sight) {
        let number = offer.service.contents.len();
        if number > most as usize {
            let finding = applied.in_service(Field::ServiceContents, offer.n);
            out.push(finding.with("found", number.to_string()).with("expected", most.to_string()));
        }
    }
}

/// A unit's website is the portal of the unit, unless the province says itself what it takes.
fn usual(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let own = [Parameter::UnitContentOnly, Parameter::UnitContentRemarkUnless];
    let says =
        |rules: crate::rulebook::ProvinceRules<'_>| own.iter().any(|own| rules.get(*own).entry().is_some());
    let refused = |code: &String| {
        let answer = sight.province_rules().map(|rules| rules.get(Parameter::UnitContentRefused));
        let refused = answer.and_then(Answer::entry);
        refused.is_some_and(|entry| entry.value.words().contains(code))
    };
    for offer in applied.offers(sight) {
        let contents = &offer.service.contents;
        let spoken_of = contents.iter().any(|code| code == "organisation-portal" || refused(code));
        if !contents.is_empty() && !spoken_of && !sight.province_rules().is_some_and(says) {
            out.push(applied.in_service(Field::ServiceContents, offer.n).with("found", listed(contents)));
        }
    }
}

/// Codes as one fact.
fn listed(codes: &[String]) -> String {
    format!("@contents/{}", distinct(codes).collect::<Vec<_>>().join(","))
}

/// Where the province takes only some contents, the content is one of them.
fn only(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(taken) = applied.value() else { return };
    for (offer, code) in each(sight, applied) {
        if !taken.words().iter().any(|one| one == code) {
            out.push(about(applied, offer, code).with("expected", listed(taken.words())));
        }
    }
}

/// The province does not refuse the content.
fn refused(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(refused) = applied.value() else { return };
    for (offer, code) in each(sight, applied) {
        if refused.words().iter().any(|one| one == code) {
            out.push(about(applied, offer, code));
        }
    }
}

/// Contents that need no remark are few; with another the remark says what it is.
fn remark_unless(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(free) = applied.value() else { return };
    for (offer, code) in each(sight, applied) {
        if !free.words().iter().any(|one| one == code) && offer.service.remark.trim().is_empty() {
            let finding = applied.in_service(Field::ServiceRemark, offer.n);
            out.push(finding.with("found", format!("@contents/{code}")));
        }
    }
}

/// The pre-approval a content points at, and where it stands today.
fn approval<'r>(sight: &Sight<'r>, code: &str) -> Option<(&'r str, ApprovalState)> {
    let approval = row(sight, code)?.value.get("pre-approval")?.text()?;
    let state = sight.rules.row(TableKind::PreApprovals, approval)?.value.get("state")?.choice()?;
    Some((approval, state))
}

/// Contents that point at a pre-approval of such a state, of which the order does not say what becomes.
fn pointing(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    counts: fn(ApprovalState) -> bool,
    out: &mut Vec<Finding>,
) {
    for (offer, code) in each(sight, applied) {
        let Some((approval, state)) = approval(sight, code) else { continue };
        if counts(state) && !settled(sight, approval) {
            let finding = applied.in_service(Field::ServicePreApproval, offer.n);
            let finding = finding.with("found", format!("@contents/{code}"));
            out.push(finding.with("expected", format!("@pre-approvals/{approval}")));
        }
    }
}

/// Whether a content of the order points at this pre-approval, which then is told of the content.
pub(super) fn points_at(sight: &Sight<'_>, wanted: &str) -> bool {
    let mut contents = sight.offers.iter().flat_map(|offer| &offer.service.contents);
    contents.any(|code| approval(sight, code) == Some((wanted, ApprovalState::InForce)))
}

/// Content that needs a pre-approval has it, or the order says that it needs none.
fn approved(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    pointing(sight, applied, |state| state == ApprovalState::InForce, out);
}

/// Content whose pre-approval is cancelled or unsettled: some provinces still ask for it.
fn approval_lapsed(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    pointing(sight, applied, |state| state != ApprovalState::InForce, out);
}
