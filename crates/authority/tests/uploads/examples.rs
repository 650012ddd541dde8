//! What every document looks like.

use beian_authority::message::upload::UploadDocument;
use beian_authority::sample;

use super::tree::{at, parsed, path, ways, written};

#[test]
fn every_document_looks_like_this() {
    let examples = sample::upload_examples(1001, 1);
    assert_eq!(examples.len(), 14);
    for document in examples {
        assert_eq!(document.violations(), []);
        assert_eq!((document.unit(), document.records() >= 1), (1001, true));
        let mut tree = parsed(&document);
        for way in ways(&tree) {
            let node = at(&mut tree, &way);
            if node.name == "Fjnr" {
                node.text = "cGljdHVyZQ==".to_owned();
            }
        }
        let name = path(&tree, &[0, 0]).replace('/', "-");
        let text = written(&tree);
        assert!(UploadDocument::from_xml(&text).is_ok());
        insta::assert_snapshot!(name, text.replace("><", ">\n<"));
    }
}
