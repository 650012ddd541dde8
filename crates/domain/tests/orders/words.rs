//! What people read: no sentence has a gap, a mark or a bare code in it, in either language.

use beian_domain::check::Checker;
use beian_domain::finding::{Finding, Told};
use beian_domain::rulebook::{Language, Rulebook};

use super::samples;

/// What is wrong with the words of a finding.
fn flaws(rulebook: &Rulebook, found: &Finding) -> Vec<String> {
    let rule = rulebook.rule(&found.rule).unwrap();
    let wording = found.wording.as_ref().unwrap();
    let mut flaws = Vec::new();
    for (language, told) in [(Language::Chinese, &wording.zh), (Language::English, &wording.en)] {
        let why = rule.why.as_ref().map_or("", |why| why.in_language(language));
        let written = [rule.says.in_language(language), why, rule.remedy.in_language(language)];
        for (written, told) in written.into_iter().zip([&told.says, &told.why, &told.remedy]) {
            flaws.extend(gaps(written, found));
            if told.matches('@').count() > written.matches('@').count() {
                flaws.push(format!("a mark: {told}"));
            }
            if language == Language::Chinese && has_code(told) {
                flaws.push(format!("a code: {told}"));
            }
            if !told.is_empty() && !ENDS.iter().any(|end| told.ends_with(end)) {
                flaws.push(format!("no end: {told}"));
            }
        }
        flaws.extend(texts(told).filter(|text| broken(text)).map(|text| format!("broken: {text}")));
    }
    flaws
}

/// What a sentence ends with.
const ENDS: [&str; 5] = ["。", ".", "…", "。”", ".”"];

/// Places of a sentence for which there is nothing.
fn gaps(written: &str, found: &Finding) -> Vec<String> {
    let empty = |name: &&str| found.facts.get(*name).is_none_or(|fact| fact.trim().is_empty());
    placeholders(written).filter(empty).map(|name| format!("nothing for {{{name}}} in {written}")).collect()
}

fn placeholders(written: &str) -> impl Iterator<Item = &str> {
    written.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn texts(told: &Told) -> impl Iterator<Item = &str> {
    let facts = [&told.found, &told.expected].into_iter().flatten();
    [&told.title, &told.says, &told.why, &told.remedy].into_iter().chain(facts).map(String::as_str)
}

/// What stands in no sentence.
const BREAKS: &str = "“” () （） 。。 ；。 ，， 、、 .. ：。 ，。 。”。 .”.";

fn broken(text: &str) -> bool {
    let breaks = || BREAKS.split(' ').chain(["  ", " ,", "{", "}"]);
    breaks().any(|one| text.contains(one))
}

/// Whether a word looks like the code of a table row: small letters, joined by hyphens.
fn has_code(text: &str) -> bool {
    let words =
        text.split(|character: char| !(character.is_ascii_alphanumeric() || ".-:/".contains(character)));
    let code = |word: &str| {
        word.contains('-')
            && word
                .split('-')
                .all(|part| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_lowercase()))
    };
    words.into_iter().any(code)
}

#[test]
fn every_example_and_sample_is_told_in_whole_sentences() {
    let rulebook = Rulebook::built_in();
    let mut all: Vec<String> = Vec::new();
    let mut hear = |whose: &str, found: &Finding| {
        all.extend(flaws(rulebook, found).into_iter().map(|flaw| format!("{whose}{}: {flaw}", found.rule)));
    };
    for entry in rulebook.all_rules() {
        for example in &entry.value.fails {
            let order = example.order().unwrap();
            let mut findings = Checker::new(rulebook, example.at).check(&order);
            findings.retain(|found| found.rule == entry.value.code);
            rulebook.word(&mut findings);
            for found in &findings {
                hear("", found);
            }
        }
    }
    for sample in samples() {
        for found in &sample.found {
            hear(&format!("{} ", sample.name), found);
        }
    }
    all.sort();
    all.dedup();
    assert!(all.is_empty(), "{}", all.join("\n"));
}
