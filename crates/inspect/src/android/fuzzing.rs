//! Ways into single parts of Android packages, for the fuzzers only.

use super::manifest::Manifest;
use super::table::{Binary, Proto, Table};
use super::value::{Element, Value};
use super::{label, proto_xml, signing, xml};
use crate::{Limits, Refusal};

const PART: &str = "part";

/// A binary manifest.
pub fn manifest(bytes: &[u8]) {
    let mut manifest = Manifest::default();
    let mut visit = |depth: usize, element: &Element<'_>| looked_at(depth, element);
    let _ = xml::walk(bytes, PART, &Limits::default(), &mut visit);
    let _ =
        xml::walk(bytes, PART, &Limits::default(), &mut |depth, element| manifest.element(depth, element));
}

/// A binary resource table.
pub fn table(bytes: &[u8]) {
    if let Ok(table) = Binary::read(bytes) {
        asked(&Table::Binary(table));
    }
}

/// The manifest and the table of an App Bundle.
pub fn proto(bytes: &[u8]) {
    let mut visit = |depth: usize, element: &Element<'_>| looked_at(depth, element);
    let _ = proto_xml::walk(bytes, PART, &Limits::default(), &mut visit);
    if let Ok(table) = Proto::read(bytes) {
        asked(&Table::Proto(table));
    }
}

/// The pairs of a signing block.
pub fn signing_block(bytes: &[u8]) {
    // A length, the pairs, the length again, the magic; then a directory without entries.
    let length = (bytes.len() as u64 + 24).to_le_bytes();
    let mut file = [&length, bytes, &length, b"APK Sig Block 42"].concat();
    let directory = u32::try_from(file.len()).unwrap_or(u32::MAX).to_le_bytes();
    file.extend([&b"PK\x05\x06"[..], &[0; 12], &directory, &[0; 2]].concat());
    if let Ok(Some(archive)) = crate::archive::Archive::open(&file, Limits::default()) {
        let _ = signing::read(&archive, &Limits::default());
    }
}

fn looked_at(_: usize, element: &Element<'_>) -> Result<(), Refusal> {
    element.name.decode(PART)?;
    for attribute in &element.attributes {
        attribute.name.decode(PART)?;
    }
    Ok(())
}

fn asked(table: &Table<'_>) {
    for id in (1..6).flat_map(|kind| (0..4).map(move |entry| 0x7F00_0000 | kind << 16 | entry)) {
        let value = Value::Reference(id);
        let _ = label::all(table, value).map(|labels| label::chosen(&labels));
        let _ = table.text(value, PART);
        let _ = table.is_true(value);
    }
}
