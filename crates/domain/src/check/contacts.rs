//! Checks of phones and mail addresses: readable, own, different, local, reachable.

mod differing;
mod local;
mod numbers;
mod remarks;

use super::registry::{Check, check};

pub(super) const CHECKS: &[Check] = &[
    check!("mobile-readable", numbers::mobile_readable; Words),
    check!("emergency-phone-readable", numbers::emergency_readable; Words),
    check!("office-phone-readable", numbers::office_readable; Words),
    check!("email-readable", numbers::email_readable; Words),
    check!("email-length-least", numbers::email_least; Asks),
    check!("email-length-most", numbers::email_most; Asks),
    check!("email-domain-free-of", numbers::email_domain_free_of; Words),
    check!("mobile-segment", numbers::segment; Words),
    check!("mobile-plausible", numbers::plausible),
    check!("office-phone-there", numbers::office_there),
    check!("office-phone-is-landline", numbers::office_is_landline; Asks),
    check!("emergency-phone-differs", differing::emergency_from_mobiles; Asks),
    check!("emergency-phone-differs-always", differing::emergency_from_mobiles_always),
    check!("emergency-phones-differ", differing::emergencies; Asks),
    check!("mobiles-differ", differing::mobiles; Asks),
    check!("emails-differ", differing::emails; Asks),
    check!("phones-of-one-person", differing::of_one_person; Asks),
    check!("phones-of-two-persons", differing::of_two_persons; Asks),
    check!("phone-unique", differing::phone_unique; Asks),
    check!("email-unique", differing::email_unique),
    check!("phone-local", local::must; Asks),
    check!("phone-local-advised", local::advised; Asks),
    check!("phone-local-or-remark", local::or_remark; Asks, Remark, Words),
    check!("phone-first-local", local::first; Asks),
    check!("phone-landline-local", local::landline; Asks),
    check!("phone-local-for-nonlocal", local::for_nonlocal; Asks),
    check!("emergency-remark-name", remarks::name; Asks, Remark, Words),
    check!("emergency-remark-job", remarks::job; Asks, Remark, Words),
    check!("emergency-remark-relation", remarks::relation; Asks, Remark, Words),
    check!("no-landline-remark", remarks::no_landline; Remark, Words),
];
