//! Documents of both directions: whatever is read can be written, and then means the same for ever.
#![no_main]

use beian_authority::message::download::DownloadDocument;
use beian_authority::message::upload::UploadDocument;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok((document, _)) = UploadDocument::from_xml(text) {
        let written = document.to_xml();
        let (again, _) = UploadDocument::from_xml(&written).expect("what we write, we read");
        assert_eq!(again.to_xml(), written);
        let _ = document.violations();
    }
    if let Ok((document, _)) = DownloadDocument::from_xml(text) {
        let written = document.to_xml();
        let (again, _) = DownloadDocument::from_xml(&written).expect("what we write, we read");
        assert_eq!(again.to_xml(), written);
        let _ = document.violations();
    }
});
