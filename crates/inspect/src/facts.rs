//! What was read from a file.

mod app;
mod certificate;
mod signing;

pub use app::{App, Icon, Label};
pub use certificate::{Certificate, Fingerprints, KeyKind, PublicKey};
pub use signing::{Purpose, Scheme, Signer, Signing, Why};

use serde::Serialize;

/// The platform an App runs on (运行平台).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Platform {
    /// 安卓.
    Android,
    /// 苹果 iOS, iPadOS.
    Ios,
    /// 鸿蒙 HarmonyOS.
    HarmonyOs,
}

/// The kind of file, by its content and never by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Android package.
    Apk,
    /// Android App Bundle, what is uploaded to a store.
    Aab,
    /// Archive of APKs (`.xapk`, `.apks`, `.apkm`), opened to its base package.
    ApkBundle,
    /// iOS package.
    Ipa,
    /// HarmonyOS module (`.hap`, `.hsp`).
    Hap,
    /// HarmonyOS package of modules (`.app`).
    HarmonyApp,
    /// iOS provisioning profile (`.mobileprovision`).
    AppleProfile,
    /// HarmonyOS profile (`.p7b` with a JSON document inside).
    HarmonyProfile,
    /// One certificate or a chain: PEM, DER, PKCS#7 without content.
    Certificates,
    /// PKCS#12 (`.p12`, `.pfx`).
    Pkcs12,
    /// Java keystore (`.jks`, `.keystore`).
    Jks,
}

/// Everything read from one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// What it is.
    pub kind: Kind,
    /// For which platform; `None` when a certificate or keystore does not tell.
    pub platform: Option<Platform>,
    /// Bytes of the file.
    pub size: u64,
    /// What the package says of the App; `None` for certificates and keystores.
    pub app: Option<App>,
    /// Who signed it, or whose keys it holds.
    pub signing: Signing,
}
