//! What is written comes back, also to programs that nobody here wrote.

use std::io::{Cursor, Read as _};
use std::process::Command;

use proptest::prelude::*;

use super::{HEAD, PIECE, ZipSink};
use crate::gbk::{Rare, Unmappable};
use crate::packing::{MAX_DOCUMENT, PackError, Packed, Sink, unpack_bytes, unpack_text, with_text};

/// A part of a document.
#[derive(Debug, Clone)]
enum Part {
    Text(String),
    Picture(Vec<u8>),
}

fn pack(parts: &[Part], rare: Rare) -> Result<Packed, PackError> {
    let mut sink = ZipSink::new("a.xml", rare).unwrap();
    write(parts, &mut sink);
    sink.finish()
}

fn write(parts: &[Part], sink: &mut impl Sink) {
    for part in parts {
        match part {
            Part::Text(text) => sink.text(text),
            Part::Picture(bytes) => sink.picture(bytes),
        }
    }
}

fn whole(parts: &[Part]) -> String {
    let mut text = String::new();
    write(parts, &mut text);
    text
}

/// Bytes without order, the same for the same seed (xorshift).
pub(in crate::packing) fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[2]
    };
    (0..length).map(|_| next()).collect()
}

/// Reads an archive with the `zip` crate.
fn by_zip(zip: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    assert_eq!(archive.len(), 1);
    let mut bytes = Vec::new();
    archive.by_index(0).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// Records with pictures of many kinds and lengths, more than a window in all.
fn mixed() -> Vec<Part> {
    let lengths = [0, 1, 2, 3, 767, 768, 769, 770, 8192, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 2, 100_000];
    let mut parts = Vec::new();
    for (seed, length) in (1..).zip(lengths) {
        let mut headed = noise(0, 700);
        headed.extend(noise(seed, length));
        let white = [0x28, 0xa2, 0x8a, 0x00].repeat(length / 4);
        for picture in [noise(seed, length), headed, white] {
            parts.push(Part::Text(format!("<Fj><Fjgs>1</Fjgs><Mc>示例{seed}号</Mc><Fjnr>")));
            parts.push(Part::Picture(picture));
            parts.push(Part::Text("</Fjnr></Fj>".to_owned()));
        }
    }
    parts
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let text = prop_oneof!["[a-z<>/]{0,40}", "[一-龥]{0,20}", Just("<Fj>示例</Fj>".repeat(3000))];
    let length = prop_oneof![0..20_usize, 700..9000_usize, PIECE - 2..PIECE * 2];
    let picture = prop_oneof![
        (any::<u64>(), length.clone()).prop_map(|(seed, length)| noise(seed, length)),
        (0..4_u64, length.clone()).prop_map(|(seed, length)| noise(seed, length)),
        (any::<u8>(), length).prop_map(|(byte, length)| vec![byte; length]),
    ];
    prop::collection::vec(prop_oneof![text.prop_map(Part::Text), picture.prop_map(Part::Picture)], 0..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_mixture_comes_back(parts in parts()) {
        let text = whole(&parts);
        let packed = pack(&parts, Rare::Refused).unwrap();
        prop_assert_eq!(&Packed::from_zip(packed.zip.clone()), &packed);
        prop_assert!(unpack_text(&packed.zip).unwrap() == text, "our own reader");
        prop_assert!(by_zip(&packed.zip) == crate::gbk::encode(&text).unwrap(), "the zip crate");
    }
}

#[test]
fn all_kinds_of_pictures_come_back() {
    let parts = mixed();
    let packed = pack(&parts, Rare::Refused).unwrap();
    assert!(unpack_text(&packed.zip).unwrap() == whole(&parts));
    assert!(by_zip(&packed.zip) == crate::gbk::encode(&whole(&parts)).unwrap());
}

#[test]
fn it_is_no_larger_than_zlib_would_make_it() {
    let bytes = crate::gbk::encode(&whole(&mixed())).unwrap();
    let mut other = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(7));
    std::io::Write::write_all(&mut other, &bytes).unwrap();
    let other = other.finish().unwrap().len();
    let ours = pack(&mixed(), Rare::Refused).unwrap().zip.len();
    assert!(ours * 100 < other * 103, "{ours} bytes against {other}");
}

#[test]
fn other_programs_read_it() {
    let dir = tempfile::tempdir().unwrap();
    let (zip, plain) = (dir.path().join("a.zip"), dir.path().join("a.xml"));
    std::fs::write(&zip, pack(&mixed(), Rare::Refused).unwrap().zip).unwrap();
    std::fs::write(&plain, crate::gbk::encode(&whole(&mixed())).unwrap()).unwrap();
    let python = "import sys, zipfile\n\
                  z = zipfile.ZipFile(sys.argv[1])\n\
                  assert z.namelist() == ['a.xml'] and z.testzip() is None\n\
                  assert z.read('a.xml') == open(sys.argv[2], 'rb').read()";
    let node = "const fs = require('fs'), zlib = require('zlib');\n\
                const zip = fs.readFileSync(process.argv[1]);\n\
                const content = zlib.inflateRawSync(zip.subarray(35));\n\
                if (!content.equals(fs.readFileSync(process.argv[2]))) process.exit(1);";
    for (program, arguments) in [("python3", ["-c", python]), ("node", ["-e", node]), ("unzip", ["-t", "-q"])]
    {
        let mut command = Command::new(program);
        command.args(arguments).arg(&zip);
        if program != "unzip" {
            command.arg(&plain);
        }
        match command.output() {
            Ok(output) => assert!(output.status.success(), "{program}: {output:?}"),
            Err(error) => eprintln!("skipped: {program} is not here ({error})"),
        }
    }
}

#[test]
fn the_first_rare_character_is_told_with_its_place_in_the_document() {
    let text = |text: &str| Part::Text(text.to_owned());
    let parts = [text("管局"), Part::Picture(vec![1, 2]), text("<a>"), text("王𬍛€"), text("€")];
    let Err(PackError::Unmappable(found)) = pack(&parts, Rare::Refused) else { panic!("packed") };
    assert_eq!(found, Unmappable { ch: '𬍛', position: 10 });
    let packed = pack(&parts, Rare::Referenced).unwrap();
    assert_eq!(unpack_text(&packed.zip).unwrap(), "管局AQI=<a>王&#181083;&#8364;&#8364;");
}

#[test]
fn a_document_stops_at_the_cap() {
    let most = usize::try_from(MAX_DOCUMENT).unwrap();
    let mut sink = ZipSink::new("a.xml", Rare::Refused).unwrap();
    sink.text(&"管".repeat(most / 2));
    let full = sink.finish().unwrap();
    assert_eq!(unpack_bytes(&full.zip).unwrap().len(), most);
    let mut sink = ZipSink::new("a.xml", Rare::Refused).unwrap();
    let picture = vec![0; 30_000];
    for _ in 0..=most / 40_000 {
        sink.picture(&picture);
    }
    sink.text("more");
    let written = (most as u64 / 40_000 + 1) * 40_000 + 4;
    assert!(matches!(sink.finish(), Err(PackError::TooLarge(size)) if size == written));
}

#[test]
fn a_shared_head_is_written_once() {
    let head = noise(7, HEAD);
    let pictures = |shared: bool| -> Vec<Part> {
        let head = |n| if shared { head.clone() } else { noise(100 + n, HEAD) };
        (0..40).map(|n| Part::Picture([head(n), noise(n + 1, 5000)].concat())).collect()
    };
    let [shared, apart] =
        [true, false].map(|shared| pack(&pictures(shared), Rare::Refused).unwrap().zip.len());
    assert!(shared + 38 * HEAD * 9 / 10 < apart, "{shared} bytes against {apart}");
}

/// The byte stage alone, without writing or reading XML: `cargo test --release -p beian-authority --lib
/// byte_stage -- --ignored --nocapture`. Processor time of this thread, then time passed.
#[test]
#[ignore = "measures"]
fn byte_stage() {
    let pictures: Vec<Vec<u8>> = (0..4000).map(|seed| noise(seed, 8192)).collect();
    let records: Vec<String> = (1..=1000).map(record).collect();
    for with_pictures in [true, true, true, false, false, false] {
        let mut sink = ZipSink::new("a.xml", Rare::Refused).unwrap();
        let clock = Stopwatch::start();
        for (nth, record) in records.iter().enumerate() {
            sink.text(record);
            for picture in pictures[nth * 4..nth * 4 + 4].iter().filter(|_| with_pictures) {
                sink.text("<Fj><Fjgs>1</Fjgs><Fjyt>1</Fjyt><Fjnr>");
                sink.picture(picture);
                sink.text("</Fjnr><Fjsslx>1</Fjsslx><Fjssid>1202</Fjssid></Fj>");
            }
        }
        let packed = sink.finish().unwrap();
        let told = clock.tell();
        let clock = Stopwatch::start();
        let size = with_text(&packed.zip, |text| std::io::copy(text, &mut std::io::sink()).unwrap()).unwrap();
        eprintln!("{size} bytes: pack {told}, unpack {}", clock.tell());
    }
}

fn record(n: u32) -> String {
    let mut filing = crate::sample::new_filing(n);
    filing.filings[0].attachments.clear();
    let more = (1..3).flat_map(|k| crate::sample::filing(n + k * 1000).services);
    filing.filings[0].services.extend(more);
    crate::message::upload::UploadDocument::new_filing(1, filing).to_xml()
}

struct Stopwatch(std::time::Instant, u64);

impl Stopwatch {
    fn start() -> Self {
        Self(std::time::Instant::now(), Self::processor())
    }

    fn processor() -> u64 {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        told.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or_default()
    }

    fn tell(&self) -> String {
        format!(
            "{} ms ({} ms passed)",
            (Self::processor() - self.1) / 1_000_000,
            self.0.elapsed().as_millis()
        )
    }
}

#[test]
fn a_text_that_moved_to_a_thread_of_its_own_still_takes_pictures() {
    let line = |n: u32| format!("<Wzmc>第 {n} 个网站 {}</Wzmc>\n", n.wrapping_mul(2_654_435_761));
    let text = |from: u32| Part::Text((from..from + 20_000).map(line).collect());
    let parts = [text(0), Part::Picture(noise(1, 90_000)), text(20_000), Part::Picture(noise(2, 7))];
    let packed = pack(&parts, Rare::Refused).unwrap();
    let expected = whole(&parts);
    assert_eq!(unpack_text(&packed.zip).unwrap(), expected);
    assert_eq!(by_zip(&packed.zip), crate::gbk::encode(&expected).unwrap());
}
