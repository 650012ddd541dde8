//! What was filed, or is about to be: the part of an order that a package can be held against.

use serde::{Deserialize, Deserializer, de};

use crate::facts::Platform;

/// What was filed; everything may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The App's name (APP 名称).
    #[serde(default)]
    pub name: Option<String>,
    /// One entry per platform.
    #[serde(default)]
    pub platforms: Vec<ExpectedPlatform>,
}

/// What was filed for one platform.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedPlatform {
    /// `android`, `ios` or `harmony-os`; left out, the entry stands for whatever the file is.
    #[serde(default, deserialize_with = "platform")]
    pub platform: Option<Platform>,
    /// Package name or Bundle ID (包名).
    #[serde(default)]
    pub package_name: Option<String>,
    /// Public key (公钥), in any spelling.
    #[serde(default)]
    pub public_key: Option<String>,
    /// Fingerprint of the certificate (证书指纹), in any spelling.
    #[serde(default)]
    pub certificate_fingerprint: Option<String>,
}

/// A platform by its slug, as it is written in results; `harmonyos` is taken too.
pub fn platform_of_slug(slug: &str) -> Option<Platform> {
    match slug {
        "android" => Some(Platform::Android),
        "ios" => Some(Platform::Ios),
        "harmony-os" | "harmonyos" => Some(Platform::HarmonyOs),
        _ => None,
    }
}

fn platform<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Platform>, D::Error> {
    let Some(slug) = Option::<String>::deserialize(from)? else { return Ok(None) };
    platform_of_slug(&slug)
        .map(Some)
        .ok_or_else(|| de::Error::unknown_variant(&slug, &["android", "ios", "harmony-os"]))
}
