//! Words in names and scopes that point to a pre-approval.

use crate::check::applied::Applied;
use crate::check::contents::{points_at, settled};
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};
use crate::rulebook::{TableKind, Where};

/// Whoever uses the words has the pre-approval, the statement that none is needed, or a remark that says so.
/// Where the province has a clause for them, that speaks; where the content of a service says it, so does that.
pub(super) fn approved(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for code in &applied.with().lists {
        let Some(row) = sight.rules.row(TableKind::Keywords, code) else { continue };
        let Some((word, path)) = first(sight, row.value.words("words"), |place| {
            row.value.get("places").is_some_and(|places| places.choices::<Where>().contains(&place))
        }) else {
            continue;
        };
        let Some(approval) = row.value.get("pre-approval").and_then(|value| value.text()) else { continue };
        if !by_clause(sight, code) && !points_at(sight, approval) && !settled(sight, approval) {
            let finding = applied.finding(path).with("found", word);
            out.push(finding.with("expected", format!("@pre-approvals/{approval}")));
        }
    }
}

/// The first of the words that stands in a place that counts, and where.
fn first<'w>(
    sight: &Sight<'_>,
    words: &'w [String],
    counts: impl Fn(Where) -> bool,
) -> Option<(&'w str, FieldPath)> {
    let subject = &sight.dossier.subject;
    let standing = |text: &str| words.iter().map(String::as_str).find(|word| text.contains(word));
    let names = sight.offers.iter().map(|offer| {
        (offer.service.name.as_str(), Where::ServiceName, FieldPath::in_service(Field::ServiceName, offer.n))
    });
    let own = [
        (subject.name.as_str(), Where::SubjectName, FieldPath::of(Field::SubjectName)),
        (subject.scope.as_str(), Where::Scope, FieldPath::of(Field::SubjectScope)),
    ];
    names
        .chain(own)
        .find_map(|(text, place, path)| standing(text).filter(|_| counts(place)).map(|word| (word, path)))
}

/// Whether a clause of the province minds the words of this list.
fn by_clause(sight: &Sight<'_>, list: &str) -> bool {
    sight.clauses.iter().any(|(own, clause)| {
        let cases = &clause.value.when;
        own.is_some() && cases.iter().any(|when| when.keywords.iter().any(|code| code == list))
    })
}
