//! Reported addresses (IP备案): where ranges come from, who uses them, who announces them, which customers
//! brought along. Kept as the authority synchronises them.

use std::net::Ipv4Addr;

use serde::{Deserialize, Serialize};

use crate::element::choice;
use crate::message::download::ip::results::IpRecord;
use crate::message::download::sync::ip::{Allocation, Broadcast, OwnAddresses, Source};
use crate::simulator::state::{Row, State, Tag};
use crate::simulator::stored::Stored;

choice! {
    /// One record about addresses.
    pub enum Reported {
        /// 来源.
        Source(Source) = "Lyxx",
        /// 分配.
        Allocation(Allocation) = "Fpxx",
        /// 广播.
        Broadcast(Broadcast) = "Gbxx",
        /// 自带.
        Own(OwnAddresses) = "Zdxx",
    }
}

impl Reported {
    pub fn kind(&self) -> IpRecord {
        match self {
            Self::Source(_) => IpRecord::Source,
            Self::Allocation(_) => IpRecord::Allocation,
            Self::Broadcast(_) => IpRecord::Broadcast,
            Self::Own(_) => IpRecord::Own,
        }
    }

    /// The unit that reported it.
    pub fn unit(&self) -> i64 {
        match self {
            Self::Source(one) => one.unit,
            Self::Allocation(one) => one.unit,
            Self::Broadcast(one) => one.unit,
            Self::Own(one) => one.unit,
        }
    }

    /// Its record id at the provider.
    pub fn record(&self) -> i64 {
        match self {
            Self::Source(one) => one.record,
            Self::Allocation(one) => one.record,
            Self::Broadcast(one) => one.record,
            Self::Own(one) => one.record,
        }
    }

    /// First and last address.
    pub fn range(&self) -> (Ipv4Addr, Ipv4Addr) {
        match self {
            Self::Source(one) => (one.first, one.last),
            Self::Allocation(one) => (one.first, one.last),
            Self::Broadcast(one) => (one.first, one.last),
            Self::Own(one) => (one.first, one.last),
        }
    }

    pub fn bureau_id(&self) -> i64 {
        match self {
            Self::Source(one) => one.bureau_id,
            Self::Allocation(one) => one.bureau_id,
            Self::Broadcast(one) => one.bureau_id,
            Self::Own(one) => one.bureau_id,
        }
    }

    /// The same under a bureau id.
    #[must_use]
    pub fn numbered(mut self, bureau_id: i64) -> Self {
        match &mut self {
            Self::Source(one) => one.bureau_id = bureau_id,
            Self::Allocation(one) => one.bureau_id = bureau_id,
            Self::Broadcast(one) => one.bureau_id = bureau_id,
            Self::Own(one) => one.bureau_id = bureau_id,
        }
        self
    }

    /// The same under a record id of the provider.
    #[must_use]
    pub fn of_record(mut self, record: i64) -> Self {
        match &mut self {
            Self::Source(one) => one.record = record,
            Self::Allocation(one) => one.record = record,
            Self::Broadcast(one) => one.record = record,
            Self::Own(one) => one.record = record,
        }
        self
    }
}

/// A record about addresses in the register, kept by its bureau id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(in crate::simulator) struct ReportedAddresses(pub Stored<Reported>);

impl Row for ReportedAddresses {
    fn tags(&self) -> Vec<Tag> {
        let unit = self.0.unit();
        let range = Tag::Range(unit, place(self.0.kind()), self.0.range().0.to_bits());
        vec![range, Tag::AddressRecord(unit, place(self.0.kind()), self.0.record())]
    }
}

/// The lists a unit's addresses may be looked up in.
const USABLE: [IpRecord; 3] = [IpRecord::Source, IpRecord::Allocation, IpRecord::Own];

fn place(kind: IpRecord) -> u8 {
    match kind {
        IpRecord::Source => 0,
        IpRecord::Allocation => 1,
        IpRecord::Broadcast => 2,
        IpRecord::Own => 3,
    }
}

impl State {
    /// Whether a unit has reported any addresses that a service could use.
    pub fn has_addresses(&self, unit: i64) -> bool {
        let any = |kind| {
            let all = Tag::Range(unit, place(kind), 0)..=Tag::Range(unit, place(kind), u32::MAX);
            self.addresses.tagged_between(all).next().is_some()
        };
        USABLE.into_iter().any(any)
    }

    /// Whether a unit has reported every address of a range as its own.
    pub fn owns_addresses(&self, unit: i64, first: Ipv4Addr, last: Ipv4Addr) -> bool {
        self.covered(unit, &USABLE, first, last)
    }

    /// Whether a unit has reported where every address of a range comes from.
    pub fn has_source(&self, unit: i64, first: Ipv4Addr, last: Ipv4Addr) -> bool {
        self.covered(unit, &[IpRecord::Source], first, last)
    }

    /// The unit's record of that kind that overlaps with a range, if there is one besides `except`. Records of
    /// one kind and unit do not overlap, so that only the neighbours have to be looked at.
    pub fn overlapping(
        &self,
        unit: i64,
        kind: IpRecord,
        (first, last): (Ipv4Addr, Ipv4Addr),
        except: Option<i64>,
    ) -> Option<&Reported> {
        let until = Tag::Range(unit, place(kind), 0)..=Tag::Range(unit, place(kind), last.to_bits());
        let before = self.addresses.tagged_between(until).rev();
        let mut others = before.filter(|id| Some(**id) != except).filter_map(|id| self.addresses.get(id));
        others.next().map(|record| &record.0.0).filter(|record| record.range().1 >= first)
    }

    /// Whether a unit has reported a record of that kind under that id of its own.
    pub fn has_address_record(&self, unit: i64, kind: IpRecord, record: i64) -> bool {
        self.addresses.count(&Tag::AddressRecord(unit, place(kind), record)) > 0
    }

    fn covered(&self, unit: i64, kinds: &[IpRecord], first: Ipv4Addr, last: Ipv4Addr) -> bool {
        let mut from = u64::from(first.to_bits());
        let last = u64::from(last.to_bits());
        while from <= last {
            let at = Ipv4Addr::from_bits(u32::try_from(from).unwrap_or(u32::MAX));
            let holding = kinds.iter().filter_map(|kind| self.overlapping(unit, *kind, (at, at), None));
            match holding.map(|record| u64::from(record.range().1.to_bits())).max() {
                Some(until) => from = until + 1,
                None => return false,
            }
        }
        true
    }
}
