//! Checks of the persons in charge: who may be it, how old, with which certificate, with which letter.

mod ages;
mod names;
mod papers;
mod residence;
mod roles;
mod sole_trader;

pub(super) use residence::elsewhere;

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::{Sight, Who};
use crate::rulebook::{Choice, Representative, Value};

pub(super) const CHECKS: &[Check] = &[
    check!("person-certificate-kind", papers::certificate_kind),
    check!("person-age-least", ages::age_least; Asks),
    check!("person-age-from", ages::age_from; Number),
    check!("person-proof-of-age", ages::proof_of_age; Asks),
    check!("person-proof-of-age-unnamed", ages::proof_of_age_unnamed; Asks),
    check!("site-person-age-most-men", ages::most_men; Asks),
    check!("site-person-age-most-women", ages::most_women; Asks),
    check!("representative-in-charge", roles::representative_in_charge; Asks),
    check!("one-number-one-name", roles::one_number_one_name),
    check!("persons-same-unless-representative", roles::same_unless_representative; Asks),
    check!("persons-differ", roles::persons_differ; Asks),
    check!("person-serves-one-unit", roles::serves_one_unit; Asks),
    check!("person-certificate-unique", roles::certificate_unique; Asks),
    check!("representative-for-words", roles::representative_for_words; Words),
    check!("site-person-as-filed", roles::site_person_as_filed),
    check!("individual-is-subject", roles::individual_is_subject),
    check!("individual-bears-name", roles::individual_bears_name),
    check!("individual-runs-service", roles::individual_runs_service),
    check!("representative-of-province", roles::representative_of_province),
    check!("representative-foreign", papers::representative_foreign; Asks),
    check!("boundary-paper", papers::boundary_paper; Asks),
    check!("boundary-residence-preferred", papers::boundary_residence_preferred; Asks),
    check!("boundary-authorises", papers::boundary_authorises; Asks),
    check!("boundary-refused", papers::boundary_refused; Asks),
    check!("boundary-proof", papers::boundary_proof; Asks),
    check!("foreigner-refused", papers::foreigner_refused; Asks),
    check!("foreigner-permit", papers::foreigner_permit; Asks),
    check!("foreigner-proof", papers::foreigner_proof; Asks),
    check!("nonlocal-refused", residence::refused; Asks),
    check!("nonlocal-permit", residence::permit; Asks),
    check!("nonlocal-proof", residence::proof; Asks),
    check!("nonlocal-site-person", residence::site_person; Asks),
    check!("student-card-refused", residence::student_card_refused; Asks),
    check!("rental-months", residence::rental_months; Asks),
    check!("sole-trader-seal", sole_trader::seal; Asks),
    check!("sole-trader-trade-name", sole_trader::trade_name; Asks),
    check!("sole-trader-as-individual", sole_trader::as_individual; Asks),
    check!("sole-trader-owner-name", sole_trader::owner_name; Asks),
    check!("sole-trader-remark", sole_trader::remark; Asks, Remark, Words),
    check!("sole-trader-remark-of-individual", sole_trader::remark_of_individual; Remark, Words),
    check!("sole-trader-representative", sole_trader::representative; Asks),
    check!("person-name-readable", names::readable; Words),
    check!("person-name-chinese", names::chinese),
    check!("person-name-free-of", names::free_of; Words),
];

/// The answer of the province as a member of a list.
fn asked<C: Choice>(applied: &Applied<'_>) -> Option<C> {
    applied.value().and_then(Value::choice::<C>)
}

/// Whether somebody is the legal representative: the subject's person who is said to be, and whoever is the same.
fn is_representative(sight: &Sight<'_>, who: &Who<'_>) -> bool {
    sight.dossier.subject.person.legal_representative == Some(true)
        && (who.of_subject || sight.people.first().is_some_and(|first| first.is(who)))
}

/// Members of a list as a fact.
fn members<C: Choice>(members: &[C], slug: fn(&C) -> &'static str) -> String {
    let slugs: Vec<_> = members.iter().map(slug).collect();
    format!("@choices/{}/{}", C::OPTIONS.name, slugs.join(","))
}

/// Whether the province takes only the legal representative in charge of the subject.
fn must_be_representative(applied: &Applied<'_>) -> bool {
    asked::<Representative>(applied) == Some(Representative::Must)
}
