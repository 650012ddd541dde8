//! Who signed a package, in every way it is signed, and which certificate counts.

use serde::Serialize;

use super::Certificate;

/// A way of signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// JAR signing, Android's v1: files under `META-INF/`.
    Jar,
    /// APK Signature Scheme v2 (Android 7).
    V2,
    /// APK Signature Scheme v3, with rotation (Android 9).
    V3,
    /// APK Signature Scheme v3.1: another key for newer systems (Android 13).
    V31,
    /// Code signature of an iOS executable.
    CodeSignature,
    /// Embedded or bare iOS provisioning profile: the developer certificates it lists.
    Profile,
    /// Signing block of a HarmonyOS package.
    HarmonyBlock,
    /// A certificate or chain on its own.
    Bare,
    /// An entry of a keystore.
    Keystore,
}

/// One signer under one scheme, or one entry of a keystore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signer {
    /// How.
    pub scheme: Scheme,
    /// Name of the entry: `CERT.RSA`, the alias of a keystore; empty where there is none.
    pub name: String,
    /// The chain, the signer's own certificate (leaf) first.
    pub chain: Vec<Certificate>,
    /// Earlier certificates of a rotation, the oldest first, without the present one.
    pub lineage: Vec<Certificate>,
    /// The lowest system version it speaks for, where the scheme says so (API level).
    pub from_system: Option<u32>,
    /// The highest.
    pub to_system: Option<u32>,
}

/// Why a certificate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The only one there is.
    Only,
    /// Every scheme names the same.
    AllAgree,
    /// The newest scheme counts on the systems that know it; older schemes name another.
    NewestScheme,
    /// Rotated: the present key of the newest scheme; stores and the filing go by the present one.
    Rotated,
    /// The end of the chain that carries the App's own key; the others are those of the authority that issued it.
    Leaf,
    /// The first of several signers.
    FirstOfSeveral,
}

/// What an iOS profile or a HarmonyOS profile is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Devices of the developers.
    Development,
    /// Listed devices.
    AdHoc,
    /// The devices of one enterprise.
    Enterprise,
    /// The store.
    Distribution,
}

/// All signers, and the one whose values belong into the form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Signing {
    /// Every signer of every scheme, the oldest scheme first.
    pub signers: Vec<Signer>,
    /// Index of the signer whose first certificate counts, and why; `None` when nobody signed.
    pub counts: Option<(usize, Why)>,
    /// Schemes that are there in a number we do not know.
    pub unknown_schemes: Vec<u32>,
    /// What the profile is for, if there is one.
    pub purpose: Option<Purpose>,
    /// Team of an iOS or HarmonyOS developer: number and name as found.
    pub team: Option<(String, String)>,
    /// Until when the profile is good.
    pub profile_until: Option<chrono::DateTime<chrono::Utc>>,
    /// A copy from a store that signs anew what it sells: the developer's certificate is not in it.
    pub store_copy: bool,
}

impl Signing {
    /// The certificate whose fingerprint and key belong into the form.
    pub fn counting(&self) -> Option<&Certificate> {
        let (index, _) = self.counts?;
        self.signers.get(index)?.chain.first()
    }
}
