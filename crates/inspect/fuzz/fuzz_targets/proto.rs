//! Manifests and resource tables of App Bundles.
#![no_main]

use beian_inspect::fuzzing;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzzing::proto(bytes));
