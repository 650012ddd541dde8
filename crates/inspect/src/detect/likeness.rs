//! What a file that is no package looks like, so that whoever sent it can be told what to bring instead.

use crate::refusal::Likeness;
use crate::{Refusal, Source};

/// First bytes of files that are never packages.
const MARKS: [(&[u8], Likeness); 25] = [
    (b"Rar!", Likeness::OtherArchive),
    (b"7z\xbc\xaf\x27\x1c", Likeness::OtherArchive),
    (b"\x1f\x8b", Likeness::OtherArchive),
    (b"\xfd7zXZ", Likeness::OtherArchive),
    (b"BZh", Likeness::OtherArchive),
    (b"\x28\xb5\x2f\xfd", Likeness::OtherArchive),
    (b"MSCF", Likeness::OtherArchive),
    (b"\x89PNG", Likeness::Picture),
    (b"\xff\xd8\xff", Likeness::Picture),
    (b"GIF8", Likeness::Picture),
    (b"BM", Likeness::Picture),
    (b"II*\0", Likeness::Picture),
    (b"MM\0*", Likeness::Picture),
    (b"%PDF", Likeness::Document),
    (b"{\\rtf", Likeness::Document),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Likeness::Document),
    (b"MZ", Likeness::Program),
    (b"\x7fELF", Likeness::Program),
    (b"dex\n", Likeness::Program),
    (b"\xca\xfe\xba\xbe", Likeness::Program),
    (b"\xcf\xfa\xed\xfe", Likeness::Program),
    (b"\xce\xfa\xed\xfe", Likeness::Program),
    (b"xar!", Likeness::Program),
    (b"!<arch>\n", Likeness::Program),
    (b"\xfe\xed\xfa", Likeness::Program),
];
/// Marks that stand further in.
const INNER: [(usize, &[u8], Likeness); 5] = [
    (257, b"ustar", Likeness::OtherArchive),
    (8, b"WEBP", Likeness::Picture),
    (4, b"ftyphei", Likeness::Picture),
    (4, b"ftypmif1", Likeness::Picture),
    (4, b"ftypavif", Likeness::Picture),
];
/// A disk image of macOS ends with this record.
const DMG_END: u64 = 512;
/// Where an ISO 9660 image has its mark.
const ISO: u64 = 0x8001;

/// What the beginning tells; `None` when it tells nothing.
pub(super) fn of(source: &dyn Source, head: &[u8]) -> Result<Option<Likeness>, Refusal> {
    if head.is_empty() {
        return Ok(Some(Likeness::Empty));
    }
    if let Some((_, likeness)) = MARKS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Ok(Some(*likeness));
    }
    let at = |from: usize, mark: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(mark));
    if let Some((_, _, likeness)) = INNER.iter().find(|(from, mark, _)| at(*from, mark)) {
        return Ok(Some(*likeness));
    }
    let dmg = source.len().checked_sub(DMG_END).map_or(Ok(false), |from| stands(source, from, b"koly"))?;
    let image = dmg || stands(source, ISO, b"CD001")?;
    Ok(image.then_some(Likeness::DiskImage))
}

/// What a file is that has no mark: some text, or nothing known.
pub(super) fn text(head: &[u8]) -> Likeness {
    // The beginning may end within a character.
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(head.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default()
        }
        Err(_) => return Likeness::Unknown,
    };
    let control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}');
    if text.is_empty() || text.chars().any(control) {
        return Likeness::Unknown;
    }
    let text = text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    let page = text.starts_with("<!doctype html") || text.starts_with("<html") || text.contains("<html");
    if page { Likeness::WebPage } else { Likeness::Text }
}

fn stands(source: &dyn Source, at: u64, mark: &[u8]) -> Result<bool, Refusal> {
    if at + mark.len() as u64 > source.len() {
        return Ok(false);
    }
    let mut bytes = vec![0; mark.len()];
    source.read_at(at, &mut bytes).map_err(|error| Refusal::Unreadable { what: error.to_string() })?;
    Ok(bytes == mark)
}
