//! Archives of APKs, opened to their base package.

use std::io::Write;
use std::path::{Path, PathBuf};

use beian_inspect::Refusal;
use beian_inspect::facts::{Facts, Kind};
use zip::CompressionMethod::{self, Deflated, Stored};

use super::project::Project;
use super::tools::{read, there};

/// An archive of these files.
fn archive(here: &Path, method: CompressionMethod, files: &[(&str, &[u8])]) -> PathBuf {
    let path = here.join("bundle");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, bytes) in files {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default().compression_method(method))
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap();
    path
}

/// The base package and a split of it, as bytes.
fn packages() -> (Project, Vec<u8>, Vec<u8>) {
    let base = Project::usual();
    let bytes = std::fs::read(base.build()).unwrap();
    let split = Project::new(r#"split="config.zh""#, "", "");
    split.write("assets/large", &vec![7; 100_000]);
    let split = std::fs::read(split.build()).unwrap();
    (base, bytes, split)
}

#[test]
fn every_kind_of_bundle_is_opened_to_its_base() {
    if !there() {
        return;
    }
    let (project, base, split) = packages();
    let alone = read(&project.path().join("unsigned.apk")).unwrap();
    let xapk = br#"{"xapk_version":2,"package_name":"cn.example.notes","split_apks":
        [{"file":"config.zh.apk","id":"config.zh"},{"file":"notes.apk","id":"base"}]}"#;
    let old_xapk = br#"{"xapk_version":1,"package_name":"cn.example.notes","name":"Notes"}"#;
    for method in [Stored, Deflated] {
        for files in [
            &[("manifest.json", &xapk[..]), ("config.zh.apk", &split), ("notes.apk", &base)][..],
            &[("manifest.json", &old_xapk[..]), ("cn.example.notes.apk", &base)],
            &[("base.apk", &base[..]), ("split_config.zh.apk", &split), ("icon.png", b"")],
            &[("toc.pb", &b""[..]), ("splits/base-master.apk", &base), ("splits/base-zh.apk", &split)],
            &[("a-split.apk", &split[..]), ("b.apk", &base)],
            &[("inner/only.apk", &base[..])],
        ] {
            let path = archive(project.path(), method, files);
            let facts = read(&path).unwrap();
            let size = std::fs::metadata(&path).unwrap().len();
            assert_eq!(facts, Facts { kind: Kind::ApkBundle, size, ..alone.clone() });
        }
    }
}

#[test]
fn a_split_alone_is_not_enough() {
    if !there() {
        return;
    }
    let (project, _, split) = packages();
    let missing = Err(Refusal::Incomplete { part: "base package".to_owned() });
    std::fs::write(project.path().join("split.apk"), &split).unwrap();
    assert_eq!(read(&project.path().join("split.apk")), missing);
    let path = archive(project.path(), Stored, &[("one.apk", &split), ("other.apk", &split)]);
    assert_eq!(read(&path), missing);
    let path = archive(project.path(), Stored, &[("base.apk", b"PK\x03\x04 and no more")]);
    assert_eq!(read(&path), Err(Refusal::Truncated { part: "base.apk".to_owned() }));
}
