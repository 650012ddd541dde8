//! `inspect`: reads App packages, certificates and keystores, and holds them against what was filed.

mod json;
mod order;
mod text;

use std::fs::File;
use std::path::Path;

use beian_app::Clock;
use beian_inspect::finding::Severity;
use beian_inspect::{Asked, Expected, Facts, Finding, Refusal, Seeking, inspect as read, judge};
use beian_web::i18n::{Lang, Words};
use beian_web::inspection::{Reported, report};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Utc};

use super::Stop;
use crate::cli::{Inspect, ReportFormat, ReportLanguage};
use crate::terminal::say;

/// What became of one file.
struct Outcome {
    name: String,
    read: Result<(Facts, Vec<Finding>), Refusal>,
}

/// Runs the command.
pub fn inspect(asked: &Inspect) -> anyhow::Result<()> {
    if asked.schema {
        say(order::SCHEMA.trim_end());
        return Ok(());
    }
    let expected = asked.expect.as_deref().map(order::read).transpose()?;
    let password = asked.password_file.as_deref().map(password).transpose()?;
    let at = asked.at.map_or_else(|| Clock::system().now(), noon);
    let reading = Asked { password, ..Asked::default() };
    let against = expected.clone().unwrap_or_default();
    let outcomes: Vec<Outcome> = asked.files.iter().map(|file| look(file, &reading, &against, at)).collect();
    let words = Words::new(match asked.lang {
        ReportLanguage::Zh => Lang::Zh,
        ReportLanguage::En => Lang::En,
    });
    say(match asked.format {
        ReportFormat::Text => text::told(words, &outcomes, expected.is_some()),
        ReportFormat::Json => json::told(words, &outcomes)?,
        ReportFormat::Html => {
            let files: Vec<Reported<'_>> = outcomes.iter().map(Outcome::reported).collect();
            report(words, &files, expected.is_some())
        }
    });
    Ok(verdict(&outcomes)?)
}

/// Reads one file and judges it.
fn look(file: &Path, asked: &Asked, expected: &Expected, at: DateTime<Utc>) -> Outcome {
    let unreadable = |error: std::io::Error| Refusal::Unreadable { what: error.to_string() };
    let facts =
        File::open(file).and_then(Seeking::new).map_err(unreadable).and_then(|source| read(&source, asked));
    let read = facts.map(|facts| {
        let findings = judge(&facts, expected, at);
        (facts, findings)
    });
    Outcome { name: file.display().to_string(), read }
}

impl Outcome {
    fn reported(&self) -> Reported<'_> {
        let outcome = self.read.as_ref().map(|(facts, findings)| (facts, findings.as_slice()));
        Reported { name: &self.name, outcome }
    }

    fn blocks(&self) -> bool {
        let blocks = |finding: &Finding| finding.severity() == Severity::Block;
        self.read.as_ref().is_ok_and(|(_, findings)| findings.iter().any(blocks))
    }
}

/// The worst that was met decides how the process ends.
fn verdict(outcomes: &[Outcome]) -> Result<(), Stop> {
    let of = outcomes.len();
    let unread = outcomes.iter().filter(|outcome| outcome.read.is_err()).count();
    if unread > 0 {
        let told = format!("{unread} of {of} files could not be read. 有 {unread} 个文件读不出来。");
        return Err(Stop::Unusable(told));
    }
    let blocked = outcomes.iter().filter(|outcome| outcome.blocks()).count();
    if blocked > 0 {
        let told = format!("{blocked} of {of} files need to be mended. 有 {blocked} 个文件要先改。");
        return Err(Stop::Refused(told));
    }
    Ok(())
}

/// The first line, as editors end a file with one.
fn password(file: &Path) -> Result<String, Stop> {
    let text = std::fs::read_to_string(file).map_err(|error| {
        Stop::Unusable(format!("{}: cannot be read: {error}. 文件无法读取。", file.display()))
    })?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// The middle of a day in China.
fn noon(day: NaiveDate) -> DateTime<Utc> {
    const CHINA: FixedOffset = FixedOffset::east_opt(8 * 3600).expect("eight hours is a valid offset");
    const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("there is a noon");
    let local = day.and_time(NOON).and_local_timezone(CHINA);
    local.single().expect("a fixed offset has every time once").to_utc()
}
