//! The signing block of a HarmonyOS package: parts with a list of them, before the directory of the archive.

use crate::Refusal;
use crate::archive::{Archive, read_part};
use crate::bytes::Bytes;
use crate::facts::Certificate;
use crate::keys::cms;
use crate::refusal::Trick;

const PART: &str = "signing block";

/// Bytes at the end of the block: number of parts, length, sixteen letters, version.
const HEAD: u64 = 32;
/// The letters since version 3, and those before.
const LETTERS: [&[u8]; 2] = [b"<hap sign block>", b"HAP Sig Block 42"];
/// Parts in one block; the signing tool writes four.
const MOST_PARTS: u32 = 16;
/// Bytes of a part that is read: signed data or a profile.
const MOST_PART: u64 = 1 << 20;

const SIGNATURE: u32 = 0x2000_0000;
const ROTATION: u32 = 0x2000_0001;
const PROFILE: u32 = 0x2000_0002;
const PROPERTY: u32 = 0x2000_0003;

/// What the block holds.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Who signed, leaf first.
    pub(super) chain: Vec<Certificate>,
    /// The profile, signed data.
    pub(super) profile: Option<Vec<u8>>,
    /// Parts in numbers we do not know.
    pub(super) unknown: Vec<u32>,
}

/// Reads the block; `None` when there is none.
///
/// # Errors
/// [`Refusal::Hostile`], [`Refusal::TooMuch`], else as [`cms::certificates`].
pub(super) fn read(archive: &Archive<'_>) -> Result<Option<Block>, Refusal> {
    let source = archive.source();
    let end = archive.directory_offset();
    let Some(head_at) = end.checked_sub(HEAD) else { return Ok(None) };
    let head = read_part(source, head_at, HEAD, PART)?;
    let mut head = Bytes::new(&head, PART);
    let (count, size, letters) = (head.u32()?, head.u64()?, head.take(16)?);
    if !LETTERS.contains(&letters) {
        return Ok(None);
    }
    if count > MOST_PARTS {
        return Err(Refusal::TooMuch { part: PART.to_owned(), most: u64::from(MOST_PARTS) });
    }
    let start =
        end.checked_sub(size).filter(|start| *start >= archive.entries_end()).ok_or_else(misplaced)?;
    let parts_end = head_at.checked_sub(u64::from(count) * 12).filter(|end| *end >= start);
    parts_end.ok_or_else(misplaced)?;
    let list = read_part(source, start, u64::from(count) * 12, PART)?;
    let mut list = Bytes::new(&list, PART);
    let mut block = Block::default();
    for _ in 0..count {
        let (kind, length, offset) = (list.u32()?, u64::from(list.u32()?), u64::from(list.u32()?));
        let read = || {
            let inside = offset.checked_add(length).is_some_and(|past| past <= head_at - start);
            match length {
                _ if !inside => Err(misplaced()),
                0..=MOST_PART => read_part(source, start + offset, length, PART),
                _ => Err(Refusal::TooMuch { part: PART.to_owned(), most: MOST_PART }),
            }
        };
        match kind {
            SIGNATURE => block.chain = cms::certificates(&read()?)?,
            PROFILE => block.profile = Some(read()?),
            ROTATION | PROPERTY => {}
            other => block.unknown.push(other),
        }
    }
    Ok(Some(block))
}

fn misplaced() -> Refusal {
    Refusal::Hostile { trick: Trick::Length, part: PART.to_owned() }
}
