//! `beian rulebook`: the rules, as they are built in and as a provider lays its own over them.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

/// What can be done with the rules.
#[derive(Debug, Subcommand)]
pub enum Rulebook {
    /// Reads rule directories over the built-in rules and names every problem with file, line and key. 检查规则
    Lint {
        /// Directories laid over the built-in rules, the lowest first.
        #[arg(value_name = "DIR")]
        dirs: Vec<PathBuf>,
    },
    /// Shows what a province asks: value, weight, confidence, sources, layer. 查看一省的要求
    Show(Show),
}

/// What to show of the rules.
#[derive(Debug, Args)]
pub struct Show {
    /// The province: its name (zhejiang), its Chinese name (浙江), its character (浙) or its code (330000).
    #[arg(value_name = "PROVINCE")]
    pub province: String,
    /// The day the rules are to be of, as 2026-01-31; today without it. 日期
    #[arg(long, value_name = "DATE")]
    pub at: Option<NaiveDate>,
    /// A directory laid over the built-in rules; may be given again, the lowest first. 规则目录
    #[arg(long, value_name = "DIR")]
    pub rulebook: Vec<PathBuf>,
    /// The language of names and sentences. 语言
    #[arg(long, value_enum, default_value = "zh")]
    pub language: RuleLanguage,
}

/// A language the rules are worded in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RuleLanguage {
    /// 中文
    Zh,
    /// English
    En,
}
