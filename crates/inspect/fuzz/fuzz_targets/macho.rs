//! Programs of iOS and their code signatures.
#![no_main]

use beian_inspect_fuzz::{archive, read};
use libfuzzer_sys::fuzz_target;

const INFO: &[u8] = b"<plist><dict><key>CFBundleIdentifier</key><string>com.example.app</string>\
    <key>CFBundleExecutable</key><string>A</string></dict></plist>";

fuzz_target!(|bytes: &[u8]| {
    let _ = read(&archive(&[("Payload/A.app/Info.plist", INFO), ("Payload/A.app/A", bytes)]), None);
});
