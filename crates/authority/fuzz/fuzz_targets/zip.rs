//! Archives: opened, decoded and read as documents of both directions.
#![no_main]

use beian_authority::packing::{self, Packed};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let packed = Packed::from_zip(bytes.to_vec());
    let text = packing::unpack_text(&packed.zip);
    let _ = packing::unpack(&packed);
    let _ = packing::unpack_upload(&packed);
    if let Ok(text) = text {
        assert!(text.len() as u64 <= 3 * packing::MAX_DOCUMENT);
    }
});
