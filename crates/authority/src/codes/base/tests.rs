//! The built-in rows: complete, without duplicates, within what the schema allows.

use std::collections::BTreeSet;

use super::{Extra, Mark, NATURES, PROVINCES, Seed, name};
use crate::codes::Table;
use crate::codes::fixed;
use crate::gbk;

fn ids(table: Table) -> Vec<i64> {
    table.seed().iter().map(|seed| seed.id).collect()
}

#[test]
fn the_known_ids_are_there() {
    let expect = |table, ids_expected: Vec<i64>| {
        let mut found = ids(table);
        found.sort_unstable();
        assert_eq!(found, ids_expected, "{table:?}");
    };
    expect(Table::Natures, (1..=6).chain(9..=20).collect());
    let no_certificate = [26, 29, 31, 32, 33, 45];
    expect(Table::CertificateTypes, (1..=49).filter(|id| !no_certificate.contains(id)).collect());
    expect(Table::Approvals, (1..=6).chain(9..=11).chain(13..=15).collect());
    expect(Table::Contents, (1..=24).chain(28..=33).collect());
    expect(Table::Languages, (1..=17).collect());
    expect(Table::AccessModes, (1..=5).collect());
    expect(Table::Bureaus, (1..=34).filter(|id| ![13, 20, 30].contains(id)).collect());
    expect(Table::AttachmentFormats, vec![1, 2]);
    expect(Table::AttachmentPurposes, (1..=5).collect());
    expect(Table::CancelReasons, (1..=5).chain([99]).collect());
    expect(Table::UnfiledHandling, (1..=4).chain([99]).collect());
    expect(Table::VerificationOpinions, (1..=3).chain([99]).collect());
    expect(Table::DomainKinds, (1..=4).collect());
    expect(Table::Industries, (1..=20).collect());
    assert_eq!(ids(Table::Regions).len(), 31);
}

#[test]
fn no_table_has_a_row_twice() {
    for table in Table::ALL {
        let seeds = table.seed();
        let distinct = |key: fn(&Seed) -> String| seeds.iter().map(key).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(|seed| seed.id.to_string()), seeds.len(), "{table:?}: ids");
        assert_eq!(distinct(|seed| seed.zh.to_owned()), seeds.len(), "{table:?}: Chinese names");
        assert_eq!(distinct(|seed| seed.en.to_owned()), seeds.len(), "{table:?}: English names");
        let bits: Vec<i64> = seeds.iter().filter_map(|seed| seed.bits).map(|told| told.value).collect();
        assert_eq!(bits.iter().collect::<BTreeSet<_>>().len(), bits.len(), "{table:?}: bit values");
        assert!(bits.iter().all(|value| value.count_ones() == 1), "{table:?}: one bit each");
        // Where the schema asks for `Ysid` every row has one.
        let with_bits =
            [Table::Approvals, Table::Contents, Table::AccessModes, Table::Bureaus].contains(table);
        assert_eq!(bits.len(), if with_bits { seeds.len() } else { 0 }, "{table:?}");
    }
}

#[test]
fn every_row_is_named_in_both_languages_and_fits_the_schema() {
    for table in Table::ALL {
        for seed in table.seed() {
            let length = seed.zh.chars().count();
            let most =
                if [Table::Approvals, Table::Contents, Table::AccessModes, Table::Regions].contains(table) {
                    32
                } else {
                    64
                };
            assert!((1..=most).contains(&length) && gbk::encode(seed.zh).is_ok(), "{table:?} {}", seed.id);
            assert!(!seed.en.is_empty() && seed.en.is_ascii(), "{table:?} {}", seed.id);
            assert!(seed.id >= 1, "{table:?} {}", seed.id);
        }
    }
}

#[test]
fn certificates_belong_to_natures() {
    for certificate in Table::CertificateTypes.seed() {
        match certificate.parent {
            Some(parent) => assert!(name(NATURES, parent.value).is_some(), "{}", certificate.id),
            None => assert!([48, 49].contains(&certificate.id), "{}", certificate.id),
        }
    }
}

#[test]
fn what_is_made_up_says_so() {
    let made_up = [
        Table::CancelReasons,
        Table::UnfiledHandling,
        Table::VerificationOpinions,
        Table::DomainKinds,
        Table::UnitClasses,
        Table::Industries,
        Table::AdministrativeRanks,
        Table::FilingUnits,
        Table::FeedbackTopics,
    ];
    for table in Table::ALL {
        let all = table.seed().iter().all(|seed| seed.mark == Mark::Simulator);
        let none = table.seed().iter().all(|seed| seed.mark != Mark::Simulator);
        assert!(if made_up.contains(table) { all } else { none }, "{table:?}");
    }
}

#[test]
fn bureaus_and_regions_follow_the_provinces() {
    for province in PROVINCES {
        let bureau = Table::Bureaus.seed().iter().find(|seed| seed.id == province.bureau).unwrap();
        assert_eq!((bureau.zh, bureau.extra), (province.name, Extra::Province(*province)));
        assert_eq!(name(super::REGIONS, province.code * 10_000), Some(province.full_name));
        assert!(province.full_name.starts_with(province.name));
    }
    for distinct in [
        PROVINCES.iter().map(|province| province.short.to_string()).collect::<BTreeSet<_>>(),
        PROVINCES.iter().map(|province| province.letters.to_owned()).collect(),
    ] {
        assert_eq!(distinct.len(), 31);
    }
}

#[test]
fn wire_names_tell_the_table() {
    let wrappers: BTreeSet<_> = Table::ALL.iter().map(|table| table.wrapper()).collect();
    assert_eq!(wrappers.len(), 19);
    let mut elements = BTreeSet::new();
    for table in Table::ALL {
        assert_eq!(Table::of_wrapper(table.wrapper()), Some(*table));
        for element in table.elements() {
            assert!(elements.insert(element), "{element} belongs to two tables");
            assert_eq!(Table::of_element(element), Some(*table));
        }
    }
    assert_eq!(Table::of_element("Bz"), None);
}

#[test]
fn fixed_codes_are_distinct_and_named() {
    assert_eq!(fixed::SETS.len(), 18);
    for set in fixed::SETS {
        assert!(set.rows.windows(2).all(|pair| pair[0].0 < pair[1].0), "{}", set.name);
        assert!(set.rows.iter().all(|(_, zh, en)| !zh.is_empty() && en.is_ascii()), "{}", set.name);
    }
    assert_eq!(fixed::ReviewResult::of(1), Some(fixed::ReviewResult::Approved));
    assert_eq!(fixed::VerificationResult::of(1), Some(fixed::VerificationResult::Refused));
    assert_eq!(fixed::Operation::VerificationOnly.value(), 35);
    assert_eq!(fixed::Operation::of(8), None);
}
