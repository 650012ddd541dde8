//! `beian exchange` against a simulated authority on a free port, with SQLite in a temporary directory.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use beian_authority::gbk;
use beian_authority::message::upload::UploadDocument;
use beian_authority::packing;
use beian_authority::sample;
use beian_authority::simulator::{Push, Script, Simulator, SimulatorConfig};
use beian_authority::value::encode_base64;
use tokio::net::TcpListener;

/// What the authority has for us from the start.
const BASE_CODES: &str = include_str!("../../authority/src/message/download/examples/base_codes.xml");

/// A directory with a configuration, and the authority it names.
struct Place {
    here: tempfile::TempDir,
}

impl Place {
    /// Without an authority: for what needs none.
    fn alone() -> Self {
        Self { here: tempfile::tempdir().unwrap() }
    }

    /// With one that answers.
    async fn with_authority() -> Self {
        let place = Self::alone();
        let config = SimulatorConfig::demo(Arc::new(chrono::Utc::now), 5);
        let push = Push { account: 1001, file: None, xml: Some(BASE_CODES.to_owned()) };
        let script = Script { pushes: vec![push], ..Script::default() };
        let config = SimulatorConfig { durable: false, script: Some(script), ..config };
        let simulator = Simulator::open(&place.here.path().join("simulator"), config).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { simulator.serve(listener, std::future::pending()).await });
        place.configure(&address);
        place
    }

    fn configure(&self, address: &str) {
        let config = format!(
            "[authority.sandbox]\nbase_url = \"{address}\"\nisp_id = 1001\nuser_name = \"demo\"\n\
             password = \"demo-Pass01\"\nkey = \"SIMULATOR-KEY-01\"\noffset = \"SIMULATOR-IV--01\"\n"
        );
        self.write("beian.toml", config.as_bytes());
    }

    fn path(&self) -> &Path {
        self.here.path()
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path().join(name), bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// Writes the document of invented filing `n`.
    fn document(&self, name: &str, n: u32) -> UploadDocument {
        let document = UploadDocument::new_filing(1001, sample::new_filing(n));
        self.write(name, document.to_xml().as_bytes());
        document
    }

    /// Runs `beian exchange` and expects how it ends.
    fn run(&self, arguments: &[&str], code: i32) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_beian"))
            .arg("exchange")
            .args(arguments)
            .current_dir(self.path())
            .output()
            .unwrap();
        let told = told(&output);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
        told
    }
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn what_is_packed_comes_out_again_and_nothing_is_overwritten() {
    let place = Place::alone();
    let document = place.document("first-1.xml", 1);
    place.write("key", b"SIMULATOR-KEY-01\n");
    place.write("offset", b"SIMULATOR-IV--01\n");
    let told = place.run(&["pack", "first-1.xml", "--encrypt", "key:offset", "--progress"], 0);
    let zip = std::fs::read(place.path().join("first-1.zip")).unwrap();
    let hash = encode_base64(&packing::Packed::from_zip(zip.clone()).md5);
    assert!(told.contains(&format!("{} bytes, 1 records, beianInfoHash {hash}", zip.len())), "{told}");
    assert!(told.contains("1/1 first-1.xml"), "{told}");
    let told = place.run(&["pack", "first-1.xml"], 2);
    assert!(told.contains("first-1.zip: is there already"), "{told}");

    let told = place.run(&["unpack", "first-1.zip", "-o", "out"], 0);
    assert!(told.contains("UploadData ICP: XZBA 1"), "{told}");
    let text = place.read("out/first-1.xml");
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), "{text:.60}");
    assert_eq!(UploadDocument::from_xml(&text).unwrap().0, document);

    let sealed = "first-1.beianInfo.txt";
    let told = place.run(&["unpack", sealed], 2);
    assert!(told.contains("the file is encrypted; name the right key"), "{told}");
    place.run(&["unpack", sealed, "--decrypt", "key:offset", "-o", "out"], 0);
    assert_eq!(place.read("out/first-1.beianInfo.xml"), text);
}

#[test]
fn a_document_that_would_be_refused_is_not_packed_and_every_place_is_named() {
    let place = Place::alone();
    let xml = UploadDocument::new_filing(1001, sample::new_filing(2)).to_xml();
    let (before, rest) = xml.split_once("<Dwmc>").unwrap();
    let (_, behind) = rest.split_once("</Dwmc>").unwrap();
    let with_name = |name: &str| format!("{before}<Dwmc>{name}</Dwmc>{behind}");
    place.write("rare.xml", with_name("示例𬭎公司").as_bytes());
    let told = place.run(&["pack", "rare.xml"], 1);
    assert!(told.contains("rare.xml, record 1: ICP/XZBA/Baxx[1]/Zt_xx/Dwmc: the character 𬭎"), "{told}");
    assert!(told.contains("1 of 1 documents would be refused"), "{told}");
    assert!(!place.path().join("rare.zip").exists());
    place.run(&["pack", "rare.xml", "--references"], 0);
    place.write("gbk.xml", &gbk::encode(&with_name("示例公司")).unwrap());
    place.run(&["pack", "gbk.xml", "-o", "named.zip"], 0);
    assert!(place.path().join("named.zip").exists());
    place.write("other.xml", b"<DownloadData version=\"V.3.0\"/>");
    let told = place.run(&["pack", "other.xml"], 2);
    assert!(told.contains("other.xml: no UploadData document"), "{told}");
}

#[test]
fn a_saved_reply_is_unpacked_and_what_is_none_is_named() {
    let place = Place::alone();
    let answer = "<return version=\"V.3.0\"><msg_code>14</msg_code><msg>漏报</msg><dataSequences>\
                  <dataSequence>3</dataSequence></dataSequences></return>";
    place.write("reply.xml", answer.as_bytes());
    let told = place.run(&["unpack", "reply.xml"], 0);
    assert!(told.contains("14 The numbering has a gap") && told.contains("missing numbers: [3]"), "{told}");
    place.write("noise.txt", b"what is this?");
    let told = place.run(&["unpack", "noise.txt"], 2);
    assert!(told.contains("noise.txt: neither zip nor XML nor base64"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_ones_own_are_sent_under_the_next_numbers() {
    let place = Place::with_authority().await;
    place.document("one.xml", 3);
    place.document("two.xml", 4);
    place.run(&["pack", "two.xml", "--authority", "sandbox"], 0);
    let told = place.run(&["send", "one.xml", "two.zip", "--authority", "sandbox"], 0);
    assert!(told.contains("number 1: 0 Done. 成功") && told.contains("number 2: 0 Done"), "{told}");
    let status: serde_json::Value = serde_json::from_str(&place.run(&["status", "--json"], 0)).unwrap();
    assert_eq!((&status[0]["our_last"], &status[0]["their_last"]), (&2.into(), &2.into()));
    assert_eq!(status[0]["open"], serde_json::Value::Null);
    let told = place.run(&["resync", "--authority", "sandbox"], 0);
    assert!(told.contains("both sides had 2 last"), "{told}");

    let other = UploadDocument::new_filing(1002, sample::new_filing(5)).to_xml();
    place.write("other.xml", other.as_bytes());
    let told = place.run(&["send", "other.xml", "--authority", "sandbox"], 1);
    assert!(told.contains("names unit 1002, the account is 1001; nothing was sent"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_somebody_else_used_is_adopted_only_when_that_is_said() {
    let place = Place::with_authority().await;
    place.document("one.xml", 6);
    place.run(&["send", "one.xml", "--authority", "sandbox"], 0);
    // As after a restored backup: the platform begins anew.
    std::fs::remove_dir_all(place.path().join("beian-data")).unwrap();
    let told = place.run(&["resync", "--authority", "sandbox", "--dry-run"], 1);
    assert!(told.contains("our last number 0, the authority's 1"), "{told}");
    let told = place.run(&["resync", "--authority", "sandbox"], 1);
    assert!(told.contains("the authority has 1, we have 0"), "{told}");
    let told = place.run(&["resync", "--authority", "sandbox", "--adopt"], 0);
    assert!(told.contains("our number went from 0 to 1"), "{told}");
    place.document("next.xml", 7);
    let told = place.run(&["send", "next.xml", "--authority", "sandbox"], 0);
    assert!(told.contains("number 2: 0 Done"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_looked_at_and_then_fetched_once() {
    let place = Place::with_authority().await;
    // The code tables wait from the start.
    let told = place.run(&["fetch", "--authority", "sandbox", "--no-ack"], 0);
    assert!(told.contains("not acknowledged: it comes again") && told.contains("DownloadData"), "{told}");
    let told = place.run(&["fetch", "--authority", "sandbox", "-o", "in"], 0);
    assert!(told.contains("stored, applied, acknowledged"), "{told}");
    let written = std::fs::read_dir(place.path().join("in")).unwrap().count();
    assert_eq!(written % 2, 0, "a zip and a document of each");
    let told = place.run(&["fetch", "--authority", "sandbox"], 0);
    assert!(told.contains("0 files fetched"), "{told}");
    let told = place.run(&["status", "--authority", "sandbox"], 0);
    assert!(told.contains("unapplied 未处理 0, unacknowledged 未确认 0"), "{told}");
}

#[test]
fn an_account_that_is_not_there_or_does_not_answer_is_named() {
    let place = Place::alone();
    let told = place.run(&["fetch", "--authority", "nowhere"], 2);
    assert!(told.contains("no section [authority.nowhere]; known are: none"), "{told}");
    place.configure("http://127.0.0.1:9");
    let told = place.run(&["status"], 1);
    assert!(told.contains("no answer from: sandbox"), "{told}");
    let told = place.run(&["resync", "--authority", "sandbox"], 1);
    assert!(told.contains("try again later"), "{told}");
    // The number is kept, and the file goes when the authority is back.
    place.document("late.xml", 8);
    let told = place.run(&["send", "late.xml", "--authority", "sandbox"], 1);
    assert!(told.contains("number 1 stays first in line"), "{told}");
    let status: serde_json::Value =
        serde_json::from_str(place.run(&["status", "--json"], 1).split("beian: ").next().unwrap()).unwrap();
    assert_eq!(status[0]["open"]["number"], 1);
}

#[test]
fn the_help_says_what_each_command_is_for() {
    let place = Place::alone();
    let mut help = place.run(&["--help"], 0);
    for command in ["pack", "unpack", "send", "fetch", "status", "resync"] {
        help += &format!("\n=== {command}\n{}", place.run(&[command, "--help"], 0));
    }
    insta::assert_snapshot!(help);
}
