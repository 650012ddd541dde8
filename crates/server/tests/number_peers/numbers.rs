//! Invented numbers of four kinds: whole ones, and ones broken in the ways people break them.

use beian_domain::Invalid;
use beian_domain::identity::{OldLicenceNumber, OrganisationCode, UnifiedCode};
use beian_domain::region::{RegionCode, Regions};
use fastrand::Rng;

const DIGITS: &str = "0123456789";
const CAPITALS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// The alphabet of GB 32100-2015.
const CODE: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// What stands in numbers by mistake.
const FOREIGN: &str = "IOSVZ*./_é字";

/// How a number came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Made {
    /// By the standard.
    Whole,
    /// By the standard, of a place drawn blindly, of a place that may have been founded after the birth, or the
    /// permit of somebody from Hong Kong, Macao or Taiwan.
    Place,
    /// Whole, in groups or small letters.
    Written,
    /// One character is another.
    Changed,
    /// Two neighbours changed places.
    Swapped,
    /// One too many, one too few, or hardly any.
    Length,
    /// One character that has no place there.
    Foreign,
    /// A day that never was or that nobody living was born on; the check digit is right.
    Date,
    /// A wrong organisation code inside; the outer check character is right.
    Inside,
}

/// A number, and how it came about.
pub struct Number {
    pub text: String,
    pub made: Made,
}

/// GB 11643-1999.
pub fn resident_id(chance: &mut Rng) -> Number {
    let (place, year) = home(chance);
    let (month, day) = (chance.u32(1..=12), chance.u32(1..=28));
    let whole = identity(&place, &format!("{year}{month:02}{day:02}"), chance);
    if chance.bool() {
        return Number { text: whole, made: Made::Whole };
    }
    let birth = |date: &str, chance: &mut Rng| identity(&place, date, chance);
    let (text, made) = match chance.u8(0..8) {
        0 => (birth(&no_date(chance), chance), Made::Date),
        1 => {
            let date = format!("{:04}{month:02}{day:02}", chance.u32(1..1900));
            (birth(&date, chance), Made::Date)
        }
        2 => {
            let blind = format!("{}{:05}", chance.u32(1..=9), chance.u32(0..100_000));
            let permit = ["810000", "820000", "830000"][chance.usize(0..3)];
            let place = match chance.u8(0..3) {
                0 => blind,
                1 => permit.to_owned(),
                _ => district(chance),
            };
            (identity(&place, &format!("{}{month:02}{day:02}", chance.u32(1900..=2025)), chance), Made::Place)
        }
        3 => (written(&whole, 6, chance), Made::Written),
        _ => broken(&whole, DIGITS, chance),
    };
    Number { text, made }
}

/// GB 32100-2015.
pub fn unified_code(chance: &mut Rng) -> Number {
    let digits = chance.u8(0..10) > 0;
    let head = if digits {
        ["91", "92", "93", "11", "12", "51", "52", "53"]
    } else {
        ["A1", "N2", "N1", "Y1", "G1", "19", "35", "72"]
    }[chance.usize(0..8)];
    let place = district(chance);
    let whole = unified(head, &place, &organisation(CODE, chance));
    if chance.bool() {
        return Number { text: whole, made: Made::Whole };
    }
    let (text, made) = match chance.u8(0..6) {
        0 => {
            let inside = changed(&organisation(CODE, chance), CODE, chance);
            (unified(head, &place, &inside), Made::Inside)
        }
        1 => (written(&whole, 8, chance), Made::Written),
        _ => broken(&whole, CODE, chance),
    };
    Number { text, made }
}

/// GB 11714-1997.
pub fn organisation_code(chance: &mut Rng) -> Number {
    let alphabet = if chance.bool() { DIGITS } else { CAPITALS };
    let whole = organisation(alphabet, chance);
    if chance.bool() {
        return Number { text: whole, made: Made::Whole };
    }
    if chance.u8(0..6) == 0 {
        let (body, check) = whole.split_at(8);
        return Number { text: format!("{body}-{check}").to_lowercase(), made: Made::Written };
    }
    let (text, made) = broken(&whole, alphabet, chance);
    Number { text, made }
}

/// GS15-2006.
pub fn licence(chance: &mut Rng) -> Number {
    let body = format!("{}{:08}", district(chance), chance.u32(0..100_000_000));
    let parse = |text: &str| OldLicenceNumber::parse(text).map(drop);
    let whole = completed(&body, "old-licence-check-digit", parse);
    if chance.bool() {
        return Number { text: whole, made: Made::Whole };
    }
    let (text, made) = broken(&whole, DIGITS, chance);
    Number { text, made }
}

/// A place and a year of birth in which it stood.
fn home(chance: &mut Rng) -> (String, u32) {
    const OLD: [&str; 12] = [
        "110101", "110102", "120101", "120102", "310101", "310104", "330122", "430121", "510121", "520203",
        "610323", "650121",
    ];
    if chance.bool() {
        (OLD[chance.usize(0..OLD.len())].to_owned(), chance.u32(1900..=2025))
    } else {
        (district(chance), chance.u32(2022..=2025))
    }
}

/// With the check digit of GB 11643-1999, as the standard writes it, so that impossible dates get theirs too.
fn identity(place: &str, date: &str, chance: &mut Rng) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let body = format!("{place}{date}{:03}", chance.u32(0..1000));
    let digits = body.chars().map(|digit| digit.to_digit(10).unwrap());
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    let check = "10X98765432".chars().nth(usize::try_from(sum % 11).unwrap()).unwrap();
    format!("{body}{check}")
}

fn unified(head: &str, place: &str, inside: &str) -> String {
    let parse = |text: &str| UnifiedCode::parse(text).map(drop);
    completed(&format!("{head}{place}{inside}"), "uscc-check-digit", parse)
}

fn organisation(alphabet: &str, chance: &mut Rng) -> String {
    let body: String = (0..8).map(|_| one_of(alphabet, chance)).collect();
    let parse = |text: &str| OrganisationCode::parse(text).map(drop);
    completed(&body, "organisation-code-check-digit", parse)
}

/// With the check digit that our own type expects; the peer says whether it is the right one.
fn completed(body: &str, wrong: &str, parse: impl Fn(&str) -> Result<(), Invalid>) -> String {
    match parse(&format!("{body}0")) {
        Err(invalid) if invalid.code == wrong => format!("{body}{}", invalid.facts["expected"]),
        Ok(()) | Err(_) => format!("{body}0"),
    }
}

fn broken(whole: &str, alphabet: &str, chance: &mut Rng) -> (String, Made) {
    let at = chance.usize(0..whole.len());
    match chance.u8(0..4) {
        0 => (changed(whole, alphabet, chance), Made::Changed),
        1 => {
            let mut bytes = whole.as_bytes().to_vec();
            let at = chance.usize(1..bytes.len());
            bytes.swap(at - 1, at);
            (String::from_utf8(bytes).unwrap(), Made::Swapped)
        }
        2 => {
            let (head, tail) = whole.split_at(at);
            let text = match chance.u8(0..3) {
                0 => format!("{head}{}{tail}", one_of(alphabet, chance)),
                1 => format!("{head}{}", &tail[1..]),
                _ => head.to_owned(),
            };
            (text, Made::Length)
        }
        _ => {
            let foreign = one_of(FOREIGN, chance);
            (format!("{}{foreign}{}", &whole[..at], &whole[at + 1..]), Made::Foreign)
        }
    }
}

fn changed(whole: &str, alphabet: &str, chance: &mut Rng) -> String {
    let at = chance.usize(0..whole.len());
    loop {
        let other = one_of(alphabet, chance);
        if !whole[at..].starts_with(other) {
            return format!("{}{other}{}", &whole[..at], &whole[at + 1..]);
        }
    }
}

/// In groups, or in small letters.
fn written(whole: &str, group: usize, chance: &mut Rng) -> String {
    let (head, tail) = whole.split_at(group);
    if chance.bool() { format!("{head} {tail}") } else { whole.to_lowercase() }
}

fn no_date(chance: &mut Rng) -> String {
    let year = chance.u32(1900..=2025);
    let day = ["0000", "0010", "1301", "0132", "0230", "0431", "0631", "0931", "1131", "1200", "9999"];
    match chance.usize(0..=day.len()) {
        at if at < day.len() => format!("{year}{}", day[at]),
        _ => format!("{}0229", [1900, 1999, 2001, 2023][chance.usize(0..4)]),
    }
}

/// A district of today, from the table of regions.
fn district(chance: &mut Rng) -> String {
    let regions = Regions::builtin();
    let provinces: Vec<RegionCode> = regions.provinces().map(|region| region.code).collect();
    let mut code = provinces[chance.usize(0..provinces.len())];
    loop {
        let below = regions.children(code);
        if below.is_empty() {
            return code.to_string();
        }
        code = below[chance.usize(0..below.len())].code;
    }
}

fn one_of(alphabet: &str, chance: &mut Rng) -> char {
    let characters: Vec<char> = alphabet.chars().collect();
    characters[chance.usize(0..characters.len())]
}
