//! The rules a refusal can be said to be about.

use std::collections::BTreeSet;

use beian_domain::check::RULES;
use beian_domain::verdict::Judgement;
use beian_store::StoredVerdict;

/// The rules that can be named, in the order of the form: those of today, then those that had warned or were named
/// before and are none of today's.
pub(super) fn known(verdict: &StoredVerdict) -> Vec<String> {
    // `answer` says that an answer cannot be read: no such order is ever sent.
    let today: Vec<String> =
        RULES.iter().map(|rule| rule.code).filter(|code| *code != "answer").map(str::to_owned).collect();
    let named = verdict.judged.iter().filter_map(|judged| match &judged.judgement {
        Judgement::Rule(rule) => Some(rule.clone()),
        Judgement::NoRule => None,
    });
    let warned = verdict.row.warnings.iter().map(|warning| warning.rule.clone());
    let older: BTreeSet<String> = warned.chain(named).filter(|rule| !today.contains(rule)).collect();
    today.into_iter().chain(older).collect()
}
