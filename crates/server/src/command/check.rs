//! `check-config`, `openapi`, `journal verify`: looking without changing.

use beian_store::{BreakKind, JournalReport};

use crate::assemble::{configuration, database};
use crate::config::{Config, Source};
use crate::terminal::say;
use crate::{rules, telemetry};

/// Prints the configuration in effect with its documentation, then every problem at once.
pub fn check_config(source: &Source) -> anyhow::Result<()> {
    let printed = Config::print(source).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    say(printed);
    let config = configuration(source)?;
    rules::open(&config.rulebook)?;
    let file = source.file().map_or_else(|| "defaults".to_owned(), |file| file.display().to_string());
    match config.keys.open() {
        Ok(_) => say(format!("# {file}: nothing to mend. 没有需要修改的地方。")),
        Err(error) => say(format!("# {file}: nothing to mend; at the first start: {error}")),
    }
    Ok(())
}

/// Prints the document that describes the API.
pub fn openapi() -> anyhow::Result<()> {
    say(beian_web::openapi().to_pretty_json()?);
    Ok(())
}

/// Checks the chain of digests of every account.
pub async fn verify_journal(source: &Source) -> anyhow::Result<()> {
    telemetry::quiet();
    let (store, _, _) = database(&configuration(source)?).await?;
    let reports = store.verify_all().await?;
    store.close().await?;
    let entries: u64 = reports.iter().map(|report| report.entries).sum();
    let broken: Vec<String> = reports.iter().filter_map(told).collect();
    if broken.is_empty() {
        say(format!("{} chains, {entries} entries: unbroken. 审计日志完整。", reports.len()));
        return Ok(());
    }
    anyhow::bail!("{} of {} chains broken:\n  {}", broken.len(), reports.len(), broken.join("\n  "))
}

fn told(report: &JournalReport) -> Option<String> {
    let found = report.broken_at?;
    let account =
        report.account.map_or_else(|| "the provider's own".to_owned(), |id| format!("account {id}"));
    let what = match found.kind {
        BreakKind::Edited => "was edited, or the one before it",
        BreakKind::Removed => "was removed",
        BreakKind::Cut => "and everything after was cut off",
        BreakKind::Head => "is not where the head of the chain says it ends",
    };
    Some(format!("{account}: entry {} {what}", found.number))
}
