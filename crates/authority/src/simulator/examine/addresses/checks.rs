//! The checks of one record about addresses, one line per code.
//! Source of the codes and of what must be told when: 企业系统接口规范 V3.0, texts of the elements and appendix.

mod range;
mod told;
mod units;

use std::collections::BTreeSet;

use super::given::Given;
use crate::message::download::sync::ip::{Allocation, Broadcast, OwnAddresses, Source};
use crate::simulator::checks::Library;
use crate::simulator::register::addresses::Reported;

/// A record with what is known beside it.
pub(in crate::simulator::examine) struct Examined<'a> {
    pub given: &'a Given,
    /// The bureau's id of the record that is changed.
    pub changes: Option<i64>,
    /// The provider may report broadcasts.
    pub broadcasts: bool,
    /// Units that are at this bureau besides those in the table.
    pub units: BTreeSet<i64>,
}

type Fails = fn(&Examined<'_>, &Library<'_>) -> bool;

/// Code and the condition under which it is reported.
pub(in crate::simulator::examine) const CHECKS: &[(i64, Fails)] = &[
    (2001, units::source_unknown),
    (2002, range::reversed),
    (2003, range::reported),
    (2004, range::broadcast_reported),
    (2005, range::source_missing),
    (2006, range::first_illegal),
    (2007, range::last_illegal),
    (2008, range::gateway_illegal),
    (2009, told::class_unknown),
    (2011, told::region_wrong),
    (2012, told::phone_malformed),
    (2013, told::email_malformed),
    (2014, range::first_missing),
    (2015, range::last_missing),
    (2017, units::announcer_unknown),
    (2018, units::applicant_unknown),
    (2019, told::nature_unknown),
    (2020, told::industry_unknown),
    (2024, told::province_unknown),
    (2025, told::city_unknown),
    (2026, told::county_unknown),
    (2028, units::origin_missing),
    (2029, units::origin_unknown),
    (2030, told::date_missing),
    (2031, told::name_missing),
    (2032, told::usage_missing),
    (2034, told::nature_missing),
    (2036, told::street_missing),
    (2037, told::province_missing),
    (2038, told::city_missing),
    (2039, told::phone_missing),
    (2040, told::contact_missing),
    (2042, told::email_missing),
    (2043, range::gateway_missing),
    (2044, range::gateway_place_missing),
    (2045, units::origin_name_missing),
    (2047, units::receiver_missing),
    (2048, units::receiver_unknown),
    (2049, range::record_repeated),
    (2050, units::receiver_is_sender),
    (2051, units::no_announcer),
    (2052, units::source_is_sender),
    (2053, units::applicant_is_announcer),
    (2056, range::clashes),
];

/// Every code that speaks against the record, ascending.
pub(super) fn against(examined: &Examined<'_>, library: &Library<'_>) -> Vec<i64> {
    CHECKS.iter().filter(|(_, fails)| fails(examined, library)).map(|(code, _)| *code).collect()
}

impl<'a> Examined<'a> {
    fn source(&self) -> Option<&'a Source> {
        match &self.given.reported {
            Reported::Source(one) => Some(one),
            Reported::Allocation(_) | Reported::Broadcast(_) | Reported::Own(_) => None,
        }
    }

    fn allocation(&self) -> Option<&'a Allocation> {
        match &self.given.reported {
            Reported::Allocation(one) => Some(one),
            Reported::Source(_) | Reported::Broadcast(_) | Reported::Own(_) => None,
        }
    }

    fn broadcast(&self) -> Option<&'a Broadcast> {
        match &self.given.reported {
            Reported::Broadcast(one) => Some(one),
            Reported::Source(_) | Reported::Allocation(_) | Reported::Own(_) => None,
        }
    }

    fn own(&self) -> Option<&'a OwnAddresses> {
        match &self.given.reported {
            Reported::Own(one) => Some(one),
            Reported::Source(_) | Reported::Allocation(_) | Reported::Broadcast(_) => None,
        }
    }
}
