//! The code signature of a program: a list of parts, of which one is signed data with certificates.

use super::executable::big;
use super::property_list::{self, Value};
use crate::facts::Certificate;
use crate::keys::cms;
use crate::refusal::Trick;
use crate::{Limits, Refusal};

const PART: &str = "code signature";

const LIST: u32 = 0xfade_0cc0;
const WRAPPED: u32 = 0xfade_0b01;
const DIRECTORY: u32 = 0xfade_0c02;
const RIGHTS: u32 = 0xfade_7171;

const DIRECTORY_SLOT: u32 = 0;
const RIGHTS_SLOT: u32 = 5;
const SIGNED_SLOT: u32 = 0x1_0000;

/// Parts of one signature; real ones have fewer than ten.
const MOST_PARTS: u32 = 64;

/// What a code signature tells.
#[derive(Debug, Default)]
pub(crate) struct CodeSignature {
    /// Who signed, leaf first; empty when it is only sealed and not signed.
    pub(crate) chain: Vec<Certificate>,
    /// Number of the team.
    pub(crate) team: Option<String>,
    /// Debuggers may attach.
    pub(crate) debuggable: bool,
}

/// Reads a code signature.
///
/// # Errors
/// [`Refusal::Damaged`], [`Refusal::Hostile`], [`Refusal::TooMuch`], else as [`cms::read`] and
/// [`property_list::read`].
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<CodeSignature, Refusal> {
    if big(bytes, 0) != LIST {
        return Err(damaged(format!("starts with {:#x}", big(bytes, 0))));
    }
    let count = big(bytes, 8);
    if count > MOST_PARTS {
        return Err(Refusal::TooMuch { part: PART.to_owned(), most: u64::from(MOST_PARTS) });
    }
    let mut signature = CodeSignature::default();
    for index in 0..count as usize {
        let (slot, offset) = (big(bytes, 12 + index * 8), big(bytes, 16 + index * 8));
        let part = part(bytes, offset)?;
        match (slot, big(part, 0)) {
            (SIGNED_SLOT, WRAPPED) if part.len() > 8 => signature.chain = cms::read(&part[8..])?.chain,
            (DIRECTORY_SLOT, DIRECTORY) => signature.team = team(part),
            (RIGHTS_SLOT, RIGHTS) => {
                let rights = property_list::read(&part[8..], PART, limits)?;
                signature.debuggable = rights.get("get-task-allow").is_some_and(Value::is_true);
            }
            _ => {}
        }
    }
    Ok(signature)
}

/// A part with its own header: magic and length of the whole.
fn part(bytes: &[u8], offset: u32) -> Result<&[u8], Refusal> {
    let rest = bytes.get(offset as usize..).unwrap_or_default();
    rest.get(..big(rest, 4) as usize)
        .filter(|part| part.len() >= 8)
        .ok_or_else(|| Refusal::Hostile { trick: Trick::Length, part: PART.to_owned() })
}

/// Number of the team, in directories of version 2.2 and later.
fn team(directory: &[u8]) -> Option<String> {
    const WITH_TEAM: u32 = 0x2_0200;
    let offset = big(directory, 48) as usize;
    if big(directory, 8) < WITH_TEAM || offset == 0 {
        return None;
    }
    let text = directory.get(offset..)?;
    let end = text.iter().take(64).position(|byte| *byte == 0)?;
    std::str::from_utf8(&text[..end]).ok().filter(|team| !team.is_empty()).map(str::to_owned)
}

fn damaged(what: String) -> Refusal {
    Refusal::Damaged { part: PART.to_owned(), what }
}
