//! What remarks say about phones: who the emergency contact is, why there is no landline.

use super::super::applied::Applied;
use super::super::sight::{Read, Sight};
use crate::finding::Finding;
use crate::order::field::Field;
use crate::rulebook::{EmergencyRemark, Value};

/// Whether a remark of the order holds one of the rule's words.
pub(super) fn said(sight: &Sight<'_>, applied: &Applied<'_>) -> bool {
    let services = sight.dossier.services.iter().map(|service| &service.remark);
    let mut remarks = std::iter::once(&sight.dossier.subject.remark).chain(services);
    remarks.any(|remark| applied.word_in(remark).is_some())
}

/// The sentence the rule asks for, as a fact.
pub(super) fn sentence(applied: &Applied<'_>) -> String {
    format!("@remarks/{}", applied.with().remark.as_deref().unwrap_or_default())
}

fn unsaid(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !said(sight, applied) {
        out.push(applied.at(Field::SubjectRemark).with("expected", sentence(applied)));
    }
}

fn judge(sight: &Sight<'_>, applied: &Applied<'_>, way: EmergencyRemark, out: &mut Vec<Finding>) {
    if applied.value().and_then(Value::choice::<EmergencyRemark>) == Some(way) {
        unsaid(sight, applied, out);
    }
}

/// The remark names the emergency contact.
pub(super) fn name(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, EmergencyRemark::Name, out);
}

/// The remark names the emergency contact and the contact's job.
pub(super) fn job(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, EmergencyRemark::NameAndJob, out);
}

/// The remark says what the emergency contact is to the filer.
pub(super) fn relation(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    judge(sight, applied, EmergencyRemark::Relation, out);
}

/// A unit without a landline says so.
pub(super) fn no_landline(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let mobile = |who: &super::super::sight::Who<'_>| {
        let reason = who.office.bad().map(|invalid| invalid.code);
        who.office == Read::Empty || reason == Some("landline-is-mobile")
    };
    if sight.people.iter().any(mobile) {
        unsaid(sight, applied, out);
    }
}
