//! Six-digit region codes (行政区划代码), GB/T 2260.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::{invalid::Invalid, text::compact};

/// A region code (行政区划代码): two digits each of province, prefecture and county. It need not be in the table.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionCode([u8; 6]);

impl RegionCode {
    /// # Errors
    /// `region-code-format`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        <[u8; 6]>::try_from(compact(text).as_bytes())
            .ok()
            .filter(|digits| digits[0] != b'0' && digits.iter().all(u8::is_ascii_digit))
            .map(Self)
            .ok_or_else(|| Invalid::new("region-code-format"))
    }

    /// From the number the wire uses; `None` outside 100000–999999.
    pub fn from_number(number: u32) -> Option<Self> {
        if !(100_000..1_000_000).contains(&number) {
            return None;
        }
        let digit = |place: u32| u8::try_from(number / place % 10).map_or(b'0', |digit| b'0' + digit);
        Some(Self([100_000, 10_000, 1_000, 100, 10, 1].map(digit)))
    }

    /// As the number the wire uses.
    pub fn number(self) -> u32 {
        self.0.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
    }

    /// The six digits.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("digits are ASCII")
    }

    /// The code of the province: `440305` → `440000`.
    #[must_use]
    pub fn province_code(self) -> Self {
        let [a, b, ..] = self.0;
        Self([a, b, b'0', b'0', b'0', b'0'])
    }

    /// The code of the prefecture: `440305` → `440300`.
    #[must_use]
    pub fn city_code(self) -> Self {
        let [a, b, c, d, ..] = self.0;
        Self([a, b, c, d, b'0', b'0'])
    }
}

impl std::fmt::Display for RegionCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::fmt::Debug for RegionCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RegionCode({self})")
    }
}

impl std::str::FromStr for RegionCode {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl Serialize for RegionCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RegionCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&std::borrow::Cow::<'de, str>::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
