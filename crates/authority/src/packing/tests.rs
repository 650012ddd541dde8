//! Files with one thing wrong, and files that only look wrong.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::{PackError, Packed, UnpackError, open, pack, pack_text, unpack, unpack_bytes, unpack_text};
use crate::credentials::FileKey;
use crate::message::DocumentError;
use crate::message::upload::UploadDocument;
use crate::reply::DeliveredFile;
use crate::value::{decode_base64, encode_base64};
use crate::xml::XmlError;
use crate::{Violation, sample};

fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn delivered(packed: &Packed, body: Vec<u8>, encryption: i64) -> DeliveredFile {
    let hash = packed.md5.to_vec();
    DeliveredFile { name: "a.xml".to_owned(), encryption, hashing: 0, compression: 0, body, hash }
}

#[test]
fn the_published_vector_holds() {
    let key = FileKey::new("SIMULATOR-KEY-01", "SIMULATOR-IV--01").unwrap();
    let packed = Packed::from_zip(b"hello zip bytes".to_vec());
    assert_eq!(encode_base64(&packed.md5), "kMZMbZ677H9iGG71okNdOw==");
    let body = decode_base64("OIIHYJXi Qq50cW8+\r\n+JfTkg==").unwrap();
    assert_eq!(open(&delivered(&packed, body, 1), Some(&key)), Ok(packed));
}

#[test]
fn packing_is_repeatable_and_comes_back() {
    let document = UploadDocument::new_filing(1001, sample::new_filing(1));
    let packed = pack(&document, "a.xml").unwrap();
    assert_eq!(pack(&document, "a.xml").unwrap(), packed);
    assert_eq!(super::unpack_upload(&packed).unwrap(), (document, vec![]));
}

#[test]
fn a_rare_character_is_named() {
    let mut filing = sample::new_filing(1);
    filing.filings[0].subject.name = "王𬍛东".to_owned();
    let document = UploadDocument::new_filing(1001, filing);
    let Err(PackError::Schema(violations)) = pack(&document, "a.xml") else { panic!("packed") };
    let path = "ICP/XZBA/Baxx[1]/Zt_xx/Dwmc".to_owned();
    assert_eq!(violations, [Violation::Encoding { path, ch: '𬍛' }]);
    assert_eq!(violations[0].record(), Some(0));
}

#[test]
fn what_breaks_the_schema_is_not_packed() {
    let mut filing = sample::new_filing(1);
    filing.filings[0].subject.name = String::new();
    filing.filings[0].services[0].contents.clear();
    filing.filings[0].services[0].remark = Some("\u{1}".to_owned());
    let Err(PackError::Schema(violations)) = pack(&UploadDocument::new_filing(1001, filing), "a.xml") else {
        panic!("packed");
    };
    let told: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "ICP/XZBA/Baxx[1]/Zt_xx/Dwmc: 0 is outside 1–255",
            "ICP/XZBA/Baxx[1]/Wz_xx[1]/Fwnr/Fwnr_id: 0 entries, 1–64 allowed",
            "ICP/XZBA/Baxx[1]/Wz_xx[1]/Wz_Bz: the character U+0001 cannot be sent",
        ]
    );
}

#[test]
fn entry_names_are_letters_and_digits() {
    for name in ["", "../a.xml", "a b.xml", "中.xml", &"a".repeat(129)] {
        assert!(matches!(pack_text("<a/>", name), Err(PackError::EntryName(_))), "{name}");
    }
}

#[test]
fn an_archive_with_data_descriptors_is_read() {
    // Bureaus stream their archives: sizes follow the data (general flag bit 3).
    let mut archive = ZipWriter::<StreamWriter<Vec<u8>>>::new_stream(Vec::new());
    archive.start_file("beianinfo.xml", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"<a>1</a>").unwrap();
    let zip = archive.finish().unwrap().into_inner();
    assert_eq!(zip[6] & 8, 8, "bit 3 is set");
    assert_eq!(unpack_text(&zip).unwrap(), "<a>1</a>");
}

#[test]
fn broken_archives_are_refused() {
    let good = zip_of(&[("a.xml", b"<a/>")]);
    assert!(matches!(unpack_bytes(&good[..good.len() / 2]), Err(UnpackError::Archive(_))));
    assert!(matches!(unpack_bytes(b"rubbish"), Err(UnpackError::Archive(_))));
    assert_eq!(unpack_bytes(&zip_of(&[])), Err(UnpackError::Entries(0)));
    let two = zip_of(&[("a.xml", b"<a/>"), ("b.xml", b"<b/>")]);
    assert_eq!(unpack_bytes(&two), Err(UnpackError::Entries(2)));
}

#[test]
fn a_bomb_stops_at_the_cap() {
    let bomb = zip_of(&[("a.xml", &vec![b' '; 51 * 1024 * 1024])]);
    assert!(bomb.len() < 200_000);
    assert_eq!(unpack_bytes(&bomb), Err(UnpackError::TooLarge));
}

#[test]
fn wrong_hash_key_and_algorithms_are_told_apart() {
    let key = FileKey::new("SIMULATOR-KEY-01", "SIMULATOR-IV--01").unwrap();
    let packed = Packed::from_zip(zip_of(&[("a.xml", b"<a/>")]));
    let plain = delivered(&packed, packed.zip.clone(), 0);
    assert_eq!(open(&plain, None).as_ref(), Ok(&packed));
    let mut wrong = plain.clone();
    wrong.hash[0] ^= 1;
    assert_eq!(open(&wrong, None), Err(UnpackError::Hash));
    let sealed = delivered(&packed, key.encrypt(&packed.zip), 1);
    assert_eq!(open(&sealed, None), Err(UnpackError::NoKey));
    let cut = delivered(&packed, sealed.body[..sealed.body.len() - 1].to_vec(), 1);
    assert!(matches!(open(&cut, Some(&key)), Err(UnpackError::Decrypt(_))));
    let unknown = DeliveredFile { compression: 1, ..plain };
    assert_eq!(open(&unknown, None), Err(UnpackError::Algorithm { what: "compression", id: 1 }));
}

#[test]
fn hostile_documents_are_refused() {
    let read = |text: &str| unpack(&pack_text(text, "a.xml").unwrap()).unwrap_err();
    let below = |text: &str| read(&format!("<DownloadData version=\"V.3.0\">{text}"));
    let xml = |error| UnpackError::Document(DocumentError::Xml(error));
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><DownloadData version=\"V.3.0\">&b;</DownloadData>";
    assert_eq!(read(bomb), xml(XmlError::Doctype));
    assert_eq!(below("<a>&b;</a>"), xml(XmlError::Entity("b".to_owned())));
    assert_eq!(below(&"<a>".repeat(40)), xml(XmlError::TooDeep));
    let attributes: Vec<String> = (0..20).map(|n| format!("a{n}=\"\"")).collect();
    assert_eq!(below(&format!("<a {}/>", attributes.join(" "))), xml(XmlError::TooManyAttributes));
    assert!(matches!(below("<a><b></a>"), UnpackError::Document(DocumentError::Xml(XmlError::Syntax(_)))));
    assert_eq!(below("<ICP/></DownloadData><b/>"), xml(XmlError::Root));
    assert_eq!(read("<a/>"), UnpackError::Document(DocumentError::Kind("a".to_owned())));
    let old = read("<DownloadData version=\"V.2.1\"><ICP/></DownloadData>");
    assert_eq!(old, UnpackError::Document(DocumentError::Version(Some("V.2.1".to_owned()))));
}
