//! Archives written byte by byte, so that they may say what no tool would write.

use std::io::Read;
use std::path::Path;

use flate2::Compression;
use flate2::read::DeflateEncoder;

/// An entry; what it says of itself need not be true.
#[derive(Clone)]
pub struct Raw {
    /// Name in the directory.
    pub name: Vec<u8>,
    /// Name before the content.
    pub local_name: Vec<u8>,
    /// Flags.
    pub flags: u16,
    /// Method.
    pub method: u16,
    /// Checksum.
    pub crc: u32,
    /// Bytes in the archive, as it says.
    pub packed: u32,
    /// Bytes of the content, as it says.
    pub size: u32,
    /// What is there.
    pub data: Vec<u8>,
    /// Where it says it begins, if not where it does.
    pub offset: Option<u32>,
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap()
}

impl Raw {
    /// An honest entry, as it is.
    pub fn stored(name: &str, content: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            local_name: name.as_bytes().to_vec(),
            flags: 0,
            method: 0,
            crc: crc32fast::hash(content),
            packed: length(content),
            size: length(content),
            data: content.to_vec(),
            offset: None,
        }
    }

    /// An honest entry, deflated.
    pub fn deflated(name: &str, content: &[u8]) -> Self {
        let mut data = Vec::new();
        DeflateEncoder::new(content, Compression::fast()).read_to_end(&mut data).unwrap();
        Self { method: 8, packed: length(&data), data, ..Self::stored(name, content) }
    }
}

/// The entries of a package, each deflated.
pub fn entries(package: &Path) -> Vec<Raw> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(package).unwrap()).unwrap();
    let mut entries = Vec::new();
    for number in 0..archive.len() {
        let mut file = archive.by_index(number).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        let name = file.name().unwrap().into_owned();
        entries.push(Raw::deflated(&name, &content));
    }
    entries
}

/// The entry of this name.
pub fn of<'r>(entries: &'r mut [Raw], name: &str) -> &'r mut Raw {
    entries.iter_mut().find(|entry| entry.name == name.as_bytes()).unwrap()
}

/// The content of an entry.
pub fn content(entries: &mut [Raw], name: &str) -> Vec<u8> {
    let mut content = Vec::new();
    flate2::read::DeflateDecoder::new(of(entries, name).data.as_slice()).read_to_end(&mut content).unwrap();
    content
}

/// Gives an entry other content.
pub fn put(entries: &mut [Raw], name: &str, content: &[u8]) {
    *of(entries, name) = Raw::deflated(name, content);
}

/// The archive.
pub fn archive(entries: &[Raw]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let offset = entry.offset.unwrap_or(length(&out));
        let mut facts = Vec::new();
        for number in [20, entry.flags, entry.method, 0, 0x21] {
            facts.extend(number.to_le_bytes());
        }
        for number in [entry.crc, entry.packed, entry.size] {
            facts.extend(number.to_le_bytes());
        }
        let short = |bytes: &[u8]| u16::try_from(bytes.len()).unwrap().to_le_bytes();
        out.extend(b"PK\x03\x04");
        out.extend(&facts);
        out.extend(short(&entry.local_name));
        out.extend([0; 2]);
        out.extend(&entry.local_name);
        out.extend(&entry.data);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&facts);
        directory.extend(short(&entry.name));
        directory.extend([0; 12]);
        directory.extend(offset.to_le_bytes());
        directory.extend(&entry.name);
    }
    let begin = length(&out);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    let number = u16::try_from(entries.len() & 0xFFFF).unwrap();
    out.extend([number.to_le_bytes(), number.to_le_bytes()].concat());
    out.extend(length(&directory).to_le_bytes());
    out.extend(begin.to_le_bytes());
    out.extend([0; 2]);
    out
}
