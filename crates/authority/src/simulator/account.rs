//! A provider as the bureau knows it, and the file that lists providers.

use serde::Deserialize;

use super::toml_file::{self, FileError};
use crate::client::Account;
use crate::codes::base::{PROVINCES, Province};
use crate::credentials::{FileKey, KeyLength, Secret};

/// One provider at one bureau.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimulatedAccount {
    /// Unit id (报备单位ID).
    pub isp_id: i64,
    /// User name.
    pub user_name: String,
    /// Password.
    pub password: String,
    /// AES key and offset; without them files travel unencrypted.
    pub key: Option<(String, String)>,
    /// Which bureau the account is at.
    pub seat: Seat,
    /// Whether the bureau lets it in.
    pub standing: Standing,
}

/// Which bureau an account is at. All of them stand behind the same addresses and share the register, as
/// provincial bureaus share the ministry's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// A bureau that takes every province; for demos and tests.
    Any,
    /// The bureau of a province (省局).
    Province(&'static Province),
    /// The ministry (部级系统): domains, no filings.
    Ministry,
}

/// Whether the bureau lets a provider in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It may file.
    #[default]
    Open,
    /// Its server address is not registered (code 12).
    AddressUnknown,
    /// It belongs to another province (code 13).
    OtherProvince,
    /// Its permission is not opened yet (code 19).
    NotOpened,
}

impl Seat {
    /// The letters of the bureau in file names.
    pub fn letters(self) -> &'static str {
        match self {
            Self::Any => "SIM",
            Self::Province(province) => province.letters,
            Self::Ministry => "BJB",
        }
    }

    /// The bureau of that name: a province's character or letters, `ministry`, `any`.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "any" => Some(Self::Any),
            "ministry" => Some(Self::Ministry),
            name => {
                let is_named = |province: &&Province| {
                    province.letters == name || name.chars().eq(std::iter::once(province.short))
                };
                PROVINCES.iter().find(is_named).map(Self::Province)
            }
        }
    }
}

impl SimulatedAccount {
    /// The account of demos and of the sandbox. The credentials are public and worth nothing.
    pub fn demo() -> Self {
        Self {
            isp_id: 1001,
            user_name: "demo".to_owned(),
            password: "demo-Pass01".to_owned(),
            key: Some(("SIMULATOR-KEY-01".to_owned(), "SIMULATOR-IV--01".to_owned())),
            seat: Seat::Any,
            standing: Standing::Open,
        }
    }

    /// The same account as a provider configures it.
    pub fn for_client(&self) -> Result<Account, KeyLength> {
        Ok(Account {
            isp_id: self.isp_id,
            user_name: self.user_name.clone(),
            password: Secret::new(self.password.clone()),
            key: self.file_key()?,
        })
    }

    pub(super) fn file_key(&self) -> Result<Option<FileKey>, KeyLength> {
        self.key.as_ref().map(|(key, offset)| FileKey::new(key, offset)).transpose()
    }
}

/// The file of accounts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountFile {
    accounts: Vec<SimulatedAccount>,
}

/// An account as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountLine {
    isp_id: i64,
    user_name: String,
    password: String,
    key: Option<String>,
    offset: Option<String>,
    bureau: Option<String>,
    #[serde(default)]
    standing: Standing,
}

/// Why a line is no account.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoAccount {
    /// A key without an offset, or the other way round.
    #[error("account {0}: `key` and `offset` go together")]
    HalfKey(i64),
    /// A key or offset of a length AES does not have.
    #[error("account {0}: `key` has 16, 24 or 32 characters and `offset` 16")]
    Key(i64),
    /// No such bureau.
    #[error("account {id}: `bureau` {name:?} is no province (粤 or GD), `ministry` or `any`")]
    Bureau {
        /// Unit id.
        id: i64,
        /// What was given.
        name: String,
    },
}

impl<'de> Deserialize<'de> for SimulatedAccount {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let line = AccountLine::deserialize(deserializer)?;
        Self::try_from(line).map_err(serde::de::Error::custom)
    }
}

impl TryFrom<AccountLine> for SimulatedAccount {
    type Error = NoAccount;

    fn try_from(line: AccountLine) -> Result<Self, NoAccount> {
        let id = line.isp_id;
        let key = match (line.key, line.offset) {
            (Some(key), Some(offset)) => Some((key, offset)),
            (None, None) => None,
            (Some(_), None) | (None, Some(_)) => return Err(NoAccount::HalfKey(id)),
        };
        let seat = match line.bureau {
            Some(name) => Seat::named(&name).ok_or(NoAccount::Bureau { id, name })?,
            None => Seat::Any,
        };
        let (user_name, password, standing) = (line.user_name, line.password, line.standing);
        let account = Self { isp_id: id, user_name, password, key, seat, standing };
        account.file_key().map_err(|_| NoAccount::Key(id))?;
        Ok(account)
    }
}

/// Reads a file of accounts (TOML): one `[[accounts]]` each.
pub fn read_accounts(text: &str) -> Result<Vec<SimulatedAccount>, FileError> {
    let file: AccountFile = toml_file::read(text)?;
    let twice = file.accounts.iter().enumerate().find(|(index, account)| {
        let earlier = &file.accounts[..*index];
        earlier.iter().any(|one| one.isp_id == account.isp_id || one.user_name == account.user_name)
    });
    match twice {
        Some((index, _)) => Err(FileError::at_nth(
            text,
            "[[accounts]]",
            index,
            "`isp_id` and `user_name` stand for one account only",
        )),
        None if file.accounts.is_empty() => {
            Err(FileError::at_nth(text, "accounts", 0, "no account is listed"))
        }
        None => Ok(file.accounts),
    }
}
