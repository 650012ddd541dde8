//! Words in names and scopes that point to a pre-approval.

use crate::check::applied::Applied;
use crate::check::contents::{points_at, settled};
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};
use crate::rulebook::{Asks, TableKind, Value, Where};

/// Whoever uses the words has the pre-approval, the statement that none is needed, or a remark that says so.
/// Where the province asks for a document or refuses the words, its clause speaks; where the content of a service says
/// it, so does that.
pub(super) fn approved(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for code in &applied.with().lists {
        let Some(row) = sight.rules.row(TableKind::Keywords, code) else { continue };
        let counts =
            |place| row.value.get("places").is_some_and(|places| places.choices::<Where>().contains(&place));
        let Some(found) = first(sight, row.value.words("words"), counts) else { continue };
        let Some(approval) = row.value.get("pre-approval").and_then(Value::text) else { continue };
        let told = points_at(sight, approval) || settled(sight, approval);
        if !told && !by_clause(sight, code, approval, found.place) {
            let finding = applied.finding(found.path).with("found", found.word);
            out.push(finding.with("expected", format!("@pre-approvals/{approval}")));
        }
    }
}

/// A word, and where it stands.
struct Found<'w> {
    word: &'w str,
    place: Where,
    path: FieldPath,
}

/// The first of the words that stands in a place that counts.
fn first<'w>(sight: &Sight<'_>, words: &'w [String], counts: impl Fn(Where) -> bool) -> Option<Found<'w>> {
    let subject = &sight.dossier.subject;
    let names = sight.offers.iter().map(|offer| {
        (offer.service.name.as_str(), Where::ServiceName, FieldPath::in_service(Field::ServiceName, offer.n))
    });
    let own = [
        (subject.name.as_str(), Where::SubjectName, FieldPath::of(Field::SubjectName)),
        (subject.scope.as_str(), Where::Scope, FieldPath::of(Field::SubjectScope)),
    ];
    names.chain(own).find_map(|(text, place, path)| {
        let word = words.iter().map(String::as_str).find(|word| text.contains(word));
        word.filter(|_| counts(place)).map(|word| Found { word, place, path })
    })
}

/// Whether a clause of the province asks for a document with these words, or refuses them.
fn by_clause(sight: &Sight<'_>, list: &str, approval: &str, place: Where) -> bool {
    let points = |code: &str| {
        let row = sight.rules.row(TableKind::Keywords, code);
        row.and_then(|row| row.value.get("pre-approval")?.text()) == Some(approval)
    };
    sight.clauses.iter().any(|(own, clause)| {
        let asks = clause.value.asks;
        let speaks = |code: &String| {
            let same = code == list;
            (same && asks == Asks::Refusal) || ((same || points(code)) && asks == Asks::Document)
        };
        let mut cases = clause.value.when.iter();
        own.is_some() && cases.any(|when| when.places.contains(&place) && when.keywords.iter().any(speaks))
    })
}
