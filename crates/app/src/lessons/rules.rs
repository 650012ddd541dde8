//! The rules a refusal can be said to be about.

use std::collections::BTreeSet;

use beian_domain::verdict::Judgement;
use beian_store::StoredVerdict;

use crate::app::App;

/// The rules that can be named: those in force today, by code, then those that had warned or were named before and are
/// none of today's.
pub(super) fn known(app: &App, verdict: &StoredVerdict) -> Vec<String> {
    let rulebook = app.rulebook();
    let today: Vec<String> = rulebook.at(app.today()).rules().map(|entry| entry.value.code.clone()).collect();
    let named = verdict.judged.iter().filter_map(|judged| match &judged.judgement {
        Judgement::Rule(rule) => Some(rule.clone()),
        Judgement::NoRule => None,
    });
    let warned = verdict.row.warnings.iter().map(|warning| warning.rule.clone());
    let older: BTreeSet<String> = warned.chain(named).filter(|rule| !today.contains(rule)).collect();
    today.into_iter().chain(older).collect()
}
