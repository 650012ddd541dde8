//! `beian inspect`: App packages, certificates and keystores on this machine.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

/// What to read, what to hold it against, and how to tell.
#[derive(Debug, Args)]
pub struct Inspect {
    /// apk, aab, xapk, ipa, mobileprovision, hap, app, p7b, cer, pem, p12, jks: told by content, not by name.
    #[arg(required_unless_present = "schema", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to tell. 输出格式
    #[arg(long, value_enum, default_value = "text")]
    pub format: ReportFormat,
    /// Compare with what was filed (JSON; see --schema). 对照备案内容
    #[arg(long, value_name = "ORDER.json")]
    pub expect: Option<PathBuf>,
    /// The first line of this file opens keystores. 密钥库密码
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Judge validity as of this day in China; today without it. 按哪一天检查
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub at: Option<NaiveDate>,
    /// The language of the report. 语言
    #[arg(long, value_enum, default_value = "zh")]
    pub lang: ReportLanguage,
    /// Print the JSON schema of ORDER.json and end.
    #[arg(long)]
    pub schema: bool,
}

/// How a report is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// One page that needs nothing beside itself.
    Html,
}

/// The language of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportLanguage {
    /// 中文.
    Zh,
    /// English.
    En,
}
