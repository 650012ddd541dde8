//! Names of persons: as on the certificate, and names of persons at all.

use super::super::applied::Applied;
use super::super::sight::Sight;
use super::super::unreadable::unreadable;
use crate::finding::Finding;
use crate::tables::CertificateType;

/// The name of a person can be read; the rule names the reasons it is about.
pub(super) fn readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        out.extend(unreadable(applied, &who.name, who.path(who.fields.name)));
    }
}

/// Whoever shows an ID card bears a name in Chinese characters.
pub(super) fn chinese(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        let card = who.person.certificate_type == Some(CertificateType::ResidentId);
        if card && who.name.good().is_some_and(|name| name.as_str().is_ascii()) {
            out.push(applied.finding(who.path(who.fields.name)));
        }
    }
}

/// None of the words stands in the name of a person.
pub(super) fn free_of(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        if let Some(word) = applied.word_in(&who.person.name) {
            out.push(applied.finding(who.path(who.fields.name)).with("found", word));
        }
    }
}
