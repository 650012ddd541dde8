//! Every published code once, worded in both languages, pointing at elements that exist.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::{Area, all, find, is_success};
use crate::{gbk, xml};

/// The published numbers.
const PUBLISHED: [(Area, &[RangeInclusive<i64>]); 4] = [
    (Area::Icp, &[1001..=1068, 1999..=1999]),
    (Area::Ip, &[2001..=2056, 2998..=2999]),
    (Area::Domain, &[3001..=3037, 3998..=3999]),
    (Area::General, &[5001..=5011, 5999..=5999]),
];

#[test]
fn every_published_code_is_there_once_and_nothing_else() {
    for (area, ranges) in PUBLISHED {
        let expected: Vec<i64> = ranges.iter().cloned().flatten().collect();
        let found: Vec<i64> = area.codes().iter().map(|entry| entry.code).collect();
        assert_eq!(found, expected, "{area:?}");
        for code in expected {
            assert_eq!(Area::of(code), Some(area));
            assert_eq!(find(code).map(|entry| (entry.code, entry.area)), Some((code, area)));
        }
    }
    assert_eq!(all().count(), 69 + 58 + 39 + 12);
}

#[test]
fn other_numbers_are_not_found() {
    for code in [i64::MIN, -1, 0, 1000, 1069, 1998, 2000, 2057, 2997, 3038, 4001, 5012, 6001, i64::MAX] {
        assert_eq!(find(code), None, "{code}");
    }
}

#[test]
fn five_codes_are_successes() {
    let successes: Vec<i64> = all().filter(|entry| entry.is_success()).map(|entry| entry.code).collect();
    assert_eq!(successes, [1001, 1060, 1062, 2998, 3998]);
    assert!(!is_success(0));
}

#[test]
fn every_code_is_worded_in_both_languages() {
    for area in Area::ALL {
        let (mut zh, mut en) = (BTreeSet::new(), BTreeSet::new());
        for entry in area.codes() {
            for chinese in [entry.zh, entry.remedy_zh] {
                assert!(chinese.chars().any(|ch| ch > '\u{4e00}'), "{}: {chinese}", entry.code);
                assert!(gbk::encode(chinese).is_ok(), "{}: {chinese} cannot go into a document", entry.code);
            }
            for english in [entry.en, entry.remedy_en] {
                assert!(english.is_ascii() && !english.is_empty(), "{}: {english}", entry.code);
            }
            // The text travels in `Dmms`, 255 characters at most.
            assert!(
                entry.zh.chars().count() <= 40 && entry.remedy_zh.chars().count() <= 40,
                "{}",
                entry.code
            );
            assert!(zh.insert(entry.zh), "{}: worded like another code of its area", entry.code);
            assert!(en.insert(entry.en), "{}: worded like another code of its area", entry.code);
        }
    }
}

#[test]
fn a_code_points_at_ends_of_paths() {
    let phone = find(1031).unwrap();
    assert!(phone.concerns("UploadData/ICP/XZBA/Baxx/Wz_xx/Wz_Fzr/Fzr_dhhm"));
    assert!(phone.concerns("Wz_Fzr/Fzr_dhhm"));
    assert!(!phone.concerns("Baxx/Zt_xx/Fzr/Fzr_dhhm"));
    assert!(!find(1013).unwrap().concerns("Fzr/Xqq") && !find(1013).unwrap().concerns("Fzr/XQq"));
    assert!(!find(1999).unwrap().concerns("Baxx"));
}

#[test]
fn every_element_named_stands_in_the_official_schema() {
    let Some(path) = official() else {
        println!("skipped: no official schema here");
        return;
    };
    let schema = xml::parse(&gbk::decode(&std::fs::read(path).unwrap()).unwrap()).unwrap();
    let mut paths = Vec::new();
    collect(&schema, "", &mut paths);
    assert!(paths.len() > 500, "{}", paths.len());
    for entry in all() {
        for end in entry.elements {
            let known = paths.iter().any(|path| path.ends_with(&format!("/{end}")));
            assert!(known, "{}: no element ends in {end}", entry.code);
        }
    }
}

/// The paths of all elements a schema declares.
fn collect(node: &xml::Node, above: &str, paths: &mut Vec<String>) {
    let declared = node.attribute("name").filter(|_| node.name == "element");
    let here = declared.map_or_else(|| above.to_owned(), |name| format!("{above}/{name}"));
    if declared.is_some() {
        paths.push(here.clone());
    }
    for child in &node.children {
        collect(child, &here, paths);
    }
}

/// Looks for the schema of uploads in a directory beside the checkout or beside one of its parents.
fn official() -> Option<PathBuf> {
    let ancestors = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let beside = ancestors.flat_map(|parent| std::fs::read_dir(parent).into_iter().flatten().flatten());
    beside.map(|entry| entry.path().join("reference/xsd/upload-data.xsd")).find(|path| path.exists())
}
