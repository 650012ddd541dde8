//! Cases: whether a clause of a province or of the nation is about an order, and where in it.

use super::sight::Sight;
use crate::order::field::{Field, FieldPath};
use crate::rulebook::{Clause, Row, TableKind, When, Where};
use crate::tables::SubjectNature;

/// Where a clause meets an order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'s> {
    /// The field that brings the clause into play.
    pub field: FieldPath,
    /// The word that stands there.
    pub word: Option<&'s str>,
    /// Whether something in the order speaks for it; a clause without conditions is about every order.
    pub special: bool,
}

/// The first case of a clause that holds; none if it is not about this order.
pub(super) fn case<'s>(sight: &Sight<'s>, clause: &'s Clause) -> Option<Case<'s>> {
    if clause.when.is_empty() {
        return Some(Case { field: FieldPath::of(Field::OrderKind), word: None, special: false });
    }
    clause.when.iter().find_map(|when| one(sight, when))
}

fn one<'s>(sight: &Sight<'s>, when: &'s When) -> Option<Case<'s>> {
    let kind = sight.kind();
    let nature = sight.dossier.subject.nature.map(SubjectNature::slug);
    let ordered = when.orders.is_empty() || kind.is_some_and(|kind| when.orders.contains(&kind));
    let natural = when.natures.is_empty() || when.natures.iter().any(|one| Some(one.as_str()) == nature);
    if !ordered || !natural {
        return None;
    }
    let content = content(sight, &when.contents);
    if !when.contents.is_empty() && content.is_none() {
        return None;
    }
    if !when.words.is_empty() || !when.keywords.is_empty() {
        return word(sight, when);
    }
    let field = match content {
        Some(n) => FieldPath::in_service(Field::ServiceContents, n),
        None if when.natures.is_empty() => FieldPath::of(Field::OrderKind),
        None => FieldPath::of(Field::SubjectNature),
    };
    // A place without words to look for there is for people to read.
    let named = content.is_some() || !when.natures.is_empty() || !when.orders.is_empty();
    let special = named && when.places.is_empty();
    Some(Case { field, word: None, special })
}

/// The service that has one of the contents.
fn content(sight: &Sight<'_>, codes: &[String]) -> Option<u8> {
    let has = |code: &String| codes.contains(code);
    sight.offers.iter().find(|offer| offer.service.contents.iter().any(has)).map(|offer| offer.n)
}

fn word<'s>(sight: &Sight<'s>, when: &'s When) -> Option<Case<'s>> {
    let found = |field: FieldPath, word: &'s str| Case { field, word: Some(word), special: true };
    for word in &when.words {
        if let Some(field) = when.places.iter().find_map(|place| stands(sight, *place, word)) {
            return Some(found(field, word));
        }
    }
    for row in when.keywords.iter().filter_map(|code| sight.rules.row(TableKind::Keywords, code)) {
        for word in row.value.words("words") {
            if let Some(field) = when.places.iter().find_map(|place| stands(sight, *place, word)) {
                return Some(found(field, word));
            }
        }
        if when.places.contains(&Where::Content)
            && let Some(n) = content_of(sight, &row.value)
        {
            let field = FieldPath::in_service(Field::ServiceContents, n);
            return Some(Case { field, word: None, special: true });
        }
    }
    None
}

/// The service whose contents need the approval the keywords point to: the content is known by its code only.
fn content_of(sight: &Sight<'_>, keywords: &Row) -> Option<u8> {
    let approval = keywords.get("pre-approval")?.text()?;
    let needs = |code: &String| {
        let row = sight.rules.row(TableKind::Contents, code);
        row.and_then(|row| row.value.get("pre-approval")?.text()) == Some(approval)
    };
    sight.offers.iter().find(|offer| offer.service.contents.iter().any(needs)).map(|offer| offer.n)
}

/// Where a word stands, in one of the places a machine can read.
fn stands(sight: &Sight<'_>, place: Where, word: &str) -> Option<FieldPath> {
    let subject = &sight.dossier.subject;
    let of = |text: &str, field: Field| text.contains(word).then(|| FieldPath::of(field));
    match place {
        Where::ServiceName => {
            let offer = sight.offers.iter().find(|offer| offer.service.name.contains(word))?;
            Some(offer.path(Field::ServiceName))
        }
        Where::SubjectName => of(&subject.name, Field::SubjectName),
        Where::Scope => of(&subject.scope, Field::SubjectScope),
        Where::Address => of(&subject.address, Field::SubjectAddress),
        Where::Domain => {
            let has =
                |name: &str| if word.starts_with('.') { name.ends_with(word) } else { name.contains(word) };
            let any = |domain: &crate::dossier::Domain| has(domain.name.trim());
            let offer = sight.offers.iter().find(|offer| offer.service.domains.iter().any(any))?;
            Some(offer.path(Field::ServiceDomain))
        }
        Where::Content => None,
    }
}

/// Whether a remark of the order says what a row of the table of remarks asks for: one of its words stands there,
/// or the sentence itself.
pub(super) fn remarked(sight: &Sight<'_>, code: &str) -> bool {
    let Some(row) = sight.rules.row(TableKind::Remarks, code) else { return false };
    let services = sight.dossier.services.iter().map(|service| service.remark.as_str());
    let mut remarks = services.chain([sight.dossier.subject.remark.as_str()]);
    let sentence = row.value.name.zh.trim_end_matches(['：', ':']);
    let words = row.value.words("words");
    remarks.any(|remark| remark.contains(sentence) || words.iter().any(|word| remark.contains(word.as_str())))
}
