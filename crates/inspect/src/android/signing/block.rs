//! The APK Signing Block: between the last entry and the directory, with one pair of number and value per scheme
//! (source.android.com, "APK Signature Scheme v2").

use crate::archive::Archive;
use crate::bytes::Bytes;
use crate::refusal::Trick;
use crate::{Refusal, Source};

pub(super) const PART: &str = "APK Signing Block";
const MAGIC: &[u8; 16] = b"APK Sig Block 42";
/// The length again and the magic.
const FOOTER: u64 = 24;
/// Pairs; real blocks have fewer than ten.
const PAIRS_MOST: usize = 1024;
/// Bytes of the value of one scheme: a few chains of certificates.
const VALUE_MOST: u64 = 1 << 20;

/// The number of a scheme.
pub(super) const V2: u32 = 0x7109_871a;
/// The number of a scheme.
pub(super) const V3: u32 = 0xf053_68c0;
/// The number of a scheme.
pub(super) const V31: u32 = 0x1b93_ad61;

/// What else stands there and signs nothing: padding, stamps of the source (two versions), dependencies, Google
/// Play's frosting, zeros, and marks of the channel a package is handed out by (two kinds).
const NO_SCHEMES: [u32; 8] =
    [0x4272_6577, 0x2b09_189e, 0x6dff_800d, 0x504b_4453, 0x2146_444e, 0xff3b_5998, 0x7177_7777, 0x8811_55ff];

/// One pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    /// Number of the scheme.
    pub(super) id: u32,
    /// The value, for the schemes that are read here.
    pub(super) value: Vec<u8>,
}

/// Reads the pairs of schemes; whatever else there is is passed over unread, and numbers nobody knows come without
/// their value.
pub(super) fn pairs(archive: &Archive<'_>) -> Result<Vec<Pair>, Refusal> {
    let Some((mut at, end)) = find(archive)? else { return Ok(Vec::new()) };
    let source = archive.source();
    let mut pairs: Vec<Pair> = Vec::new();
    for number in 0.. {
        if at == end {
            break;
        }
        if number == PAIRS_MOST {
            return Err(Refusal::TooMuch { part: PART.to_owned(), most: PAIRS_MOST as u64 });
        }
        let head = read(source, at, 12.min(end - at))?;
        let mut head = Bytes::new(&head, PART);
        let length = head.u64()?;
        if length < 4 || length > end - at - 8 {
            return Err(head.too_long());
        }
        let id = head.u32()?;
        match id {
            V2 | V3 | V31 if length - 4 > VALUE_MOST => {
                return Err(Refusal::TooMuch { part: PART.to_owned(), most: VALUE_MOST });
            }
            // Android takes the first of one number.
            _ if pairs.iter().any(|pair| pair.id == id) => {}
            V2 | V3 | V31 => pairs.push(Pair { id, value: read(source, at + 12, length - 4)? }),
            other if NO_SCHEMES.contains(&other) => {}
            _ => pairs.push(Pair { id, value: Vec::new() }),
        }
        at += 8 + length;
    }
    Ok(pairs)
}

/// Where the pairs begin and end.
fn find(archive: &Archive<'_>) -> Result<Option<(u64, u64)>, Refusal> {
    let directory = archive.directory_offset();
    let Some(footer) = directory.checked_sub(FOOTER).filter(|&at| at >= archive.entries_end()) else {
        return Ok(None);
    };
    let bytes = read(archive.source(), footer, FOOTER)?;
    let mut bytes = Bytes::new(&bytes, PART);
    let size = bytes.u64()?;
    if bytes.take(MAGIC.len())? != MAGIC {
        return Ok(None);
    }
    // The length counts everything but its first copy.
    let begin = size.checked_add(8).and_then(|all| directory.checked_sub(all));
    let begin = begin.filter(|&begin| size >= FOOTER && begin >= archive.entries_end());
    let begin = begin.ok_or(Refusal::Hostile { trick: Trick::Length, part: PART.to_owned() })?;
    let first = read(archive.source(), begin, 8)?;
    if Bytes::new(&first, PART).u64()? != size {
        return Err(bytes.damaged("two lengths that differ"));
    }
    Ok(Some((begin + 8, footer)))
}

fn read(source: &dyn Source, offset: u64, length: u64) -> Result<Vec<u8>, Refusal> {
    crate::archive::read_part(source, offset, length, PART)
}
