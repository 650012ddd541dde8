//! Findings as sentences, from the words of the rulebook.
//!
//! A fact is shown as it is, unless it begins with `@`: `@contents/news,games` stands for rows of a table,
//! `@choices/nonlocal/permit` for a member of a list, `@provinces/zhejiang`, `@clauses/zhejiang/letter`. A remark is
//! written in Chinese whoever reads the finding, so in English its text comes first and what it means behind it.

use super::choices::Filer;
use super::entry::Spoken;
use super::rule::Rule;
use super::table::TableKind;
use super::words::lists_with_words;
use super::{Rulebook, Source};
use crate::finding::{Finding, Told, Wording};
use crate::region::Province;

/// A language the rulebook speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// 中文.
    Chinese,
    /// English.
    English,
}

impl Spoken {
    /// The sentence in a language.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

impl Rulebook {
    /// A finding in words, by the newest rule of its code; none for a code the rulebook does not know.
    pub fn tell(&self, finding: &Finding, language: Language) -> Option<Told> {
        let rule = &self.rules.get(&finding.rule)?.all().last()?.value;
        Some(self.told(rule, finding, language))
    }

    /// A finding in the words of this rule.
    pub fn told(&self, rule: &Rule, finding: &Finding, language: Language) -> Told {
        let fill = |spoken: &Spoken| self.filled(spoken.in_language(language), finding, language);
        let fact = |key: &str| finding.facts.get(key).map(|fact| self.fact(fact, language));
        Told {
            title: rule.title.in_language(language).to_owned(),
            says: fill(&rule.says),
            why: rule.why.as_ref().map(fill).unwrap_or_default(),
            remedy: fill(&rule.remedy),
            found: fact("found"),
            expected: fact("expected"),
            source: self.citation(finding, language),
        }
    }

    /// Gives findings their words in both languages.
    pub fn word(&self, findings: &mut [Finding]) {
        for finding in findings {
            let (zh, en) = (self.tell(finding, Language::Chinese), self.tell(finding, Language::English));
            finding.wording = zh.zip(en).map(|(zh, en)| Box::new(Wording { zh, en }));
        }
    }

    /// The newest rule of a code.
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.get(code)?.all().last().map(|entry| &entry.value)
    }

    /// The sources of a finding; empty for older findings, whose source is a citation.
    pub fn sources_of(&self, finding: &Finding) -> Vec<&Source> {
        finding.source.split(' ').filter_map(|tag| self.source(tag)).collect()
    }

    /// The sources of a finding in words, with the date for which they speak.
    pub fn citation(&self, finding: &Finding, language: Language) -> String {
        let sources = self.sources_of(finding);
        if sources.is_empty() {
            return finding.source.clone();
        }
        let names: Vec<&str> = sources.iter().map(|source| source.name.in_language(language)).collect();
        let names = names.join(match language {
            Language::Chinese => "；",
            Language::English => "; ",
        });
        match (finding.as_of, language) {
            (Some(day), Language::Chinese) => format!("{names}（{day}）"),
            (Some(day), Language::English) => format!("{names} ({day})"),
            (None, _) => names,
        }
    }

    /// Replaces every `{name}` by its fact; a fact that is missing leaves a gap.
    fn filled(&self, sentence: &str, finding: &Finding, language: Language) -> String {
        let fact = |name: &str| finding.facts.get(name).map(|fact| self.fact(fact, language));
        fill(sentence, |name| fact(name).unwrap_or_default())
    }

    /// A fact as people read it.
    pub fn fact(&self, fact: &str, language: Language) -> String {
        let Some((of, codes)) = fact.strip_prefix('@').and_then(|marked| marked.rsplit_once('/')) else {
            return fact.to_owned();
        };
        let names: Vec<String> = codes.split(',').map(|code| self.named(of, code, language)).collect();
        names.join(match language {
            Language::Chinese => "、",
            Language::English => ", ",
        })
    }

    fn named(&self, of: &str, code: &str, language: Language) -> String {
        let spoken = match of.split_once('/') {
            Some(("choices", list)) => {
                let options = lists_with_words().into_iter().find(|options| options.name == list);
                options.and_then(|options| self.words.choice(options, code))
            }
            Some(("clauses", place)) => self.clause_text(place, code),
            Some(_) => None,
            None if of == "remarks" && language == Language::English => {
                let remark = self.row_name(of, code);
                return remark
                    .map_or_else(|| code.to_owned(), |spoken| format!("{} ({})", spoken.zh, spoken.en));
            }
            None if of == "provinces" => {
                let province = Province::from_slug(code);
                return province.map_or_else(
                    || code.to_owned(),
                    |own| match language {
                        Language::Chinese => own.name_zh().to_owned(),
                        Language::English => own.name_en().to_owned(),
                    },
                );
            }
            None => self.row_name(of, code),
        };
        spoken.map_or_else(|| code.to_owned(), |spoken| spoken.in_language(language).to_owned())
    }

    fn row_name(&self, table: &str, code: &str) -> Option<&Spoken> {
        let rows = self.tables.get(&TableKind::from_slug(table)?)?;
        rows.get(code)?.all().last().map(|entry| &entry.value.name)
    }

    fn clause_text(&self, place: &str, code: &str) -> Option<&Spoken> {
        let held = match Province::from_slug(place) {
            Some(province) => self.province(province),
            None => &self.national,
        };
        held.clauses.get(code)?.all().last().map(|entry| &entry.value.text)
    }
}

/// A sentence with something in the place of every `{name}`.
pub(super) fn fill(sentence: &str, put: impl Fn(&str) -> String) -> String {
    let mut text = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            rest = after;
            break;
        };
        text.push_str(&put(name));
        rest = behind;
    }
    text.push_str(rest);
    text
}

impl Filer {
    /// Whether an individual, or a unit, is meant.
    pub fn means(self, individual: bool) -> bool {
        match self {
            Self::Both => true,
            Self::Unit => !individual,
            Self::Individual => individual,
        }
    }
}
