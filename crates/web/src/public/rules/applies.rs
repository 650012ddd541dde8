//! To what a rule applies, in words.

use beian_domain::filing_number::ServiceKind;
use beian_domain::region::Province;
use beian_domain::rulebook::{Applies, Filer, ORDER_KINDS, TableKind};
use beian_domain::tables::SubjectNature;

use super::name;
use super::telling::Telling;
use crate::i18n::Words;

/// What a kind of service is called.
pub(super) fn service(words: Words, kind: ServiceKind) -> String {
    words.t(&format!("rules-service-{}", kind.slug()))
}

/// To what a rule applies, line by line; nothing if to everything.
pub(super) fn lines(telling: Telling<'_>, applies: &Applies) -> Vec<String> {
    let words = telling.words;
    let filer = (applies.of != Filer::Both).then(|| telling.filer(applies.of));
    let services: Vec<String> = applies.services.iter().map(|kind| service(words, *kind)).collect();
    let orders: Vec<String> =
        applies.orders.iter().map(|kind| telling.choice(ORDER_KINDS, kind.slug())).collect();
    let nature = |nature: SubjectNature| telling.row(TableKind::Natures, nature.slug());
    let natures = some(telling, &applies.natures, SubjectNature::ALL, nature);
    let province = |province: Province| name(words, province).to_owned();
    let provinces = some(telling, &applies.provinces, Province::ALL, province);
    let said = |key: &str, things: String| {
        (!things.is_empty()).then(|| words.with(key, &[("things", things.into())]))
    };
    let lists = [
        filer,
        said("rules-applies-services", telling.list(&services)),
        said("rules-applies-orders", telling.list(&orders)),
        said("rules-applies-natures", natures),
        said("rules-applies-provinces", provinces),
    ];
    lists.into_iter().flatten().collect()
}

/// Those that are meant, or those that are not where these are fewer.
fn some<T: Copy + PartialEq>(
    telling: Telling<'_>,
    meant: &[T],
    all: &[T],
    name: impl Fn(T) -> String,
) -> String {
    let others: Vec<String> = all.iter().filter(|one| !meant.contains(one)).map(|one| name(*one)).collect();
    if meant.is_empty() || others.len() >= meant.len() {
        return telling.list(&meant.iter().map(|one| name(*one)).collect::<Vec<_>>());
    }
    telling.words.with("rules-applies-but", &[("things", telling.list(&others).into())])
}
