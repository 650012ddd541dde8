//! Changes of a whole file, and of the manifest and table in it.

use super::{MANIFEST, TABLE};
use crate::block;

/// A change of bytes.
type Patch = fn(&mut Vec<u8>);

fn number(bytes: &mut [u8], at: usize, number: u32) {
    bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

/// Where the end record is.
fn end(bytes: &[u8]) -> usize {
    block::end(bytes).0
}

/// Changes of the whole file.
pub const FILES: [(&str, &str, Patch, &str); 8] = [
    (
        "a directory of 2³² − 2 bytes",
        "目录长 2³²−2 字节",
        |b| number_at_end(b, 12, u32::MAX - 1),
        "hostile: Length in archive",
    ),
    (
        "a directory beyond the file",
        "目录在文件之外",
        |b| number_at_end(b, 16, u32::MAX - 1),
        "hostile: Length in archive",
    ),
    (
        "a directory one byte on",
        "目录错位一字节",
        |b| shift(b),
        "damaged: directory: not a record of an entry",
    ),
    (
        "more entries than there are",
        "条目数多于实际",
        |b| count(b, 1),
        "damaged: directory: another number of entries than it says",
    ),
    (
        "fewer entries than there are",
        "条目数少于实际",
        |b| count(b, u16::MAX),
        "damaged: directory: another number of entries than it says",
    ),
    ("one of several volumes", "分卷", |b| volume(b), "damaged: archive: one of several volumes"),
    (
        "an end of 64 bits beyond the file",
        "64 位结尾在文件之外",
        |b| wide(b, u64::MAX - 8),
        "hostile: Length in archive",
    ),
    ("more than a comment behind the end", "结尾之后还有数据", |b| b.push(0), "cut off in archive"),
];

fn number_at_end(bytes: &mut [u8], at: usize, value: u32) {
    let end = end(bytes);
    number(bytes, end + at, value);
}

fn shift(bytes: &mut [u8]) {
    let (end, directory) = block::end(bytes);
    number(bytes, end + 16, u32::try_from(directory).unwrap() - 1);
}

fn count(bytes: &mut [u8], more: u16) {
    let end = end(bytes);
    for at in [end + 8, end + 10] {
        let told = u16::from_le_bytes([bytes[at], bytes[at + 1]]).wrapping_add(more);
        bytes[at..at + 2].copy_from_slice(&told.to_le_bytes());
    }
}

fn volume(bytes: &mut [u8]) {
    let end = end(bytes);
    bytes[end + 4] = 1;
}

/// Says that the record with 64 bits is at `offset`.
fn wide(bytes: &mut Vec<u8>, offset: u64) {
    let end = end(bytes);
    number(bytes, end + 16, u32::MAX);
    let mut locator = b"PK\x06\x07\0\0\0\0".to_vec();
    locator.extend(offset.to_le_bytes());
    locator.extend([1, 0, 0, 0]);
    bytes.splice(end..end, locator);
}

/// Changes of the manifest's or table's bytes.
pub const PARTS: [(&str, &str, &str, Patch, &str); 9] = [
    (
        "a document longer than its bytes",
        "文档长度越界",
        MANIFEST,
        |b| number(b, 4, u32::MAX),
        "hostile: Length in AndroidManifest.xml",
    ),
    (
        "a pool longer than the document",
        "字符串池越界",
        MANIFEST,
        |b| number(b, 12, u32::MAX),
        "hostile: Length in AndroidManifest.xml",
    ),
    (
        "2³² − 1 strings",
        "2³²−1 个字符串",
        MANIFEST,
        |b| number(b, 16, u32::MAX),
        "hostile: Length in AndroidManifest.xml",
    ),
    (
        "strings that begin beyond the pool",
        "字符串起点越界",
        MANIFEST,
        |b| number(b, 28, u32::MAX),
        "without package name",
    ),
    (
        "a chunk shorter than its header",
        "块短于块头",
        MANIFEST,
        |b| number(b, 12, 4),
        "damaged: AndroidManifest.xml: a chunk shorter than its header",
    ),
    (
        "a table longer than its bytes",
        "资源表长度越界",
        TABLE,
        |b| number(b, 4, u32::MAX),
        "hostile: Length in resources.arsc",
    ),
    (
        "a pool of 2³² − 1 strings",
        "资源表有 2³²−1 个字符串",
        TABLE,
        |b| number(b, 20, u32::MAX),
        "hostile: Length in resources.arsc",
    ),
    (
        "entries that begin beyond the table",
        "条目起点越界",
        TABLE,
        |b| types(b, 16),
        "hostile: Length in resources.arsc",
    ),
    (
        "a configuration of 2³² − 1 bytes",
        "配置长 2³²−1 字节",
        TABLE,
        |b| types(b, 20),
        "hostile: Length in resources.arsc",
    ),
];

/// Writes all ones at a place of every type.
fn types(bytes: &mut [u8], at: usize) {
    let found = (0..bytes.len() - 24).filter(|&place| {
        // Kind and length of the header, and a type that is not empty.
        bytes[place..].starts_with(&[0x01, 0x02])
            && bytes[place + 3] == 0
            && bytes[place + 9..place + 12] == [0; 3]
    });
    for place in found.collect::<Vec<_>>() {
        number(bytes, place + at, u32::MAX);
    }
}
