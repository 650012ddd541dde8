//! The command line: what can be asked, and what each word means.

mod check_order;
mod exchange;
mod inspect;
mod rulebook;
mod validate;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use check_order::CheckOrder;
pub use exchange::{Exchange, Fetch, OpenFile, Pack, Resync, Send, Status, Telling, Unpack};
pub use inspect::{Inspect, ReportFormat, ReportLanguage};
pub use rulebook::{By, Diff, Impact, List, RuleLanguage, Rulebook, Show};
pub use validate::{ReasonLanguage, Validate, ValueKind};

/// Beian 备案: an ICP filing system for access providers.
#[derive(Debug, Parser)]
#[command(name = "beian", version, about, propagate_version = true)]
pub struct Cli {
    /// The configuration file; `beian.toml` when it is there. 配置文件
    #[arg(long, short, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The whole platform with invented data and a simulated authority, on this machine. 演示
    Demo(Demo),
    /// Pages, API and background work. 运行
    Serve,
    /// Background work alone, beside any number of `serve`. 只运行后台任务
    Work,
    /// The simulated authority (管局) alone. 模拟管局
    Simulator(Simulator),
    /// Brings the database up to date. 升级数据库
    Migrate,
    /// Prints the `OpenAPI` document of the API. 输出接口文档
    Openapi,
    /// Checks the configuration and prints the one in effect, with documentation. 检查配置
    CheckConfig {
        /// The configuration file.
        file: Option<PathBuf>,
    },
    /// The journal (审计日志).
    #[command(subcommand)]
    Journal(Journal),
    /// The provider's own people (备案专员).
    #[command(subcommand)]
    Staff(Staff),
    /// The inventory of servers that may carry filings (备案资源).
    #[command(subcommand)]
    Resources(Resources),
    /// The keys for personal data (密钥).
    #[command(subcommand)]
    Keys(Keys),
    /// Files of the interface and the accounts they travel through (数据交换).
    ///
    /// Ends with 0 when all is well, 1 when something was refused or breaks a rule, 2 when a file, the
    /// configuration or the database cannot be used.
    #[command(subcommand)]
    Exchange(Exchange),
    /// Reads App packages, certificates and keystores: every value that their filing asks for (App 备案信息).
    ///
    /// Ends with 0 when all is well, 1 when something must be mended before it is filed, 2 when a file cannot be
    /// read. Needs neither configuration nor database; nothing leaves this machine.
    Inspect(Inspect),
    /// Holds an order file against the rules of a day: everything that is wrong, at once (备案预检).
    ///
    /// Ends with 0 when nothing has to be mended, 1 when something has, 2 when a file cannot be read. Needs neither
    /// configuration nor database; nothing leaves this machine.
    Check(CheckOrder),
    /// What the provinces ask, and what is wrong with rules of one's own (规则库).
    ///
    /// Ends with 0 when all is well, 1 when the rules have something to mend, 2 when a directory cannot be read.
    #[command(subcommand)]
    Rulebook(Rulebook),
    /// Holds values against their grammar and check digits, one per line: numbers, phones, domains (校验).
    ///
    /// Prints a line per line, in the same order: `ok`, or `bad`, a code and a sentence with tabs between them.
    /// Ends with 0 when all are ok, 1 when some are bad, 2 when something cannot be read. Needs neither
    /// configuration nor database; nothing leaves this machine.
    Validate(Validate),
}

/// Where the demo lives.
#[derive(Debug, Args)]
pub struct Demo {
    /// Where everything is kept. 数据目录
    #[arg(long, default_value = "beian-demo", value_name = "DIR")]
    pub dir: PathBuf,
    /// Remove what an earlier demo left there and begin anew. 重新开始
    #[arg(long)]
    pub fresh: bool,
    /// The console's port; the next free one when taken.
    #[arg(long, default_value_t = 8600)]
    pub port: u16,
    /// The simulator's port; the next free one when taken.
    #[arg(long, default_value_t = 8601)]
    pub simulator_port: u16,
}

/// Where the simulator lives.
#[derive(Debug, Args)]
pub struct Simulator {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8601", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// Where its state is kept.
    #[arg(long, default_value = "beian-simulator", value_name = "DIR")]
    pub state: PathBuf,
    /// Approve by itself after so many seconds; 0: by hand.
    #[arg(long, value_name = "SECONDS")]
    pub approve_after: Option<u64>,
    /// What goes wrong, how the bureau behaves, what it sends at the start (TOML). 脚本
    #[arg(long, value_name = "FILE")]
    pub script: Option<PathBuf>,
    /// The providers it knows and their bureaus (TOML); without it the demo account. 账号
    #[arg(long, value_name = "FILE")]
    pub accounts: Option<PathBuf>,
    /// The whole table of regions (a code, a tab, a name per line); without it none is delivered. 区域
    #[arg(long, value_name = "FILE")]
    pub regions: Option<PathBuf>,
    /// Seed of everything drawn that has no seed of its own; before the script's.
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
}

/// What can be asked of the journal.
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Checks the chain of digests of every account; fails when a chain is broken.
    Verify,
}

/// What can be done with staff.
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Adds a person; the password is read from standard input, or made and printed.
    Add {
        /// The sign-in name.
        #[arg(long)]
        email: String,
        /// What colleagues and customers see.
        #[arg(long)]
        name: String,
        /// What the person may do.
        #[arg(long, value_enum, default_value = "reviewer")]
        role: StaffRole,
        /// Read the password from the first line of standard input.
        #[arg(long)]
        password_stdin: bool,
    },
}

/// What a member of staff may do.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum StaffRole {
    /// Reviews orders.
    Reviewer,
    /// Also resources, staff, jobs.
    Admin,
    /// Reads everything, changes nothing.
    Auditor,
}

/// What can be done with the inventory.
#[derive(Debug, Subcommand)]
pub enum Resources {
    /// Enters or updates servers from a file, all or none: .csv with a header line, or .toml.
    Import {
        /// The file.
        file: PathBuf,
    },
}

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Makes the key file; never overwrites one.
    New,
    /// Adds a key that seals from now on. Restart every process, then `reseal`.
    Rotate,
    /// Seals everything stored under the newest key.
    Reseal,
}

impl From<StaffRole> for beian_domain::account::StaffRole {
    fn from(role: StaffRole) -> Self {
        match role {
            StaffRole::Reviewer => Self::Reviewer,
            StaffRole::Admin => Self::Admin,
            StaffRole::Auditor => Self::Auditor,
        }
    }
}
