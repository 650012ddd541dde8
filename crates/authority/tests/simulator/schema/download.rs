//! Every downloaded document against the official schema, and the schema's judgement against ours.

use beian_authority::message::download::DownloadDocument;
use beian_authority::sample::{self, Size, omissions};

use super::judge;

const SCHEMA: &str = "download-data.xsd";

#[test]
fn every_document_fits_the_official_schema_whatever_its_size() {
    let extremes = [(Size::Least, 0), (Size::Most, 0)];
    let sizes = extremes.into_iter().chain((0..40).map(|seed| (Size::Random, seed)));
    for (size, seed) in sizes {
        let texts: Vec<String> = sample::downloads(size, seed).iter().map(DownloadDocument::to_xml).collect();
        let Some(verdicts) = judge(SCHEMA, &texts) else { return };
        for (text, valid) in texts.iter().zip(verdicts) {
            assert!(valid, "{size:?} {seed}: {text}");
            let (read, warnings) = DownloadDocument::from_xml(text).unwrap();
            assert_eq!(warnings, []);
            assert!(read.to_xml() == *text, "{size:?} {seed}: {text}");
        }
    }
}

/// What the schema misses, we miss by name, or read as absent together with what it would stand in; what the
/// schema does without, we do without.
#[test]
fn what_must_be_there_is_what_the_official_schema_says() {
    for document in sample::downloads(Size::Most, 1) {
        let omissions = omissions(&document.to_xml()).unwrap();
        let texts: Vec<String> = omissions.iter().map(|omission| omission.text.clone()).collect();
        let Some(verdicts) = judge(SCHEMA, &texts) else { return };
        let mut mended = Vec::new();
        for (omission, valid) in omissions.iter().zip(verdicts) {
            match DownloadDocument::from_xml(&omission.text) {
                Ok((read, _)) if valid => assert!(read.to_xml() == omission.text, "{}", omission.path),
                Ok((read, _)) => mended.push(read.to_xml()),
                Err(error) => assert!(!valid, "{}: {error}", omission.path),
            }
        }
        let verdicts = judge(SCHEMA, &mended).unwrap_or_default();
        assert!(verdicts.iter().all(|valid| *valid), "{mended:?}");
    }
}
