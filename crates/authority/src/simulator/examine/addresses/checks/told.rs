//! Checks of who uses a range: what must be told depends on how it is allocated.

use super::Examined;
use crate::codes::Table;
use crate::codes::base::Province;
use crate::message::upload::ip::addition::Allocation as Mode;
use crate::simulator::checks::Library;
use crate::simulator::checks::persons::{are_emails, are_phones};
use crate::simulator::checks::subject::fits;

/// A text that an allocation in use must tell is missing or blank.
fn lacks_text(one: &Examined<'_>, told: Option<&String>) -> bool {
    used(one) && told.is_none_or(|text| text.trim().is_empty())
}

fn used(one: &Examined<'_>) -> bool {
    one.allocation().is_some_and(|allocation| allocation.way == Mode::USED)
}

/// Allocated and used, or used by the provider itself.
fn in_use(one: &Examined<'_>) -> bool {
    one.allocation().is_some_and(|allocation| matches!(allocation.way, Mode::USED | Mode::OWN_USE))
}

pub(super) fn date_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    in_use(one) && one.allocation().is_some_and(|allocation| allocation.allocated.is_none())
}

pub(super) fn usage_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    in_use(one) && one.allocation().is_some_and(|allocation| allocation.usage.is_none())
}

pub(super) fn name_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    lacks_text(one, one.allocation().and_then(|allocation| allocation.name.as_ref()))
        || one.own().is_some_and(|own| own.name.trim().is_empty())
}

pub(super) fn street_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    lacks_text(one, one.allocation().and_then(|allocation| allocation.street.as_ref()))
        || one.own().is_some_and(|own| own.street.trim().is_empty())
}

pub(super) fn contact_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    lacks_text(one, one.allocation().and_then(|allocation| allocation.contact_name.as_ref()))
        || one.own().is_some_and(|own| own.contact_name.trim().is_empty())
}

pub(super) fn phone_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    lacks_text(one, one.allocation().and_then(|allocation| allocation.contact_phone.as_ref()))
}

pub(super) fn email_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    lacks_text(one, one.allocation().and_then(|allocation| allocation.contact_email.as_ref()))
}

pub(super) fn nature_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    used(one) && one.allocation().is_some_and(|allocation| allocation.nature.is_none())
}

pub(super) fn province_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    used(one) && one.allocation().is_some_and(|allocation| allocation.province.is_none())
}

pub(super) fn city_missing(one: &Examined<'_>, _: &Library<'_>) -> bool {
    used(one) && one.allocation().is_some_and(|allocation| allocation.city.is_none())
}

/// Province, city and county, as far as they are told.
fn region(one: &Examined<'_>) -> (Option<i64>, Option<i64>, Option<i64>) {
    if let Some(allocation) = one.allocation() {
        return (allocation.province, allocation.city, allocation.county);
    }
    one.own().map_or((None, None, None), |own| (Some(own.province), Some(own.city), own.county))
}

/// Each is known, but they do not belong together.
pub(super) fn region_wrong(one: &Examined<'_>, library: &Library<'_>) -> bool {
    let (province, city, county) = region(one);
    let unknown = [province_unknown, city_unknown, county_unknown];
    let is_known = !unknown.iter().any(|unknown| unknown(one, library));
    is_known && province.is_some_and(|province| !fits(library, province, city, county))
}

pub(super) fn province_unknown(one: &Examined<'_>, _: &Library<'_>) -> bool {
    let is_province = |id: i64| id % 10_000 == 0 && Province::of_region(id).is_some();
    region(one).0.is_some_and(|province| !is_province(province))
}

pub(super) fn city_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    region(one).1.is_some_and(|city| !library.knows(Table::Regions, city))
}

pub(super) fn county_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    region(one).2.is_some_and(|county| !library.knows(Table::Regions, county))
}

pub(super) fn nature_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    let allocated = one.allocation().and_then(|allocation| allocation.nature);
    let nature = allocated.or_else(|| one.own().map(|own| own.nature));
    nature.is_some_and(|nature| !library.knows(Table::Natures, nature))
}

pub(super) fn class_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    let class = one.allocation().and_then(|allocation| allocation.class);
    class.is_some_and(|class| !library.knows(Table::UnitClasses, class))
}

pub(super) fn industry_unknown(one: &Examined<'_>, library: &Library<'_>) -> bool {
    let industry = one.allocation().and_then(|allocation| allocation.industry);
    industry.is_some_and(|industry| !library.knows(Table::Industries, industry))
}

pub(super) fn phone_malformed(one: &Examined<'_>, _: &Library<'_>) -> bool {
    let allocated = one.allocation().and_then(|allocation| allocation.contact_phone.as_deref());
    let phone = allocated.or_else(|| one.own().map(|own| own.contact_phone.as_str()));
    phone.is_some_and(|phone| !phone.trim().is_empty() && !are_phones(phone))
}

pub(super) fn email_malformed(one: &Examined<'_>, _: &Library<'_>) -> bool {
    let allocated = one.allocation().and_then(|allocation| allocation.contact_email.as_deref());
    let email = allocated.or_else(|| one.own().map(|own| own.contact_email.as_str()));
    email.is_some_and(|email| !email.trim().is_empty() && !are_emails(email))
}
