//! Documents against the official schemas, where these and `xmllint` are at hand; they are not part of the
//! project.

mod answers;
mod download;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use beian_authority::gbk;
use beian_authority::message::download::DownloadDocument;
use beian_authority::message::upload::UploadDocument;
use beian_authority::packing;
use beian_authority::sample;
use beian_authority::value::Blob;

use super::stage::Stage;

/// Looks for `reference/xsd` in a directory beside the checkout or beside one of its parents.
fn official(schema: &str) -> Option<PathBuf> {
    let ancestors = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let beside = ancestors.flat_map(|parent| std::fs::read_dir(parent).into_iter().flatten().flatten());
    beside.map(|entry| entry.path().join("reference/xsd").join(schema)).find(|path| path.exists())
}

/// Asks the official schema about documents, all in one go; says so and gives `None` when the means are missing.
fn judge(schema: &str, texts: &[String]) -> Option<Vec<bool>> {
    let means = official(schema).filter(|_| Command::new("xmllint").arg("--version").output().is_ok());
    let Some(schema) = means else {
        println!("skipped: no official schema or no xmllint here");
        return None;
    };
    let directory = tempfile::tempdir().unwrap();
    let files: Vec<PathBuf> = (0..texts.len()).map(|n| directory.path().join(format!("{n}.xml"))).collect();
    for (file, text) in files.iter().zip(texts) {
        std::fs::write(file, gbk::encode(text).unwrap()).unwrap();
    }
    if files.is_empty() {
        return Some(Vec::new());
    }
    let output = Command::new("xmllint").args(["--noout", "--schema"]).arg(&schema).args(&files).output();
    let said = String::from_utf8_lossy(&output.unwrap().stderr).into_owned();
    let lines: HashSet<&str> = said.lines().collect();
    let judged = |file: &PathBuf| {
        let says = |verdict: &str| lines.contains(format!("{} {verdict}", file.display()).as_str());
        let (valid, invalid) = (says("validates"), says("fails to validate"));
        assert!(valid != invalid, "no judgement of {}: {said}", file.display());
        valid
    };
    Some(files.iter().map(judged).collect())
}

/// Validates a document; skips with a note when the means are missing.
fn validate(schema: &str, text: &str) {
    if let Some(verdicts) = judge(schema, &[text.to_owned()]) {
        assert_eq!(verdicts, [true], "{text}");
    }
}

/// Judges a document that was received by our own schema and, where it is at hand, by the official one.
pub fn fits(document: &DownloadDocument) {
    assert_eq!(document.violations(), []);
    validate("download-data.xsd", &document.to_xml());
}

#[test]
fn a_new_filing_fits_the_official_schema() {
    let mut filing = sample::new_filing(1);
    validate("upload-data.xsd", &UploadDocument::new_filing(1001, filing.clone()).to_xml());
    filing.filings.push(sample::filing(2));
    let service = &mut filing.filings[0].services[0];
    service.approvals = vec![beian_authority::message::Approval {
        kind: 1,
        number: "示例字1号".to_owned(),
        scans: vec![Blob(vec![1, 2, 3]), Blob(vec![4])],
    }];
    service.remark = Some("特殊字符 <&>\"'".to_owned());
    service.person.msn = Some("wang@shop.example".to_owned());
    service.person.qq = Some("10000".to_owned());
    filing.filings[0].subject.remark = Some("备注".to_owned());
    filing.filings[0].attachments[0].remark = Some("正面".to_owned());
    validate("upload-data.xsd", &UploadDocument::new_filing(1001, filing).to_xml());
}

#[tokio::test]
async fn whatever_the_simulator_sends_fits_the_official_schema() {
    let stage = Stage::open().await;
    stage.send(1, sample::new_filing(1)).await;
    let mut bad = sample::new_filing(2);
    bad.filings[0].services[0].contents = vec![25];
    stage.send(2, bad).await;
    stage.send(3, sample::new_filing(3)).await;
    stage.get("/").await;
    stage.pass_phone_check(1).await;
    stage.approve(1).await;
    stage.pass(std::time::Duration::from_hours(24));
    let mut files = 0;
    while let Some(file) = stage.client.download(stage.nonce()).await.unwrap().file {
        let packed = stage.client.open(&file).unwrap();
        validate("download-data.xsd", &packing::unpack_text(&packed.zip).unwrap());
        stage.client.acknowledge(&file.name, stage.nonce()).await.unwrap();
        files += 1;
    }
    // Three answers to three files, phone check done, verdict, phone check missed.
    assert_eq!(files, 6);
}
