//! Checks of the persons in charge (负责人) and how they can be reached.

use super::Library;
use super::content::{Content, Person};

fn persons<'c>(content: &'c Content<'_>) -> impl Iterator<Item = &'c Person<'c>> {
    let subject = content.subject.iter().map(|subject| &subject.person);
    subject.chain(content.services.iter().filter_map(|service| service.person.as_ref()))
}

/// Several values in one field are joined by semicolons; every one must hold.
fn every(joined: &str, holds: impl Fn(&str) -> bool) -> bool {
    joined.split(';').all(|one| holds(one.trim()))
}

/// E-mail addresses of the right form.
pub(in crate::simulator) fn are_emails(joined: &str) -> bool {
    every(joined, |text| match text.split_once('@') {
        Some((user, host)) => {
            let plain = !text.contains(char::is_whitespace) && !host.contains('@');
            plain && !user.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
        }
        None => false,
    })
}

/// Phone numbers with area code, or mobiles.
pub(in crate::simulator) fn are_phones(joined: &str) -> bool {
    every(joined, |text| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        digits >= 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
    })
}

pub(super) fn contact_missing(content: &Content<'_>, _: &Library<'_>) -> bool {
    persons(content).any(|one| one.mobile.trim().is_empty() || one.email.trim().is_empty())
}

pub(super) fn email_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    persons(content).any(|one| !are_emails(one.email))
}

pub(super) fn office_phone_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    persons(content).filter_map(|one| one.office_phone).any(|phone| !are_phones(phone))
}

pub(super) fn mobile_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    let is_mobile = |text: &str| {
        let digits = text.len() == 11 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits && text.starts_with('1') && !text[1..].starts_with(['0', '1', '2'])
    };
    persons(content).any(|one| !every(one.mobile, is_mobile))
}

pub(super) fn msn_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    persons(content).filter_map(|one| one.msn).any(|msn| !every(msn, |one| one.contains('@')))
}

pub(super) fn qq_invalid(content: &Content<'_>, _: &Library<'_>) -> bool {
    let is_qq = |text: &str| (5..=11).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    persons(content).filter_map(|one| one.qq).any(|qq| !every(qq, is_qq))
}

/// Organisations name an office phone for every person; individuals need none.
pub(super) fn office_phone_missing(content: &Content<'_>, _: &Library<'_>) -> bool {
    content.organisation && persons(content).any(|one| one.office_phone.is_none())
}
