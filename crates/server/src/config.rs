//! The configuration: what the file, the environment and the defaults say, checked as a whole.
//!
//! One file per section below `config/`: its settings with their documentation and defaults, and the type
//! they become. Nothing else in the project reads the environment, a configuration file or the arguments.

mod authority;
mod data;
mod database;
mod exchange;
mod keys;
mod limits;
mod load;
mod log;
mod mail;
mod method;
mod packages;
mod print;
mod provider;
mod reader;
mod requests;
mod rulebook;
mod server;
mod sessions;
mod setting;
mod sms;
#[cfg(test)]
mod tests;
mod work;

pub use authority::Authority;
pub use data::Data;
pub use database::Database;
pub use keys::{KeyFileError, Keys};
pub use load::Source;
pub use log::{Format, Log};
pub use provider::Provider;
pub use reader::Problem;
pub use rulebook::Overlays;
pub use server::Server;

use beian_app::notices::{MailSettings, SmsSettings};
use beian_app::settings::{Exchange, Limits, Sessions, Work};
use beian_web::{Packages, RequestLimits};
use setting::Section;

/// Everything that can be configured, checked.
pub struct Config {
    /// Addresses and what this process does.
    pub server: Server,
    /// Who runs the platform.
    pub provider: Provider,
    /// Where files are kept.
    pub data: Data,
    /// The database.
    pub database: Database,
    /// The keys for personal data.
    pub keys: Keys,
    /// How mail leaves.
    pub mail: MailSettings,
    /// How SMS leave.
    pub sms: SmsSettings,
    /// How jobs are run.
    pub work: Work,
    /// What is kept of the exchange with authorities.
    pub exchange: Exchange,
    /// How long people stay signed in.
    pub sessions: Sessions,
    /// Caps on what strangers may do.
    pub limits: Limits,
    /// How often one network address may knock.
    pub requests: RequestLimits,
    /// Rules of one's own.
    pub rulebook: Overlays,
    /// How packages of Apps are read.
    pub packages: Packages,
    /// Logs.
    pub log: Log,
    /// The authorities we exchange with.
    pub authorities: Vec<Authority>,
}

/// Every section in the order of the printed file; `authority` comes once per authority.
const SECTIONS: &[&Section] = &[
    &server::SECTION,
    &provider::SECTION,
    &data::SECTION,
    &database::SECTION,
    &keys::SECTION,
    &mail::SECTION,
    &sms::SECTION,
    &work::SECTION,
    &exchange::SECTION,
    &sessions::SECTION,
    &limits::SECTION,
    &requests::SECTION,
    &rulebook::SECTION,
    &packages::SECTION,
    &log::SECTION,
];

impl Config {
    /// Reads and checks everything, or tells every problem at once.
    pub fn load(source: &Source) -> Result<Self, Vec<Problem>> {
        let mut reader = source.read().map_err(|problem| vec![problem])?;
        let data = Data::read(&mut reader);
        let config = Self {
            server: Server::read(&mut reader),
            provider: Provider::read(&mut reader),
            database: Database::read(&mut reader),
            keys: Keys::read(&mut reader),
            mail: mail::read(&mut reader, &data),
            sms: sms::read(&mut reader, &data),
            work: work::read(&mut reader),
            exchange: exchange::read(&mut reader),
            sessions: sessions::read(&mut reader),
            limits: limits::read(&mut reader),
            requests: requests::read(&mut reader),
            rulebook: Overlays::read(&mut reader),
            packages: packages::read(&mut reader, &data),
            log: Log::read(&mut reader),
            authorities: authority::read_all(&mut reader),
            data,
        };
        let problems = reader.finish();
        if problems.is_empty() { Ok(config) } else { Err(problems) }
    }

    /// The effective configuration as a file: documentation, values, secrets masked.
    pub fn print(source: &Source) -> Result<String, Problem> {
        Ok(print::file(&source.read()?))
    }
}
