//! Archives of others: what is accepted, what is refused, and that nothing is believed unchecked.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::packing::{PackError, UnpackError, entry, pack_text, unpack_bytes};

/// An archive by the `zip` crate, sizes in front.
fn archive(method: CompressionMethod, entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn refused(zip: &[u8]) -> String {
    match unpack_bytes(zip) {
        Err(UnpackError::Archive(why)) => why,
        other => panic!("{other:?}"),
    }
}

fn small() -> Result<Vec<u8>, PackError> {
    Ok(pack_text("<a>管局管局管局</a>", "a.xml")?.zip)
}

#[test]
fn stored_and_empty_entries_are_read() {
    assert_eq!(unpack_bytes(&archive(CompressionMethod::Stored, &[("a.xml", b"<a/>")])).unwrap(), b"<a/>");
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        assert_eq!(unpack_bytes(&archive(method, &[("a.xml", b"")])).unwrap(), b"");
    }
    assert_eq!(unpack_bytes(&pack_text("", "a.xml").unwrap().zip).unwrap(), b"");
}

#[test]
fn a_comment_behind_the_archive_is_allowed() {
    let mut zip = small().unwrap();
    let at = zip.len() - 2;
    zip[at] = 5;
    zip.extend(b"PK\x05\x06!");
    assert!(unpack_bytes(&zip).is_ok());
}

#[test]
fn nothing_cut_short_is_read() {
    let zip = small().unwrap();
    for length in 0..zip.len() {
        assert!(matches!(unpack_bytes(&zip[..length]), Err(UnpackError::Archive(_))), "{length} bytes");
    }
}

#[test]
fn no_changed_byte_changes_the_content_unnoticed() {
    let zip = small().unwrap();
    let content = unpack_bytes(&zip).unwrap();
    for at in 0..zip.len() {
        for bit in 0..8 {
            let mut zip = zip.clone();
            zip[at] ^= 1 << bit;
            if let Ok(read) = unpack_bytes(&zip) {
                assert_eq!(read, content, "bit {bit} of byte {at}");
            }
        }
    }
}

#[test]
fn a_stream_that_ends_early_is_refused() {
    // The frame is whole; the last byte of the content is missing inside.
    let whole = small().unwrap();
    let central = whole.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let packed = u32::from_le_bytes(whole[central + 20..central + 24].try_into().unwrap());
    let mut zip = whole;
    zip[central + 20..central + 24].copy_from_slice(&(packed - 1).to_le_bytes());
    assert_eq!(refused(&zip), "the entry is cut short");
}

#[test]
fn two_entries_of_one_name_are_two() {
    // The `zip` crate writes no such thing; another name is changed into the same one.
    let mut zip = archive(CompressionMethod::Deflated, &[("a.xml", b"<a/>"), ("b.xml", b"<b/>")]);
    while let Some(at) = zip.windows(5).position(|window| window == b"b.xml") {
        zip[at] = b'a';
    }
    assert_eq!(unpack_bytes(&zip), Err(UnpackError::Entries(2)));
    // The end record may lie about it.
    let end = zip.len() - 22;
    zip[end + 8] = 1;
    zip[end + 10] = 1;
    assert_eq!(refused(&zip), "the directory is not that of one entry");
}

#[test]
fn a_hidden_entry_is_not_overlooked() {
    let zip = small().unwrap();
    let central = zip.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let hidden = [&zip[..central], &zip[..]].concat();
    assert_ne!(refused(&hidden), "");
}

#[test]
fn encrypted_and_unusual_entries_are_refused_by_name() {
    let zip = small().unwrap();
    let central = zip.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let with = |at: usize, bytes: &[u8]| {
        let mut zip = zip.clone();
        zip[central + at..central + at + bytes.len()].copy_from_slice(bytes);
        refused(&zip)
    };
    assert_eq!(with(8, &[9]), "encrypted entries are not accepted");
    assert_eq!(with(10, &[14]), "compression method 14 is not accepted");
    assert_eq!(with(24, &[0xff; 4]), "zip64 is not accepted");
    assert_eq!(with(16, &[1, 2, 3, 4]), "the content is not what its checksum says");
    assert_eq!(with(42, &[1]), "the entry does not stand at the beginning");
    let mut many = zip.clone();
    let end = many.len() - 22;
    many[end + 10..end + 12].copy_from_slice(&[0xff; 2]);
    assert_eq!(refused(&many), "zip64 is not accepted");
}

#[test]
fn a_bomb_is_stopped_while_it_is_read() {
    let bomb = archive(CompressionMethod::Deflated, &[("a.xml", &vec![0; 60_000_000])]);
    let mut content = entry(&bomb).unwrap();
    let mut read = Vec::new();
    let error = content.read_to_end(&mut read).unwrap_err();
    assert_eq!(UnpackError::from(&error), UnpackError::TooLarge);
    assert!(read.len() <= 50 * 1024 * 1024);
}
