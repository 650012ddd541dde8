//! `rulebook`: looking at the rules, at what is wrong with them, and at what a change of them would do.

mod diff;
mod impact;
mod list;
mod rule;
mod show;

use std::path::PathBuf;

use beian_app::Clock;
use beian_domain::calendar::china_date;
use beian_domain::region::Province;
use beian_domain::rulebook::{InForce, Language, Layer, Problem, Rulebook};
use chrono::NaiveDate;

use super::Stop;
use crate::cli;
use crate::config::Source;
use crate::rules;
use crate::terminal::say;

/// Runs one of the commands.
pub async fn rulebook(source: &Source, asked: &cli::Rulebook) -> anyhow::Result<()> {
    match asked {
        cli::Rulebook::Lint { dirs } => lint(dirs),
        cli::Rulebook::List(asked) => list::run(asked),
        cli::Rulebook::Show(asked) => show(asked),
        cli::Rulebook::Diff(asked) => diff::run(asked),
        cli::Rulebook::Impact(asked) => Box::pin(impact::run(source, asked)).await,
    }
}

fn lint(dirs: &[PathBuf]) -> anyhow::Result<()> {
    let layers = with_built_in(dirs)?;
    let files: usize = layers.iter().map(|layer| layer.files.len()).sum();
    let proven = Rulebook::prove(&layers).and_then(|rulebook| {
        let problems = rulebook.misbehaving();
        if problems.is_empty() { Ok(rulebook) } else { Err(problems) }
    });
    let rulebook = proven.map_err(|problems| refused(&problems))?;
    let rules = rulebook.all_rules();
    let (rules, examples) = rules.fold((0, 0), |(rules, examples), entry| {
        (rules + 1, examples + entry.value.fails.len() + entry.value.passes.len())
    });
    say(format!(
        "{} layers, {files} files, {rules} rules, {examples} examples: nothing to mend. 没有需要修改的地方。",
        layers.len()
    ));
    Ok(())
}

/// A rule by its code, else a province by any of its names.
fn show(asked: &cli::Show) -> anyhow::Result<()> {
    let opened = Opened::new(&asked.by)?;
    if let Some(entry) = opened.rules().rule(&asked.what) {
        rule::show(&opened, entry);
        return Ok(());
    }
    let province = province_of(&asked.what)?;
    show::run(&opened, asked.by.language, province);
    Ok(())
}

/// Rules that were asked for, and how to tell them.
struct Opened {
    rulebook: Rulebook,
    day: NaiveDate,
    language: Language,
}

impl Opened {
    fn new(by: &cli::By) -> Result<Self, Stop> {
        let layers = with_built_in(&by.rulebook)?;
        let rulebook = Rulebook::load(&layers).map_err(|problems| refused(&problems))?;
        Ok(Self { rulebook, day: by.at.unwrap_or_else(today), language: language(by.language) })
    }

    fn rules(&self) -> InForce<'_> {
        self.rulebook.at(self.day)
    }
}

fn language(asked: cli::RuleLanguage) -> Language {
    match asked {
        cli::RuleLanguage::Zh => Language::Chinese,
        cli::RuleLanguage::En => Language::English,
    }
}

fn today() -> NaiveDate {
    china_date(Clock::system().now())
}

fn province_of(name: &str) -> Result<Province, Stop> {
    let is = |province: &&Province| {
        [province.slug(), province.name_zh(), province.full_name_zh()].contains(&name)
            || province.code().to_string() == name
            || province.prefix().to_string() == name
    };
    Province::ALL.iter().find(is).copied().ok_or_else(|| {
        let known: Vec<&str> = Province::ALL.iter().map(|province| province.slug()).collect();
        let told = format!(
            "{name} is no province, and no rule has this code; provinces are: {}. ",
            known.join(", ")
        );
        Stop::Unusable(told + "没有这个省或这条规则。")
    })
}

/// The built-in rules and the directories over them.
pub(super) fn with_built_in(dirs: &[PathBuf]) -> Result<Vec<Layer>, Stop> {
    rules::layers(dirs).map_err(|unreadable| Stop::Unusable(unreadable.to_string()))
}

/// Every problem on a line of its own: on standard output, so that it can be counted and sorted.
pub(super) fn refused(problems: &[Problem]) -> Stop {
    for problem in problems {
        say(problem);
    }
    Stop::Refused(format!("{} problems in the rules. 规则有需要修改的地方。", problems.len()))
}
