//! `rulebook show`: what a province asks on a day, line by line.

use beian_domain::region::Province;
use beian_domain::rulebook::{
    Answer, Because, Chapter, Entry, InForce, Parameter, ProvinceRules, Spoken, Testimony, Value,
};

use super::Opened;
use crate::cli::RuleLanguage;
use crate::terminal::say;

pub(super) fn run(opened: &Opened, language: RuleLanguage, province: Province) {
    let page = Page { rules: opened.rules(), language };
    page.print(page.rules.province(province));
}

struct Page<'r> {
    rules: InForce<'r>,
    language: RuleLanguage,
}

impl Page<'_> {
    fn print(&self, rules: ProvinceRules<'_>) {
        let province = rules.province();
        say(format!("{} {} {}", province.authority_name(), province.code(), self.rules.day()));
        for &chapter in Chapter::ALL.iter().filter(|chapter| **chapter != Chapter::National) {
            let name = self.rules.member_spoken::<Chapter>(chapter.slug());
            say(format!("\n{}", self.spoken(&name)));
            self.settings(rules, chapter);
            self.clauses(rules, chapter);
        }
    }

    fn settings(&self, rules: ProvinceRules<'_>, chapter: Chapter) {
        let asked = Parameter::ALL.iter().copied().filter(|parameter| parameter.chapter() == chapter);
        for parameter in asked {
            let line = match rules.get(parameter) {
                Answer::Own(entry) => self.setting(parameter, entry, ""),
                Answer::Default(entry) => self.setting(parameter, entry, " national"),
                Answer::Unknown(Because::Silent) => "— silent".to_owned(),
                Answer::Unknown(Because::NoSource) => "— no-source".to_owned(),
            };
            let name = self.rules.parameter_spoken(parameter);
            say(format!("  {} [{}]: {line}", self.spoken(&name), parameter.key()));
        }
    }

    fn setting(&self, parameter: Parameter, entry: &Entry<Value>, whose: &str) -> String {
        let value = self.spoken(&self.rules.value_spoken(&entry.value, parameter.shape())).to_owned();
        let mut line = format!("{value} ({}{whose})", speaks(&entry.testimony, &entry.place.layer));
        let said = [entry.testimony.note.as_ref(), entry.testimony.why.as_ref()];
        for words in said.into_iter().flatten() {
            line += &format!("\n      {}", self.spoken(words));
        }
        line
    }

    fn clauses(&self, rules: ProvinceRules<'_>, chapter: Chapter) {
        let here = |entry: &&Entry<_>| entry.testimony.row.is_some_and(|row| row.chapter == chapter);
        for entry in rules.clauses().filter(here) {
            let words = self.spoken(&entry.value.text);
            say(format!(
                "  * {}: {words} ({})",
                entry.value.code,
                speaks(&entry.testimony, &entry.place.layer)
            ));
        }
    }

    fn spoken<'w>(&self, words: &'w Spoken) -> &'w str {
        match self.language {
            RuleLanguage::Zh => &words.zh,
            RuleLanguage::En => &words.en,
        }
    }
}

/// Weight, confidence, sources with their date, layer.
fn speaks(testimony: &Testimony, layer: &str) -> String {
    let day = testimony.as_of.map(|day| format!(" {day}")).unwrap_or_default();
    let (severity, confidence) = (testimony.severity, testimony.confidence.slug());
    format!("{severity}, {confidence}, {}{day}, {layer}", testimony.sources.join(" "))
}
