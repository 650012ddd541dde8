//! What is written is read as it was, in any order, through an archive, and fits the official schema.

use beian_authority::gbk;
use beian_authority::message::upload::UploadDocument;
use beian_authority::packing;
use beian_authority::sample::{self, Size};

use super::official;
use super::tree::{parsed, shuffled, written};

const SEEDS: u64 = 40;

/// Every document alone and every block whole, least, most and by chance.
fn instances(seeds: u64) -> impl Iterator<Item = UploadDocument> {
    let sizes = [(Size::Least, 0), (Size::Most, 0)].into_iter();
    let sizes = sizes.chain((0..seeds).map(|seed| (Size::Random, seed)));
    sizes.flat_map(|(size, seed)| sample::uploads(size, seed))
}

#[test]
fn every_document_comes_back_as_it_was() {
    for document in instances(SEEDS) {
        assert_eq!(document.schema_violations(), []);
        let text = document.to_xml();
        let (read, warnings) = UploadDocument::from_xml(&text).unwrap();
        assert_eq!(warnings, []);
        assert!(read == document, "{}", text.chars().take(2000).collect::<String>());
        assert!(read.to_xml() == text);
    }
}

#[test]
fn every_document_comes_back_out_of_order() {
    for document in instances(SEEDS / 2) {
        let text = written(&shuffled(parsed(&document)));
        assert!(UploadDocument::from_xml(&text).unwrap() == (document, vec![]));
    }
}

#[test]
fn every_document_comes_back_from_an_archive() {
    let least = sample::uploads(Size::Least, 0).into_iter();
    for document in least.chain((0..2).flat_map(|seed| sample::uploads(Size::Random, seed))) {
        let packed = packing::pack_text(&document.to_xml(), "a.xml").unwrap();
        assert!(packing::unpack_upload(&packed).unwrap() == (document, vec![]));
    }
    for document in sample::upload_examples(1001, 1) {
        let packed = packing::pack(&document, "a.xml").unwrap();
        assert_eq!(packing::unpack_upload(&packed).unwrap(), (document, vec![]));
    }
}

#[test]
fn every_document_fits_the_official_schema() {
    let instances = instances(SEEDS).chain(sample::upload_examples(1001, 1));
    let texts: Vec<String> = instances.map(|document| document.to_xml()).collect();
    println!("{} files, {} MB", texts.len(), texts.iter().map(String::len).sum::<usize>() >> 20);
    let Some((refused, told)) = official::refused(&texts) else { return };
    assert!(refused.is_empty(), "{told}");
}

#[test]
fn a_document_laid_out_by_others_is_the_same() {
    for document in sample::upload_examples(1001, 1) {
        let text = document.to_xml().replace("><", ">\r\n\t<");
        let bytes = gbk::encode(&format!("{text}\n<!-- end -->")).unwrap();
        let text = gbk::decode(&bytes).unwrap();
        assert_eq!(UploadDocument::from_xml(&text).unwrap(), (document, vec![]));
    }
}
