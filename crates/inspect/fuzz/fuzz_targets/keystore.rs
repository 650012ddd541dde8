//! Keystores, with the right password, a wrong one and none.
#![no_main]

use beian_inspect_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for password in [Some("geheim"), None] {
        let _ = read(bytes, password);
    }
});
