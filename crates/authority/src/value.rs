//! The values that stand in documents: numbers, text, addresses, times and attached bytes.

use std::net::Ipv4Addr;
use std::ops::RangeInclusive;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};

#[cfg(feature = "simulator")]
use crate::element::Maker;
use crate::element::{Checking, Content, Facet, Reading, Writer};
use crate::message::DocumentError;

/// A record id: positive, 63 bits.
pub(crate) const ID: RangeInclusive<i64> = 1..=i64::MAX;
/// A code out of a table of up to 64 entries (服务内容, 语言, 接入方式, 放置地, 前置审批).
pub(crate) const CODE: RangeInclusive<i64> = 1..=64;
/// A six-digit region code (省市县).
pub(crate) const REGION: RangeInclusive<i64> = 100_000..=i64::MAX;
/// Any address but 0.0.0.0, as a number.
pub(crate) const SOME_ADDRESS: RangeInclusive<i64> = 1..=u32::MAX as i64;
/// Any address, as a number; 0 stands for none.
pub(crate) const ANY_ADDRESS: RangeInclusive<i64> = 0..=u32::MAX as i64;

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
    const IS_VALUE: bool = true;

    fn write(&self, name: &str, out: &mut Writer<'_>) {
        out.plain(name, self);
    }

    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError> {
        let parsed = reading.value()?.trim().parse();
        parsed.map_err(|_| reading.wrong_value())
    }

    fn check(&self, facet: &Facet, checking: &mut Checking<'_>) {
        checking.number(*self, facet);
    }

    #[cfg(feature = "simulator")]
    fn make(facet: &Facet, maker: &mut Maker) -> Self {
        maker.number(facet)
    }
}

impl Content for String {
    const IS_VALUE: bool = true;

    fn write(&self, name: &str, out: &mut Writer<'_>) {
        out.value(name, self);
    }

    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError> {
        let text = reading.value()?.to_owned();
        reading.charge(text.len())?;
        Ok(text)
    }

    fn check(&self, facet: &Facet, checking: &mut Checking<'_>) {
        checking.text(self, facet);
    }

    #[cfg(feature = "simulator")]
    fn make(facet: &Facet, maker: &mut Maker) -> Self {
        maker.text(facet)
    }
}

impl Content for Blob {
    const IS_VALUE: bool = true;

    fn write(&self, name: &str, out: &mut Writer<'_>) {
        out.picture(name, &self.0);
    }

    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError> {
        let bytes = decode_base64(reading.value()?).ok_or_else(|| reading.wrong_value())?;
        reading.charge(bytes.len())?;
        Ok(Self(bytes))
    }

    fn check(&self, _: &Facet, checking: &mut Checking<'_>) {
        checking.range(i64::try_from(self.0.len()).unwrap_or(i64::MAX), &(1..=i64::MAX));
    }

    #[cfg(feature = "simulator")]
    fn make(_: &Facet, maker: &mut Maker) -> Self {
        Self(maker.bytes())
    }
}

impl Content for Ipv4Addr {
    const IS_VALUE: bool = true;

    fn write(&self, name: &str, out: &mut Writer<'_>) {
        out.plain(name, self.to_bits());
    }

    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError> {
        let bits = reading.value()?.trim().parse();
        bits.map(Self::from_bits).map_err(|_| reading.wrong_value())
    }

    /// Without limits of its own, any address but 0.0.0.0.
    fn check(&self, facet: &Facet, checking: &mut Checking<'_>) {
        let limits = facet.limits.as_ref().unwrap_or(&SOME_ADDRESS);
        checking.range(i64::from(self.to_bits()), limits);
    }

    #[cfg(feature = "simulator")]
    fn make(facet: &Facet, maker: &mut Maker) -> Self {
        maker.address(facet)
    }
}

impl Content for WireTime {
    const IS_VALUE: bool = true;

    fn write(&self, name: &str, out: &mut Writer<'_>) {
        out.plain(name, self);
    }

    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError> {
        Self::parse(reading.value()?).ok_or_else(|| reading.wrong_value())
    }

    fn check(&self, _: &Facet, _: &mut Checking<'_>) {}

    #[cfg(feature = "simulator")]
    fn make(_: &Facet, maker: &mut Maker) -> Self {
        Self::from_utc(maker.moment())
    }
}

/// A day, `yyyy-MM-dd`; a time behind it is passed over.
impl Content for NaiveDate {
    const IS_VALUE: bool = true;

    fn write(&self, name: &str, out: &mut Writer<'_>) {
        out.plain(name, self.format("%Y-%m-%d"));
    }

    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError> {
        WireTime::parse(reading.value()?).map(|time| time.0.date()).ok_or_else(|| reading.wrong_value())
    }

    fn check(&self, _: &Facet, checking: &mut Checking<'_>) {
        // Years of four digits are all that ten characters hold.
        checking.range(i64::from(chrono::Datelike::year(self)), &(1000..=9999));
    }

    #[cfg(feature = "simulator")]
    fn make(_: &Facet, maker: &mut Maker) -> Self {
        maker.date()
    }
}
