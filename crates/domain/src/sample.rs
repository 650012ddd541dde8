//! Invented numbers with right check digits, for demo data and tests. The same seed gives the same number.

mod filing;

pub use filing::{answers, facts, resource};

use chrono::{Datelike, NaiveDate};

use crate::{
    contact::Mobile,
    identity::{ResidentId, UnifiedCode, mod_11_2, mod_31, organisation_code},
    region::RegionCode,
};

/// Characters of the codes newer registrations draw: digits and capitals without I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Districts that identity numbers of invented people come from.
const DISTRICTS: [&str; 6] = ["110105", "310104", "330106", "440305", "510104", "610113"];

/// The code of an invented enterprise registered in Beijing.
pub fn unified_code(seed: u64) -> UnifiedCode {
    unified_code_in(seed, RegionCode::from_number(110_105).expect("six digits"))
}

/// The code of an invented enterprise registered in a region.
///
/// # Panics
/// Never: the check characters are computed by the formulas that check them.
pub fn unified_code_in(seed: u64, region: RegionCode) -> UnifiedCode {
    // Codes beginning with MA0 are drawn for sole traders and companies since 2015; the rest is the seed.
    let mut draw = scatter(seed);
    let mut body = String::from("MA0");
    for _ in 0..5 {
        body.push(char::from(ALPHABET[usize::try_from(draw % 31).expect("less than 31")]));
        draw /= 31;
    }
    let inner = organisation_code(&body).expect("digits and capitals");
    let code = format!("91{region}{body}{inner}");
    let check = mod_31(&code).expect("characters of the alphabet");
    UnifiedCode::parse(&format!("{code}{check}")).expect("check characters were computed")
}

/// The identity number of an invented person born on a day.
///
/// # Panics
/// When the day lies before 1900.
pub fn resident_id(seed: u64, birth: NaiveDate) -> ResidentId {
    let draw = scatter(seed);
    let district = DISTRICTS[usize::try_from(draw % 6).expect("less than 6")];
    let (year, month, day) = (birth.year(), birth.month(), birth.day());
    let body = format!("{district}{year:04}{month:02}{day:02}{:03}", draw / 6 % 1000);
    let check = mod_11_2(&body).expect("digits");
    ResidentId::parse(&format!("{body}{check}")).expect("check digit was computed")
}

/// A mobile number of the series used for examples: `1380000nnnn`.
///
/// # Panics
/// Never: the number has the form asked for.
pub fn mobile(seed: u64) -> Mobile {
    Mobile::parse(&format!("1380000{:04}", seed % 10_000)).expect("eleven digits")
}

/// Splitmix64: neighbouring seeds give numbers that look unrelated.
fn scatter(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
