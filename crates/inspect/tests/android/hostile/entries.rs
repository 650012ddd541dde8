//! Changes of the entries of an archive.

use super::{MANIFEST, TABLE};
use crate::raw::{Raw, of, put};

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
