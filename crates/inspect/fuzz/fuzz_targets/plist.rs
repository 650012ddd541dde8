//! Property lists, binary, XML and old, as the list of an iOS package and as its texts.
#![no_main]

use beian_inspect_fuzz::{archive, read};
use libfuzzer_sys::fuzz_target;

const INFO: &[u8] = b"<plist><dict><key>CFBundleIdentifier</key><string>com.example.app</string></dict></plist>";

fuzz_target!(|bytes: &[u8]| {
    let _ = read(&archive(&[("Payload/A.app/Info.plist", bytes)]), None);
    let texts = "Payload/A.app/zh-Hans.lproj/InfoPlist.strings";
    let _ = read(&archive(&[("Payload/A.app/Info.plist", INFO), (texts, bytes)]), None);
});
