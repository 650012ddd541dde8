//! What is made to exhaust a reader is refused by name, within 256 MiB for the whole process.
//! The only test of its program, because it looks at the memory of the whole process.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test program: what fails says where, and it tells what it measured"
)]

use std::io::{Cursor, Write as _};

use beian_authority::codes::MsgCode;
use beian_authority::message::DocumentError;
use beian_authority::packing::{self, Packed, UnpackError};
use beian_authority::reply::{DeliveredFile, Return};
use beian_authority::soap::{self, Method, Request, SoapError};
use beian_authority::xml::XmlError;

/// The most memory the process may take for any of it, input included.
const MOST: usize = 256 << 20;
/// A file larger than any that the interface carries.
const LARGE: usize = 60_000_000;

/// Begins to measure; `None` where the system does not say.
fn peak_from_here() -> Option<()> {
    std::fs::write("/proc/self/clear_refs", "5").ok()
}

/// The most memory this process had in use since then, in bytes.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

/// An archive with one entry, repeated `times`.
fn archive(method: zip::CompressionMethod, portion: &[u8], times: usize) -> Packed {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a.xml", zip::write::SimpleFileOptions::default().compression_method(method)).unwrap();
    for _ in 0..times {
        zip.write_all(portion).unwrap();
    }
    Packed::from_zip(zip.finish().unwrap().into_inner())
}

/// A document whose last entity stands for a thousand million words.
fn laughs(root: &str) -> String {
    let entities: Vec<String> =
        (1..10).map(|n| format!("<!ENTITY lol{n} \"{}\">", format!("&lol{};", n - 1).repeat(10))).collect();
    format!("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">{}]><{root}>&lol9;</{root}>", entities.concat())
}

/// Does it and tells what it took.
fn measured<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let measuring = peak_from_here();
    let result = act();
    if let (Some(()), Some(peak)) = (measuring, peak()) {
        println!("{what}: {} MiB", peak >> 20);
        assert!(peak < MOST, "{what} took {} MiB", peak >> 20);
    }
    result
}

#[test]
fn what_is_made_to_exhaust_a_reader_is_refused_within_256_mib() {
    let zeros = vec![0; 1 << 20];
    let bomb = archive(zip::CompressionMethod::Deflated, &zeros, 1024);
    println!("a bomb: {} KB of zip, 1 GB unpacked", bomb.zip.len() / 1000);
    let refused = measured("bomb", || packing::unpack_upload(&bomb).map(|_| ()));
    assert_eq!(refused, Err(UnpackError::TooLarge));

    let laughing = archive(zip::CompressionMethod::Deflated, laughs("UploadData").as_bytes(), 1);
    let refused = measured("billion laughs in a document", || packing::unpack_upload(&laughing).map(|_| ()));
    assert_eq!(refused, Err(UnpackError::Document(DocumentError::Xml(XmlError::Doctype))));
    let refused = measured("billion laughs in a call", || Request::from_xml(laughs("Envelope")).map(|_| ()));
    assert_eq!(refused, Err(SoapError::Xml(XmlError::Doctype)));

    let padded = vec![b' '; LARGE / 60];
    let large = archive(zip::CompressionMethod::Stored, &padded, 60);
    let Packed { zip: body, md5 } = large;
    let file = DeliveredFile {
        name: "a".to_owned(),
        encryption: 0,
        hashing: 0,
        compression: 0,
        body,
        hash: md5.to_vec(),
    };
    let sent = Return { file: Some(file), ..Return::bare(MsgCode::DONE_LAST, "") };
    let document = sent.to_xml(true);
    drop(sent);
    let envelope = soap::reply_to_xml(Method::Download, &document);
    drop(document);
    let refused = measured("60 MB in a reply", || {
        let read = Return::from_xml(soap::returned(envelope).unwrap()).unwrap();
        let packed = packing::open(&read.file.unwrap(), None).unwrap();
        packing::unpack_upload(&packed).map(|_| ())
    });
    assert_eq!(refused, Err(UnpackError::TooLarge));
}
