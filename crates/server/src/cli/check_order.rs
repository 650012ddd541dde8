//! `beian check`: an order file held against the rules.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::{ReportFormat, RuleLanguage};

/// What to check, by which rules, and how to tell.
#[derive(Debug, Args)]
pub struct CheckOrder {
    /// The order (JSON; see --schema); `-` reads standard input. 备案资料
    #[arg(required_unless_present = "schema", value_name = "ORDER.json")]
    pub order: Option<PathBuf>,
    /// The day whose rules are taken, as 2026-01-31; today without it. 按哪一天的规则
    #[arg(long, value_name = "DATE")]
    pub at: Option<NaiveDate>,
    /// A directory laid over the built-in rules; may be given again, the lowest first. 规则目录
    #[arg(long, value_name = "DIR")]
    pub rulebook: Vec<PathBuf>,
    /// How to tell. 输出格式
    #[arg(long, value_enum, default_value = "text")]
    pub format: ReportFormat,
    /// The language of the report. 语言
    #[arg(long, value_enum, default_value = "zh")]
    pub language: RuleLanguage,
    /// Print the JSON schema of ORDER.json and end.
    #[arg(long)]
    pub schema: bool,
}
