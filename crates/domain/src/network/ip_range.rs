//! Ranges of IP addresses (IP地址段), as a single address, `start-end` or CIDR.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::reserved;
use crate::{invalid::Invalid, text::compact};

/// A range of addresses of one family, both ends included; written as `a` or `a-b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IpRange {
    start: IpAddr,
    end: IpAddr,
}

impl IpRange {
    /// # Errors
    /// `ip-range-form`, `ip-range-family`, `ip-range-reversed`, `ip-range-prefix-length` (with `max`),
    /// `ip-range-host-bits` (with `expected`, the network meant).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = compact(text).replace('~', "-");
        if let Some((network, length)) = text.split_once('/') {
            return from_cidr(address(network)?, length);
        }
        match text.split_once('-') {
            None => address(&text).map(Self::from),
            Some((start, end)) => Self::new(address(start)?, address(end)?),
        }
    }

    /// A range between two addresses, both included.
    ///
    /// # Errors
    /// `ip-range-family` for one address of each family, `ip-range-reversed`.
    pub fn new(start: IpAddr, end: IpAddr) -> Result<Self, Invalid> {
        if start.is_ipv4() != end.is_ipv4() {
            return Err(Invalid::new("ip-range-family"));
        }
        if start > end {
            return Err(Invalid::new("ip-range-reversed"));
        }
        Ok(Self { start, end })
    }

    /// First address.
    pub fn start(&self) -> IpAddr {
        self.start
    }

    /// Last address.
    pub fn end(&self) -> IpAddr {
        self.end
    }

    /// Whether an address lies in the range.
    pub fn contains(&self, address: IpAddr) -> bool {
        address.is_ipv4() == self.start.is_ipv4() && self.start <= address && address <= self.end
    }

    /// Whether another range lies wholly in this one.
    pub fn covers(&self, other: &Self) -> bool {
        self.contains(other.start) && self.contains(other.end)
    }

    /// Whether two ranges share an address.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start.is_ipv4() == other.start.is_ipv4() && self.start <= other.end && other.start <= self.end
    }

    /// Whether it is one address.
    pub fn is_single(&self) -> bool {
        self.start == self.end
    }

    /// Whether every address can be reached from the internet: none is private, reserved or for documentation.
    pub fn is_public(&self) -> bool {
        match (self.start, self.end) {
            (IpAddr::V4(start), IpAddr::V4(end)) => reserved::all_public_v4(start, end),
            (IpAddr::V6(start), IpAddr::V6(end)) => reserved::all_public_v6(start, end),
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }

    /// Both ends as numbers, for an IPv4 range.
    pub fn ipv4_bounds(&self) -> Option<(u32, u32)> {
        match (self.start, self.end) {
            (IpAddr::V4(start), IpAddr::V4(end)) => Some((start.into(), end.into())),
            (IpAddr::V6(_), _) | (_, IpAddr::V6(_)) => None,
        }
    }
}

impl From<IpAddr> for IpRange {
    fn from(address: IpAddr) -> Self {
        Self { start: address, end: address }
    }
}

impl std::fmt::Display for IpRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_single() { self.start.fmt(f) } else { f.pad(&format!("{}-{}", self.start, self.end)) }
    }
}

impl std::str::FromStr for IpRange {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl Serialize for IpRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for IpRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&std::borrow::Cow::<'de, str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

fn address(text: &str) -> Result<IpAddr, Invalid> {
    text.parse().map_err(|_| Invalid::new("ip-range-form"))
}

fn from_cidr(network: IpAddr, length: &str) -> Result<IpRange, Invalid> {
    let bits: u32 = if network.is_ipv4() { 32 } else { 128 };
    let too_long = || Invalid::new("ip-range-prefix-length").with("max", bits);
    let length: u32 = length.parse().map_err(|_| too_long())?;
    let host_bits = bits.checked_sub(length).ok_or_else(too_long)?;
    let (start, end) = match network {
        IpAddr::V4(address) => {
            let hosts = u32::MAX.checked_shr(length).unwrap_or(0);
            let bits = u32::from(address);
            (IpAddr::from(Ipv4Addr::from(bits & !hosts)), IpAddr::from(Ipv4Addr::from(bits | hosts)))
        }
        IpAddr::V6(address) => {
            let hosts = u128::MAX.checked_shr(length).unwrap_or(0);
            let bits = u128::from(address);
            (IpAddr::from(Ipv6Addr::from(bits & !hosts)), IpAddr::from(Ipv6Addr::from(bits | hosts)))
        }
    };
    if start != network && host_bits > 0 {
        return Err(Invalid::new("ip-range-host-bits").with("expected", format!("{start}/{length}")));
    }
    Ok(IpRange { start, end })
}
