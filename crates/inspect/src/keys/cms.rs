//! PKCS#7, also called CMS: signed data, the certificates in it, and what was signed.

use const_oid::ObjectIdentifier;

use super::ber::{self, Value, Values};
use super::certificate::{self, Read};
use super::chain;
use crate::facts::Certificate;
use crate::{Limits, Refusal};

const PART: &str = "PKCS#7";

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");

/// Signed data, taken apart.
#[derive(Debug)]
pub(crate) struct SignedData {
    /// What was signed, if it is inside: the document of a profile.
    pub(crate) content: Option<Vec<u8>>,
    /// The chain of the first signer, its own certificate first; or, without signers, the first of [`Self::chains`].
    pub(crate) chain: Vec<Certificate>,
    /// All certificates, sorted into chains by who issued whom.
    pub(crate) chains: Vec<Vec<Certificate>>,
}

/// The certificates of signed data: the signer's own first, then its chain in order.
///
/// # Errors
/// [`Refusal::Incomplete`] when there is no certificate, [`Refusal::Truncated`], [`Refusal::Damaged`],
/// [`Refusal::TooMuch`] or [`Refusal::Hostile`].
pub(crate) fn certificates(der: &[u8]) -> Result<Vec<Certificate>, Refusal> {
    let signed = read(der)?;
    if signed.chain.is_empty() {
        return Err(Refusal::Incomplete { part: certificate_part() });
    }
    Ok(signed.chain)
}

/// Takes signed data apart.
///
/// # Errors
/// As [`certificates`], but no certificates are no fault.
pub(crate) fn read(der: &[u8]) -> Result<SignedData, Refusal> {
    super::bounded(der, PART)?;
    let mut outer = Values::new(der, PART).expect(ber::SEQUENCE)?.values();
    let kind = outer.one()?.oid()?;
    if kind != SIGNED_DATA {
        return Err(ber::damaged(PART, format!("not signed data but {kind}")));
    }
    let mut parts = outer.expect(ber::context(0))?.values().expect(ber::SEQUENCE)?.values();
    parts.expect(ber::INTEGER)?;
    parts.expect(ber::SET)?;
    let content = content(&parts.expect(ber::SEQUENCE)?)?;
    let all = match parts.optional(ber::context(0))? {
        Some(set) => each_certificate(set.values())?,
        None => Vec::new(),
    };
    parts.optional(ber::context(1))?;
    let infos = parts.optional(ber::SET)?;
    let first = infos.and_then(|infos| infos.values().next()).transpose()?;
    let own = match first {
        Some(info) => {
            let signer = signer_of(&info)?;
            all.iter().position(|one| signer.is(one))
        }
        None => None,
    };
    let chain = own.map(|own| chain::from(&all, own));
    let chains = chain::chains(all);
    Ok(SignedData { content, chain: chain.or_else(|| chains.first().cloned()).unwrap_or_default(), chains })
}

/// Whether these bytes begin as signed data does.
pub(crate) fn is_likely(der: &[u8]) -> bool {
    let kind = || Values::new(der, PART).expect(ber::SEQUENCE)?.values().one()?.oid();
    kind().is_ok_and(|kind| kind == SIGNED_DATA)
}

fn content(encapsulated: &Value<'_>) -> Result<Option<Vec<u8>>, Refusal> {
    let mut parts = encapsulated.values();
    parts.expect(ber::OID)?;
    let Some(wrapped) = parts.optional(ber::context(0))? else { return Ok(None) };
    let inner = wrapped.values().one()?;
    // PKCS#7 of old allows any value here; CMS has octets.
    Ok(Some(if inner.tag & 0x1f == ber::OCTETS {
        inner.octets()?.into_owned()
    } else {
        inner.whole.to_vec()
    }))
}

fn each_certificate(values: Values<'_>) -> Result<Vec<Read>, Refusal> {
    let most = Limits::default().certificates;
    let mut all = Vec::new();
    for value in values {
        let value = value?;
        // Other tags are attribute certificates, which hold no key.
        if value.tag != ber::SEQUENCE {
            continue;
        }
        if all.len() == most {
            return Err(Refusal::TooMuch { part: certificate_part(), most: most as u64 });
        }
        all.push(certificate::read_whole(value.whole)?);
    }
    Ok(all)
}

/// How a signer is named.
enum Signer<'a> {
    IssuerAndSerial(&'a [u8], &'a [u8]),
    KeyId(&'a [u8]),
}

impl Signer<'_> {
    fn is(&self, one: &Read) -> bool {
        match self {
            Self::IssuerAndSerial(issuer, serial) => one.issuer == *issuer && one.serial == *serial,
            Self::KeyId(id) => one.key_id.as_deref() == Some(*id),
        }
    }
}

fn signer_of<'a>(info: &Value<'a>) -> Result<Signer<'a>, Refusal> {
    const KEY_ID: u8 = 0x80;
    let mut parts = info.values();
    parts.expect(ber::INTEGER)?;
    let id = parts.one()?;
    match id.tag {
        KEY_ID => Ok(Signer::KeyId(id.content)),
        ber::SEQUENCE => {
            let mut names = id.values();
            let issuer = names.expect(ber::SEQUENCE)?.whole;
            Ok(Signer::IssuerAndSerial(issuer, names.expect(ber::INTEGER)?.content))
        }
        _ => Err(id.unexpected()),
    }
}

fn certificate_part() -> String {
    "certificate".to_owned()
}
