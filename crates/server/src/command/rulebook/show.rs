//! `rulebook show`: what a province asks on a day, line by line.

use beian_app::Clock;
use beian_domain::calendar::china_date;
use beian_domain::region::Province;
use beian_domain::rulebook::{
    Answer, Because, Chapter, Entry, InForce, Parameter, ProvinceRules, Rulebook, Spoken, Testimony, Value,
};

use super::{refused, with_built_in};
use crate::cli::{RuleLanguage, Show};
use crate::command::Stop;
use crate::terminal::say;

pub(super) fn run(asked: &Show) -> anyhow::Result<()> {
    let province = province(&asked.province)?;
    let rulebook = Rulebook::load(&with_built_in(&asked.rulebook)?).map_err(|problems| refused(&problems))?;
    let day = asked.at.unwrap_or_else(|| china_date(Clock::system().now()));
    let page = Page { rules: rulebook.at(day), language: asked.language };
    page.print(page.rules.province(province));
    Ok(())
}

fn province(name: &str) -> Result<Province, Stop> {
    let is = |province: &&Province| {
        [province.slug(), province.name_zh(), province.full_name_zh()].contains(&name)
            || province.code().to_string() == name
            || province.prefix().to_string() == name
    };
    Province::ALL.iter().find(is).copied().ok_or_else(|| {
        let known: Vec<&str> = Province::ALL.iter().map(|province| province.slug()).collect();
        Stop::Unusable(format!("{name} is no province; known are: {}. 没有这个省。", known.join(", ")))
    })
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
