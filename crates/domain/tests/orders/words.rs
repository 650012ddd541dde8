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
        let says = rule.says.in_language(language);
        let written = [says, why, rule.remedy.in_language(language)];
        for (written, told) in written.into_iter().zip([&told.says, &told.why, &told.remedy]) {
            for name in placeholders(written) {
                if found.facts.get(name).is_none_or(|fact| fact.trim().is_empty()) {
                    flaws.push(format!("nothing for {{{name}}} in {written}"));
                }
            }
            if told.matches('@').count() > written.matches('@').count() {
                flaws.push(format!("a mark in {told}"));
            }
        }
        flaws.extend(texts(told).filter(|text| broken(text)).map(|text| format!("broken: {text}")));
        let bare = |text: &&&str| language == Language::Chinese && has_code(text);
        flaws.extend(
            [&told.says, &told.why]
                .map(String::as_str)
                .iter()
                .filter(bare)
                .map(|text| format!("a code: {text}")),
        );
    }
    flaws
}

fn placeholders(written: &str) -> impl Iterator<Item = &str> {
    written.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

fn texts(told: &Told) -> impl Iterator<Item = &str> {
    let facts = [&told.found, &told.expected].into_iter().flatten();
    [&told.title, &told.says, &told.why, &told.remedy].into_iter().chain(facts).map(String::as_str)
}

fn broken(text: &str) -> bool {
    let pairs = [
        "  ",
        "“”",
        "()",
        "（）",
        "。。",
        "；。",
        "，，",
        "、、",
        " ,",
        "..",
        "：。",
        "，。",
        "。”。",
        ".”.",
    ];
    text.contains('{') || text.contains('}') || pairs.iter().any(|pair| text.contains(pair))
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
    let mut flaws_found: Vec<String> = Vec::new();
    for entry in rulebook.all_rules() {
        for example in &entry.value.fails {
            let order = example.order().unwrap();
            let mut findings = Checker::new(rulebook, example.at).check(&order);
            findings.retain(|found| found.rule == entry.value.code);
            rulebook.word(&mut findings);
            for found in &findings {
                flaws_found
                    .extend(flaws(rulebook, found).into_iter().map(|flaw| format!("{}: {flaw}", found.rule)));
            }
        }
    }
    for sample in samples() {
        for found in &sample.found {
            flaws_found.extend(
                flaws(rulebook, found)
                    .into_iter()
                    .map(|flaw| format!("{} {}: {flaw}", sample.name, found.rule)),
            );
        }
    }
    flaws_found.sort();
    flaws_found.dedup();
    assert!(flaws_found.is_empty(), "{}", flaws_found.join("\n"));
}
