//! The kinds of pushes by name.

use super::fields::{Field, Given, Input, may};
use super::{findings, lists, orders, sync};
use crate::message::download::{DownloadDocument, IcpDownload};
use crate::simulator::SimulatorError;
use crate::simulator::bureau::Bureau;

/// A document for each of some providers.
pub(super) type Each = Vec<(i64, DownloadDocument)>;

/// Documents and the providers they are for.
pub(super) type Documents = Result<Each, SimulatorError>;

/// What kinds belong together on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::simulator) enum Group {
    /// Lists of what is forbidden or missing.
    Lists,
    /// What a provider is to do.
    Orders,
    /// What inspections of filings found.
    Filings,
    /// What inspections of addresses found.
    Addresses,
    /// What the register holds.
    Register,
}

impl Group {
    pub const ALL: &'static [Self] =
        &[Self::Lists, Self::Orders, Self::Filings, Self::Addresses, Self::Register];

    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Lists => ("名单", "Lists"),
            Self::Orders => ("任务与通知", "Tasks and notices"),
            Self::Filings => ("备案核查结果", "Inspections of filings"),
            Self::Addresses => ("IP 核查结果", "Inspections of addresses"),
            Self::Register => ("数据同步", "Synchronisation"),
        }
    }
}

/// One kind of push.
pub(in crate::simulator) struct Kind {
    /// How requests and scripts name it.
    pub name: &'static str,
    pub group: Group,
    pub zh: &'static str,
    pub en: &'static str,
    pub fields: &'static [Field],
    /// Makes the documents for the providers.
    pub build: fn(&mut Bureau<'_>, &Given, &[i64]) -> Documents,
}

impl Kind {
    pub fn named(name: &str) -> Option<&'static Self> {
        KINDS.iter().copied().find(|kind| kind.name == name)
    }
}

/// Every kind, in the order of the page.
pub(in crate::simulator) const KINDS: &[&Kind] = &[
    &lists::SUBJECT_BLACKLIST,
    &lists::SITE_BLACKLIST,
    &lists::ILLEGAL_ACCESS,
    &lists::UNFILED_SITE,
    &orders::VERIFICATION_TASK,
    &orders::NOTICE,
    &orders::CANCELLATION,
    &findings::SUBJECT,
    &findings::ACCESS,
    &findings::SHELL,
    &findings::LIVENESS,
    &findings::addresses::BEYOND,
    &findings::addresses::CONFLICT,
    &findings::addresses::UNREPORTED,
    &sync::SYNC,
];

/// Who gets it.
pub(super) const ACCOUNT: Field =
    may(["account", "", "接入商（不填则发给全部）", "Provider (all if empty)"], Input::Number, "");

pub(super) const REMARK: Field = may(["remark", "Bz", "备注", "Remark"], Input::Long, "");

/// The same document about filings for every provider.
pub(super) fn icp_each(accounts: &[i64], document: impl Fn(i64) -> IcpDownload) -> Each {
    accounts.iter().map(|account| (*account, DownloadDocument::Icp(document(*account)))).collect()
}
