//! SJTB 数据同步: what the authority holds of one kind of data, as it stands, sent when asked for.

pub mod domains;
pub mod filings;
pub mod ip;

use domains::SyncedDomains;
use filings::SyncedFilings;
use ip::SyncedAddresses;

use super::base_codes::BaseCodes;
use crate::element::{Checking, Content, Facet, Reading, Writer, choice};
#[cfg(feature = "simulator")]
use crate::element::{Maker, make};
use crate::message::DocumentError;

/// `SJTB` 数据同步. Every kind of data may be left out, so an authority that holds nothing of ours says so
/// with an empty element: `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataSync(pub Option<Synced>);

choice! {
    /// What was synchronised: exactly one kind of data.
    #[expect(clippy::large_enum_variant, reason = "there is one per file, and it does not move")]
    pub enum Synced {
        /// `ICP`: filings.
        Icp(SyncedFilings) = "ICP",
        /// `IP`: reported addresses.
        Ip(SyncedAddresses) = "IP",
        /// `YM`: reported domain names.
        Domain(SyncedDomains) = "YM",
        /// `JCDM` 基础代码.
        BaseCodes(BaseCodes) = "JCDM",
    }
}

impl Content for DataSync {
    const IS_VALUE: bool = false;

    fn write(&self, name: &str, out: &mut Writer<'_>) {
        if let Some(synced) = &self.0 {
            synced.write(name, out);
        } else {
            out.open(name);
            out.close(name);
        }
    }

    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError> {
        Synced::read_chosen(reading).map(Self)
    }

    fn check(&self, facet: &Facet, checking: &mut Checking<'_>) {
        if let Some(synced) = &self.0 {
            synced.check(facet, checking);
        }
    }

    #[cfg(feature = "simulator")]
    fn make(facet: &Facet, maker: &mut Maker) -> Self {
        Self(make::maybe(maker, facet))
    }
}

#[cfg(feature = "simulator")]
impl DataSync {
    /// Nothing, and every kind of data alone.
    pub(crate) fn one_each(maker: &mut Maker) -> Vec<Self> {
        vec![
            Self(None),
            Self(Some(Synced::Icp(make::one(maker, &Facet::OPEN)))),
            Self(Some(Synced::Ip(make::one(maker, &Facet::OPEN)))),
            Self(Some(Synced::Domain(make::one(maker, &Facet::OPEN)))),
            Self(Some(Synced::BaseCodes(make::one(maker, &Facet::OPEN)))),
        ]
    }
}
