//! Changes between a unit and an individual, and from one individual to another.

use super::{number_differs, record};
use crate::check::applied::{Applied, Asked};
use crate::check::checker;
use crate::check::sight::Sight;
use crate::dossier::Record;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::{DomainOwner, KindChange, Parameter, Value};

/// The record of an individual stays that individual's, unless the province lets it pass on.
pub(super) fn individual_stays(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let asked = applied.value().and_then(Value::choice::<KindChange>);
    let Some(record) = record(sight).filter(|record| record.individual == Some(true)) else { return };
    if asked == Some(KindChange::No)
        && number_differs(&record.certificate_number, &sight.dossier.subject.certificate_number)
    {
        out.push(applied.at(Field::SubjectCertificateNumber));
    }
}

/// What the province the record is in says about the filer it was: a rule asks for the filer that it becomes.
fn asked<'r>(sight: &Sight<'r>, parameter: Parameter) -> Option<(Asked<'r>, KindChange)> {
    let asked = checker::answer(sight.rules, sight.province(), parameter)?;
    Some((asked, asked.entry.value.choice()?))
}

fn find(applied: &Applied<'_>, asked: Asked<'_>, change: KindChange, out: &mut Vec<Finding>) {
    let finding = applied.by_answer(Field::SubjectNature, asked);
    out.push(finding.with("expected", format!("@choices/kind-change/{}", change.slug())));
}

/// The record of an individual becomes a unit's only as the province lets it.
pub(super) fn becomes_unit(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = record(sight).filter(|record| record.individual == Some(true)) else { return };
    let Some((answer, change)) = asked(sight, Parameter::IndividualToUnit) else { return };
    let refused = match change {
        KindChange::Yes => false,
        KindChange::IfRepresentative => !may_be_representative(sight, record),
        KindChange::IfPersonInCharge => {
            !may_be_representative(sight, record) && !may_be_in_charge(sight, record)
        }
        KindChange::WithUnitDomain => owned_by_others(sight),
        KindChange::No => true,
    };
    if refused {
        find(applied, answer, change, out);
    }
}

/// Whether the individual of the record may be the unit's representative: unknown counts as yes.
fn may_be_representative(sight: &Sight<'_>, record: &Record) -> bool {
    let person = &sight.dossier.subject.person;
    person.legal_representative != Some(false)
        && !number_differs(&record.certificate_number, &person.certificate_number)
}

fn may_be_in_charge(sight: &Sight<'_>, record: &Record) -> bool {
    let person = |number: &str| !number_differs(&record.certificate_number, number);
    sight.offers.iter().any(|offer| person(&offer.service.person.certificate_number))
}

/// Whether a domain is known to be somebody else's than the unit's.
fn owned_by_others(sight: &Sight<'_>) -> bool {
    let domains = sight.offers.iter().flat_map(|offer| &offer.service.domains);
    let mut relations = domains.filter_map(|domain| domain.owner.as_ref()?.relation);
    relations.any(|relation| relation != DomainOwner::Unit)
}

/// The record of a unit becomes an individual's only as the province lets it.
pub(super) fn becomes_individual(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = record(sight).filter(|record| record.individual == Some(false)) else { return };
    let Some((answer, change)) = asked(sight, Parameter::UnitToIndividual) else { return };
    let was = record.person.as_deref();
    let same = was.is_none_or(|was| {
        !number_differs(&was.certificate_number, &sight.dossier.subject.certificate_number)
    });
    let refused = match change {
        KindChange::Yes | KindChange::WithUnitDomain => false,
        KindChange::IfRepresentative => {
            !same || was.is_some_and(|was| was.legal_representative == Some(false))
        }
        KindChange::IfPersonInCharge => !same,
        KindChange::No => true,
    };
    if refused {
        find(applied, answer, change, out);
    }
}
