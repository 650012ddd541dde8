//! `exchange`: documents and files on this machine, and the accounts through which they travel.

mod contents;
mod fetch;
mod input;
mod key;
mod output;
mod pack;
mod progress;
mod resync;
mod send;
mod status;
mod unpack;

use std::process::ExitCode;

use beian_app::exchange::{ANOTHER_SPEAKS, Setback};

use crate::assemble::{Platform, configuration};
use crate::cli::Exchange;
use crate::config::{Authority, Config, Source};
use crate::telemetry;

/// Why a command did not do all it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// Something was refused, breaks a rule or has to wait.
    #[error("{0}")]
    Refused(String),
    /// A file, the configuration or the database cannot be used.
    #[error("{0}")]
    Unusable(String),
}

impl Stop {
    /// What the process ends with.
    pub fn code(&self) -> ExitCode {
        match self {
            Self::Refused(_) => ExitCode::from(1),
            Self::Unusable(_) => ExitCode::from(2),
        }
    }
}

/// Runs one of the commands.
pub async fn exchange(source: &Source, exchange: Exchange) -> anyhow::Result<()> {
    telemetry::quiet();
    let done = match exchange {
        Exchange::Pack(pack) => pack::run(source, &pack),
        Exchange::Unpack(unpack) => unpack::run(source, &unpack),
        Exchange::Send(send) => send::run(source, &send).await,
        Exchange::Fetch(fetch) => fetch::run(source, &fetch).await,
        Exchange::Status(status) => status::run(source, &status).await,
        Exchange::Resync(resync) => resync::run(source, &resync).await,
    };
    done.map_err(|error| if error.is::<Stop>() { error } else { Stop::Unusable(format!("{error:#}")).into() })
}

/// The account of this name in the configuration.
fn account<'a>(config: &'a Config, name: &str) -> Result<&'a Authority, Stop> {
    config.authorities.iter().find(|authority| authority.name == name).ok_or_else(|| {
        let known: Vec<_> = config.authorities.iter().map(|authority| authority.name.as_str()).collect();
        let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        Stop::Unusable(format!(
            "the configuration has no section [authority.{name}]; known are: {known}. 配置中没有这个管局账号。"
        ))
    })
}

/// The platform, once it is known that it has the account.
async fn platform_with(source: &Source, name: &str) -> anyhow::Result<Platform> {
    let config = configuration(source)?;
    account(&config, name)?;
    Platform::open(config).await
}

/// What kept the exchange from ending well, and what to do about it.
fn stopped(setback: Setback, name: &str) -> Stop {
    match setback {
        Setback::Later(why) if why == ANOTHER_SPEAKS => Stop::Refused(format!(
            "{name}: another process speaks for this account, such as `beian serve` or `beian work`, which \
             fetches and sends by itself; stop it, wait three minutes at most, and try again. \
             另一个进程正在使用该账号，请停止它后再试。"
        )),
        Setback::Later(why) => Stop::Refused(format!(
            "{name}: {why}. Nothing is lost; try again later. 没有丢失数据，请稍后再试。"
        )),
        Setback::Alarm(why) => Stop::Refused(format!("{name}: {why}. This needs a person. 需要人工处理。")),
        Setback::Failure(failure) => {
            Stop::Unusable(format!("{name}: {}", crate::terminal::explained(&failure)))
        }
    }
}
