//! Checks of the subject (主体): nature, certificate, region, person in charge.

use super::Library;
use super::content::Content;
use crate::codes::Table;
use crate::codes::base::{CERTIFICATE_ID_CARD, Province};
use crate::simulator::check_digit::{is_credit_code, is_id_card};

/// 营业执照: since 2015 its number is a unified social credit code.
const BUSINESS_LICENCE: i64 = 1;

pub(super) fn certificate_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    content.subject.as_ref().is_some_and(|subject| {
        let number = subject.certificate_number.trim();
        let malformed = match subject.certificate_kind {
            BUSINESS_LICENCE if number.len() == 18 => !is_credit_code(number),
            BUSINESS_LICENCE => !matches!(number.len(), 13 | 15),
            _ => number.is_empty(),
        };
        malformed || !library.knows(Table::CertificateTypes, subject.certificate_kind)
    })
}

pub(super) fn nature_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    let known = |nature: Option<i64>| nature.is_some_and(|nature| library.knows(Table::Natures, nature));
    content.subject.as_ref().is_some_and(|subject| !known(subject.nature))
}

/// Identity cards of the subject and of every person in charge.
pub(super) fn id_card_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    let subject = content.subject.as_ref();
    let own = subject.map(|one| (Some(one.certificate_kind), Some(one.certificate_number)));
    let persons = subject.map(|one| &one.person).into_iter();
    let persons = persons.chain(content.services.iter().filter_map(|service| service.person.as_ref()));
    let mut cards = own.into_iter().chain(persons.map(|one| (one.certificate_kind, one.certificate_number)));
    cards.any(|(kind, number)| {
        kind == Some(CERTIFICATE_ID_CARD) && !number.is_some_and(|number| is_id_card(number.trim()))
    })
}

/// City and county lie in the province, the province has a bureau, and the table knows all three.
pub(super) fn region_invalid(content: &Content<'_>, library: &Library<'_>) -> bool {
    let Some(subject) = &content.subject else { return false };
    let address = subject.address;
    !fits(library, address.province, Some(address.city), address.county)
}

/// Whether province, city and county are known and belong together.
pub(in crate::simulator) fn fits(
    library: &Library<'_>,
    province: i64,
    city: Option<i64>,
    county: Option<i64>,
) -> bool {
    let Some(known) = Province::of_region(province) else { return false };
    let inside = |region: i64| {
        (100_000..=999_999).contains(&region)
            && region / 10_000 == known.code
            && library.knows(Table::Regions, region)
    };
    province % 10_000 == 0 && inside(province) && city.is_none_or(inside) && county.is_none_or(inside)
}

/// Organisations name the subject's person in charge; an individual is that person.
pub(super) fn person_missing(content: &Content<'_>, _: &Library<'_>) -> bool {
    let unnamed = |name: Option<&str>| name.is_none_or(|name| name.trim().is_empty());
    content.organisation && content.subject.as_ref().is_some_and(|one| unnamed(one.person.name))
}
