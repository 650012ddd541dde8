//! iOS packages, put together here: a program with a signature, a profile, and an archive around them.

use std::io::{Cursor, Write as _};

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::tools::Place;

/// An archive with these entries, deflated.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    archive_by(entries, CompressionMethod::Deflated)
}

/// An archive with these entries.
pub fn archive_by(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A property list as XML, from what stands in its dictionary.
pub fn xml(entries: &str) -> Vec<u8> {
    let head = r#"<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">"#;
    format!("{head}<plist version=\"1.0\"><dict>{entries}</dict></plist>").into_bytes()
}

/// The same, binary.
pub fn binary(entries: &str) -> Vec<u8> {
    let value = plist::Value::from_reader(Cursor::new(xml(entries))).unwrap();
    let mut bytes = Vec::new();
    value.to_writer_binary(&mut bytes).unwrap();
    bytes
}

/// `Info.plist` of the App.
pub const INFO: &str = "<key>CFBundleIdentifier</key><string>com.example.app</string>\
    <key>CFBundleName</key><string>App</string><key>CFBundleDisplayName</key><string>Example App</string>\
    <key>CFBundleShortVersionString</key><string>1.4.2</string><key>CFBundleVersion</key><string>142</string>\
    <key>MinimumOSVersion</key><string>13.0</string><key>DTPlatformVersion</key><string>17.2</string>\
    <key>CFBundleExecutable</key><string>App</string>\
    <key>NSCameraUsageDescription</key><string>To scan</string>\
    <key>CFBundleIcons</key><dict><key>CFBundlePrimaryIcon</key><dict><key>CFBundleIconFiles</key>\
    <array><string>AppIcon60x60</string></array></dict></dict>";

/// A profile with these certificates, signed by `root`.
pub fn profile(place: &Place, certificates: &[&str], more: &str, how: &str) -> Vec<u8> {
    let mut list = String::from("<key>DeveloperCertificates</key><array>");
    for name in certificates {
        let pem = String::from_utf8(place.bytes(&format!("{name}.pem"))).unwrap();
        let lines = pem.lines().filter(|line| !line.starts_with('-'));
        list.push_str(&format!("<data>{}</data>", lines.collect::<String>()));
    }
    list.push_str("</array><key>TeamIdentifier</key><array><string>ABCDE12345</string></array>");
    list.push_str("<key>TeamName</key><string>示例科技</string>");
    list.push_str("<key>ExpirationDate</key><date>2027-03-01T08:00:00Z</date>");
    place.write("profile.plist", &xml(&format!("{list}{more}")));
    sign(place, "profile.plist", "root", how)
}

/// Signs a file with what is signed inside.
pub fn sign(place: &Place, file: &str, by: &str, how: &str) -> Vec<u8> {
    place.openssl(&format!(
        "cms -sign -binary -nodetach -in {file} -signer {by}.pem -inkey {by}.key -outform DER -out {file}.cms {how}"
    ));
    place.bytes(&format!("{file}.cms"))
}

/// The signed part of a code signature, as Apple's tools leave it: a detached signature, lengths open.
pub fn code_cms(place: &Place) -> Vec<u8> {
    place.write("code", b"hash of the code directory");
    place.openssl(
        "cms -sign -binary -stream -in code -signer leaf.pem -inkey leaf.key -certfile others.pem \
         -outform DER -out code.cms",
    );
    place.bytes("code.cms")
}

/// A code signature with a directory, rights and a signed part.
pub fn code_signature(cms: &[u8], debuggable: bool) -> Vec<u8> {
    let mut directory = Vec::new();
    // Version with a team, then the place of the team, and the team.
    for word in [0x2_0400_u32, 0, 0, 52, 0, 0, 0, 0, 0, 0, 52] {
        directory.extend(word.to_be_bytes());
    }
    directory.extend(b"ABCDE12345\0");
    let allow = format!("<key>get-task-allow</key><{debuggable}/>");
    let parts = [
        (0_u32, 0xfade_0c02, directory),
        (5, 0xfade_7171, xml(&allow)),
        (0x1_0000, 0xfade_0b01, cms.to_vec()),
    ];
    let mut list = Vec::new();
    let mut content = Vec::new();
    for (slot, magic, part) in &parts {
        let offset = 12 + parts.len() * 8 + content.len();
        list.extend(slot.to_be_bytes());
        list.extend(u32::try_from(offset).unwrap().to_be_bytes());
        content.extend(u32::to_be_bytes(*magic));
        content.extend(u32::try_from(part.len() + 8).unwrap().to_be_bytes());
        content.extend(part);
    }
    let mut whole = 0xfade_0cc0_u32.to_be_bytes().to_vec();
    whole.extend(u32::try_from(12 + list.len() + content.len()).unwrap().to_be_bytes());
    whole.extend(u32::try_from(parts.len()).unwrap().to_be_bytes());
    [whole, list, content].concat()
}

/// A program for 64-bit processors with two load commands: whether it is encrypted, and where the signature is.
pub fn program(signature: &[u8], encrypted: bool) -> Vec<u8> {
    let code = vec![0x90; 4_000];
    let commands = 24 + 16;
    let offset = 32 + commands + code.len();
    let mut words = vec![0xfeed_facf_u32, 0x0100_000c, 0, 2, 2, u32::try_from(commands).unwrap(), 0, 0];
    words.extend([0x2c, 24, 0x4000, 0x1000, u32::from(encrypted), 0]);
    words.extend([0x1d, 16, u32::try_from(offset).unwrap(), u32::try_from(signature.len()).unwrap()]);
    let mut bytes: Vec<u8> = words.into_iter().flat_map(u32::to_le_bytes).collect();
    bytes.extend(code);
    bytes.extend(signature);
    bytes
}

/// Two programs in one file.
pub fn fat(program: &[u8]) -> Vec<u8> {
    let size = u32::try_from(program.len()).unwrap();
    let words = [0xcafe_babe_u32, 2, 12, 9, 16_384, size, 14, 0x0100_000c, 0, 16_384 + size, size, 14];
    let mut bytes: Vec<u8> = words.into_iter().flat_map(u32::to_be_bytes).collect();
    bytes.resize(16_384, 0);
    bytes.extend(program);
    bytes.extend(program);
    bytes
}

/// A picture as Apple's tools crush it: `side` pixels each way, half opaque red.
pub fn crushed_icon(side: u32) -> Vec<u8> {
    let line = [vec![0_u8], [0, 0, 100, 128].repeat(side as usize)].concat();
    let lines = line.repeat(side as usize);
    let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&lines).unwrap();
    let header = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let chunks: [(&[u8; 4], Vec<u8>); 4] = [
        (b"CgBI", vec![0x50, 0, 0x20, 2]),
        (b"IHDR", header),
        (b"IDAT", packed.finish().unwrap()),
        (b"IEND", vec![]),
    ];
    for (kind, content) in chunks {
        png.extend(u32::try_from(content.len()).unwrap().to_be_bytes());
        png.extend(kind);
        png.extend(&content);
        let mut sum = crc32fast::Hasher::new();
        sum.update(kind);
        sum.update(&content);
        png.extend(sum.finalize().to_be_bytes());
    }
    png
}
