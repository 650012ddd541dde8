//! Base64 in every spelling, and the files that travel in it.
#![no_main]

use beian_authority::credentials::FileKey;
use beian_authority::packing;
use beian_authority::reply::DeliveredFile;
use beian_authority::value::{decode_base64, encode_base64};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Some(body) = decode_base64(text) else { return };
    assert_eq!(decode_base64(&encode_base64(&body)).as_ref(), Some(&body));
    let key = FileKey::new("SIMULATOR-KEY-01", "SIMULATOR-IV--01").expect("lengths AES has");
    for encryption in [0, 1] {
        let hash = body.iter().take(16).copied().collect();
        let name = "a.xml".to_owned();
        let file = DeliveredFile { name, encryption, hashing: 0, compression: 0, body: body.clone(), hash };
        let _ = packing::open(&file, Some(&key));
    }
});
