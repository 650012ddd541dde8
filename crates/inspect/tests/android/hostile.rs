//! Packages made to mislead or to exhaust a reader: one change a line, and the refusal it must meet.

mod blocks;
mod entries;
mod files;

use beian_inspect::{Asked, Facts, Refusal, inspect};

use super::block::{self, V2};
use super::cases::{CASES, How};
use super::project::Project;
use super::raw::{self, content, put};
use super::signatures::sign;
use super::tools::there;

pub use blocks::BLOCKS;
pub use entries::ENTRIES;
pub use files::{FILES, PARTS};

const MANIFEST: &str = "AndroidManifest.xml";
const TABLE: &str = "resources.arsc";

fn facts(bytes: &[u8]) -> Result<Facts, Refusal> {
    inspect(&bytes.to_vec(), &Asked::default())
}

fn refused(bytes: &[u8], name: &str, expected: &str) {
    let refusal = facts(bytes).map(|facts| panic!("{name}: {facts:?}")).unwrap_err();
    assert_eq!(refusal.to_string(), expected, "{name}");
}

#[test]
fn every_change_meets_its_refusal() {
    if !there() {
        return;
    }
    let project = Project::usual();
    let entries = raw::entries(&project.build());
    let honest = raw::archive(&entries);
    assert!(facts(&honest).is_ok());
    for (name, _, change, expected) in ENTRIES {
        let mut entries = entries.clone();
        change(&mut entries);
        refused(&raw::archive(&entries), name, expected);
    }
    for (name, _, patch, expected) in FILES {
        let mut bytes = honest.clone();
        patch(&mut bytes);
        refused(&bytes, name, expected);
    }
    for (name, _, part, patch, expected) in PARTS {
        let mut entries = entries.clone();
        let mut bytes = content(&mut entries, part);
        patch(&mut bytes);
        put(&mut entries, part, &bytes);
        refused(&raw::archive(&entries), name, expected);
    }
}

#[test]
fn every_change_of_a_signing_block_meets_its_refusal() {
    if !there() {
        return;
    }
    let signed = signed();
    for (name, _, change, expected) in BLOCKS {
        refused(&change(&signed), name, expected);
    }
    // Only a number nobody knows: it may be signed, but not for us. Beside others it is named.
    let unknown = vec![(0x1234_5678, vec![1, 2, 3])];
    let unsigned = Project::usual();
    let unsigned = std::fs::read(unsigned.build()).unwrap();
    assert!(facts(&unsigned).unwrap().signing.signers.is_empty());
    let both = [vec![(V2, block::value(&signed, V2))], unknown].concat();
    assert_eq!(facts(&block::with(&signed, &both)).unwrap().signing.unknown_schemes, [0x1234_5678]);
}

/// A package signed under v1, v2 and v3.
fn signed() -> Vec<u8> {
    let case = CASES.iter().find(|case| case.how == How::Each(true, true, true)).unwrap();
    let project = Project::usual();
    project.build();
    std::fs::read(sign(project.path(), case)).unwrap()
}

#[test]
fn cut_anywhere_it_is_refused() {
    if !there() {
        return;
    }
    let signed = signed();
    for length in 0..signed.len() {
        assert!(facts(&signed[..length]).is_err(), "{length} of {}", signed.len());
    }
    let project = Project::usual();
    let entries = raw::entries(&project.build());
    for part in [MANIFEST, TABLE] {
        let mut entries = entries.clone();
        let whole = content(&mut entries, part);
        for length in 1..whole.len() {
            put(&mut entries, part, &whole[..length]);
            assert!(facts(&raw::archive(&entries)).is_err(), "{length} of {} of {part}", whole.len());
        }
    }
}

#[test]
fn no_changed_byte_makes_it_fall() {
    if !there() {
        return;
    }
    let signed = signed();
    let mut chance = fastrand::Rng::with_seed(7);
    let mut read = 0;
    for _ in 0..1500 {
        let mut changed = signed.clone();
        let at = chance.usize(..changed.len());
        changed[at] = chance.u8(..);
        read += usize::from(facts(&changed).is_ok());
    }
    assert!(read > 0);
}
