//! One part of a package, in a package around it that is right: so a fuzzer of the part goes through the front door.

use std::io::{Cursor, Write as _};

use beian_inspect::{Asked, Facts, Refusal, inspect};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// An archive with these entries, not compressed.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(*name, options).expect("a name");
        writer.write_all(content).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// Reads a file. Whatever is read keeps what the types promise.
pub fn read(bytes: &[u8], password: Option<&str>) -> Result<Facts, Refusal> {
    let asked = Asked { password: password.map(str::to_owned), ..Asked::default() };
    let facts = inspect(&bytes.to_vec(), &asked)?;
    if facts.signing.counts.is_some() {
        let certificate = facts.signing.counting().expect("what counts is there");
        assert_eq!(certificate.fingerprints.sha256.len(), 64);
        assert!(!beian_inspect::spelling::spellings(certificate).is_empty());
    }
    Ok(facts)
}
