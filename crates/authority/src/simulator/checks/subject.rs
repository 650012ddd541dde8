//! Checks of the subject (主体): nature, certificate, region, person in charge.

use super::Library;
use crate::codes::base::{self, CERTIFICATE_ID_CARD, NATURE_INDIVIDUAL, Province};
use crate::message::upload::xzba::Filing;
use crate::simulator::check_digit::{is_credit_code, is_id_card};

/// 营业执照: since 2015 its number is a unified social credit code.
const BUSINESS_LICENCE: i64 = 1;

pub(super) fn certificate_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let certificate = &filing.subject.certificate;
    let number = certificate.number.trim();
    let malformed = match certificate.kind {
        BUSINESS_LICENCE if number.len() == 18 => !is_credit_code(number),
        BUSINESS_LICENCE => !matches!(number.len(), 13 | 15),
        _ => number.is_empty(),
    };
    malformed || base::name(base::CERTIFICATES, certificate.kind).is_none()
}

pub(super) fn nature_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    filing.subject.nature.is_none_or(|nature| base::name(base::NATURES, nature).is_none())
}

/// Identity cards of the subject and of every person in charge.
pub(super) fn id_card_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let subject = &filing.subject;
    let person = &subject.person;
    let mut cards = vec![
        (Some(subject.certificate.kind), Some(subject.certificate.number.as_str())),
        (person.certificate_kind, person.certificate_number.as_deref()),
    ];
    cards.extend(
        filing
            .services
            .iter()
            .map(|service| (service.person.certificate_kind, service.person.certificate_number.as_deref())),
    );
    cards.into_iter().any(|(kind, number)| {
        kind == Some(CERTIFICATE_ID_CARD) && !number.is_some_and(|number| is_id_card(number.trim()))
    })
}

/// City and county lie in the province, and the province has a bureau.
pub(super) fn region_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let address = &filing.subject.address;
    let Some(province) = Province::of_region(address.province) else { return true };
    let inside = |region: i64| (100_000..=999_999).contains(&region) && region / 10_000 == province.code;
    address.province % 10_000 != 0
        || !inside(address.city)
        || address.county.is_some_and(|county| !inside(county))
}

/// Organisations name the subject's person in charge; an individual is that person.
pub(super) fn person_missing(filing: &Filing, _: &Library<'_>) -> bool {
    let organisation = filing.subject.nature != Some(NATURE_INDIVIDUAL);
    organisation && filing.subject.person.name.as_ref().is_none_or(|name| name.trim().is_empty())
}
