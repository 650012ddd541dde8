//! A name stands alone: it is nobody else's, neither of a country nor of another service.

use super::{Sought, about, each};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;

/// What goes on after 国 as another word: 精英国际 names no country.
const GOES_ON: &str = "际学风潮画医药货粹产企术内家民";

/// No country and no organisation of countries stands in the name.
pub(super) fn not_foreign(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        let sought = Sought::new(name);
        let mut words = applied.words.iter().copied();
        let meant = |word: &str| {
            let Some(at) = sought.place(word) else { return false };
            let next = name[at + word.len()..].chars().next();
            !(word.ends_with('国') && next.is_some_and(|next| GOES_ON.contains(next)))
        };
        if let Some(word) = words.find(|word| meant(word)) {
            out.push(about(applied, offer).with("found", word));
        }
    }
}

/// No two services of a kind, of this order or filed before, bear one name.
pub(super) fn distinct(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        let mut before = sight.offers[..usize::from(offer.n)].iter();
        let twin =
            before.any(|other| other.service.kind == offer.service.kind && other.service.name.trim() == name);
        let filed =
            sight.adds_service() && sight.dossier.known.filed_names.iter().any(|filed| filed.trim() == name);
        if twin || filed {
            out.push(about(applied, offer).with("found", name));
        }
    }
}

/// Where different names are asked for, no two services bear one.
pub(super) fn distinct_asked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.yes() {
        distinct(sight, applied, out);
    }
}
