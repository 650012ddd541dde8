//! Binary resource tables, asked for texts, numbers and icons.
#![no_main]

use beian_inspect::fuzzing;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzzing::table(bytes));
