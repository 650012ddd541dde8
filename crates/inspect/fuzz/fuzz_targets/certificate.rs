//! Certificates: DER, PEM, several of them.
#![no_main]

use beian_inspect_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(bytes, None);
});
