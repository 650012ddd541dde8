//! Text in portions of every size, and bytes that are none.

use std::io::{BufReader, Read as _};

use super::gbk_reader;
use crate::gbk::{Undecodable, encode};
use crate::packing::UnpackError;

fn read(bytes: &[u8], portion: usize) -> Result<String, UnpackError> {
    let mut text = String::new();
    match gbk_reader(BufReader::with_capacity(portion, bytes)).read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(error) => Err(UnpackError::from(&error)),
    }
}

#[test]
fn portions_make_no_difference() {
    let text = format!("<?xml version=\"1.0\" encoding=\"GBK\"?><a>{}</a>", "管a局,".repeat(40_000));
    let bytes = encode(&text).unwrap();
    for portion in [1, 2, 3, 119, 120, 121, 65_536, 1 << 20] {
        assert!(read(&bytes, portion).unwrap() == text, "{portion} at a time");
    }
    assert_eq!(read(b"", 1).unwrap(), "");
}

#[test]
fn a_declaration_or_a_mark_makes_it_utf_8() {
    let said = "<?xml version=\"1.0\" encoding=\"utf-8\"?><a>管局</a>";
    let marked = "\u{feff}<a>管局𬍛</a>";
    for portion in [1, 7, 500] {
        assert_eq!(read(said.as_bytes(), portion).unwrap(), said);
        assert_eq!(read(marked.as_bytes(), portion).unwrap(), &marked[3..]);
    }
}

#[test]
fn bytes_that_are_no_text_are_told() {
    for bytes in [&b"<a>\xff\xff</a>"[..], b"<a>\xb9", b"\xef\xbb\xbf<a>\xb9\xdc"] {
        assert_eq!(read(bytes, 2), Err(UnpackError::Text(Undecodable)));
    }
}
