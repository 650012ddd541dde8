//! The index of resources of a HarmonyOS module.
#![no_main]

use beian_inspect_fuzz::{archive, read};
use libfuzzer_sys::fuzz_target;

const MODULE: &[u8] = br#"{"app": {"bundleName": "com.example.app", "label": "$string:app_name",
    "icon": "$media:app_icon"}, "module": {}}"#;

fuzz_target!(|bytes: &[u8]| {
    let entries = [("module.json", MODULE), ("ets/modules.abc", b""), ("resources.index", bytes)];
    let _ = read(&archive(&entries), None);
});
