//! `beian rulebook`: the rules, as they are built in and as a provider lays its own over them.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

/// What can be done with the rules.
#[derive(Debug, Subcommand)]
pub enum Rulebook {
    /// Reads rule directories over the built-in rules, runs every example, and names every problem with file, line
    /// and key. 检查规则
    Lint {
        /// Directories laid over the built-in rules, the lowest first.
        #[arg(value_name = "DIR")]
        dirs: Vec<PathBuf>,
    },
    /// Lists the rules: code, weight, who says it, layer, title, with tabs between them. 规则清单
    List(List),
    /// Shows a rule, or what a province asks: value, weight, confidence, sources, layer. 查看规则或一省的要求
    Show(Show),
    /// What differs between two rulebooks, or between two days of one. 比较规则
    Diff(Diff),
    /// Which filed services and open orders would be judged otherwise by other rules. 规则变更的影响
    ///
    /// Reads the database of the configuration and changes nothing. Progress goes to standard error.
    Impact(Impact),
}

/// By which rules, of which day, in which language.
#[derive(Debug, Args)]
pub struct By {
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

/// What to list.
#[derive(Debug, Args)]
pub struct List {
    /// Only rules that can apply in this province. 省份
    #[arg(long, value_name = "PROVINCE")]
    pub province: Option<String>,
    /// By which rules.
    #[command(flatten)]
    pub by: By,
}

/// What to show of the rules.
#[derive(Debug, Args)]
pub struct Show {
    /// A rule by its code, or a province: its name (zhejiang), its Chinese name (浙江), its character (浙) or its code
    /// (330000).
    #[arg(value_name = "CODE|PROVINCE")]
    pub what: String,
    /// By which rules.
    #[command(flatten)]
    pub by: By,
}

/// What to compare.
#[derive(Debug, Args)]
pub struct Diff {
    /// `built-in`, or a directory laid over it; with `@` and a day if not of today: `built-in@2023-08-31`.
    #[arg(value_name = "A")]
    pub before: String,
    /// The other, in the same way.
    #[arg(value_name = "B")]
    pub after: String,
    /// The language of names and sentences. 语言
    #[arg(long, value_enum, default_value = "zh")]
    pub language: RuleLanguage,
}

/// What to weigh, and by which rules.
#[derive(Debug, Args)]
pub struct Impact {
    /// A directory of the rules to be tried, laid over the built-in rules; may be given again, the lowest first. The
    /// rules of the configuration are what they are held against. 待试的规则目录
    #[arg(long, value_name = "DIR")]
    pub rulebook: Vec<PathBuf>,
    /// The day of the rules to be tried, as 2026-01-31; today without it. 日期
    #[arg(long, value_name = "DATE")]
    pub at: Option<NaiveDate>,
    /// The day of the rules they are held against; today without it. 对照的日期
    #[arg(long, value_name = "DATE")]
    pub before: Option<NaiveDate>,
    /// Another database than that of the configuration, whose keys must fit. 数据库
    #[arg(long, value_name = "URL")]
    pub store: Option<String>,
}

/// A language the rules are worded in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RuleLanguage {
    /// 中文
    Zh,
    /// English
    En,
}
