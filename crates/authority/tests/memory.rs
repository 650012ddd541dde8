//! What a file of the largest size costs on its way through an envelope: less than three times itself.
//! The only test of its program, because it looks at the memory of the whole process.

use beian_authority::codes::MsgCode;
use beian_authority::credentials::FileKey;
use beian_authority::reply::{DeliveredFile, Return};
use beian_authority::soap::{self, CallWriter, Method, Request};
use beian_authority::value::decode_base64;

const SIZE: usize = 50_000_000;

/// The most memory this process ever had in use, in bytes; `None` where the system does not say.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<usize>().ok().map(|kilobytes| kilobytes * 1024)
}

#[test]
fn a_large_file_is_not_copied_about() {
    let before = peak();
    let file = b"0123456789".repeat(SIZE / 10);
    let key = FileKey::new("SIMULATOR-KEY-01", "SIMULATOR-IV--01").unwrap();

    let mut call = CallWriter::new(Method::Upload, file.len() / 3 * 4);
    call.base64("beianInfo", |take| key.encrypt_pieces(&file, take));
    let envelope = call.finish();
    drop(file);
    let request = Request::from_xml(envelope).unwrap();
    let body = decode_base64(request.parameter("beianInfo").unwrap()).unwrap();
    drop(request);
    assert_eq!(body.len(), SIZE / 16 * 16 + 16);
    println!("a call written and read: {:?} bytes", peak().zip(before).map(|(now, then)| now - then));

    let (encryption, hashing, compression) = (1, 0, 0);
    let file =
        DeliveredFile { name: "a".to_owned(), encryption, hashing, compression, body, hash: vec![1; 16] };
    let sent = Return { file: Some(file), ..Return::bare(MsgCode::DONE_LAST, "") };
    let document = sent.to_xml(true);
    drop(sent);
    let envelope = soap::reply_to_xml(Method::Download, &document);
    drop(document);
    let read = Return::from_xml(soap::returned(envelope).unwrap()).unwrap();
    assert_eq!(read.file.unwrap().body.len(), SIZE / 16 * 16 + 16);

    if let Some((now, then)) = peak().zip(before) {
        println!("a reply written and read: {} bytes", now - then);
        assert!(now - then < 3 * SIZE, "{} bytes for a file of {SIZE}", now - then);
    }
}
