//! The icon of an iOS App: the largest of the pictures its list names, which Apple's tools write in a way of their own.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::ZlibEncoder;

use super::property_list::Value;
use crate::archive::{Archive, Entry};
use crate::facts::Icon;
use crate::icon;

/// Lists of icons: for phones, for tablets.
const LISTS: [&str; 2] = ["CFBundleIcons", "CFBundleIcons~ipad"];
/// Pictures of the store in the package itself, as iTunes once wrote them.
const ARTWORK: [&str; 2] = ["iTunesArtwork@2x", "iTunesArtwork"];
/// Bytes of a file that tell how large the picture in it is.
const HEADER: usize = 4096;
/// Pictures that are looked at.
const MOST_CANDIDATES: usize = 64;
/// Pictures that are decoded, the largest first, until one can be.
const MOST_TRIES: usize = 4;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The best icon; `None` when none is large enough or can be read.
pub(super) fn best(archive: &Archive<'_>, directory: &str, list: &Value) -> Option<Icon> {
    let names = names(list);
    let is_named = |entry: &Entry<'_>| {
        let name = std::str::from_utf8(entry.name).ok().and_then(|name| name.strip_prefix(directory));
        name.is_some_and(|name| {
            !name.contains('/') && has_png_end(name) && names.iter().any(|start| name.starts_with(start))
        })
    };
    let artwork = ARTWORK.iter().filter_map(|name| archive.find(name));
    let mut candidates: Vec<(u32, Entry<'_>)> = artwork
        .chain(archive.under(directory).filter(is_named))
        .take(MOST_CANDIDATES)
        .filter_map(|entry| {
            let header = archive.prefix(&entry, HEADER).ok()?;
            let (width, height) = icon::size(&plain_header(&header))?;
            Some((width.min(height), entry))
        })
        .collect();
    candidates.sort_by_key(|(side, _)| std::cmp::Reverse(*side));
    candidates.iter().take(MOST_TRIES).find_map(|(_, entry)| {
        let bytes = archive.read(entry, icon::FILE_MOST).ok()?;
        picture(&entry.shown(), &bytes)
    })
}

/// Apple's systems tell small letters from capital ones, and so do we.
fn has_png_end(name: &str) -> bool {
    name.strip_suffix(".png").is_some()
}

/// What the names of its files begin with.
fn names(list: &Value) -> Vec<&str> {
    let primary = LISTS.iter().filter_map(|key| list.get(key)?.get("CFBundlePrimaryIcon"));
    let lists = primary.chain([list]).filter_map(|icons| icons.get("CFBundleIconFiles"));
    let mut names: Vec<&str> = lists.flat_map(Value::items).filter_map(Value::text).collect();
    names.extend(list.get("CFBundleIconFile").and_then(Value::text));
    let without_end = |name| str::strip_suffix(name, ".png").unwrap_or(name);
    names.into_iter().map(without_end).filter(|name| !name.is_empty()).collect()
}

fn picture(entry: &str, bytes: &[u8]) -> Option<Icon> {
    let Some(crushed) = Crushed::read(bytes) else { return icon::from_file(entry, bytes) };
    let mut pixels = icon::decode(&crushed.as_png()?)?;
    for pixel in pixels.pixels_mut() {
        let [blue, green, red, alpha] = pixel.0;
        let whole = |part: u8| match alpha {
            0 => 0,
            alpha => u8::try_from(u32::from(part) * 255 / u32::from(alpha)).unwrap_or(u8::MAX),
        };
        pixel.0 = [whole(red), whole(green), whole(blue), alpha];
    }
    icon::from_pixels(entry, pixels)
}

/// The first bytes without the chunk that only Apple's pictures have, so that the size stands where it should.
fn plain_header(header: &[u8]) -> Vec<u8> {
    let mut chunks = Chunks::new(header);
    let mut plain = SIGNATURE.to_vec();
    match chunks.as_mut().and_then(Iterator::next) {
        Some((kind, _)) if kind == b"CgBI" => {
            plain.extend_from_slice(chunks.map(|chunks| chunks.rest).unwrap_or_default());
            plain
        }
        Some(_) | None => header.to_vec(),
    }
}

/// A picture as Apple's tools write it: blue before red, colours times opacity, packed without a header.
struct Crushed<'a> {
    header: &'a [u8],
    packed: Vec<u8>,
}

impl<'a> Crushed<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut chunks = Chunks::new(bytes)?;
        if chunks.next()?.0 != b"CgBI" {
            return None;
        }
        let header = chunks.next().filter(|(kind, content)| *kind == b"IHDR" && content.len() == 13)?.1;
        let packed = chunks.filter(|(kind, _)| *kind == b"IDAT").flat_map(|(_, content)| content);
        Some(Self { header, packed: packed.copied().collect() })
    }

    /// The same lines of pixels in a file that everybody reads; `None` when it is not of the one kind they write.
    fn as_png(&self) -> Option<Vec<u8>> {
        // Eight bits of four colours, not interlaced.
        if self.header.get(8..13)? != [8, 6, 0, 0, 0] {
            return None;
        }
        let side = |at: usize| Some(u32::from_be_bytes(self.header.get(at..at + 4)?.try_into().ok()?));
        let (width, height) = (u64::from(side(0)?), u64::from(side(4)?));
        let unpacked = (width * 4 + 1).checked_mul(height).filter(|bytes| *bytes <= 20 << 20)?;
        let mut lines = Vec::new();
        DeflateDecoder::new(self.packed.as_slice()).take(unpacked).read_to_end(&mut lines).ok()?;
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::none());
        packed.write_all(&lines).ok()?;
        let mut png = SIGNATURE.to_vec();
        add_chunk(&mut png, *b"IHDR", self.header)?;
        add_chunk(&mut png, *b"IDAT", &packed.finish().ok()?)?;
        add_chunk(&mut png, *b"IEND", &[])?;
        Some(png)
    }
}

fn add_chunk(png: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) -> Option<()> {
    let mut sum = crc32fast::Hasher::new();
    sum.update(&kind);
    sum.update(content);
    png.extend(u32::try_from(content.len()).ok()?.to_be_bytes());
    png.extend(kind);
    png.extend(content);
    png.extend(sum.finalize().to_be_bytes());
    Some(())
}

/// The chunks of a PNG, as far as they are there.
struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Chunks<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        bytes.strip_prefix(SIGNATURE).map(|rest| Self { rest })
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let length = u32::from_be_bytes(self.rest.get(..4)?.try_into().ok()?) as usize;
        let (kind, content) = (self.rest.get(4..8)?, self.rest.get(8..length.checked_add(8)?)?);
        self.rest = self.rest.get(length.checked_add(12)?..)?;
        Some((kind, content))
    }
}
