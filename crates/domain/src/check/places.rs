//! Checks of places: the region of the address, the address itself, certificate and mailing address together.

mod address;
mod investor;
mod region;

pub(super) use region::named as province_named;

use super::registry::{Check, check};

pub(super) const CHECKS: &[Check] = &[
    check!("region-readable", region::readable),
    check!("region-known", region::known),
    check!("region-stands", region::stands),
    check!("region-of-county", region::of_county),
    check!("region-of-province", region::of_province),
    check!("region-for-words", region::for_words; Words, Number),
    check!("certificate-address-of-province", region::certificate_address; Asks),
    check!("addresses-in-one-city", region::one_city; Asks),
    check!("address-with-door", address::with_door; Words),
    check!("address-chinese", address::chinese),
    check!("address-brackets", address::brackets),
    check!("address-from-street", address::from_street),
    check!("address-of-region", address::of_region),
    check!("address-of-county", address::of_county),
    check!("address-remark", address::remark; Words, Remark),
    check!("permit-address", address::of_permit; Words),
    check!("investor-unit-name", investor::unit_name; Asks),
    check!("investor-representative", investor::representative; Asks),
];
