//! What was filed, or is about to be: the part of an order that a package can be held against.

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::facts::{Facts, Platform};
use crate::spelling::{asked_by, spelling};

/// What was filed; everything may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The App's name (APP 名称).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// One entry per platform.
    #[serde(default)]
    pub platforms: Vec<ExpectedPlatform>,
}

/// What was filed for one platform.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedPlatform {
    /// `android`, `ios` or `harmony-os`; left out, the entry stands for whatever the file is.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "platform")]
    pub platform: Option<Platform>,
    /// Package name or Bundle ID (包名).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package_name: Option<String>,
    /// Public key (公钥), in any spelling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_key: Option<String>,
    /// Fingerprint of the certificate (证书指纹), in any spelling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_fingerprint: Option<String>,
}

impl Expected {
    /// What a file would be filed with; a certificate that tells no platform, for each of them.
    pub fn of(facts: &Facts) -> Self {
        const ALL: [Platform; 3] = [Platform::Android, Platform::Ios, Platform::HarmonyOs];
        let platforms = facts.platform.map_or_else(|| ALL.to_vec(), |platform| vec![platform]);
        let platforms = platforms.into_iter().map(|platform| ExpectedPlatform::of(facts, platform)).collect();
        Self { name: facts.app.as_ref().and_then(|app| app.label.clone()), platforms }
    }
}

impl ExpectedPlatform {
    fn of(facts: &Facts, platform: Platform) -> Self {
        let counting = facts.signing.counting();
        let first = |names: &[_]| names.iter().find_map(|name| spelling(counting?, *name));
        let asked = asked_by(platform);
        Self {
            platform: Some(platform),
            package_name: facts.app.as_ref().map(|app| app.id.clone()),
            public_key: first(asked.public_key),
            certificate_fingerprint: first(asked.fingerprint),
        }
    }
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
