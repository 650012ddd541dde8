//! What is wrong with a package, or differs from what was filed: codes and facts, never sentences.

mod app;
mod compare;
mod expected;
mod signing;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::facts::{Facts, Kind, Platform, Purpose, Scheme};

pub use expected::{Expected, ExpectedPlatform, platform_of_slug};

/// How grave a finding is; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// These values do not belong into the filing.
    Block,
    /// May be right; look again.
    Warn,
    /// Good to know.
    Info,
}

/// A digest that fingerprints are made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Digest {
    /// 32 digits.
    Md5,
    /// 40 digits.
    Sha1,
    /// 64 digits.
    Sha256,
}

/// Whose value was typed in place of the certificate that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// An authority's in the same chain.
    Issuer,
    /// An earlier key, before a rotation.
    Earlier,
    /// Another signer's or entry's.
    OtherSigner,
}

/// A signer under another scheme than the one that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dissent {
    /// The scheme.
    pub scheme: Scheme,
    /// SHA-1 of the certificate it names.
    pub sha1: String,
}

macro_rules! findings {
    ($($(#[$about:meta])* $name:ident $code:literal $severity:ident $({
        $($(#[$told:meta])* $field:ident: $kind:ty),* $(,)?
    })?;)*) => {
        /// One finding with its facts.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(tag = "code", rename_all_fields = "snake_case")]
        pub enum Finding {
            $($(#[$about])* #[serde(rename = $code)] $name $({ $($(#[$told])* $field: $kind),* })?,)*
        }

        impl Finding {
            /// Every code with how grave it is, in the order of this list.
            pub const ALL: &[(&str, Severity)] = &[$(($code, Severity::$severity)),*];

            /// Its stable code.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => $code),* }
            }

            /// How grave it is.
            pub const fn severity(&self) -> Severity {
                match self { $(Self::$name { .. } => Severity::$severity),* }
            }
        }
    };
}

findings! {
    /// Nobody signed the package.
    Unsigned "unsigned" Block;
    /// A copy from a store that signed it anew: the developer's certificate is not in it.
    StoreCopy "store-copy" Block;
    /// Signed with a key that every developer's machine makes or that is public.
    DebugCertificate "debug-certificate" Block {
        /// Its holder.
        subject: String,
    };
    /// A development certificate or profile, not the one of the store.
    Development "development" Block {
        /// Holder of the certificate; empty when there is none.
        subject: String,
    };
    /// The package runs on another platform than those filed.
    WrongPlatform "wrong-platform" Block {
        /// The platforms filed.
        filed: Vec<Platform>,
        /// The package's.
        found: Platform,
    };
    /// The package has another name than the one filed.
    NameDiffers "name-differs" Block {
        /// As filed.
        filed: String,
        /// As the package has it.
        label: String,
    };
    /// The package name (包名, Bundle ID) differs.
    PackageNameDiffers "package-name-differs" Block {
        /// As filed.
        filed: String,
        /// As the package has it.
        found: String,
        /// Only capitals or spaces differ.
        nearly: bool,
    };
    /// What was filed as a fingerprint has not the form of one.
    FingerprintShape "fingerprint-shape" Block {
        /// As filed.
        filed: String,
        /// The right value.
        wanted: String,
    };
    /// The right certificate, by another digest than this platform's filing takes.
    FingerprintOtherDigest "fingerprint-other-digest" Block {
        /// The digest that was typed.
        digest: Digest,
        /// The digest asked for.
        wanted_digest: Digest,
        /// The right value.
        wanted: String,
    };
    /// The fingerprint of another certificate in the same file.
    FingerprintOther "fingerprint-other" Block {
        /// In what relation it stands to the one that counts.
        whose: Whose,
        /// Its holder.
        subject: String,
        /// The right value.
        wanted: String,
    };
    /// The fingerprint is that of no certificate in this file.
    CertificateDiffers "certificate-differs" Block {
        /// As filed.
        filed: String,
        /// The value in this file.
        wanted: String,
    };
    /// The key of another certificate in the same file.
    PublicKeyOther "public-key-other" Block {
        /// In what relation it stands to the one that counts.
        whose: Whose,
        /// Its holder.
        subject: String,
    };
    /// The key is that of no certificate in this file.
    PublicKeyDiffers "public-key-differs" Block;
    /// The right fingerprint with colons, spaces or hyphens, which the filing does not take.
    FingerprintSeparated "fingerprint-separated" Warn {
        /// The right value.
        wanted: String,
    };
    /// The name differs from the one filed in capitals, width or spaces only.
    NameNearly "name-nearly" Warn {
        /// As filed.
        filed: String,
        /// As the package has it.
        label: String,
    };
    /// Built for debugging.
    Debuggable "debuggable" Warn;
    /// The certificate is past its end.
    Expired "expired" Warn {
        /// The end.
        until: DateTime<Utc>,
    };
    /// The certificate ends within 90 days.
    ExpiresSoon "expires-soon" Warn {
        /// The end.
        until: DateTime<Utc>,
        /// Whole days until then.
        days: i64,
    };
    /// The certificate is not good yet.
    NotYetValid "not-yet-valid" Warn {
        /// The beginning.
        from: DateTime<Utc>,
    };
    /// The profile is past its end.
    ProfileExpired "profile-expired" Warn {
        /// The end.
        until: DateTime<Utc>,
    };
    /// An Android package with JAR signing (v1) alone.
    OnlyJar "only-jar" Warn;
    /// Several signers, of whom the first counts.
    SeveralSigners "several-signers" Warn {
        /// How many.
        count: usize,
    };
    /// The schemes name different certificates without a rotation that explains it.
    SchemesDisagree "schemes-disagree" Warn {
        /// Those that name another one.
        others: Vec<Dissent>,
    };
    /// A copy from a store; the values are those of a certificate that its profile lists.
    StoreSigned "store-signed" Warn;
    /// An App Bundle carries the upload key, which the store may replace.
    UploadKey "upload-key" Warn;
    /// The package has no name to show.
    NameMissing "name-missing" Warn;
    /// The name is what a development tool wrote there.
    NamePlaceholder "name-placeholder" Warn {
        /// The name.
        label: String,
    };
    /// The name has an emoji.
    NameEmoji "name-emoji" Warn {
        /// The name.
        label: String,
    };
    /// No picture that the form could take as icon.
    IconMissing "icon-missing" Warn;
    /// The right fingerprint in capitals.
    FingerprintCapitals "fingerprint-capitals" Info {
        /// The right value.
        wanted: String,
    };
    /// The profile allows some devices only; the store's may be signed by another certificate.
    LimitedProfile "limited-profile" Info {
        /// What for.
        purpose: Purpose,
    };
    /// The key was replaced; the present one counts.
    Rotated "rotated" Info {
        /// How many came before.
        earlier: usize,
    };
    /// A signature by a scheme we do not know stands beside the others.
    UnknownScheme "unknown-scheme" Info {
        /// Its number, hex.
        id: String,
    };
    /// An RSA or DSA key of fewer than 2,048 bits.
    WeakKey "weak-key" Info {
        /// Its length.
        bits: u32,
    };
    /// The certificate is signed by way of MD5.
    WeakSignature "weak-signature" Info {
        /// The algorithm's name.
        algorithm: String,
    };
}

/// Everything to be said of a file at an instant, beside what was filed; the gravest first.
pub fn judge(facts: &Facts, expected: &Expected, at: DateTime<Utc>) -> Vec<Finding> {
    let mut found = Vec::new();
    compare::look(facts, expected, &mut found);
    signing::look(facts, at, &mut found);
    app::look(facts, &mut found);
    found.sort_by_key(Finding::severity);
    found
}

/// Whether it is a whole App, with a name, an icon and a signature of its own.
const fn is_package(kind: Kind) -> bool {
    match kind {
        Kind::Apk | Kind::Aab | Kind::ApkBundle | Kind::Ipa | Kind::Hap | Kind::HarmonyApp => true,
        Kind::AppleProfile | Kind::HarmonyProfile | Kind::Certificates | Kind::Pkcs12 | Kind::Jks => false,
    }
}
