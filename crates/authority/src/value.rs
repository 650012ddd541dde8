//! The values that stand in documents: numbers, text, addresses, times and attached bytes.

use std::net::Ipv4Addr;
use std::ops::RangeInclusive;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};

use crate::element::{Checking, Content, Reading, Unreadable};
use crate::xml::{Node, push_element};

/// A record id: positive, 63 bits.
pub(crate) const ID: RangeInclusive<i64> = 1..=i64::MAX;
/// A code out of a table of up to 64 entries (服务内容, 语言, 接入方式, 放置地, 前置审批).
pub(crate) const CODE: RangeInclusive<i64> = 1..=64;
/// A six-digit region code (省市县).
pub(crate) const REGION: RangeInclusive<i64> = 100_000..=i64::MAX;

/// Beijing is eight hours ahead; the interface carries local times without saying so.
const BEIJING: Duration = Duration::hours(8);

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// Base64 with padding, in one line.
pub fn encode_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// Base64 with white space anywhere and padding or not; `None` if it is not base64.
pub fn decode_base64(text: &str) -> Option<Vec<u8>> {
    if !text.bytes().any(|byte| byte.is_ascii_whitespace()) {
        return BASE64.decode(text).ok();
    }
    let dense: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    BASE64.decode(dense).ok()
}

/// Attached bytes, base64 on the wire (`Fjnr`, `Spwj`).
#[derive(Clone, PartialEq, Eq)]
pub struct Blob(pub Vec<u8>);

impl std::fmt::Debug for Blob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Blob({} bytes)", self.0.len())
    }
}

/// A moment as the interface writes it: Beijing time to the second, sometimes a bare date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WireTime(NaiveDateTime);

impl WireTime {
    /// The moment in UTC.
    pub fn to_utc(self) -> DateTime<Utc> {
        (self.0 - BEIJING).and_utc()
    }

    /// From a moment in UTC, cut to the second.
    pub fn from_utc(moment: DateTime<Utc>) -> Self {
        let local = moment.naive_utc() + BEIJING;
        Self(DateTime::from_timestamp(local.and_utc().timestamp(), 0).map_or(local, |cut| cut.naive_utc()))
    }

    /// Reads `yyyy-MM-dd`, with `HH:mm:ss` and a fraction after a blank or a `T`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let date = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
        let time = |form| NaiveDateTime::parse_from_str(text, form).ok();
        time("%Y-%m-%d %H:%M:%S%.f").or_else(|| time("%Y-%m-%dT%H:%M:%S%.f")).or_else(date).map(Self)
    }
}

impl std::fmt::Display for WireTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d %H:%M:%S"))
    }
}

impl Content for i64 {
    fn write(&self, name: &str, out: &mut String) {
        push_element(out, name, &self.to_string());
    }

    fn read(node: &Node, reading: &mut Reading) -> Result<Self, Unreadable> {
        node.text.trim().parse().map_err(|_| reading.wrong_value())
    }

    fn check(&self, limits: Option<&RangeInclusive<i64>>, checking: &mut Checking) {
        checking.range(*self, limits);
    }
}

impl Content for String {
    fn write(&self, name: &str, out: &mut String) {
        push_element(out, name, self);
    }

    fn read(node: &Node, _: &mut Reading) -> Result<Self, Unreadable> {
        Ok(node.text.clone())
    }

    fn check(&self, limits: Option<&RangeInclusive<i64>>, checking: &mut Checking) {
        checking.range(i64::try_from(self.chars().count()).unwrap_or(i64::MAX), limits);
        checking.characters(self);
    }
}

impl Content for Blob {
    fn write(&self, name: &str, out: &mut String) {
        push_element(out, name, &encode_base64(&self.0));
    }

    fn read(node: &Node, reading: &mut Reading) -> Result<Self, Unreadable> {
        decode_base64(&node.text).map(Self).ok_or_else(|| reading.wrong_value())
    }

    fn check(&self, _: Option<&RangeInclusive<i64>>, checking: &mut Checking) {
        checking.range(i64::try_from(self.0.len()).unwrap_or(i64::MAX), Some(&(1..=i64::MAX)));
    }
}

impl Content for Ipv4Addr {
    fn write(&self, name: &str, out: &mut String) {
        push_element(out, name, &self.to_bits().to_string());
    }

    fn read(node: &Node, reading: &mut Reading) -> Result<Self, Unreadable> {
        node.text.trim().parse().map(Self::from_bits).map_err(|_| reading.wrong_value())
    }

    fn check(&self, _: Option<&RangeInclusive<i64>>, checking: &mut Checking) {
        checking.range(i64::from(self.to_bits()), Some(&(1..=i64::from(u32::MAX))));
    }
}

impl Content for WireTime {
    fn write(&self, name: &str, out: &mut String) {
        push_element(out, name, &self.to_string());
    }

    fn read(node: &Node, reading: &mut Reading) -> Result<Self, Unreadable> {
        Self::parse(&node.text).ok_or_else(|| reading.wrong_value())
    }

    fn check(&self, _: Option<&RangeInclusive<i64>>, _: &mut Checking) {}
}
