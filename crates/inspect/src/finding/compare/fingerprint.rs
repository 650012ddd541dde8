//! A typed fingerprint against the certificates of a file.

use super::others;
use crate::facts::{Certificate, Facts, Platform};
use crate::finding::{Digest, Finding};
use crate::spelling::{SpellingName, asked_by};

/// A fingerprint as it was typed.
pub(super) struct Typed {
    /// Its digits in lower case, if it has nothing else but separators.
    digits: Option<String>,
    separated: bool,
    capitals: bool,
}

impl Typed {
    /// Takes away what people copy along: colons, spaces, hyphens, a heading such as `SHA1:`.
    pub(super) fn read(text: &str) -> Self {
        let text = without_heading(text.trim());
        let is_separator = |ch: char| ch.is_whitespace() || matches!(ch, ':' | '：' | '-' | '.');
        let digits: String = text.chars().filter(|ch| !is_separator(*ch)).collect();
        Self {
            separated: text.chars().any(is_separator),
            capitals: digits.chars().any(|ch| ch.is_ascii_uppercase()),
            digits: (!digits.is_empty() && digits.chars().all(|ch| ch.is_ascii_hexdigit()))
                .then(|| digits.to_ascii_lowercase()),
        }
    }

    /// By which digest it is that certificate's, if by any.
    pub(super) fn digest_of(&self, certificate: &Certificate) -> Option<Digest> {
        let digits = self.digits.as_deref()?;
        [Digest::Md5, Digest::Sha1, Digest::Sha256]
            .into_iter()
            .find(|digest| digest.of(certificate) == digits)
    }

    /// Whether it has as many digits as one of the digests.
    fn has_form(&self) -> bool {
        self.digits.as_ref().is_some_and(|digits| matches!(digits.len(), 32 | 40 | 64))
    }
}

/// `MD5:`, `SHA1 Fingerprint=` and the like are no part of the value.
fn without_heading(text: &str) -> &str {
    let Some((heading, value)) = text.split_once(['=', ':', '：']) else { return text };
    let is_heading = heading.chars().any(|ch| !ch.is_ascii_hexdigit()) && !heading.contains('-');
    if is_heading { value.trim() } else { text }
}

impl Digest {
    /// Those that a platform's filing takes, the usual one first.
    pub fn asked_by(platform: Platform) -> impl Iterator<Item = Self> {
        asked_by(platform).fingerprint.iter().filter_map(|name| match name {
            SpellingName::Md5 | SpellingName::Md5Upper | SpellingName::Md5Colons => Some(Self::Md5),
            SpellingName::Sha1 | SpellingName::Sha1Upper | SpellingName::Sha1Colons => Some(Self::Sha1),
            SpellingName::Sha256 | SpellingName::Sha256Upper | SpellingName::Sha256Colons => {
                Some(Self::Sha256)
            }
            SpellingName::KeyPem
            | SpellingName::KeyHex
            | SpellingName::KeyBits
            | SpellingName::ModulusHex
            | SpellingName::ModulusDecimal
            | SpellingName::Exponent
            | SpellingName::Point => None,
        })
    }

    /// The fingerprint of a certificate by this digest.
    pub fn of(self, certificate: &Certificate) -> &str {
        let all = &certificate.fingerprints;
        match self {
            Self::Md5 => &all.md5,
            Self::Sha1 => &all.sha1,
            Self::Sha256 => &all.sha256,
        }
    }
}

/// What is to be said of a typed fingerprint; the spelling comes first, since that is the commonest mistake.
pub(super) fn compare(
    facts: &Facts,
    counting: &Certificate,
    platform: Option<Platform>,
    filed: &str,
) -> Option<Finding> {
    let typed = Typed::read(filed);
    let asked: Vec<Digest> =
        platform.map(|platform| Digest::asked_by(platform).collect()).unwrap_or_default();
    let usual = asked.first().copied();
    if let Some(digest) = typed.digest_of(counting) {
        let is_taken = asked.is_empty() || asked.contains(&digest);
        let wanted_digest = usual.filter(|_| !is_taken).unwrap_or(digest);
        let wanted = wanted_digest.of(counting).to_owned();
        return if digest != wanted_digest {
            Some(Finding::FingerprintOtherDigest { digest, wanted_digest, wanted })
        } else if typed.separated {
            Some(Finding::FingerprintSeparated { wanted })
        } else if typed.capitals {
            Some(Finding::FingerprintCapitals { wanted })
        } else {
            None
        };
    }
    let wanted = usual.unwrap_or(Digest::Sha1).of(counting).to_owned();
    if !typed.has_form() {
        return Some(Finding::FingerprintShape { filed: filed.to_owned(), wanted });
    }
    let other = others(facts, counting).find(|(_, other)| typed.digest_of(other).is_some());
    Some(match other {
        Some((whose, other)) => Finding::FingerprintOther { whose, subject: other.subject.clone(), wanted },
        None => Finding::CertificateDiffers { filed: filed.to_owned(), wanted },
    })
}
