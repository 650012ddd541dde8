//! `beian validate` against python-stdnum, which nobody here wrote: a hundred thousand numbers of each kind, half of
//! them right and half of them broken in every way people break numbers.
//!
//! Where the two differ by design, the difference is listed with its reason, counted, and must occur; any other
//! difference fails. `BEIAN_NUMBERS_SEED` draws other numbers. `cargo xtask test` installs python-stdnum.

#![expect(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, reason = "tests")]

mod numbers;
mod verdicts;

use std::collections::BTreeMap;

use numbers::{Made, Number};
use verdicts::{Verdicts, seed, verdicts};

const NUMBERS: usize = 100_000;

/// A number that the two judge differently, and how.
struct Case<'a> {
    text: &'a str,
    ours: &'a str,
    theirs: &'a str,
}

/// A difference by design.
struct Difference {
    why: &'static str,
    applies: fn(&Case<'_>) -> bool,
}

const RESIDENT_ID: &[Difference] = &[
    Difference {
        why: "a place that their table lacks for the year of birth: worth a warning to us, since tables have gaps \
              and cards outlive places",
        applies: |case| case.ours == "ok" && case.theirs == "place",
    },
    Difference {
        why: "residence permits of Hong Kong and Macao residents: to us another certificate, with its own kind",
        applies: |case| case.ours == "resident-id-is-residence-permit" && case.theirs == "ok",
    },
    Difference {
        why: "birth before 1900: nobody alive; to them any year is one",
        applies: |case| case.ours == "resident-id-date" && case.theirs == "ok" && &case.text[6..8] < "19",
    },
    Difference {
        why: "blanks between the groups: people write them, and we read them",
        applies: |case| case.ours == "ok" && case.theirs == "length" && case.text.contains(' '),
    },
];

const UNIFIED_CODE: &[Difference] = &[
    Difference {
        why: "a wrong organisation code inside: they check the outer character alone",
        applies: |case| case.ours == "uscc-inner-check-digit" && case.theirs == "ok",
    },
    Difference {
        why: "a letter for department or kind: Y (others), N (agriculture), A (army) are in use, they want digits",
        applies: |case| {
            let head = case.text.get(..2).unwrap_or_default();
            case.ours == "ok" && case.theirs == "format" && head.contains(|c: char| c.is_ascii_alphabetic())
        },
    },
];

#[test]
fn resident_ids_are_judged_as_by_others() {
    agreed("resident-id", numbers::resident_id, RESIDENT_ID);
}

#[test]
fn unified_codes_are_judged_as_by_others() {
    agreed("uscc", numbers::unified_code, UNIFIED_CODE);
}

#[test]
fn organisation_codes_are_judged_as_by_others() {
    agreed("organisation-code", numbers::organisation_code, &[]);
}

#[test]
fn licence_numbers_are_judged_as_by_others() {
    agreed("licence-15", numbers::licence, &[]);
}

fn agreed(kind: &str, draw: fn(&mut fastrand::Rng) -> Number, differences: &[Difference]) {
    let seed = seed();
    let mut chance = fastrand::Rng::with_seed(seed);
    let drawn: Vec<Number> = (0..NUMBERS).map(|_| draw(&mut chance)).collect();
    let Some(Verdicts { ours, theirs }) = verdicts(kind, &drawn) else { return };
    let mut made: BTreeMap<Made, [usize; 2]> = BTreeMap::new();
    let mut counts = vec![0; differences.len()];
    let mut unexplained = Vec::new();
    for ((number, ours), theirs) in drawn.iter().zip(&ours).zip(&theirs) {
        let is_ok = ours == "ok";
        made.entry(number.made).or_default()[usize::from(is_ok)] += 1;
        let case = Case { text: &number.text, ours, theirs };
        if is_ok == (theirs == "ok") {
            continue;
        }
        match differences.iter().position(|difference| (difference.applies)(&case)) {
            Some(at) => counts[at] += 1,
            None => unexplained.push(format!("{:?}: {ours}, they say {theirs}", number.text)),
        }
    }
    let differing: usize = counts.iter().sum();
    println!(
        "{kind}, seed {seed}: {} of {NUMBERS} the same verdict",
        NUMBERS - differing - unexplained.len()
    );
    for (made, [bad, ok]) in &made {
        println!("  {made:?}: {ok} ok, {bad} bad");
    }
    for (difference, count) in differences.iter().zip(&counts) {
        println!("  {count} differ: {}", difference.why);
    }
    let few = &unexplained[..unexplained.len().min(20)];
    assert!(few.is_empty(), "seed {seed}: {} differ without a reason: {few:#?}", unexplained.len());
    assert!(!counts.contains(&0), "a listed difference does not occur: {counts:?}");
    assert_eq!(made[&Made::Whole][0], 0, "seed {seed}: whole numbers are refused");
}
