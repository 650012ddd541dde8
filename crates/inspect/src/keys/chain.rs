//! Chains by who issued whom, never by the order in a file.

use super::certificate::Read;
use crate::facts::Certificate;

/// Sorts certificates into chains, each with its leaf first; a certificate that issued another one starts none.
pub(crate) fn chains(mut all: Vec<Read>) -> Vec<Vec<Certificate>> {
    let mut seen = std::collections::HashSet::new();
    all.retain(|one| seen.insert(one.facts.der.clone()));
    let mut leaves: Vec<usize> = (0..all.len()).filter(|leaf| !issued_another(&all, *leaf)).collect();
    if leaves.is_empty() && !all.is_empty() {
        // Two that name each other: nobody's leaf, so the first.
        leaves.push(0);
    }
    // Those that may not issue others come first: they carry a key of an App.
    leaves.sort_by_key(|leaf| all[*leaf].authority);
    leaves.into_iter().map(|leaf| from(&all, leaf)).collect()
}

/// The chain that starts with the certificate at `leaf`, as far as the others reach.
pub(crate) fn from(all: &[Read], leaf: usize) -> Vec<Certificate> {
    let mut path = vec![leaf];
    let mut at = leaf;
    while let Some(next) = (0..all.len()).find(|next| !path.contains(next) && issued(&all[*next], &all[at])) {
        path.push(next);
        at = next;
    }
    path.into_iter().map(|at| all[at].facts.clone()).collect()
}

fn issued_another(all: &[Read], at: usize) -> bool {
    all.iter().enumerate().any(|(other, one)| other != at && issued(&all[at], one))
}

/// By names: those who sell certificates name themselves in each.
fn issued(authority: &Read, one: &Read) -> bool {
    one.issuer == authority.subject && one.subject != one.issuer
}
