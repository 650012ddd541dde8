//! Resource tables in the forms that build tools and obfuscators give them.

use std::io::Write;

use beian_inspect::facts::Kind;

use super::project::Project;
use super::tools::{read, say, there};

/// Whether the name and icon of the usual App are read from a package.
fn is_usual(path: &std::path::Path) {
    let app = read(path).unwrap().app.unwrap();
    assert_eq!(app.label.as_deref(), Some("江湖笔记"));
    assert_eq!(app.labels.len(), 3);
    assert_eq!(app.icon.unwrap().original, (144, 144));
}

#[test]
fn aapt2_writes_what_aapt_writes() {
    if !there() {
        return;
    }
    let project = Project::usual();
    let old = read(&project.build()).unwrap().app.unwrap();
    let new = read(&project.build2("", "new.apk")).unwrap().app.unwrap();
    let entry = |app: &beian_inspect::facts::App| app.icon.as_ref().unwrap().entry.replace("-v4", "");
    assert_eq!(entry(&old), entry(&new));
    let plain = |app: beian_inspect::facts::App| beian_inspect::facts::App { icon: None, ..app };
    assert_eq!(plain(old), plain(new));
}

#[test]
fn sparse_shortened_and_obfuscated_tables_are_read() {
    if !there() {
        return;
    }
    let project = Project::usual();
    // Sparse tables are written only where most values are missing, and for systems that read them.
    let many: Vec<_> = (0..200).map(|n| format!("<string name=\"s{n}\">{n}</string>")).collect();
    let many = many.concat();
    project.write("res/values/many.xml", format!("<resources>{many}</resources>").as_bytes());
    let manifest = std::fs::read_to_string(project.path().join("AndroidManifest.xml")).unwrap();
    project.write("AndroidManifest.xml", manifest.replace("\"24\"", "\"32\"").as_bytes());
    let whole = project.build2("", "whole.apk");
    is_usual(&project.build2("--enable-sparse-encoding", "sparse.apk"));
    for options in
        ["--enable-sparse-encoding", "--enable-resource-obfuscation --enable-resource-path-shortening"]
    {
        say(project.path(), &format!("aapt2 optimize {options} -o other.apk whole.apk"));
        let sizes =
            [&whole, &project.path().join("other.apk")].map(|path| std::fs::metadata(path).unwrap().len());
        assert_ne!(sizes[0], sizes[1]);
        is_usual(&project.path().join("other.apk"));
    }
}

#[test]
fn an_app_bundle_says_what_its_package_says() {
    if !there() {
        return;
    }
    let project = Project::usual();
    let package = read(&project.build2("", "package.apk")).unwrap().app.unwrap();
    let proto = project.build2("--proto-format", "proto.apk");
    let mut from = zip::ZipArchive::new(std::fs::File::open(proto).unwrap()).unwrap();
    let to = project.path().join("app.aab");
    let mut bundle = zip::ZipWriter::new(std::fs::File::create(&to).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    for number in 0..from.len() {
        let mut file = from.by_index(number).unwrap();
        let name = match &*file.name().unwrap() {
            "AndroidManifest.xml" => "base/manifest/AndroidManifest.xml".to_owned(),
            other => format!("base/{other}"),
        };
        bundle.start_file(name, options).unwrap();
        std::io::copy(&mut file, &mut bundle).unwrap();
    }
    bundle.start_file("BundleConfig.pb", options).unwrap();
    bundle.write_all(b"\n\0").unwrap();
    bundle.finish().unwrap();
    super::keys::make(project.path(), "k", super::keys::Key::Debug);
    say(project.path(), "jarsigner -keystore k.p12 -storepass password app.aab a");

    let facts = read(&to).unwrap();
    assert_eq!(facts.kind, Kind::Aab);
    assert_eq!(facts.signing.signers[0].name, "A.RSA");
    assert_eq!(facts.signing.counting().unwrap().subject, "C=US,O=Android,CN=Android Debug");
    let app = facts.app.unwrap();
    assert_eq!(app.icon.as_ref().unwrap().entry, format!("base/{}", package.icon.as_ref().unwrap().entry));
    let plain = |app: beian_inspect::facts::App| beian_inspect::facts::App { icon: None, ..app };
    assert_eq!(plain(app), plain(package));
}
