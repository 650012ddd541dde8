//! `rulebook show CODE`: one rule, with its words, who says it, where it applies, and its examples.

use beian_domain::rulebook::{Entry, Example, Rule, Spoken};

use super::Opened;
use crate::terminal::say;

pub(super) fn show(opened: &Opened, entry: &Entry<Rule>) {
    let rule = &entry.value;
    let spoken = |words: &Spoken| words.in_language(opened.language).to_owned();
    say(format!("{} — {}", rule.code, spoken(&rule.title)));
    say(format!("  {}", spoken(&rule.says)));
    if let Some(why) = &rule.why {
        say(format!("  {}", spoken(why)));
    }
    say(format!("  → {}", spoken(&rule.remedy)));
    let said = &entry.testimony;
    let sureness = if rule.asks.is_empty() {
        format!("severity {}, confidence {}", said.severity.slug(), said.confidence.slug())
    } else {
        format!("severity at most {}", said.severity.slug())
    };
    say(format!("  {sureness}, layer {}", entry.place.layer));
    // Where it asks, the provinces speak, and the tag of the rule itself says nothing.
    let tags = said.sources.iter().filter(|_| rule.asks.is_empty());
    for source in tags.filter_map(|tag| opened.rulebook.source(tag)) {
        let (name, date) = (spoken(&source.name), &source.date);
        say(format!("  source {}: {name} ({date}) {}", source.tag, source.address));
    }
    applies(rule);
    for parameter in &rule.asks {
        let words = opened.rulebook.words().parameter(*parameter);
        say(format!("  asks {}: {}", parameter.key(), words.map(spoken).unwrap_or_default()));
    }
    say(format!("  check {}, written at {}", rule.check.slug, entry.place));
    say(format!("  fails: {}", examples(&rule.fails)));
    say(format!("  passes: {}", examples(&rule.passes)));
}

fn applies(rule: &Rule) {
    let applies = &rule.applies;
    let lists = [
        ("orders", applies.orders.iter().map(|kind| kind.slug()).collect::<Vec<_>>()),
        ("natures", applies.natures.iter().map(|nature| nature.slug()).collect()),
        ("services", applies.services.iter().map(|kind| kind.slug()).collect()),
        ("provinces", applies.provinces.iter().map(|province| province.slug()).collect()),
    ];
    say(format!("  of {}", applies.of.slug()));
    for (name, slugs) in lists.iter().filter(|(_, slugs)| !slugs.is_empty()) {
        say(format!("  {name} {}", slugs.join(" ")));
    }
}

fn examples(examples: &[Example]) -> String {
    let told = examples.iter().map(|example| {
        let set = example.set.iter().map(|(path, value)| format!("{path} = {value}"));
        let without = example.without.iter().map(|path| format!("without {path}"));
        let changes: Vec<String> = set.chain(without).collect();
        let changes = if changes.is_empty() { "as it is".to_owned() } else { changes.join(", ") };
        format!("{} [{changes}]", example.on.slug())
    });
    told.collect::<Vec<_>>().join("; ")
}
