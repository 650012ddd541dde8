//! How old a person in charge may be, and what somebody young must show.

use super::super::applied::Applied;
use super::super::sight::{Sight, Who};
use super::{is_representative, members};
use crate::finding::Finding;
use crate::identity::Sex;
use crate::rulebook::{AgeProof, Parameter};

/// Nobody in charge is younger than the province asks.
pub(super) fn age_least(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if let Some(least) = applied.number() {
        younger(sight, applied, least, out);
    }
}

/// Nobody in charge is younger than the rule says.
pub(super) fn age_from(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if let Some(least) = applied.with().number {
        younger(sight, applied, least, out);
    }
}

fn younger(sight: &Sight<'_>, applied: &Applied<'_>, least: u32, out: &mut Vec<Finding>) {
    for who in &sight.people {
        if let Some(age) = who.age(sight.day).filter(|age| *age < least) {
            let finding = applied.finding(who.path(who.fields.certificate_number));
            out.push(finding.with("found", age.to_string()).with("expected", least.to_string()));
        }
    }
}

/// Somebody below the age of proof shows one of the proofs the province names.
pub(super) fn proof_of_age(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    young(sight, applied, out, true);
}

/// Somebody below the age of proof shows a proof, where the province does not name it.
pub(super) fn proof_of_age_unnamed(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    young(sight, applied, out, false);
}

fn young(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>, named: bool) {
    let Some(below) = applied.number() else { return };
    for who in &sight.people {
        let Some(age) = who.age(sight.day).filter(|age| *age < below) else { continue };
        let (least, proofs, exempt) = proofs(sight);
        let brought = &who.person.age_proofs;
        let shown = brought.iter().any(|brought| {
            proofs.is_empty() || proofs.iter().any(|proof: &AgeProof| proof.slug() == brought)
        });
        // Whoever is too young altogether needs another person, not a proof.
        let too_young = least.is_some_and(|least| age < least && least < below);
        if shown || too_young || (exempt && is_representative(sight, who)) || proofs.is_empty() == named {
            continue;
        }
        let finding = applied.finding(who.path(who.fields.certificate_number));
        let finding = finding.with("found", age.to_string()).with("below", below.to_string());
        out.push(if named { finding.with("expected", members(&proofs, |p| p.slug())) } else { finding });
    }
}

/// The least age, the proofs the province takes, and whether the legal representative needs none.
fn proofs(sight: &Sight<'_>) -> (Option<u32>, Vec<AgeProof>, bool) {
    let Some(rules) = sight.province_rules() else { return (None, Vec::new(), false) };
    let (least, proof) = if sight.individual {
        (Parameter::IndividualMinimumAge, Parameter::IndividualAgeProof)
    } else {
        (Parameter::UnitMinimumAge, Parameter::UnitAgeProof)
    };
    let mut proofs = rules.get(proof).choices::<AgeProof>();
    let all = proofs.len();
    proofs.retain(|proof| *proof != AgeProof::RepresentativeExempt);
    let exempt = proofs.len() < all;
    (rules.get(least).number(), proofs, exempt)
}

/// No man is in charge of a service beyond the age the province sets.
pub(super) fn most_men(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    older(sight, applied, out, Sex::Male);
}

/// No woman is in charge of a service beyond the age the province sets.
pub(super) fn most_women(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    older(sight, applied, out, Sex::Female);
}

fn older(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>, sex: Sex) {
    let Some(most) = applied.number() else { return };
    let of_sex = |who: &&Who<'_>| {
        let id = who.certificate.good().and_then(|number| number.resident_id());
        !who.of_subject && id.is_some_and(|id| id.sex() == sex)
    };
    for who in sight.people.iter().filter(of_sex) {
        if let Some(age) = who.age(sight.day).filter(|age| *age > most) {
            let finding = applied.finding(who.path(who.fields.certificate_number));
            out.push(finding.with("found", age.to_string()).with("expected", most.to_string()));
        }
    }
}
