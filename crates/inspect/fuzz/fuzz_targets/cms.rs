//! Signed data: as a file of its own, and as the signature of a HarmonyOS package.
#![no_main]

use beian_inspect_fuzz::{archive, read};
use libfuzzer_sys::fuzz_target;

const MODULE: &[u8] = br#"{"app": {"bundleName": "com.example.app"}, "module": {}}"#;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(bytes, None);
    let plain = archive(&[("module.json", MODULE), ("ets/modules.abc", b"")]);
    let _ = read(&with_block(&plain, bytes), None);
});

/// Puts a signing block with one part between the entries and the directory.
fn with_block(archive: &[u8], part: &[u8]) -> Vec<u8> {
    let end = archive.len() - 22;
    let directory = u32::from_le_bytes(archive[end + 16..end + 20].try_into().expect("four bytes"));
    let (entries, rest) = archive.split_at(directory as usize);
    let length = u32::try_from(part.len()).expect("inputs are small");
    let mut block: Vec<u8> = [0x2000_0000, length, 12].into_iter().flat_map(u32::to_le_bytes).collect();
    block.extend(part);
    block.extend(1_u32.to_le_bytes());
    block.extend(u64::from(length + 44).to_le_bytes());
    block.extend(b"<hap sign block>");
    block.extend(3_u32.to_le_bytes());
    let mut rest = rest.to_vec();
    let at = rest.len() - 6;
    rest[at..at + 4].copy_from_slice(&(directory + length + 44).to_le_bytes());
    [entries, &block, &rest].concat()
}
