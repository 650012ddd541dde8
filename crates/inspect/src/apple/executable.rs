//! Programs (Mach-O): where their code signature is, read from their headers alone.

use crate::Refusal;
use crate::archive::{Archive, Entry, Method, Unpacking, Window, read_part};
use crate::refusal::Trick;

pub(crate) const PART: &str = "executable";

/// Bytes of a program that are unpacked at most to get to its signature. 1 GiB; the store takes half of that.
const MOST_UNPACKED: u64 = 1 << 30;
/// Bytes of load commands: real programs have some thousands.
const MOST_COMMANDS: u32 = 1 << 20;
/// Programs in one file: there were never more than five kinds of processors at a time.
const MOST_SLICES: u32 = 16;
/// Bytes of a signature: 32 for each page of 4 KiB, twice.
const MOST_SIGNATURE: u32 = 16 << 20;

const FAT: u32 = 0xcafe_babe;
const FAT_64: u32 = 0xcafe_babf;
const THIN_32: u32 = 0xfeed_face;
const THIN_64: u32 = 0xfeed_facf;

const CODE_SIGNATURE: u32 = 0x1d;
const ENCRYPTION: u32 = 0x21;
const ENCRYPTION_64: u32 = 0x2c;

/// What the headers of a program tell.
#[derive(Debug, Default)]
pub(crate) struct Executable {
    /// The signature, if there is one.
    pub(crate) signature: Option<Vec<u8>>,
    /// Its code is encrypted: a copy from the store.
    pub(crate) encrypted: bool,
}

/// A program that is read forwards: packed it must be, and not packed it saves what lies between.
enum Forwards<'a> {
    Packed(Box<Unpacking<'a>>),
    Stored(Window<'a>, u64),
}

impl<'a> Forwards<'a> {
    fn open(archive: &Archive<'a>, entry: &Entry<'_>) -> Result<Self, Refusal> {
        let place = archive.place(entry)?;
        Ok(match place.method {
            Method::Stored => Self::Stored(Window::new(archive.source(), place.start, place.size), 0),
            Method::Deflated | Method::Other(_) => {
                Self::Packed(Box::new(Unpacking::new(archive.source(), place)))
            }
        })
    }

    fn take(&mut self, length: usize) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Packed(unpacking) => {
                let mut bytes = vec![0; length];
                if unpacking.fill(&mut bytes)? < length {
                    return Err(Refusal::Truncated { part: PART.to_owned() });
                }
                Ok(bytes)
            }
            Self::Stored(window, at) => {
                let bytes = read_part(window, *at, length as u64, PART)?;
                *at += length as u64;
                Ok(bytes)
            }
        }
    }

    fn go_to(&mut self, offset: u64) -> Result<(), Refusal> {
        if offset > MOST_UNPACKED {
            return Err(Refusal::TooMuch { part: PART.to_owned(), most: MOST_UNPACKED });
        }
        match self {
            Self::Packed(unpacking) => {
                unpacking.skip(offset.checked_sub(unpacking.position()).ok_or_else(misplaced)?)
            }
            Self::Stored(_, at) if offset < *at => Err(misplaced()),
            Self::Stored(_, at) => {
                *at = offset;
                Ok(())
            }
        }
    }
}

/// Reads the headers and the signature; of several programs in one file, those of the first.
///
/// # Errors
/// [`Refusal::Truncated`], [`Refusal::Damaged`], [`Refusal::TooMuch`], [`Refusal::Hostile`].
pub(crate) fn read(archive: &Archive<'_>, entry: &Entry<'_>) -> Result<Executable, Refusal> {
    let mut file = Forwards::open(archive, entry)?;
    let mut magic = file.take(4)?;
    let mut start = 0;
    if let kind @ (FAT | FAT_64) = big(&magic, 0) {
        start = first_slice(&mut file, kind == FAT_64)?;
        file.go_to(start)?;
        magic = file.take(4)?;
    }
    let header_size = match little(&magic, 0) {
        THIN_32 => 28,
        THIN_64 => 32,
        other => return Err(damaged(format!("starts with {other:#x}"))),
    };
    let header = file.take(header_size - 4)?;
    // After the magic: processor, its kind, kind of file, number of commands, their bytes, flags.
    let (commands, size) = (little(&header, 12), little(&header, 16));
    if size > MOST_COMMANDS {
        return Err(Refusal::TooMuch { part: "load commands".to_owned(), most: u64::from(MOST_COMMANDS) });
    }
    let found = look_through(&file.take(size as usize)?, commands)?;
    let mut executable = Executable { signature: None, encrypted: found.encrypted };
    if let Some((offset, size)) = found.signature {
        if size > MOST_SIGNATURE {
            return Err(Refusal::TooMuch {
                part: "code signature".to_owned(),
                most: u64::from(MOST_SIGNATURE),
            });
        }
        file.go_to(start + u64::from(offset))?;
        executable.signature = Some(file.take(size as usize)?);
    }
    Ok(executable)
}

/// Where the first of several programs begins.
fn first_slice(file: &mut Forwards<'_>, wide: bool) -> Result<u64, Refusal> {
    let count = big(&file.take(4)?, 0);
    if count == 0 || count > MOST_SLICES {
        return Err(damaged(format!("{count} programs in one file")));
    }
    let mut first = u64::MAX;
    for _ in 0..count {
        let slice = file.take(if wide { 32 } else { 20 })?;
        let offset = if wide {
            u64::from(big(&slice, 8)) << 32 | u64::from(big(&slice, 12))
        } else {
            u64::from(big(&slice, 8))
        };
        first = first.min(offset);
    }
    Ok(first)
}

#[derive(Default)]
struct Found {
    /// Offset from the start of the program, and bytes.
    signature: Option<(u32, u32)>,
    encrypted: bool,
}

fn look_through(commands: &[u8], count: u32) -> Result<Found, Refusal> {
    let mut found = Found::default();
    let mut rest = commands;
    for _ in 0..count {
        let length = little(rest, 4) as usize;
        let command = rest.get(..length).filter(|command| command.len() >= 8).ok_or_else(misplaced)?;
        match little(command, 0) {
            CODE_SIGNATURE if length >= 16 => {
                found.signature = Some((little(command, 8), little(command, 12)));
            }
            ENCRYPTION | ENCRYPTION_64 if length >= 20 => found.encrypted |= little(command, 16) != 0,
            _ => {}
        }
        rest = &rest[length..];
    }
    Ok(found)
}

/// Four bytes at a place, the first the highest; zero beyond the end.
pub(super) fn big(bytes: &[u8], at: usize) -> u32 {
    four(bytes, at).map_or(0, u32::from_be_bytes)
}

fn little(bytes: &[u8], at: usize) -> u32 {
    four(bytes, at).map_or(0, u32::from_le_bytes)
}

fn four(bytes: &[u8], at: usize) -> Option<[u8; 4]> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok()
}

fn misplaced() -> Refusal {
    Refusal::Hostile { trick: Trick::Length, part: PART.to_owned() }
}

fn damaged(what: String) -> Refusal {
    Refusal::Damaged { part: PART.to_owned(), what }
}
