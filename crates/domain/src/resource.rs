//! Resources (备案资源): servers that may carry filings, and how many places they still have.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::account::slugs;
use crate::id::{AccountId, ResourceId};
use crate::network::IpRange;
use crate::region::Province;
use crate::tables::AccessMode;

/// Places on one server by default: five websites or Apps, as large providers grant.
pub const DEFAULT_PLACES: u32 = 5;
/// Months a subscription must run in all, renewals counted, before it may carry a filing.
pub const MIN_SUBSCRIPTION_MONTHS: u32 = 3;

slugs! {
    /// How a resource is paid for.
    Billing {
        /// 包年包月.
        Subscription = "subscription",
        /// 按需: may not carry filings.
        PayPerUse = "pay-per-use",
    }
}

/// A resource of an account (备案资源).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Identity.
    pub id: ResourceId,
    /// The account that bought it.
    pub account: AccountId,
    /// The provider's own name of the instance.
    pub instance: String,
    /// What people call it.
    pub name: String,
    /// Its public addresses.
    pub addresses: Vec<IpRange>,
    /// Where it stands (服务器放置地); `None` outside mainland China.
    pub place: Option<Province>,
    /// How a service on it is reached (接入方式).
    pub mode: AccessMode,
    /// How it is paid for.
    pub billing: Billing,
    /// First day of the subscription, renewals counted.
    pub starts_on: NaiveDate,
    /// Last day paid for.
    pub ends_on: NaiveDate,
    /// How many services it may carry; used places are not given back after a cancellation.
    pub places: u32,
}

slugs! {
    /// Why a resource cannot carry a filing.
    Unfit {
        /// 按需计费.
        PayPerUse = "pay-per-use",
        /// 累计不足三个月.
        TermTooShort = "term-too-short",
        /// 已到期.
        Expired = "expired",
        /// 不在中国内地.
        NotMainland = "not-mainland",
        /// 没有公网地址.
        NoAddress = "no-address",
        /// 名额已用完.
        NoPlaceLeft = "no-place-left",
    }
}

impl Resource {
    /// Every reason why the resource cannot carry one more filing on `today`; empty when it can.
    ///
    /// `used` counts the places taken: services filed and orders running on it.
    pub fn unfit(&self, used: u32, today: NaiveDate) -> Vec<Unfit> {
        let mut reasons = Vec::new();
        if self.billing == Billing::PayPerUse {
            reasons.push(Unfit::PayPerUse);
        }
        if self.term_too_short() {
            reasons.push(Unfit::TermTooShort);
        }
        if self.ends_on < today {
            reasons.push(Unfit::Expired);
        }
        if self.place.is_none() {
            reasons.push(Unfit::NotMainland);
        }
        if !self.addresses.iter().any(IpRange::is_public) {
            reasons.push(Unfit::NoAddress);
        }
        if used >= self.places {
            reasons.push(Unfit::NoPlaceLeft);
        }
        reasons
    }

    /// Whether `range` lies wholly within one of the resource's addresses.
    pub fn carries(&self, range: &IpRange) -> bool {
        self.addresses.iter().any(|own| own.covers(range))
    }

    fn term_too_short(&self) -> bool {
        let needed = self.starts_on.checked_add_months(Months::new(MIN_SUBSCRIPTION_MONTHS));
        // A subscription from the 1st to the last day of the third month is whole: the day after counts.
        needed.is_none_or(|needed| self.ends_on.succ_opt().is_none_or(|end| end < needed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server() -> Resource {
        Resource {
            id: ResourceId::from_i64(7).unwrap(),
            account: AccountId::from_i64(1).unwrap(),
            instance: "ecs-0001".into(),
            name: "web".into(),
            addresses: vec![IpRange::parse("121.36.0.10").unwrap()],
            place: Some(Province::Zhejiang),
            mode: AccessMode::Cloud,
            billing: Billing::Subscription,
            starts_on: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
            ends_on: NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
            places: DEFAULT_PLACES,
        }
    }

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    #[test]
    fn a_server_of_three_months_carries_five() {
        assert_eq!(server().unfit(4, day(23)), []);
        assert_eq!(server().unfit(5, day(23)), [Unfit::NoPlaceLeft]);
    }

    #[test]
    fn every_reason_is_named() {
        let mut bad = server();
        bad.billing = Billing::PayPerUse;
        bad.ends_on = day(22);
        bad.place = None;
        bad.addresses = vec![IpRange::parse("10.0.0.1").unwrap()];
        assert_eq!(bad.unfit(9, day(23)), Unfit::ALL);
    }

    #[test]
    fn an_address_of_another_server_is_not_carried() {
        assert!(server().carries(&IpRange::parse("121.36.0.10").unwrap()));
        assert!(!server().carries(&IpRange::parse("121.36.0.11").unwrap()));
    }
}
