//! Every downloaded document: round trips, tolerance, what must be there, and readable examples.

mod examples;
mod outcomes;

use crate::message::DocumentError;
use crate::message::download::DownloadDocument;
use crate::message::tests::{shuffle, written};
use crate::sample::{self, Size, omissions};
use crate::xml::{self, Node};
use crate::{Unreadable, Warning, packing};

/// How many documents are made by chance.
const SEEDS: u64 = 16;

/// Every document in every size.
fn documents() -> impl Iterator<Item = DownloadDocument> {
    let by_chance = (0..SEEDS).flat_map(|seed| sample::downloads(Size::Random, seed));
    let extremes = [Size::Least, Size::Most].into_iter().flat_map(|size| sample::downloads(size, 0));
    extremes.chain(by_chance)
}

#[test]
fn every_document_comes_back_as_it_was_in_whatever_order() {
    for document in documents() {
        assert_eq!(document.violations(), []);
        let text = document.to_xml();
        let (read, warnings) = DownloadDocument::from_xml(&text).unwrap();
        assert_eq!(warnings, []);
        assert!(read == document, "{text}");
        assert!(read.to_xml() == text, "{text}");
        let mut tree = xml::parse(&text).unwrap();
        shuffle(&mut tree);
        let (read, warnings) = DownloadDocument::from_xml(&written(&tree)).unwrap();
        assert_eq!(warnings, []);
        assert!(read == document, "{text}");
    }
}

#[test]
fn every_document_survives_packing() {
    for size in [Size::Least, Size::Random] {
        for document in sample::downloads(size, 7) {
            let packed = packing::pack_text(&document.to_xml(), "20250601120000_GD_00000001.xml").unwrap();
            let (read, warnings) = packing::unpack(&packed).unwrap();
            assert_eq!(warnings, []);
            assert!(read == document);
        }
    }
}

#[test]
fn whatever_must_be_there_is_missed_by_name() {
    let mut required = Vec::new();
    for document in sample::downloads(Size::Most, 1) {
        for omission in omissions(&document.to_xml()).unwrap() {
            match DownloadDocument::from_xml(&omission.text) {
                Err(DocumentError::Content(Unreadable::Missing(path))) => {
                    // Where one of several could stand, the first of them is what is missed.
                    let above = |path: &str| path.rsplit_once('/').map(|(above, _)| above.to_owned());
                    let choice =
                        ["", "SJTB/IP/Zdip/Zdxx/Lydw"].contains(&above(&path).unwrap_or_default().as_str());
                    assert!(
                        path == omission.path || choice && above(&path) == above(&omission.path),
                        "{path}"
                    );
                    required.push(omission.path);
                }
                Ok((_, warnings)) => assert_eq!(warnings, [], "{}", omission.path),
                Err(other) => panic!("{}: {other}", omission.path),
            }
        }
    }
    required.sort();
    required.dedup();
    insta::assert_snapshot!(required.join("\n"));
}

/// One element of each name, with the beginning of its text.
fn thin(node: &mut Node) {
    node.text = node.text.chars().take(64).collect();
    node.children.dedup_by(|next, first| next.name == first.name);
    node.children.iter_mut().for_each(thin);
}

/// Puts an unknown element into the element at a place, counted in document order; false if there is none.
fn insert(node: &mut Node, place: &mut usize, path: &mut Vec<String>) -> bool {
    if *place == 0 {
        node.children.insert(0, Node { name: "Neues".to_owned(), ..Node::default() });
        return true;
    }
    node.children.iter_mut().any(|child| {
        *place -= 1;
        path.push(child.name.clone());
        let done = insert(child, place, path);
        if !done {
            path.pop();
        }
        done
    })
}

#[test]
fn an_unknown_element_anywhere_is_a_warning() {
    for document in sample::downloads(Size::Most, 3) {
        let mut tree = xml::parse(&document.to_xml()).unwrap();
        thin(&mut tree);
        let (document, _) = DownloadDocument::from_xml(&written(&tree)).unwrap();
        for place in 0.. {
            let (mut odd, mut place, mut path) = (tree.clone(), place, Vec::new());
            if !insert(&mut odd, &mut place, &mut path) {
                break;
            }
            path.push("Neues".to_owned());
            let (read, warnings) = DownloadDocument::from_xml(&written(&odd)).unwrap();
            assert_eq!(warnings, [Warning::Unknown(path.join("/"))]);
            assert!(read == document, "{path:?}");
        }
    }
}

#[test]
fn what_authorities_send_beyond_their_schema_is_taken() {
    let mut seen = 0;
    for document in sample::downloads(Size::Most, 5) {
        let regular = document.to_xml();
        // Size::Most fills every number with the most that the schema allows.
        let odd = regular
            .replace("<Zxlb>1<", "<Zxlb>2<")
            .replace("<Czlx>7<", "<Czlx>35<")
            .replace(&format!("<Ssdxlx>{}<", i64::MAX), "<Ssdxlx>0<");
        let (read, warnings) = DownloadDocument::from_xml(&odd).unwrap();
        assert_eq!(warnings, []);
        assert_eq!(read.violations(), []);
        assert!(read.to_xml() == odd);
        seen += ["<Zxlb>2<", "<Czlx>35<", "<Ssdxlx>0<"].iter().filter(|code| odd.contains(**code)).count();

        let wrong = odd.replace("<Zxlb>2<", "<Zxlb>3<").replace("<Czlx>35<", "<Czlx>36<");
        let (read, _) = DownloadDocument::from_xml(&wrong).unwrap();
        assert_eq!(read.violations().is_empty(), wrong == odd);
    }
    // ZXSJ, BAJG and JCDM alone, and each of them with everything else.
    assert_eq!(seen, 6);
}
