//! Every downloaded document against the official schema, and the schema's judgement against ours.

use beian_authority::message::download::DownloadDocument;
use beian_authority::sample::{self, Size, omissions};

use super::judge;

const SCHEMA: &str = "download-data.xsd";

#[test]
fn every_document_fits_the_official_schema_whatever_its_size() {
    let extremes = [(Size::Least, 0), (Size::Most, 0)];
    let sizes = extremes.into_iter().chain((0..40).map(|seed| (Size::Random, seed)));
    let documents = sizes.flat_map(|(size, seed)| sample::downloads(size, seed));
    let texts: Vec<String> = documents.map(|document| document.to_xml()).collect();
    let Some(verdicts) = judge(SCHEMA, &texts) else { return };
    for (text, valid) in texts.iter().zip(verdicts) {
        assert!(valid, "{text}");
        let (read, warnings) = DownloadDocument::from_xml(text).unwrap();
        assert_eq!(warnings, []);
        assert!(read.to_xml() == *text, "{text}");
    }
}

/// What the schema misses, we miss by name, or read as absent together with what it would stand in; what the
/// schema does without, we do without.
#[test]
fn what_must_be_there_is_what_the_official_schema_says() {
    let documents = sample::downloads(Size::Most, 1);
    let omissions = documents.iter().flat_map(|document| omissions(&document.to_xml()).unwrap());
    let (paths, texts): (Vec<String>, Vec<String>) =
        omissions.map(|omission| (omission.path, omission.text)).unzip();
    let Some(verdicts) = judge(SCHEMA, &texts) else { return };
    let mut mended = Vec::new();
    for ((path, text), valid) in paths.iter().zip(&texts).zip(verdicts) {
        match DownloadDocument::from_xml(text) {
            Ok((read, _)) if valid => assert!(read.to_xml() == *text, "{path}"),
            Ok((read, _)) => mended.push(read.to_xml()),
            Err(error) => assert!(!valid, "{path}: {error}"),
        }
    }
    let verdicts = judge(SCHEMA, &mended).unwrap_or_default();
    assert!(verdicts.iter().all(|valid| *valid), "{mended:?}");
}
