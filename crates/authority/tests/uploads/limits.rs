//! Values at and beside every limit: we take exactly those that the official schema takes.

use std::collections::BTreeSet;

use beian_authority::Violation;
use beian_authority::message::upload::UploadDocument;
use beian_authority::xml::Node;

use super::damage::{agree, full, is_taken};
use super::tree::{Way, at, path, ways, written};

/// Days, which the schema takes for any ten characters; pictures, which it takes for any text.
const STRICTER: &[&str] = &["Hssj", "Rbsj", "Clsx", "Fprq", "Zcsj", "Yxrq", "Fjnr", "Spwj"];

fn with(tree: &Node, way: &Way, text: &str) -> String {
    let mut changed = tree.clone();
    text.clone_into(&mut at(&mut changed, way).text);
    written(&changed)
}

fn text(length: i128) -> String {
    "字".repeat(usize::try_from(length).unwrap_or(0))
}

/// The limits we set, learnt from what is told of a value far outside.
fn limits(tree: &Node, way: &Way, far: &str) -> Option<(i128, i128)> {
    let (document, _) = UploadDocument::from_xml(&with(tree, way, far)).ok()?;
    document.schema_violations().into_iter().find_map(|violation| {
        let Violation::Range { least, most, .. } = violation else { return None };
        Some((least.into(), most.into()))
    })
}

/// Values on both sides of both limits, and of other kinds.
fn values(tree: &Node, way: &Way) -> Vec<String> {
    let is_number = at(&mut tree.clone(), way).text.parse::<i64>().is_ok();
    let beside = |(least, most): (i128, i128)| [least - 1, least, most, most + 1];
    let mut values = vec!["x".to_owned(), "1.5".to_owned(), String::new()];
    if !is_number {
        let limits = limits(tree, way, &text(5000));
        values.extend(limits.map_or([0, 1, 5000, 9000], beside).map(text));
    } else if let Some(limits) = limits(tree, way, &i64::MIN.to_string()) {
        values.extend(beside(limits).map(|number| number.to_string()));
    } else {
        // Addresses cannot be read at all when they are no addresses.
        values.extend([-1, 0, 1, i128::from(u32::MAX), 1 << 32].map(|number: i128| number.to_string()));
    }
    values
}

#[test]
fn limits_agree_with_the_official_schema() {
    let mut cases = Vec::new();
    let mut seen = BTreeSet::new();
    for tree in full() {
        for way in ways(&tree) {
            let name = path(&tree, &way);
            let node = at(&mut tree.clone(), &way).clone();
            let is_value = node.children.is_empty() && !STRICTER.contains(&node.name.as_str());
            if !is_value || !seen.insert(name.clone()) {
                continue;
            }
            for value in values(&tree, &way) {
                let written = with(&tree, &way, &value);
                // An optional element that is empty counts as absent when we read, the schema refuses it.
                if value.is_empty() && is_taken(&written) {
                    continue;
                }
                let case = format!("{name} = {value:.20} ({} characters)", value.chars().count());
                cases.push((case, written));
            }
        }
    }
    agree(&cases);
}
