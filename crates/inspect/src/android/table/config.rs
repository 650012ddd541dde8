//! For which devices a value is: language, density and system version of a `ResTable_config`.

use crate::Refusal;
use crate::bytes::Bytes;

/// Any raster, at any density: vectors and adaptive icons.
pub(in crate::android) const ANY_DENSITY: u16 = 0xFFFE;

/// For which devices a value is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::android) struct Config {
    /// Language tag, `zh-CN`; empty for all.
    pub(in crate::android) language: String,
    /// Dots per inch; 0 for all.
    pub(in crate::android) density: u16,
    /// From which system on; 0 for all.
    pub(in crate::android) system: u16,
    /// Whether it asks for anything else of the device: a tablet, a night, a network.
    pub(in crate::android) special: bool,
}

/// Reads a config; older tools wrote shorter ones.
pub(super) fn read(bytes: &mut Bytes<'_>) -> Result<Config, Refusal> {
    let size = bytes.clone().u32()? as usize;
    if size < 4 || size > bytes.left() {
        return Err(bytes.too_long());
    }
    let whole = bytes.within(size)?.rest();
    let at = |from: usize, length: usize| whole.get(from..from + length).unwrap_or_default();
    let number = |from: usize| match at(from, 2) {
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0,
    };
    let zero = |from: usize, length: usize| at(from, length).iter().all(|&byte| byte == 0);
    // mcc, mnc; orientation, touch; keyboard; size; layout, mode, width; width, height; roundness, colour.
    let plain = [(4, 4), (12, 2), (16, 8), (28, 4), (32, 4), (48, 4)];
    Ok(Config {
        language: language(at(8, 2), at(10, 2), at(36, 4), at(40, 8)),
        density: number(14),
        system: number(24),
        special: !plain.iter().all(|&(from, length)| zero(from, length)),
    })
}

fn language(language: &[u8], region: &[u8], script: &[u8], variant: &[u8]) -> String {
    let mut tag = packed(language, b'a');
    for part in [text(script), packed(region, b'0'), text(variant)] {
        if !part.is_empty() && !tag.is_empty() {
            tag.push('-');
            tag.push_str(&part);
        }
    }
    tag
}

/// Two letters, or three in fifteen bits.
fn packed(two: &[u8], base: u8) -> String {
    let &[first, second] = two else { return String::new() };
    if first & 0x80 == 0 {
        return text(two);
    }
    let letters = [second & 0x1F, (second & 0xE0) >> 5 | (first & 0x03) << 3, (first & 0x7C) >> 2];
    letters.iter().map(|&letter| char::from(base.saturating_add(letter))).collect()
}

fn text(bytes: &[u8]) -> String {
    bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).map(|&byte| char::from(byte)).collect()
}
