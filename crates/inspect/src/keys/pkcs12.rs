//! PKCS#12 (`.p12`, `.pfx`): certificates in encrypted bags, each with the name and number of its key.
//!
//! The keys themselves are never decrypted: that they are there, and which certificate is theirs, is written outside.

use const_oid::ObjectIdentifier;

use super::bare::{self, signer};
use super::ber::{self, Value, Values};
use super::certificate::{self, Read};
use super::pbe::{self, Password};
use super::{chain, cms};
use crate::facts::{Scheme, Signer, Signing, Why};
use crate::refusal::Trick;
use crate::{Limits, Refusal};

const PART: &str = "keystore";

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENCRYPTED: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");
const KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.1");
const SHROUDED_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.2");
const CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.3");
const BAGS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.6");
const X509: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.22.1");
const FRIENDLY_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.20");
const LOCAL_KEY_ID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.21");

/// Bags in bags; nobody makes more than two.
const DEEPEST: usize = 8;
/// Bags in all.
const MOST_BAGS: usize = 1024;

/// Reads every key with its chain, then certificates without keys.
///
/// # Errors
/// [`Refusal::PasswordNeeded`], [`Refusal::PasswordWrong`], [`Refusal::Incomplete`] when there is no certificate,
/// [`Refusal::TooMuch`], [`Refusal::Truncated`], [`Refusal::Damaged`], [`Refusal::Hostile`].
pub(crate) fn read(bytes: &[u8], password: Option<&str>, limits: &Limits) -> Result<Signing, Refusal> {
    super::bounded(bytes, PART)?;
    let tries = match password {
        None => vec![Password::none(), Password::new("")],
        Some("") => vec![Password::new(""), Password::none()],
        Some(password) => vec![Password::new(password)],
    };
    let mut outcome = Err(Refusal::PasswordWrong);
    for mut one in tries {
        outcome = open(bytes, &mut one, limits);
        if outcome != Err(Refusal::PasswordWrong) {
            break;
        }
    }
    match (outcome, password) {
        (Err(Refusal::PasswordWrong), None) => Err(Refusal::PasswordNeeded),
        (outcome, _) => outcome,
    }
}

/// Whether these bytes begin as a PKCS#12 does: version 3, then data or signed data.
pub(crate) fn is_likely(bytes: &[u8]) -> bool {
    let look = || -> Result<bool, Refusal> {
        let mut parts = Values::new(bytes, PART).expect(ber::SEQUENCE)?.values();
        let version = parts.expect(ber::INTEGER)?.number()?;
        let content = parts.expect(ber::SEQUENCE)?;
        Ok(version == 3 && (content.values().one()?.oid()? == DATA || cms::is_likely(content.whole)))
    };
    look().unwrap_or(false)
}

fn open(bytes: &[u8], password: &mut Password, limits: &Limits) -> Result<Signing, Refusal> {
    let mut parts = Values::new(bytes, PART).expect(ber::SEQUENCE)?.values();
    parts.expect(ber::INTEGER)?;
    let authenticated = parts.expect(ber::SEQUENCE)?;
    let mut content = authenticated.values();
    let safes = if content.one()?.oid()? == DATA {
        content.expect(ber::context(0))?.values().one()?.octets()?.into_owned()
    } else {
        // Sealed with a signature in place of a password.
        cms::read(authenticated.whole)?.content.unwrap_or_default()
    };
    if let Some(seal) = parts.optional(ber::SEQUENCE)?
        && pbe::seal_fits(&seal, &safes, password)? == Some(false)
    {
        return Err(Refusal::PasswordWrong);
    }
    let mut found = Found { most: limits.certificates, ..Found::default() };
    for safe in Values::new(&safes, PART).expect(ber::SEQUENCE)?.values() {
        open_safe(&safe?, password, &mut found)?;
    }
    found.signing()
}

fn open_safe(safe: &Value<'_>, password: &mut Password, found: &mut Found) -> Result<(), Refusal> {
    let mut parts = safe.values();
    let kind = parts.one()?.oid()?;
    let content = parts.expect(ber::context(0))?;
    if kind == DATA {
        return found.bags(&content.values().one()?.octets()?, 0);
    }
    if kind != ENCRYPTED {
        return Err(ber::damaged(PART, format!("a part of kind {kind}")));
    }
    let mut encrypted = content.values().expect(ber::SEQUENCE)?.values();
    encrypted.expect(ber::INTEGER)?;
    let mut inner = encrypted.expect(ber::SEQUENCE)?.values();
    inner.expect(ber::OID)?;
    let algorithm = inner.expect(ber::SEQUENCE)?;
    let cipher = inner.one()?.octets()?;
    let plain = pbe::decrypt(&algorithm, &cipher, password)?;
    // Padding fits by chance once in 256 times; what comes out is no sequence then.
    found.bags(&plain, 0).map_err(|refusal| {
        let unlike = matches!(refusal, Refusal::Damaged { .. } | Refusal::Truncated { .. });
        if unlike && found.is_empty() { Refusal::PasswordWrong } else { refusal }
    })
}

/// What the bags hold.
#[derive(Default)]
struct Found {
    certificates: Vec<(Read, Tags)>,
    keys: Vec<Tags>,
    bags: usize,
    most: usize,
}

/// What is written on a bag.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Tags {
    name: String,
    key_id: Option<Vec<u8>>,
}

impl Found {
    fn is_empty(&self) -> bool {
        self.certificates.is_empty() && self.keys.is_empty()
    }

    fn bags(&mut self, bytes: &[u8], depth: usize) -> Result<(), Refusal> {
        if depth == DEEPEST {
            return Err(Refusal::Hostile { trick: Trick::Depth, part: PART.to_owned() });
        }
        for bag in Values::new(bytes, PART).expect(ber::SEQUENCE)?.values() {
            self.bags += 1;
            if self.bags > MOST_BAGS {
                return Err(Refusal::TooMuch {
                    part: "bags of the keystore".to_owned(),
                    most: MOST_BAGS as u64,
                });
            }
            self.bag(&bag?, depth)?;
        }
        Ok(())
    }

    fn bag(&mut self, bag: &Value<'_>, depth: usize) -> Result<(), Refusal> {
        let mut parts = bag.values();
        let kind = parts.one()?.oid()?;
        let content = parts.expect(ber::context(0))?;
        let tags = parts.optional(ber::SET)?.map_or_else(|| Ok(Tags::default()), |set| tags(&set))?;
        match kind {
            KEY | SHROUDED_KEY => self.keys.push(tags),
            CERTIFICATE => {
                let mut inner = content.values().expect(ber::SEQUENCE)?.values();
                if inner.one()?.oid()? == X509 {
                    let der = inner.expect(ber::context(0))?.values().one()?.octets()?;
                    self.add(certificate::read_whole(&der)?, tags)?;
                }
            }
            BAGS => self.bags(content.content, depth + 1)?,
            // Revocation lists and secrets.
            _ => {}
        }
        Ok(())
    }

    fn add(&mut self, certificate: Read, tags: Tags) -> Result<(), Refusal> {
        if self.certificates.len() == self.most {
            return Err(Refusal::TooMuch { part: "certificate".to_owned(), most: self.most as u64 });
        }
        self.certificates.push((certificate, tags));
        Ok(())
    }

    fn signing(self) -> Result<Signing, Refusal> {
        let (all, tags): (Vec<Read>, Vec<Tags>) = self.certificates.into_iter().unzip();
        let mut signers: Vec<Signer> = Vec::new();
        for key in &self.keys {
            let own = tags.iter().position(|tags| key.key_id.is_some() && tags.key_id == key.key_id);
            if let Some(at) = own {
                let name = if key.name.is_empty() { tags[at].name.clone() } else { key.name.clone() };
                signers.push(signer(Scheme::Keystore, name, chain::from(&all, at)));
            }
        }
        let keys = signers.len();
        let used = |one: &Read| {
            signers.iter().flat_map(|signer| &signer.chain).any(|other| other.der == one.facts.der)
        };
        let others: Vec<usize> = (0..all.len()).filter(|at| !used(&all[*at])).collect();
        let rest = others.iter().map(|at| all[*at].clone()).collect();
        for chain in chain::chains(rest) {
            let at = all.iter().position(|one| Some(&one.facts) == chain.first());
            let name = at.map(|at| tags[at].name.clone()).unwrap_or_default();
            signers.push(signer(Scheme::Keystore, name, chain));
        }
        let why = match (keys, signers.len()) {
            (_, 0) => return Err(Refusal::Incomplete { part: "certificate".to_owned() }),
            (1, _) => Why::Only,
            (0, 1) => {
                return Ok(bare::signing(
                    signers.into_iter().map(|one| one.chain).collect(),
                    Scheme::Keystore,
                ));
            }
            (_, _) => Why::FirstOfSeveral,
        };
        Ok(Signing { signers, counts: Some((0, why)), ..Signing::default() })
    }
}

fn tags(set: &Value<'_>) -> Result<Tags, Refusal> {
    let mut tags = Tags::default();
    for attribute in set.values() {
        let mut parts = attribute?.values();
        let kind = parts.one()?.oid()?;
        let values = parts.expect(ber::SET)?;
        match kind {
            FRIENDLY_NAME => {
                let value = values.values().expect(ber::BMP_STRING)?;
                let units: Vec<u16> = value
                    .content
                    .chunks_exact(2)
                    .map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1]))
                    .collect();
                tags.name = String::from_utf16_lossy(&units);
            }
            LOCAL_KEY_ID => tags.key_id = Some(values.values().one()?.octets()?.into_owned()),
            _ => {}
        }
    }
    Ok(tags)
}
