//! Sole traders (个体工商户): as a unit or as an individual, with a trade name, with a seal.

use super::super::applied::Applied;
use super::super::sight::Sight;
use super::asked;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::SoleTrader;

/// How the province files sole traders, if the subject is one.
fn way(sight: &Sight<'_>, applied: &Applied<'_>) -> Option<SoleTrader> {
    asked::<SoleTrader>(applied).filter(|_| sight.dossier.subject.sole_trader == Some(true))
}

fn nameless(sight: &Sight<'_>) -> bool {
    sight.dossier.subject.trade_name == Some(false)
}

/// Where a seal is needed, there is one.
pub(super) fn seal(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let needed = matches!(way(sight, applied), Some(SoleTrader::SealNeeded | SoleTrader::NameAndSealNeeded));
    if needed && sight.dossier.subject.seal == Some(false) {
        out.push(applied.at(Field::SubjectName));
    }
}

/// Where a trade name is needed, there is one.
pub(super) fn trade_name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let needed = matches!(way(sight, applied), Some(SoleTrader::NameNeeded | SoleTrader::NameAndSealNeeded));
    if needed && nameless(sight) {
        out.push(applied.at(Field::SubjectName));
    }
}

/// Where the nameless file as individuals, they do.
pub(super) fn as_individual(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if way(sight, applied) == Some(SoleTrader::NamelessAsIndividual) && nameless(sight) {
        out.push(applied.at(Field::SubjectNature));
    }
}

/// Where the nameless file under the owner's name, the subject bears it.
pub(super) fn owner_name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    let (name, owner) = (subject.name.trim(), subject.person.name.trim());
    let other = !name.is_empty() && !owner.is_empty() && !name.starts_with(owner);
    if other && way(sight, applied) == Some(SoleTrader::NamelessByOwner) && nameless(sight) {
        out.push(applied.at(Field::SubjectName));
    }
}

/// The nameless say in the remark what they are, where the province files them so.
pub(super) fn remark(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if way(sight, applied) == Some(SoleTrader::NamelessByOwner) && nameless(sight) {
        remarked(sight, applied, out);
    }
}

/// A sole trader who files as an individual says so in the remark.
pub(super) fn remark_of_individual(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.dossier.subject.sole_trader == Some(true) {
        remarked(sight, applied, out);
    }
}

fn remarked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.word_in(&sight.dossier.subject.remark).is_none() {
        let sentence = applied.with().remark.as_deref().unwrap_or_default();
        out.push(applied.at(Field::SubjectRemark).with("expected", format!("@remarks/{sentence}")));
    }
}

/// Where only the owner may be in charge, the owner is.
pub(super) fn representative(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let other = sight.dossier.subject.person.legal_representative == Some(false);
    if other && way(sight, applied) == Some(SoleTrader::Published) {
        out.push(applied.at(Field::SubjectPersonIsLegalRepresentative));
    }
}
