//! People whose ID card is of another province, and the proofs they bring.

use super::super::applied::Applied;
use super::super::places::province_named;
use super::super::sight::{Sight, Who};
use super::{asked, members};
use crate::finding::Finding;
use crate::identity::Holder;
use crate::region::{Province, Regions};
use crate::rulebook::{Answer, Nonlocal, Parameter, ResidenceProof, Value};

/// The proofs of residence the province takes from individuals; permits, where it names none.
pub(super) fn accepted(sight: &Sight<'_>) -> Vec<ResidenceProof> {
    let Some(rules) = sight.province_rules() else { return Vec::new() };
    let mut proofs = rules.get(Parameter::IndividualResidenceProof).choices::<ResidenceProof>();
    if proofs.is_empty() {
        proofs.extend([ResidenceProof::ResidencePermit, ResidenceProof::TemporaryPermit]);
    }
    let student = rules.get(Parameter::IndividualStudentCard).flag() == Some(true);
    if student && !proofs.contains(&ResidenceProof::StudentCard) {
        proofs.push(ResidenceProof::StudentCard);
    }
    proofs
}

/// Whether somebody brings one of the proofs.
pub(super) fn brings(who: &Who<'_>, proofs: &[ResidenceProof]) -> bool {
    who.person.residence_proofs.iter().any(|brought| proofs.iter().any(|proof| proof.slug() == brought))
}

/// The province of the individual's ID card, if it is not the one of filing. The address on the card decides; the
/// number says where its holder was first registered, and stays when people move.
pub(in super::super) fn elsewhere<'s>(sight: &'s Sight<'_>) -> Option<(&'s Who<'s>, Province)> {
    let who = sight.people.first()?;
    let id = who.certificate.good()?.resident_id()?;
    if id.holder() != Holder::Mainland {
        return None;
    }
    let (home, here) = (who.home()?, sight.province()?);
    let address = sight.dossier.subject.certificate_address.trim();
    let home = province_named(address).unwrap_or(home);
    (home != here && !in_city_of(address, here)).then_some((who, home))
}

/// Whether an address begins with a city of the province, as addresses on cards do that leave the province out.
fn in_city_of(address: &str, province: Province) -> bool {
    let address = address.strip_prefix(province.name_zh()).unwrap_or(address);
    let cities = Regions::builtin().children(province.region());
    !address.is_empty() && cities.iter().any(|city| address.starts_with(city.name))
}

/// An individual from elsewhere brings a proof where the province answers in this way.
fn judge(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    way: Nonlocal,
    takes: impl FnOnce() -> Vec<ResidenceProof>,
    out: &mut Vec<Finding>,
) {
    if asked::<Nonlocal>(applied) != Some(way) {
        return;
    }
    let Some((who, home)) = elsewhere(sight) else { return };
    let proofs = takes();
    if !brings(who, &proofs) {
        let finding = applied.finding(who.path(who.fields.certificate_number));
        let finding = finding.with("found", format!("@provinces/{home}"));
        out.push(finding.with("expected", members(&proofs, |proof| proof.slug())));
    }
}

/// Where only people of the province file, nobody from elsewhere does; unless with a proof that one source names.
pub(super) fn refused(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let named = || {
        let rules = sight.province_rules();
        let answer = rules.map(|rules| rules.get(Parameter::IndividualResidenceProof));
        answer.map(Answer::choices::<ResidenceProof>).unwrap_or_default()
    };
    judge(sight, applied, Nonlocal::No, named, out);
}

/// Where a residence permit is asked, people from elsewhere bring it.
pub(super) fn permit(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, Nonlocal::Permit, || accepted(sight), out);
}

/// Where one of several proofs is asked, people from elsewhere bring one.
pub(super) fn proof(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, Nonlocal::Proof, || accepted(sight), out);
}

/// Who is in charge of a service and comes from elsewhere brings the residence permit, where it is asked.
pub(super) fn site_person(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<Nonlocal>(applied) != Some(Nonlocal::Permit) {
        return;
    }
    for who in sight.people.iter().filter(|who| !who.of_subject) {
        let Some(home) = who.home().filter(|home| Some(*home) != sight.province()) else { continue };
        if !brings(who, &[ResidenceProof::ResidencePermit]) {
            let finding = applied.finding(who.path(who.fields.certificate_number));
            out.push(finding.with("found", format!("@provinces/{home}")));
        }
    }
}

/// A student card alone is no proof where it is refused.
pub(super) fn student_card_refused(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.value().and_then(Value::flag) != Some(false) {
        return;
    }
    let Some((who, _)) = elsewhere(sight) else { return };
    if brings(who, &[ResidenceProof::StudentCard]) && !brings(who, &accepted(sight)) {
        out.push(applied.finding(who.path(who.fields.certificate_number)));
    }
}

/// A contract of rent that was brought runs long enough.
pub(super) fn rental_months(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(least), Some(who)) = (applied.number(), sight.people.first()) else { return };
    if let Some(months) = who.person.rental_months.filter(|months| *months < u64::from(least)) {
        let finding = applied.finding(who.path(who.fields.certificate_number));
        out.push(finding.with("found", months.to_string()).with("expected", least.to_string()));
    }
}
