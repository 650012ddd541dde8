//! Documents with one element too few, too many or unknown.

use std::collections::BTreeSet;

use beian_authority::message::DocumentError;
use beian_authority::message::upload::UploadDocument;
use beian_authority::sample::{self, Size};
use beian_authority::xml::Node;
use beian_authority::{Unreadable, Violation, Warning};

use super::official;
use super::tree::{at, parsed, path, repeated, slim, ways, without, written};

/// Every document alone with everything that can be in it, once.
pub fn full() -> Vec<Node> {
    let choices = (0..4).flat_map(|seed| sample::uploads(Size::Random, seed));
    let choices = choices.map(|document| slim(parsed(&document)));
    let most = sample::uploads(Size::Most, 0).into_iter().map(|document| slim(parsed(&document)));
    most.chain(choices).collect()
}

/// Where one of several must stand, the first of them is named as missing.
fn stands_for(missing: &str, removed: &str) -> bool {
    const CHOICES: &[&str] = &["", "XZWZ/Xzxx/Zt_xx", "XZJR/Xzxx/Wz_xx", "/Ssdxbs", "/Zdxx/Lydw", "/Scxx"];
    let parent = |path: &str| path.rsplit_once('/').map_or(String::new(), |(parent, _)| parent.to_owned());
    let parents = (parent(missing), parent(removed));
    let of_choice =
        |choice: &str| if choice.is_empty() { parents.1.is_empty() } else { parents.1.ends_with(choice) };
    parents.0 == parents.1 && CHOICES.iter().copied().any(of_choice)
}

#[test]
fn an_element_that_must_be_there_is_named_when_it_is_missing() {
    let mut optional = BTreeSet::new();
    for tree in full() {
        for way in ways(&tree) {
            let removed = path(&tree, &way);
            match UploadDocument::from_xml(&written(&without(&tree, &way))) {
                Ok((_, warnings)) => {
                    assert_eq!(warnings, [], "{removed}");
                    optional.insert(removed);
                }
                Err(DocumentError::Content(Unreadable::Missing(missing))) => {
                    assert!(missing == removed || stands_for(&missing, &removed), "{missing} {removed}");
                }
                Err(other) => panic!("{removed}: {other}"),
            }
        }
    }
    let optional: Vec<String> = optional.into_iter().collect();
    insta::assert_snapshot!(optional.join("\n"));
}

#[test]
fn an_unknown_element_is_a_warning_wherever_it_stands() {
    for tree in full() {
        let (document, _) = UploadDocument::from_xml(&written(&tree)).unwrap();
        for way in ways(&tree) {
            let path = path(&tree, &way);
            let mut odd = tree.clone();
            let new = Node { name: "Neues".to_owned(), text: "1".to_owned(), ..Node::default() };
            at(&mut odd, &way).children.push(new);
            let expected = vec![Warning::Unknown(format!("{path}/Neues"))];
            let read = UploadDocument::from_xml(&written(&odd)).unwrap();
            assert!(read == (document.clone(), expected), "{path}: {:?}", read.1);
        }
    }
}

/// True if we would take it: it can be read without doubt and breaks no limit.
pub fn is_taken(text: &str) -> bool {
    UploadDocument::from_xml(text)
        .is_ok_and(|(document, warnings)| warnings.is_empty() && document.schema_violations().is_empty())
}

/// More than any list may hold that the schema limits.
const MANY: usize = 260;

/// How often an element may stand at most by what we tell, and once more.
fn times(tree: &Node, way: &[usize]) -> Vec<usize> {
    let read = |times| UploadDocument::from_xml(&written(&repeated(tree, way, times))).unwrap();
    let (_, warnings) = read(2);
    if !warnings.is_empty() {
        return vec![2];
    }
    let told = read(MANY).0.schema_violations().into_iter().find_map(|violation| {
        let Violation::Count { most, .. } = violation else { return None };
        Some(vec![most, most + 1])
    });
    told.unwrap_or_else(|| vec![MANY])
}

#[test]
fn how_often_each_element_stands_agrees_with_the_official_schema() {
    let mut cases = Vec::new();
    let mut seen = BTreeSet::new();
    for tree in full() {
        for way in ways(&tree) {
            let name = path(&tree, &way);
            if !seen.insert(name.clone()) {
                continue;
            }
            let parent = &way[..way.len() - 1];
            // An optional element that is empty counts as absent when we read, the schema refuses it.
            let alone = !parent.is_empty() && at(&mut tree.clone(), parent).children.len() == 1;
            if !alone {
                cases.push((format!("{name} × 0"), written(&without(&tree, &way))));
            }
            for times in times(&tree, &way) {
                cases.push((format!("{name} × {times}"), written(&repeated(&tree, &way, times))));
            }
        }
    }
    agree(&cases);
}

/// We take exactly what the official schema takes.
pub fn agree(cases: &[(String, String)]) {
    let texts: Vec<String> = cases.iter().map(|(_, text)| text.clone()).collect();
    let Some((refused, told)) = official::refused(&texts) else { return };
    let differing =
        cases.iter().enumerate().filter(|(place, (_, text))| is_taken(text) == refused.contains(place));
    let differing: Vec<String> = differing
        .map(|(place, (name, _))| {
            let said = told.lines().find(|line| line.starts_with(&format!("{place}:"))).unwrap_or("takes it");
            format!("{name}: the schema says {said}")
        })
        .collect();
    println!("{} cases, {} refused", cases.len(), refused.len());
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
