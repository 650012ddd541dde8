//! Archives that are odd and yet read, as Android reads them; and files that are no packages at all.

use std::io::Write;

use beian_inspect::{Asked, Facts, Likeness, Limits, Refusal, inspect};

use super::project::Project;
use super::raw::{self, Raw, of};
use super::tools::{read, there};

fn facts(bytes: &[u8]) -> Result<Facts, Refusal> {
    inspect(&bytes.to_vec(), &Asked::default())
}

#[test]
fn what_android_overlooks_is_overlooked() {
    if !there() {
        return;
    }
    let project = Project::usual();
    let honest = read(&project.build()).unwrap();
    let changes: [fn(&mut Vec<Raw>); 6] = [
        // Marked as encrypted, but it is not.
        |entries| entries.iter_mut().for_each(|entry| entry.flags |= 1),
        // Names as obfuscators like them.
        |entries| entries.push(Raw::stored("res/\u{202e}//a ?\\con.", b"")),
        |entries| {
            let name = vec![0xFF, 0, 7];
            entries.push(Raw { local_name: name.clone(), name, ..Raw::stored("", b"x") });
        },
        // A method nobody knows, and the content as it is.
        |entries| {
            let manifest = raw::content(entries, "AndroidManifest.xml");
            *of(entries, "AndroidManifest.xml") =
                Raw { method: 0x1234, ..Raw::stored("AndroidManifest.xml", &manifest) };
        },
        // A kind that Android does not look at.
        |entries| {
            let mut manifest = raw::content(entries, "AndroidManifest.xml");
            manifest[0] = 0;
            raw::put(entries, "AndroidManifest.xml", &manifest);
        },
        // Signatures that sign nothing.
        |entries| entries.push(Raw::stored("META-INF/OTHER.RSA", b"not a signature")),
    ];
    for change in changes {
        let mut entries = raw::entries(&project.path().join("unsigned.apk"));
        change(&mut entries);
        let read = facts(&raw::archive(&entries)).unwrap();
        assert_eq!(read, Facts { size: read.size, ..honest.clone() });
    }
}

#[test]
fn more_entries_than_sixteen_bits_count_are_read() {
    if !there() {
        return;
    }
    let project = Project::usual();
    let honest = read(&project.build()).unwrap();
    let file =
        std::fs::OpenOptions::new().read(true).write(true).open(project.path().join("unsigned.apk")).unwrap();
    let mut archive = zip::ZipWriter::new_append(file).unwrap();
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for number in 0..70_000 {
        archive.start_file(format!("assets/{number}"), stored).unwrap();
    }
    archive.set_comment("a comment").unwrap();
    archive.finish().unwrap().flush().unwrap();
    let many = read(&project.path().join("unsigned.apk")).unwrap();
    assert_eq!(many, Facts { size: many.size, ..honest });

    let limits = Limits { entries: 70_000, ..Limits::default() };
    let bytes = std::fs::read(project.path().join("unsigned.apk")).unwrap();
    let refused = inspect(&bytes, &Asked { limits, ..Asked::default() });
    assert_eq!(refused, Err(Refusal::TooMuch { part: "directory".to_owned(), most: 70_000 }));
}

#[test]
fn other_files_are_told_by_what_they_look_like() {
    let archive = |name: &str| raw::archive(&[Raw::stored(name, b"")]);
    let tar = [vec![b'a'; 257], b"ustar".to_vec(), vec![0; 300]].concat();
    let disk = [vec![0; 0x8001], b"CD001".to_vec()].concat();
    for (bytes, looks_like) in [
        (Vec::new(), Likeness::Empty),
        (archive("holiday.txt"), Likeness::Archive),
        (archive("[Content_Types].xml"), Likeness::Document),
        (b"Rar!\x1a\x07\0 and more".to_vec(), Likeness::OtherArchive),
        (tar, Likeness::OtherArchive),
        (super::icons::png(8, 1), Likeness::Picture),
        (b"\0\0\0\x18ftypheic".to_vec(), Likeness::Picture),
        (b"%PDF-1.7".to_vec(), Likeness::Document),
        (b"MZ\x90\0".to_vec(), Likeness::Program),
        (disk, Likeness::DiskImage),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><title>404".to_vec(), Likeness::WebPage),
        ("包名：cn.example.notes".as_bytes().to_vec(), Likeness::Text),
        (b"-----BEGIN PRIVATE KEY-----\nMA==\n-----END PRIVATE KEY-----\n".to_vec(), Likeness::PrivateKey),
        (vec![0; 100], Likeness::Unknown),
    ] {
        assert_eq!(facts(&bytes), Err(Refusal::NotAPackage { looks_like }));
    }
}
