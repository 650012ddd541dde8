//! Archives: opened, every entry read whole and from its beginning.
#![no_main]

use beian_inspect::fuzzing;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzzing::archive(bytes));
