//! HarmonyOS profiles: signed data with a JSON document inside.

use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::facts::{Certificate, Purpose};
use crate::keys::{certificate, cms, pem};
use crate::{Limits, Refusal};

const PART: &str = "profile";

/// Bytes of the document; real ones have some thousands.
const MOST_BYTES: usize = 1 << 20;

/// What a profile says.
#[derive(Debug)]
pub(super) struct Profile {
    /// The App it is for.
    pub(super) bundle_name: Option<String>,
    /// The developer's certificate.
    pub(super) certificate: Option<Certificate>,
    /// Number of the developer.
    pub(super) team: Option<String>,
    /// Until when it is good.
    pub(super) until: Option<DateTime<Utc>>,
    /// What it is for.
    pub(super) purpose: Purpose,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Document {
    #[serde(rename = "type")]
    kind: Option<String>,
    app_distribution_type: Option<String>,
    validity: Option<Validity>,
    bundle_info: BundleInfo,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Validity {
    not_after: Option<i64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct BundleInfo {
    developer_id: Option<String>,
    bundle_name: Option<String>,
    distribution_certificate: Option<String>,
    development_certificate: Option<String>,
}

/// Reads a profile.
///
/// # Errors
/// [`Refusal::Incomplete`] when nothing is signed, [`Refusal::Damaged`], else as [`cms::read`].
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Profile, Refusal> {
    let content = cms::read(bytes)?.content.ok_or_else(|| Refusal::Incomplete { part: PART.to_owned() })?;
    if content.len() > MOST_BYTES {
        return Err(Refusal::TooMuch { part: PART.to_owned(), most: MOST_BYTES as u64 });
    }
    let document: Document = serde_json::from_slice(&content)
        .map_err(|error| Refusal::Damaged { part: PART.to_owned(), what: error.to_string() })?;
    let info = document.bundle_info;
    let text = info.distribution_certificate.or(info.development_certificate);
    Ok(Profile {
        bundle_name: info.bundle_name,
        certificate: text.map(|text| one_certificate(&text, limits)).transpose()?.flatten(),
        team: info.developer_id.filter(|number| !number.is_empty()),
        until: document
            .validity
            .and_then(|validity| validity.not_after)
            .and_then(|seconds| DateTime::from_timestamp(seconds, 0)),
        purpose: purpose(document.kind.as_deref(), document.app_distribution_type.as_deref()),
    })
}

/// Whether signed content is such a document.
pub(super) fn is_likely(content: &[u8]) -> bool {
    const NAME: &[u8] = b"\"bundle-info\"";
    content.trim_ascii_start().starts_with(b"{") && content.windows(NAME.len()).any(|window| window == NAME)
}

fn one_certificate(text: &str, limits: &Limits) -> Result<Option<Certificate>, Refusal> {
    let blocks = pem::blocks(text.as_bytes(), limits.certificates)?;
    blocks.first().map(|block| certificate::read(&block.der)).transpose()
}

fn purpose(kind: Option<&str>, distribution: Option<&str>) -> Purpose {
    match (kind, distribution) {
        (Some("debug"), _) => Purpose::Development,
        (_, Some(distribution)) if distribution.starts_with("enterprise") => Purpose::Enterprise,
        (_, _) => Purpose::Distribution,
    }
}
