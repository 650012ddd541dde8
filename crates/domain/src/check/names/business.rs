//! Words of business in the names of individuals.

use super::individual::bans;
use super::{Sought, about, each};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::rulebook::NameBan;

/// Where names of business are banned, none of the words stands in the name.
pub(super) fn no_commerce(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !bans(applied, NameBan::Commerce) {
        return;
    }
    for (offer, name) in each(sight, applied) {
        if let Some(word) = Sought::new(name).first(applied.words.iter().copied()) {
            out.push(about(applied, offer).with("found", word));
        }
    }
}
