//! `beian inspect` on files made here and on certificates of invented holders, whose keys nobody has.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const EXAMPLE: &[u8] = include_bytes!("certificates/example.pem");
const DEBUG: &[u8] = include_bytes!("certificates/debug.pem");
const MD5: &str = "3ae3bb4230d5777193c423a7ec466d10";
const SHA1_COLONS: &str = "14:35:A8:27:92:17:84:54:CC:A7:28:E0:53:46:7A:02:01:9E:81:DC";

/// A directory with files to read.
struct Place {
    here: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { here: tempfile::tempdir().unwrap() };
        place.write("example.pem", EXAMPLE);
        place.write("debug.pem", DEBUG);
        place.write("tea.ipa", &unsigned_ipa());
        place.write("notes.txt", b"what is this?");
        place
    }

    fn path(&self) -> &Path {
        self.here.path()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path().join(name), bytes).unwrap();
    }

    /// Runs `beian inspect`, expects how it ends, and gives what it printed on both outputs.
    fn run(&self, arguments: &[&str], code: i32) -> (String, String) {
        let day = if arguments.contains(&"--at") { &[][..] } else { &["--at", "2026-11-26"] };
        let output = Command::new(env!("CARGO_BIN_EXE_beian"))
            .arg("inspect")
            .args(day)
            .args(arguments)
            .current_dir(self.path())
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (told, complained) = (text(output.stdout), text(output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}{complained}");
        (told, complained)
    }

    fn json(&self, arguments: &[&str], code: i32) -> Value {
        let told = self.run(&[arguments, &["--format", "json"]].concat(), code).0;
        serde_json::from_str(&told).unwrap()
    }

    /// Writes an order with one platform entry and gives the codes found when `file` is held against it.
    fn codes(&self, file: &str, order: &str, code: i32) -> Vec<String> {
        self.write("order.json", order.as_bytes());
        let told = self.json(&[file, "--expect", "order.json"], code);
        let findings = told["files"][0]["findings"].as_array().unwrap().iter();
        findings.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
    }
}

/// An iOS package with a name and a program, and nobody's signature.
fn unsigned_ipa() -> Vec<u8> {
    let info = r#"<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
        <key>CFBundleIdentifier</key><string>cn.example.tea</string>
        <key>CFBundleDisplayName</key><string>示例茶铺</string>
        <key>CFBundleExecutable</key><string>Tea</string></dict></plist>"#;
    let program = [&[0xcf, 0xfa, 0xed, 0xfe][..], &[0; 28]].concat();
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [("Info.plist", info.as_bytes()), ("Tea", &program)] {
        let name = format!("Payload/Tea.app/{name}");
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_certificate_is_read_in_both_languages() {
    let place = Place::new();
    let (told, _) = place.run(&["example.pem"], 0);
    assert!(told.contains(&format!("证书 MD5 指纹（安卓、鸿蒙）: {MD5}")), "{told}");
    assert!(told.contains("没有发现问题"), "{told}");
    let (told, _) = place.run(&["example.pem", "--lang", "en"], 0);
    assert!(told.contains("for Android, HarmonyOS: "), "{told}");
    assert!(told.contains("Nothing to mend."), "{told}");
}

#[test]
fn the_worst_of_several_files_decides_how_it_ends() {
    let place = Place::new();
    let (told, complained) = place.run(&["example.pem", "debug.pem"], 1);
    assert!(told.contains("CN=Android Debug") && told.contains(MD5), "{told}");
    assert!(complained.contains("1 of 2 files need to be mended"), "{complained}");
    let (told, complained) = place.run(&["debug.pem", "notes.txt", "absent.apk"], 2);
    assert!(told.contains("这是文本，里面没有证书"), "{told}");
    assert!(complained.contains("2 of 3 files could not be read"), "{complained}");
}

#[test]
fn an_order_tells_which_slip_was_made() {
    let place = Place::new();
    let entry = |platform: &str, fingerprint: &str| {
        let entry = format!(r#""platform":"{platform}","certificate_fingerprint":"{fingerprint}""#);
        format!(r#"{{"platforms":[{{{entry}}}]}}"#)
    };
    assert_eq!(place.codes("example.pem", &entry("android", MD5), 0), [""; 0]);
    let with_colons = place.codes("example.pem", &entry("ios", SHA1_COLONS), 0);
    assert_eq!(with_colons, ["fingerprint-separated"]);
    let other_digest = place.codes("example.pem", &entry("android", SHA1_COLONS), 1);
    assert_eq!(other_digest, ["fingerprint-other-digest"]);
    let other = place.codes("debug.pem", &entry("android", MD5), 1);
    assert_eq!(other, ["certificate-differs", "debug-certificate"]);
    let order = r#"{"name":"示例茶馆","platforms":[{"platform":"ios","package_name":"cn.example.Tea"}]}"#;
    let named = place.codes("tea.ipa", order, 1);
    assert_eq!(named, ["name-differs", "package-name-differs", "unsigned", "icon-missing"]);
    let order = r#"{"platforms":[{"platform":"android","package_name":"cn.example.tea"}]}"#;
    assert_eq!(place.codes("tea.ipa", order, 1)[0], "wrong-platform");
}

#[test]
fn what_is_printed_as_order_agrees_with_the_file_again() {
    let place = Place::new();
    let told = place.json(&["example.pem"], 0);
    let order = told["files"][0]["order"].to_string();
    assert!(order.contains(MD5), "{order}");
    assert_eq!(place.codes("example.pem", &order, 0), [""; 0]);
}

#[test]
fn an_order_that_cannot_be_read_is_named_with_the_place() {
    let place = Place::new();
    place.write("order.json", br#"{"platforms":[{"package":"x"}]}"#);
    let (_, complained) = place.run(&["example.pem", "--expect", "order.json"], 2);
    assert!(complained.contains("platforms[0].package: unknown field"), "{complained}");
    let (schema, _) = place.run(&["--schema"], 0);
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert!(schema["properties"]["platforms"].is_object());
}

#[test]
fn a_keystore_opens_with_its_password_and_says_so_without() {
    let place = Place::new();
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "own.key", "-out", "own.pem"])
        .args(["-days", "9000", "-subj", "/CN=Example Tea"])
        .current_dir(place.path())
        .output()
        .and_then(|_| {
            let export = ["pkcs12", "-export", "-inkey", "own.key", "-in", "own.pem", "-out", "own.p12"];
            Command::new("openssl")
                .args(export)
                .args(["-passout", "pass:sample word"])
                .current_dir(place.path())
                .output()
        });
    if !made.is_ok_and(|made| made.status.success()) {
        println!("skipped: openssl is not installed");
        return;
    }
    let refusal = |arguments: &[&str]| {
        let told = place.json(&[&["own.p12"], arguments].concat(), 2);
        told["files"][0]["refusal"]["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(refusal(&[]), "password-needed");
    place.write("wrong", b"another word\n");
    assert_eq!(refusal(&["--password-file", "wrong"]), "password-wrong");
    place.write("right", b"sample word\n");
    let told = place.json(&["own.p12", "own.pem", "--password-file", "right", "--at", "2027-06-01"], 0);
    assert_eq!(told["files"][0]["spellings"], told["files"][1]["spellings"]);
    assert_eq!(told["files"][0]["facts"]["kind"], "pkcs12");
}

#[test]
fn a_report_needs_nothing_beside_itself() {
    let place = Place::new();
    let (report, _) = place.run(&["example.pem", "notes.txt", "--format", "html", "--lang", "en"], 2);
    assert!(report.starts_with("<!DOCTYPE html>") && report.contains(MD5), "{report:.200}");
    for address in ["src=\"/", "href=\"/", "src=\"http", "@import"] {
        assert!(!report.contains(address), "the report asks for {address}");
    }
}

#[test]
fn the_help_says_what_it_reads_and_how_it_ends() {
    let output = Command::new(env!("CARGO_BIN_EXE_beian")).args(["inspect", "--help"]).output().unwrap();
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap());
}
