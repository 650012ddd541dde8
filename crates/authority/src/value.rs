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

/// Characters decoded at a time; four of them are three bytes.
const PIECE: usize = 4 * 1024;

/// Base64 with padding, in one line.
pub fn encode_base64(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}

/// Appends base64 in one line.
pub(crate) fn push_base64(out: &mut String, bytes: &[u8]) {
    out.reserve(bytes.len().div_ceil(3) * 4);
    BASE64.encode_string(bytes, out);
}

/// Appends base64 broken every 76 characters.
pub(crate) fn push_wrapped_base64(out: &mut String, bytes: &[u8]) {
    const LINE: usize = 57;
    out.reserve(bytes.len().div_ceil(3) * 4 + bytes.len() / LINE);
    for (index, line) in bytes.chunks(LINE).enumerate() {
        if index > 0 {
            out.push('\n');
        }
        BASE64.encode_string(line, out);
    }
}

/// Base64 with white space anywhere and padding or not; `None` if it is not base64.
pub fn decode_base64(text: &str) -> Option<Vec<u8>> {
    if !text.as_bytes().iter().any(u8::is_ascii_whitespace) {
        return BASE64.decode(text).ok();
    }
    let mut decoded = Vec::with_capacity(text.len() / 4 * 3);
    let mut waiting = Vec::with_capacity(2 * PIECE);
    for part in text.split_ascii_whitespace().flat_map(|run| run.as_bytes().chunks(PIECE)) {
        waiting.extend_from_slice(part);
        if waiting.len() > PIECE {
            // Whole groups, and one is kept: padding may stand at the very end only.
            let groups = (waiting.len() - 1) / 4;
            let before = decoded.len();
            BASE64.decode_vec(&waiting[..groups * 4], &mut decoded).ok()?;
            if decoded.len() - before != groups * 3 {
                return None;
            }
            waiting.drain(..groups * 4);
        }
    }
    BASE64.decode_vec(&waiting, &mut decoded).ok()?;
    Some(decoded)
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

#[cfg(test)]
mod tests {
    use super::{decode_base64, encode_base64, push_wrapped_base64};

    #[test]
    fn base64_comes_with_any_white_space_or_none() {
        let bytes: Vec<u8> = (0..20_000_u32).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
        for length in [0, 1, 2, 3, 56, 57, 58, 3071, 3072, 3073, 6144, 20_000] {
            let bytes = &bytes[..length];
            let mut wrapped = String::new();
            push_wrapped_base64(&mut wrapped, bytes);
            assert!(wrapped.lines().all(|line| line.len() <= 76), "{length}");
            let plain = encode_base64(bytes);
            assert_eq!(wrapped.replace('\n', ""), plain);
            for text in [
                plain.clone(),
                plain.trim_end_matches('=').to_owned(),
                wrapped.clone(),
                wrapped.replace('\n', "\r\n"),
                format!("\n\t {} \t\r\n", wrapped.replace('\n', " \t")),
            ] {
                assert_eq!(decode_base64(&text).as_deref(), Some(bytes), "{length}");
            }
        }
    }

    #[test]
    fn what_is_not_base64_is_not_taken() {
        let long = encode_base64(&[7; 3071]) + "\n" + &encode_base64(&[7; 3071]);
        for text in ["A", "AB=C", "A B = = C D", "中文", "a-b_", "ab\u{a0}c", &long] {
            assert_eq!(decode_base64(text), None, "{text:.40}");
        }
    }
}
