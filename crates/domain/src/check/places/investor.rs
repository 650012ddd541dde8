//! The investor (投资者或上级主管单位), as provinces want it.

use super::super::applied::Applied;
use super::super::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::{Investor, Value};

fn judge(sight: &Sight<'_>, applied: &Applied<'_>, way: Investor, wanted: &str, out: &mut Vec<Finding>) {
    let investor = sight.dossier.subject.investor.trim();
    let differs = !investor.is_empty() && !wanted.trim().is_empty() && investor != wanted.trim();
    if differs && applied.value().and_then(Value::choice::<Investor>) == Some(way) {
        out.push(applied.at(Field::SubjectInvestor));
    }
}

/// The field of the investor repeats the name of the unit.
pub(super) fn unit_name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, Investor::UnitName, &sight.dossier.subject.name, out);
}

/// The field of the investor names the legal representative, whom we know if he is in charge.
pub(super) fn representative(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let person = &sight.dossier.subject.person;
    if person.legal_representative == Some(true) {
        judge(sight, applied, Investor::Representative, &person.name, out);
    }
}
