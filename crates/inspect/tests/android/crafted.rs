//! Manifests and tables in forms that Debian's tools do not write: by hand.

use beian_inspect::{Asked, Facts, Refusal, inspect};

use super::project::Project;
use super::raw::{self, content, put};
use super::tools::there;

const MANIFEST: &str = "AndroidManifest.xml";
const TABLE: &str = "resources.arsc";

/// A chunk: kind, what its header has behind the lengths, and what follows.
fn chunk(kind: u16, header: &[u8], body: &[u8]) -> Vec<u8> {
    let head = u16::try_from(8 + header.len()).unwrap();
    let size = u32::try_from(8 + header.len() + body.len()).unwrap();
    [&kind.to_le_bytes()[..], &head.to_le_bytes(), &size.to_le_bytes(), header, body].concat()
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// A pool of strings in UTF-8.
fn pool(strings: &[&str]) -> Vec<u8> {
    let (mut index, mut bytes) = (Vec::new(), Vec::new());
    for string in strings {
        index.push(u32::try_from(bytes.len()).unwrap());
        bytes.extend([u8::try_from(string.chars().count()).unwrap(), u8::try_from(string.len()).unwrap()]);
        bytes.extend(string.as_bytes());
        bytes.push(0);
    }
    let count = u32::try_from(strings.len()).unwrap();
    let header = numbers(&[count, 0, 0x100, 28 + count * 4, 0]);
    chunk(0x0001, &header, &[numbers(&index), bytes].concat())
}

/// A type with one entry at number 0 for a language.
struct Type {
    flags: u8,
    language: [u8; 4],
    /// What leads to the entry.
    index: Vec<u8>,
    entry: Vec<u8>,
}

/// Text `number` of the pool, as entries are mostly written.
fn plain(number: u32) -> Vec<u8> {
    [&[8, 0, 0, 0][..], &numbers(&[0]), &[8, 0, 0, 3], &numbers(&[number])].concat()
}

/// The same in eight bytes (Android 14).
fn compact(number: u32) -> Vec<u8> {
    [&[0, 0, 8, 3][..], &numbers(&[number])].concat()
}

/// A reference to another resource.
fn reference(id: u32) -> Vec<u8> {
    [&[8, 0, 0, 0][..], &numbers(&[0]), &[8, 0, 0, 1], &numbers(&[id])].concat()
}

/// A table that has these types under each of the first five numbers.
fn table(types: &[Type]) -> Vec<u8> {
    let mut chunks = Vec::new();
    for id in 1..=5 {
        for one in types {
            let config = [numbers(&[48, 0]), one.language.to_vec(), vec![0; 36]].concat();
            let start = u32::try_from(20 + config.len() + one.index.len()).unwrap();
            let head = [vec![id, one.flags, 0, 0], numbers(&[1, start]), config].concat();
            chunks.extend(chunk(0x0201, &head, &[one.index.clone(), one.entry.clone()].concat()));
        }
    }
    let package = [numbers(&[0x7F]), vec![0; 256], numbers(&[0; 5])].concat();
    // Chunks nobody needs here: what may be overlaid, and numbers that were only staged.
    let others = [chunk(0x0204, &[0; 512], &[]), chunk(0x0206, &numbers(&[0]), &[])].concat();
    let package = chunk(0x0200, &package, &[others, chunks].concat());
    chunk(0x0002, &numbers(&[1]), &[pool(&["Notes", "笔记"]), package].concat())
}

/// What is read of the usual App with another table.
fn facts(project: &Project, table: &[u8]) -> Result<Facts, Refusal> {
    let mut entries = raw::entries(&project.path().join("unsigned.apk"));
    put(&mut entries, TABLE, table);
    inspect(&raw::archive(&entries), &Asked::default())
}

#[test]
fn every_form_of_entry_is_read() {
    if !there() {
        return;
    }
    let project = Project::usual();
    project.build();
    let (dense, short, sparse) = (numbers(&[0]), vec![0, 0, 0, 0], vec![0, 0, 0, 0]);
    for (flags, index) in [(0, dense), (2, short), (1, sparse)] {
        for form in [plain, compact] {
            let one = |language: &[u8; 4], text| Type {
                flags,
                language: *language,
                index: index.clone(),
                entry: form(text),
            };
            let table = table(&[one(b"\0\0\0\0", 0), one(b"zhCN", 1)]);
            let app = facts(&project, &table).unwrap().app.unwrap();
            assert_eq!(app.label.as_deref(), Some("笔记"), "flags {flags}");
            assert_eq!(app.labels[0].text, "Notes");
        }
    }
}

#[test]
fn references_that_lead_round_are_refused() {
    if !there() {
        return;
    }
    let project = Project::usual();
    project.build();
    let round = (1..=5).map(|id| Type {
        flags: 0,
        language: [0; 4],
        index: numbers(&[0]),
        entry: reference(0x7F00_0000 | id << 16),
    });
    let refused = facts(&project, &table(&round.collect::<Vec<_>>())).unwrap_err();
    assert_eq!(refused.to_string(), "hostile: Depth in resources");
}

#[test]
fn attributes_are_known_by_their_numbers() {
    if !there() {
        return;
    }
    let project = Project::usual();
    let mut entries = raw::entries(&project.build());
    let honest = inspect(&raw::archive(&entries), &Asked::default()).unwrap();
    let mut manifest = content(&mut entries, MANIFEST);
    let at =
        |bytes: &[u8], place: usize| u32::from_le_bytes(bytes[place..place + 4].try_into().unwrap()) as usize;
    let (pool, strings) = (8, 8 + at(&manifest, 28));
    let map = pool + at(&manifest, pool + 4);
    for number in 0..(at(&manifest, map + 4) - 8) / 4 {
        // An empty name: the length of a text in UTF-16.
        let place = strings + at(&manifest, pool + 28 + number * 4);
        manifest[place..place + 2].fill(0);
    }
    put(&mut entries, MANIFEST, &manifest);
    let read = inspect(&raw::archive(&entries), &Asked::default()).unwrap();
    assert_eq!(read, Facts { size: read.size, ..honest });
}

#[test]
fn elements_deeper_than_anything_real_are_refused() {
    if !there() {
        return;
    }
    let project = Project::new("", "", "");
    let manifest = std::fs::read_to_string(project.path().join(MANIFEST)).unwrap();
    let deep = format!("{}{}</application>", "<x>".repeat(31), "</x>".repeat(31));
    project.write(MANIFEST, manifest.replace("</application>", &deep).as_bytes());
    let entries = raw::entries(&project.build());
    let refused = inspect(&raw::archive(&entries), &Asked::default()).unwrap_err();
    assert_eq!(refused.to_string(), "hostile: Depth in AndroidManifest.xml");
}
