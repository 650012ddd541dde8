//! Envelopes: calls as the simulator takes them, replies as the client takes them.
#![no_main]

use beian_authority::reply::Return;
use beian_authority::soap::{self, Request};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(request) = Request::from_xml(text) {
        let again = Request::from_xml(&request.to_xml()).expect("what we write, we read");
        assert_eq!(again.method, request.method);
    }
    if let Ok(returned) = soap::returned(text) {
        let _ = Return::from_xml(&returned);
    }
    let _ = Return::from_xml(text);
});
