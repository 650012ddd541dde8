//! Checks of the names of websites and Apps.

mod alone;
mod apps;
mod blog;
mod business;
mod individual;
mod keywords;
mod unit;
mod written;

use super::applied::Applied;
use super::registry::{Check, check};
use super::sight::{Offer, Sight};
use crate::finding::Finding;
use crate::order::field::Field;

pub(super) const CHECKS: &[Check] = &[
    check!("name-length-least", written::length_least; Asks),
    check!("name-hanzi-least", written::hanzi_least; Asks),
    check!("name-length-advised", written::length_advised; Asks),
    check!("name-not-digits", written::not_digits),
    check!("name-not-letters", written::not_letters),
    check!("name-not-english", written::not_english; Asks),
    check!("name-characters", written::characters),
    check!("name-no-domain", written::no_domain),
    check!("name-free-of-words", free_of_words; Words),
    check!("name-begins-free", unit::begins_free; Words),
    check!("name-begins-as-subject", unit::begins_as_subject; Words),
    check!("name-interactive", unit::interactive; Words),
    check!("name-with-certificate", unit::with_certificate; Words),
    check!("name-brackets", unit::brackets),
    check!("name-related", unit::related),
    check!("name-not-foreign", alone::not_foreign; Words),
    check!("names-distinct", alone::distinct),
    check!("names-distinct-asked", alone::distinct_asked; Asks),
    check!("name-keywords", keywords::approved; Words),
    check!("name-words-usual", individual::words_usual; Words),
    check!("name-words-asked", individual::words_asked; Asks),
    check!("name-no-commerce", business::no_commerce; Asks, Words),
    check!("name-no-place", individual::no_place; Asks),
    check!("name-no-person", individual::no_person; Asks),
    check!("name-no-pinyin", individual::no_pinyin; Asks),
    check!("blog-form", blog::form; Asks),
    check!("blog-not-banned", blog::not_banned; Asks),
    check!("blog-approved", blog::approved; Asks),
    check!("app-name-no-emoji", apps::no_emoji),
    check!("app-name-not-generic", apps::not_generic; Words),
    check!("app-name-on-platforms", apps::on_platforms),
];

/// The names that are given, of the services the rule is about.
fn each<'a>(
    sight: &'a Sight<'_>,
    applied: &'a Applied<'_>,
) -> impl Iterator<Item = (&'a Offer<'a>, &'a str)> {
    let named = applied.offers(sight).map(|offer| (offer, offer.service.name.trim()));
    named.filter(|(_, name)| !name.is_empty())
}

/// A finding in the name of a service.
fn about(applied: &Applied<'_>, offer: &Offer<'_>) -> Finding {
    applied.in_service(Field::ServiceName, offer.n)
}

/// Whether a character is a Hanzi.
fn is_hanzi(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Where a word begins in a text; a Latin word stands by itself, in capitals or not.
fn place(text: &str, word: &str) -> Option<usize> {
    if !word.is_ascii() {
        return text.find(word);
    }
    let length = word.len();
    let joined = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = text.as_bytes();
    (0..bytes.len().saturating_sub(length - 1)).find(|&at| {
        bytes[at..at + length].eq_ignore_ascii_case(word.as_bytes())
            && !(at > 0 && joined(bytes.get(at - 1)))
            && !joined(bytes.get(at + length))
    })
}

/// None of the words stands in the name.
fn free_of_words(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        if let Some(word) = applied.words(sight).find(|word| place(name, word).is_some()) {
            out.push(about(applied, offer).with("found", word));
        }
    }
}
