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

/// Words that only arise where two others meet: 一个人大冒险, 个人民宿, 安全国际, 心中国学.
const BROKEN: &[(&str, &str)] =
    &[("个", "人大"), ("个", "人民"), ("安", "全国"), ("心", "中国"), ("其", "中国")];

/// A text in which many words are looked for: most are passed over for a character that is not there.
#[derive(Debug, Clone, Copy)]
struct Sought<'n> {
    text: &'n str,
    characters: u64,
}

impl<'n> Sought<'n> {
    fn new(text: &'n str) -> Self {
        let characters = text.chars().fold(0, |all, character| all | Self::bit(character));
        Self { text, characters }
    }

    fn bit(character: char) -> u64 {
        1 << (u32::from(character.to_ascii_lowercase()) % 64)
    }

    /// Where a word begins; a Latin word stands by itself, in capitals or not.
    fn place(self, word: &str) -> Option<usize> {
        if word.is_empty() || !word.chars().all(|character| self.characters & Self::bit(character) != 0) {
            return None;
        }
        if !word.is_ascii() {
            let at = self.text.find(word)?;
            let broken =
                |(before, broken): &(&str, &str)| *broken == word && self.text[..at].ends_with(before);
            return (!BROKEN.iter().any(broken)).then_some(at);
        }
        let joined = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let bytes = self.text.as_bytes();
        bytes.windows(word.len()).enumerate().map(|(at, _)| at).find(|&at| {
            let end = at + word.len();
            let before = at.checked_sub(1).and_then(|at| bytes.get(at));
            bytes[at..end].eq_ignore_ascii_case(word.as_bytes()) && !joined(before) && !joined(bytes.get(end))
        })
    }

    /// The first of the words that stands in the text.
    fn first<'w>(self, mut words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
        words.find(|word| self.place(word).is_some())
    }
}

/// None of the words stands in the name.
fn free_of_words(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        if let Some(word) = Sought::new(name).first(applied.words.iter().copied()) {
            out.push(about(applied, offer).with("found", word));
        }
    }
}
