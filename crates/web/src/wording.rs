//! The wording of mail and SMS, from the same files of sentences as the pages.

use std::sync::Arc;

use beian_app::notices::{Channel, Letter, Text, Wording};
use chrono::{DateTime, Utc};

use crate::i18n::{Lang, Value, Words};

/// Words letters; the server hands it to the application, which knows no sentences.
pub fn wording() -> Wording {
    Arc::new(|letter| worded(&letter))
}

fn worded(letter: &Letter<'_>) -> Text {
    let words = Words::new(Lang::from_tag(letter.language).unwrap_or(Lang::Zh));
    let facts = facts(words, letter);
    let args: Vec<(&str, Value<'_>)> =
        facts.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let say = |part: &str| words.with(&format!("letter-{}-{part}", letter.template), &args);
    let subject = say("subject");
    let body = match letter.channel {
        Channel::Mail | Channel::Inbox => format!("{}\n\n{}\n", say("body"), words.with("letter-end", &args)),
        // What has no short text of its own is short enough as a subject.
        Channel::Sms if words.has(&format!("letter-{}-sms", letter.template)) => say("sms"),
        Channel::Sms => subject.clone(),
    };
    Text { subject, body }
}

/// The facts as the sentences name them; what an event does not tell is empty.
fn facts(words: Words, letter: &Letter<'_>) -> Vec<(&'static str, String)> {
    let fact = |name: &str| letter.facts.get(name).cloned().unwrap_or_default();
    let until = DateTime::parse_from_rfc3339(&fact("until"))
        .map(|until| words.day_time(until.with_timezone(&Utc)))
        .unwrap_or_default();
    let number = Some(fact("service-number")).filter(|number| !number.is_empty());
    vec![
        ("order", fact("order")),
        ("url", fact("url")),
        ("provider", fact("provider")),
        ("contact", fact("contact")),
        ("domain", fact("domain")),
        ("count", fact("count")),
        ("comment", fact("comment")),
        ("opinion", fact("opinion")),
        ("until", until),
        ("number", number.unwrap_or_else(|| fact("subject-number"))),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use beian_app::notices::ALL_TEMPLATES;

    use super::*;

    #[test]
    fn every_notice_can_be_worded_in_both_languages_and_leaves_no_gap() {
        let names = ["order", "url", "provider", "contact", "domain", "count", "comment", "opinion"];
        let mut facts: BTreeMap<String, String> =
            names.iter().map(|name| ((*name).to_owned(), format!("<{name}>"))).collect();
        facts.insert("until".to_owned(), "2026-11-24T10:00:00+00:00".to_owned());
        facts.insert("service-number".to_owned(), "浙ICP备2026000001号-1".to_owned());
        for template in ALL_TEMPLATES {
            for (language, channel) in
                [("zh-CN", Channel::Mail), ("en", Channel::Mail), ("zh-CN", Channel::Sms)]
            {
                let text = worded(&Letter { template, channel, language, facts: &facts });
                assert!(!text.subject.contains('{') && !text.body.contains('{'), "{text:?}");
                assert!(channel == Channel::Sms || text.body.contains("<url>"), "{text:?}");
            }
        }
    }
}
