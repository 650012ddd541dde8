//! Identifiers: 63-bit, sorted by time, `BIGINT` in the database, `long` on the wire, base32 in URLs.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::invalid::Invalid;

/// 2024-01-01T00:00:00Z, the first instant an id can carry.
const EPOCH_MILLIS: i64 = 1_704_067_200_000;
/// Bits of chance below the milliseconds; 41 bits of milliseconds last until the year 2093.
const CHANCE_BITS: u32 = 22;
/// Crockford's alphabet: no I, L, O, U, so that an id survives being read aloud.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 63 bits in groups of five.
const TEXT_LENGTH: usize = 13;

/// A 63-bit identifier: milliseconds since 2024 above, chance below. Always positive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(i64);

impl Id {
    /// Builds an id from an instant and 22 bits of chance (further bits are ignored).
    pub fn new(at: DateTime<Utc>, chance: u32) -> Self {
        let millis = (at.timestamp_millis() - EPOCH_MILLIS).max(0);
        let chance = i64::from(chance & ((1 << CHANCE_BITS) - 1));
        Self(((millis << CHANCE_BITS) | chance) & i64::MAX)
    }

    /// Reads the number a database or the wire holds.
    pub fn from_i64(value: i64) -> Result<Self, Invalid> {
        if value > 0 { Ok(Self(value)) } else { Err(Invalid::new("id-range")) }
    }

    /// The number for a database or the wire, never below one.
    pub fn as_i64(self) -> i64 {
        self.0
    }

    /// Reads the text of a URL; hyphens and letter case do not matter.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let mut value: i64 = 0;
        let mut length = 0;
        for byte in text.bytes().filter(|b| *b != b'-') {
            let upper = byte.to_ascii_uppercase();
            let digit = ALPHABET.iter().position(|a| *a == upper).ok_or_else(|| Invalid::new("id-format"))?;
            value = value
                .checked_mul(32)
                .and_then(|v| v.checked_add(i64::try_from(digit).unwrap_or(0)))
                .ok_or_else(|| Invalid::new("id-format"))?;
            length += 1;
        }
        if length == TEXT_LENGTH { Self::from_i64(value) } else { Err(Invalid::new("id-format")) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; TEXT_LENGTH];
        let mut rest = self.0;
        for place in text.iter_mut().rev() {
            *place = ALPHABET[usize::try_from(rest & 31).unwrap_or(0)];
            rest >>= 5;
        }
        f.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Declares an identifier of one thing, so that an order's id cannot stand where an account's is meant.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(Id);

        impl $name {
            /// Takes a fresh id for this kind of thing.
            pub fn new(id: Id) -> Self { Self(id) }
            /// Reads the database's number.
            pub fn from_i64(value: i64) -> Result<Self, Invalid> { Id::from_i64(value).map(Self) }
            /// The number for the database and the wire.
            pub fn as_i64(self) -> i64 { self.0.as_i64() }
            /// Reads the text of a URL.
            pub fn parse(text: &str) -> Result<Self, Invalid> { Id::parse(text).map(Self) }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
        impl From<Id> for $name {
            fn from(id: Id) -> Self { Self(id) }
        }
        impl From<$name> for String {
            fn from(id: $name) -> Self { id.to_string() }
        }
        impl TryFrom<String> for $name {
            type Error = Invalid;
            fn try_from(text: String) -> Result<Self, Invalid> { Self::parse(&text) }
        }
    )*};
}

ids! {
    /// An account (账号): the customer's organisation or person in our system.
    AccountId;
    /// A user (用户) of an account.
    UserId;
    /// A member of the provider's staff (备案专员, 管理员).
    StaffId;
    /// An order (备案订单).
    OrderId;
    /// The frozen content of an order at one submission.
    SnapshotId;
    /// A stored piece of evidence (材料).
    EvidenceId;
    /// A resource that may carry filings (备案资源).
    ResourceId;
    /// A subject in our register (主体); also `IspZtid` on the wire.
    SubjectId;
    /// A service in our register (互联网信息服务); also `IspWzid` on the wire.
    ServiceId;
    /// An access in our register (接入); also `IspJrid` on the wire.
    AccessId;
    /// A job of the outbox.
    JobId;
    /// An entry of the journal.
    EntryId;
    /// A notice (通知) to a person.
    NoticeId;
    /// A file sent to the authority.
    UploadId;
    /// Something the authority sent by itself (监管事项).
    MatterId;
    /// A verdict (审核结果) of the authority, as it is kept to learn from.
    VerdictId;
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_sort_by_time() {
        let early = Id::new(Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap(), u32::MAX);
        let late = Id::new(Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 1).unwrap(), 0);
        assert!(early < late);
        assert!(early.to_string() < late.to_string());
    }

    #[test]
    fn text_that_is_no_id_is_refused() {
        for text in ["", "0", "0000000000000", "01JC3K2M7QABI", "ZZZZZZZZZZZZZ", "01JC3K2M7QABC0"] {
            assert!(Id::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_and_number_round_trip(value in 1..=i64::MAX) {
            let id = Id::from_i64(value).unwrap();
            prop_assert_eq!(Id::parse(&id.to_string()).unwrap(), id);
            prop_assert_eq!(Id::parse(&id.to_string().to_lowercase()).unwrap(), id);
        }
    }
}
