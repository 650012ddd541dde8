//! Packages made to mislead or to exhaust a reader: one change a line, and the refusal it must meet.

use beian_inspect::{Asked, Facts, Refusal, inspect};

use super::block::{self, V2, V3};
use super::cases::{CASES, How};
use super::project::Project;
use super::raw::{self, Raw, content, of, put};
use super::signatures::sign;
use super::tools::there;

const MANIFEST: &str = "AndroidManifest.xml";
const TABLE: &str = "resources.arsc";

/// A change of an archive's entries.
type Change = fn(&mut Vec<Raw>);

/// Changes of entries, in English and Chinese, and what they meet.
pub const ENTRIES: [(&str, &str, Change, &str); 21] = [
    (
        "an entry unpacks to more than it says",
        "解压后比声明的长",
        |e| of(e, MANIFEST).size -= 1,
        "hostile: Bomb in AndroidManifest.xml",
    ),
    (
        "an entry unpacks to less",
        "解压后比声明的短",
        |e| of(e, MANIFEST).size += 1,
        "damaged: AndroidManifest.xml: shorter than its length says",
    ),
    (
        "another checksum",
        "校验和不符",
        |e| of(e, MANIFEST).crc ^= 1,
        "damaged: AndroidManifest.xml: another checksum",
    ),
    (
        "a deflate stream that does not end",
        "压缩流未结束",
        |e| cut(of(e, MANIFEST)),
        "damaged: AndroidManifest.xml: its deflate stream does not end",
    ),
    (
        "a manifest of 2³² − 2 bytes",
        "清单声明 2³²−2 字节",
        |e| of(e, MANIFEST).size = u32::MAX - 1,
        "too much: AndroidManifest.xml, more than 8388608",
    ),
    (
        "packed length 2³² − 2",
        "压缩长度 2³²−2",
        |e| of(e, MANIFEST).packed = u32::MAX - 1,
        "hostile: Length in AndroidManifest.xml",
    ),
    (
        "offset 2³² − 2",
        "偏移 2³²−2",
        |e| of(e, MANIFEST).offset = Some(u32::MAX - 1),
        "hostile: Length in AndroidManifest.xml",
    ),
    (
        "length of 64 bits without one",
        "声明用 64 位长度却没有",
        |e| of(e, TABLE).size = u32::MAX,
        "too much: resources.arsc, more than 25165824",
    ),
    (
        "stored with two lengths",
        "未压缩却有两种长度",
        |e| of(e, MANIFEST).method = 0,
        "damaged: AndroidManifest.xml: stored, with two lengths",
    ),
    (
        "two entries of one name",
        "同名条目",
        |e| e.push(Raw::stored(MANIFEST, b"")),
        "hostile: DuplicateName in AndroidManifest.xml",
    ),
    (
        "two entries of the same bytes",
        "两个条目占用同一段",
        |e| e.push(Raw { offset: Some(0), ..Raw::stored("b", b"") }),
        "hostile: Overlap in b",
    ),
    (
        "an entry within another",
        "条目位于另一条目之内",
        |e| e.push(Raw { offset: Some(9), ..Raw::stored("b", b"") }),
        "hostile: Overlap in b",
    ),
    (
        "another name before the content",
        "本地文件名不同",
        |e| of(e, MANIFEST).local_name = b"AndroidManifest.xm1".to_vec(),
        "hostile: NameMismatch in AndroidManifest.xml",
    ),
    (
        "a name that leads out",
        "路径越界",
        |e| e.push(Raw::stored("res/../../x", b"")),
        "hostile: Escape in res/../../x",
    ),
    (
        "the same with backslashes",
        "反斜杠路径越界",
        |e| e.push(Raw::stored("..\\x", b"")),
        "hostile: Escape in ..\\x",
    ),
    ("an absolute name", "绝对路径", |e| e.push(Raw::stored("/etc/x", b"")), "hostile: Escape in /etc/x"),
    ("encrypted", "已加密", |e| encrypt(of(e, MANIFEST)), "encrypted: AndroidManifest.xml"),
    (
        "an unknown compression",
        "未知压缩方法",
        |e| of(e, MANIFEST).method = 99,
        "damaged: AndroidManifest.xml: compression method 99",
    ),
    (
        "a manifest as text",
        "文本形式的清单",
        |e| put(e, MANIFEST, b"<manifest package=\"a.b\"/>"),
        "damaged: AndroidManifest.xml: XML as text, as it is before it is built",
    ),
    ("an empty manifest", "空清单", |e| put(e, MANIFEST, b""), "cut off in AndroidManifest.xml"),
    (
        "a manifest of 9 MB",
        "9 MB 的清单",
        |e| put(e, MANIFEST, &vec![0; 9 << 20]),
        "too much: AndroidManifest.xml, more than 8388608",
    ),
];

fn cut(entry: &mut Raw) {
    entry.data.truncate(entry.data.len() - 20);
    entry.packed -= 20;
}

fn encrypt(entry: &mut Raw) {
    entry.flags |= 1;
    entry.data.iter_mut().for_each(|byte| *byte ^= 0x5A);
}

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

fn facts(bytes: &[u8]) -> Result<Facts, Refusal> {
    inspect(&bytes.to_vec(), &Asked::default())
}

fn refused(bytes: &[u8], name: &str, expected: &str) {
    let refusal = facts(bytes).map(|facts| panic!("{name}: {facts:?}")).unwrap_err();
    assert_eq!(refusal.to_string(), expected, "{name}");
}

#[test]
fn every_change_meets_its_refusal() {
    if !there() {
        return;
    }
    let project = Project::usual();
    let entries = raw::entries(&project.build());
    let honest = raw::archive(&entries);
    assert!(facts(&honest).is_ok());
    for (name, _, change, expected) in ENTRIES {
        let mut entries = entries.clone();
        change(&mut entries);
        refused(&raw::archive(&entries), name, expected);
    }
    for (name, _, patch, expected) in FILES {
        let mut bytes = honest.clone();
        patch(&mut bytes);
        refused(&bytes, name, expected);
    }
    for (name, _, part, patch, expected) in PARTS {
        let mut entries = entries.clone();
        let mut bytes = content(&mut entries, part);
        patch(&mut bytes);
        put(&mut entries, part, &bytes);
        refused(&raw::archive(&entries), name, expected);
    }
}

#[test]
fn every_change_of_a_signing_block_meets_its_refusal() {
    if !there() {
        return;
    }
    let signed = signed();
    for (name, _, change, expected) in BLOCKS {
        refused(&change(&signed), name, expected);
    }
    // Only a number nobody knows: it may be signed, but not for us. Beside others it is named.
    let unknown = vec![(0x1234_5678, vec![1, 2, 3])];
    let unsigned = Project::usual();
    let unsigned = std::fs::read(unsigned.build()).unwrap();
    assert!(facts(&unsigned).unwrap().signing.signers.is_empty());
    let both = [vec![(V2, block::value(&signed, V2))], unknown].concat();
    assert_eq!(facts(&block::with(&signed, &both)).unwrap().signing.unknown_schemes, [0x1234_5678]);
}

/// A package signed under v1, v2 and v3.
fn signed() -> Vec<u8> {
    let case = CASES.iter().find(|case| case.how == How::Each(true, true, true)).unwrap();
    let project = Project::usual();
    project.build();
    std::fs::read(sign(project.path(), case)).unwrap()
}

#[test]
fn cut_anywhere_it_is_refused() {
    if !there() {
        return;
    }
    let signed = signed();
    for length in 0..signed.len() {
        assert!(facts(&signed[..length]).is_err(), "{length} of {}", signed.len());
    }
    let project = Project::usual();
    let entries = raw::entries(&project.build());
    for part in [MANIFEST, TABLE] {
        let mut entries = entries.clone();
        let whole = content(&mut entries, part);
        for length in 1..whole.len() {
            put(&mut entries, part, &whole[..length]);
            assert!(facts(&raw::archive(&entries)).is_err(), "{length} of {} of {part}", whole.len());
        }
    }
}

#[test]
fn no_changed_byte_makes_it_fall() {
    if !there() {
        return;
    }
    let signed = signed();
    let mut chance = fastrand::Rng::with_seed(7);
    let mut read = 0;
    for _ in 0..1500 {
        let mut changed = signed.clone();
        let at = chance.usize(..changed.len());
        changed[at] = chance.u8(..);
        read += usize::from(facts(&changed).is_ok());
    }
    assert!(read > 0);
}
