//! `check`: holds an order file against the rules of a day and tells everything that is wrong at once.

mod json;
mod text;

use std::io::Read as _;
use std::path::Path;

use beian_app::Clock;
use beian_domain::calendar::china_date;
use beian_domain::check::Checker;
use beian_domain::dossier::Dossier;
use beian_domain::finding::Finding;
use beian_domain::rulebook::Rulebook;
use beian_web::checking::report;
use beian_web::i18n::{Lang, Words};
use chrono::NaiveDate;

use super::Stop;
use super::rulebook::{refused, with_built_in};
use crate::cli::{CheckOrder, ReportFormat, RuleLanguage};
use crate::terminal::say;

/// What was checked, by what, and what was found.
struct Outcome<'r> {
    name: String,
    day: NaiveDate,
    layers: &'r [String],
    findings: Vec<Finding>,
}

/// Runs the command.
pub fn check_order(asked: &CheckOrder) -> anyhow::Result<()> {
    let Some(path) = asked.order.as_deref().filter(|_| !asked.schema) else {
        say(serde_json::to_string_pretty(&Dossier::schema())?);
        return Ok(());
    };
    let rulebook =
        Rulebook::prove(&with_built_in(&asked.rulebook)?).map_err(|problems| refused(&problems))?;
    let dossier = order(path)?;
    let day = asked.at.unwrap_or_else(|| china_date(Clock::system().now()));
    let mut findings = Checker::new(&rulebook, day).check(&dossier);
    rulebook.word(&mut findings);
    let outcome = Outcome { name: path.display().to_string(), day, layers: rulebook.layers(), findings };
    let words = Words::new(match asked.language {
        RuleLanguage::Zh => Lang::Zh,
        RuleLanguage::En => Lang::En,
    });
    say(match asked.format {
        ReportFormat::Text => text::told(words, &outcome),
        ReportFormat::Json => json::told(words, &outcome)?,
        ReportFormat::Html => report(words, &outcome.name, &outcome.findings, day, outcome.layers),
    });
    let blocks = outcome.findings.iter().filter(|finding| finding.blocks()).count();
    if blocks > 0 {
        return Err(Stop::Refused(format!("{blocks} to be mended. 有 {blocks} 处必须修改。")).into());
    }
    Ok(())
}

/// Reads the order; of a file with faults, every fault is printed on a line of its own.
fn order(path: &Path) -> Result<Dossier, Stop> {
    let name = path.display();
    let text = read(path)
        .map_err(|error| Stop::Unusable(format!("{name}: cannot be read: {error}. 文件无法读取。")))?;
    Dossier::from_json(&text).map_err(|amiss| {
        for one in &amiss {
            say(format!("{name}: {one}"));
        }
        Stop::Unusable(format!("{} problems in {name}. 文件内容有 {} 处不对。", amiss.len(), amiss.len()))
    })
}

/// The largest order file that is read, in bytes: an order without its pictures is some kilobytes.
const LONGEST: u64 = 4 << 20;

fn read(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(LONGEST).read_to_string(&mut text)?;
    } else {
        std::fs::File::open(path)?.take(LONGEST).read_to_string(&mut text)?;
    }
    Ok(text)
}
