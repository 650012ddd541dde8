//! Changes of a signing block.

use crate::block::{self, V2, V3};

/// A change of the pairs of a signing block.
type Resign = fn(&[u8]) -> Vec<u8>;

/// Changes of the signing block.
pub const BLOCKS: [(&str, &str, Resign, &str); 10] = [
    (
        "two lengths that differ",
        "两处长度不同",
        |b| two_lengths(b),
        "damaged: APK Signing Block: two lengths that differ",
    ),
    ("a block longer than the file", "签名块越界", |b| long_block(b), "hostile: Length in APK Signing Block"),
    (
        "a pair longer than the block",
        "条目越界",
        |b| block::with_bytes(b, &[0xFF; 12]),
        "hostile: Length in APK Signing Block",
    ),
    (
        "a pair without a number",
        "条目没有编号",
        |b| block::with_bytes(b, &[3, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]),
        "hostile: Length in APK Signing Block",
    ),
    (
        "2,000 pairs",
        "2000 个条目",
        |b| block::with(b, &(0..2000).map(|n| (n, Vec::new())).collect()),
        "too much: APK Signing Block, more than 1024",
    ),
    (
        "a scheme of 2 MB",
        "2 MB 的签名",
        |b| block::with(b, &vec![(V2, vec![0; 2 << 20])]),
        "too much: APK Signing Block, more than 1048576",
    ),
    (
        "a scheme without signers",
        "没有签名者的签名",
        |b| block::with(b, &vec![(V2, vec![0; 4])]),
        "damaged: APK Signing Block: a scheme without signers",
    ),
    (
        "signers longer than the pair",
        "签名者越界",
        |b| block::with(b, &vec![(V2, vec![0xFF; 40])]),
        "hostile: Length in APK Signing Block",
    ),
    (
        "the key of somebody else",
        "公钥与证书不符",
        |b| other_key(b),
        "damaged: APK Signing Block: the signer's key is not that of its certificate",
    ),
    (
        "other systems inside than outside",
        "系统版本内外不一",
        |b| other_systems(b),
        "damaged: APK Signing Block: systems that differ inside and outside of what is signed",
    ),
];

fn two_lengths(apk: &[u8]) -> Vec<u8> {
    let mut out = apk.to_vec();
    let (_, directory) = block::end(&out);
    out[directory - 24] ^= 8;
    out
}

fn long_block(apk: &[u8]) -> Vec<u8> {
    let mut out = apk.to_vec();
    let (_, directory) = block::end(&out);
    out[directory - 20] = 1;
    out
}

fn other_key(apk: &[u8]) -> Vec<u8> {
    let mut value = block::value(apk, V2);
    // The last byte of the modulus; behind it stands the exponent.
    let at = value.len() - 6;
    value[at] ^= 2;
    block::with(apk, &vec![(V2, value)])
}

fn other_systems(apk: &[u8]) -> Vec<u8> {
    let value = block::value(apk, V3);
    let mut changed = block::for_systems(&value, 30, 40);
    let inside = changed.windows(8).position(|eight| eight == [30, 0, 0, 0, 40, 0, 0, 0]).unwrap();
    changed[inside] = 29;
    block::with(apk, &vec![(V3, changed)])
}
