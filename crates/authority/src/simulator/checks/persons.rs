//! Checks of the persons in charge (负责人) and how they can be reached.

use super::Library;
use crate::codes::base::NATURE_INDIVIDUAL;
use crate::message::upload::xzba::Filing;

/// Contact data of one person, of the subject or of a service.
struct Contact<'a> {
    office_phone: Option<&'a str>,
    mobile: &'a str,
    email: &'a str,
    msn: Option<&'a str>,
    qq: Option<&'a str>,
}

fn contacts(filing: &Filing) -> Vec<Contact<'_>> {
    let subject = &filing.subject.person;
    let mut all = vec![Contact {
        office_phone: subject.office_phone.as_deref(),
        mobile: &subject.mobile,
        email: &subject.email,
        msn: subject.msn.as_deref(),
        qq: subject.qq.as_deref(),
    }];
    all.extend(filing.services.iter().map(|service| Contact {
        office_phone: service.person.office_phone.as_deref(),
        mobile: &service.person.mobile,
        email: &service.person.email,
        msn: service.person.msn.as_deref(),
        qq: service.person.qq.as_deref(),
    }));
    all
}

/// Several values in one field are joined by semicolons; every one must hold.
fn every(joined: &str, holds: impl Fn(&str) -> bool) -> bool {
    joined.split(';').all(|one| holds(one.trim()))
}

pub(super) fn contact_missing(filing: &Filing, _: &Library<'_>) -> bool {
    contacts(filing).iter().any(|one| one.mobile.trim().is_empty() || one.email.trim().is_empty())
}

pub(super) fn email_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let is_email = |text: &str| match text.split_once('@') {
        Some((user, host)) => {
            let plain = !text.contains(char::is_whitespace) && !host.contains('@');
            plain && !user.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        }
        None => false,
    };
    contacts(filing).iter().any(|one| !every(one.email, is_email))
}

pub(super) fn office_phone_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let is_phone = |text: &str| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        digits >= 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    };
    contacts(filing).iter().filter_map(|one| one.office_phone).any(|phone| !every(phone, is_phone))
}

pub(super) fn mobile_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let is_mobile = |text: &str| {
        let digits = text.len() == 11 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits && text.starts_with('1') && !text[1..].starts_with(['0', '1', '2'])
    };
    contacts(filing).iter().any(|one| !every(one.mobile, is_mobile))
}

pub(super) fn msn_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    contacts(filing).iter().filter_map(|one| one.msn).any(|msn| !every(msn, |one| one.contains('@')))
}

pub(super) fn qq_invalid(filing: &Filing, _: &Library<'_>) -> bool {
    let is_qq = |text: &str| (5..=11).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    contacts(filing).iter().filter_map(|one| one.qq).any(|qq| !every(qq, is_qq))
}

/// Organisations name an office phone for every person; individuals need none.
pub(super) fn office_phone_missing(filing: &Filing, _: &Library<'_>) -> bool {
    let organisation = filing.subject.nature != Some(NATURE_INDIVIDUAL);
    organisation && contacts(filing).iter().any(|one| one.office_phone.is_none())
}
