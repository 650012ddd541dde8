//! iOS: packages (`.ipa`) and provisioning profiles.

mod code_signature;
mod executable;
mod icon;
mod info;
mod profile;
pub(crate) mod property_list;
mod strings;

use crate::archive::Archive;
use crate::facts::{App, Certificate, Scheme, Signer, Signing, Why};
use crate::keys::bare::signer;
use crate::{Limits, Refusal};

use code_signature::CodeSignature;
use profile::Profile;

/// Where the App is in a package.
const PAYLOAD: &str = "Payload/";
const INFO: &str = "Info.plist";

/// Holders of the certificates Apple signs anew with what is sold in its store: the developer's are gone then.
const STORE_SIGNERS: [&str; 2] =
    ["CN=Apple iPhone OS Application Signing", "CN=TestFlight Beta Distribution"];

/// The directory of the App in a package, `Payload/X.app/`; `None` when this is no iOS package.
///
/// # Errors
/// [`Refusal::Damaged`] when there are several.
pub(crate) fn app_directory(archive: &Archive<'_>) -> Result<Option<String>, Refusal> {
    let mut found: Option<String> = None;
    for entry in archive.under(PAYLOAD) {
        let Ok(name) = std::str::from_utf8(entry.name) else { continue };
        let Some(directory) = name.strip_suffix(INFO) else { continue };
        let app = directory.strip_prefix(PAYLOAD).unwrap_or_default();
        if !app.ends_with(".app/") || app.matches('/').count() != 1 {
            continue;
        }
        if found.replace(directory.to_owned()).is_some() {
            return Err(Refusal::Damaged { part: PAYLOAD.to_owned(), what: "several Apps".to_owned() });
        }
    }
    Ok(found)
}

/// Reads a package whose App is in `directory`.
///
/// # Errors
/// [`Refusal::Incomplete`] without a Bundle ID; [`Refusal::Encrypted`] when the part that signs cannot be read; else
/// what is wrong with a part.
pub(crate) fn ipa(archive: &Archive<'_>, directory: &str) -> Result<(App, Signing), Refusal> {
    let limits = archive.limits();
    let list = info::list(archive, directory)?;
    let mut app = info::app(archive, directory, &list)?;
    let profile = match archive.find(&format!("{directory}{}", profile::PART)) {
        Some(entry) => Some(profile::read(&archive.read(&entry, property_list::MOST_BYTES)?, &limits)?),
        None => None,
    };
    let (code, encrypted) = code(archive, directory, &list)?;
    app.debuggable = code
        .as_ref()
        .map_or(profile.as_ref().is_some_and(|profile| profile.debuggable), |code| code.debuggable);
    let mut signing = signing(code, profile);
    signing.store_copy |= encrypted;
    Ok((app, signing))
}

/// Reads a profile on its own.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn bare_profile(bytes: &[u8], limits: &Limits) -> Result<(App, Signing), Refusal> {
    let profile = profile::read(bytes, limits)?;
    let app = App {
        id: profile.app_id.clone().unwrap_or_default(),
        debuggable: profile.debuggable,
        ..App::default()
    };
    Ok((app, signing(None, Some(profile))))
}

/// Whether what is signed is a provisioning profile.
pub(crate) fn is_profile(content: &[u8]) -> bool {
    profile::is_likely(content)
}

/// The signature of the program, and whether the program is encrypted.
fn code(
    archive: &Archive<'_>,
    directory: &str,
    list: &property_list::Value,
) -> Result<(Option<CodeSignature>, bool), Refusal> {
    let Some(name) = list.get("CFBundleExecutable").and_then(property_list::Value::text) else {
        return Ok((None, false));
    };
    let Some(entry) = archive.find(&format!("{directory}{name}")) else {
        return Err(Refusal::Incomplete { part: format!("{directory}{name}") });
    };
    let program = executable::read(archive, &entry)?;
    let signature = program.signature.map(|bytes| code_signature::read(&bytes, &archive.limits()));
    match signature.transpose() {
        Err(_) if program.encrypted => Err(Refusal::Encrypted { part: executable::PART.to_owned() }),
        signature => Ok((signature?, program.encrypted)),
    }
}

fn signing(code: Option<CodeSignature>, profile: Option<Profile>) -> Signing {
    let mut signing = Signing::default();
    let mut team = None;
    if let Some(code) = code {
        team = code.team.map(|number| (number, String::new()));
        if !code.chain.is_empty() {
            signing.store_copy = code.chain.first().is_some_and(is_of_store);
            signing.signers.push(signer(Scheme::CodeSignature, String::new(), code.chain));
        }
    }
    if let Some(profile) = profile {
        signing.purpose = Some(profile.purpose);
        signing.profile_until = profile.until;
        team = profile.team.or(team);
        let one = |certificate| signer(Scheme::Profile, String::new(), vec![certificate]);
        signing.signers.extend(profile.certificates.into_iter().map(one));
    }
    signing.team = team;
    signing.counts = counts(&signing);
    signing
}

/// The certificate that signed the code; else one the profile lists. The store's own counts never.
fn counts(signing: &Signing) -> Option<(usize, Why)> {
    let (code, listed): (Vec<&Signer>, Vec<&Signer>) =
        signing.signers.iter().partition(|signer| signer.scheme == Scheme::CodeSignature);
    match (code.as_slice(), listed.as_slice()) {
        ([_], _) if signing.store_copy => (!listed.is_empty()).then_some((1, Why::FirstOfSeveral)),
        ([code], [only]) if code.chain.first() == only.chain.first() => Some((0, Why::AllAgree)),
        ([code], []) if code.chain.len() == 1 => Some((0, Why::Only)),
        ([_], _) => Some((0, Why::Leaf)),
        (_, [_]) => Some((0, Why::Only)),
        (_, [_, ..]) => Some((0, Why::FirstOfSeveral)),
        (_, []) => None,
    }
}

fn is_of_store(certificate: &Certificate) -> bool {
    STORE_SIGNERS.iter().any(|name| certificate.subject.split(',').any(|part| part == *name))
}
