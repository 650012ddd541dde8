//! Names of the services of units.

use super::{Sought, about, each, is_hanzi};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::rulebook::{Asks, Clause};

/// The word a name begins with, and whether the subject's own name begins with it too.
fn beginnings(sight: &Sight<'_>, applied: &Applied<'_>, as_subject: bool, out: &mut Vec<Finding>) {
    let subject = sight.dossier.subject.name.trim();
    for (offer, name) in each(sight, applied) {
        let Some(word) = applied.words.iter().copied().find(|word| name.starts_with(word)) else { continue };
        if subject.starts_with(word) == as_subject {
            out.push(about(applied, offer).with("found", word));
        }
    }
}

/// The name begins with none of the words, unless the subject's does.
pub(super) fn begins_free(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    beginnings(sight, applied, false, out);
}

/// The name begins with none of the words, even if the subject's does.
pub(super) fn begins_as_subject(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    beginnings(sight, applied, true, out);
}

/// Whether a clause of the province minds a word, in a way that counts.
fn by_clause(sight: &Sight<'_>, word: &str, counts: impl Fn(&Clause) -> bool) -> bool {
    sight.clauses.iter().any(|(own, clause)| {
        let mut cases = clause.value.when.iter();
        own.is_some() && counts(&clause.value) && cases.any(|when| when.words.iter().any(|said| said == word))
    })
}

/// Words of exchange between people come with a pre-approval; a clause of the province that names none speaks.
pub(super) fn interactive(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        let Some(word) = Sought::new(name).first(applied.words.iter().copied()) else { continue };
        let told = by_clause(sight, word, |clause| clause.pre_approval.is_none());
        if !told && offer.service.pre_approvals.is_empty() {
            out.push(about(applied, offer).with("found", word));
        }
    }
}

/// What may follow the word that names the institution.
const TAILS: &[&str] = &["官方网站", "门户网站", "官网", "网站", "门户", "主页", "网"];

/// A name that ends as an institution belongs to one, or the certificate was brought; where the province asks for
/// it by a clause, that speaks.
pub(super) fn with_certificate(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        let bare = TAILS.iter().find_map(|tail| name.strip_suffix(tail)).unwrap_or(name);
        let Some(word) = applied.words.iter().copied().find(|word| bare.ends_with(word)) else { continue };
        let document = match word {
            "医院" => "medical-licence",
            "律师" => "full-licence",
            _ => "school-licence",
        };
        let told = by_clause(sight, word, |clause| clause.asks == Asks::Document);
        if !told && !sight.dossier.subject.name.contains(word) && !sight.brought(document) {
            let finding = about(applied, offer).with("found", word);
            out.push(finding.with("expected", format!("@documents/{document}")));
        }
    }
}

/// Where the name holds the subject's, the brackets are as wide as on the certificate.
pub(super) fn brackets(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = sight.dossier.subject.name.trim();
    if !subject.contains(['（', '）', '(', ')']) {
        return;
    }
    for (offer, name) in each(sight, applied) {
        if name.contains(['（', '）', '(', ')'])
            && !name.contains(subject)
            && narrow(name).contains(&narrow(subject))
        {
            out.push(about(applied, offer));
        }
    }
}

fn narrow(text: &str) -> String {
    text.replace('（', "(").replace('）', ")")
}

/// Two Hanzi that say nothing of whose name it is.
const COMMON: &[&str] = &["公司", "有限", "官网", "网站", "官方", "门户", "平台"];

/// Two neighbouring Hanzi of the name stand in the subject's name or in its scope.
pub(super) fn related(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    if subject.name.trim().is_empty() {
        return;
    }
    for (offer, name) in each(sight, applied) {
        let mut compared = false;
        let shared = pairs(name).filter(|pair| !COMMON.contains(pair)).any(|pair| {
            compared = true;
            subject.name.contains(pair) || subject.scope.contains(pair)
        });
        if compared && !shared {
            out.push(about(applied, offer));
        }
    }
}

/// Every two neighbouring Hanzi.
fn pairs(name: &str) -> impl Iterator<Item = &str> {
    let ends = name.char_indices().skip(1).map(|(at, c)| (at + c.len_utf8(), c));
    name.char_indices()
        .zip(ends)
        .filter(|((_, first), (_, second))| is_hanzi(*first) && is_hanzi(*second))
        .map(|((start, _), (end, _))| &name[start..end])
}
