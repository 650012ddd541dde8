//! Evidence (材料): what was brought, what was just added, what is asked for.

use beian_app::orders::Wanted;
use beian_domain::evidence::Evidence;
use beian_domain::region::Province;
use serde::Serialize;
use utoipa::ToSchema;

use crate::i18n::Words;
use crate::say;

/// A piece of evidence (材料) without its bytes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Evidence)]
pub(in crate::api) struct EvidenceDocument {
    /// Identity.
    pub id: String,
    /// What it proves, a slug.
    pub kind: &'static str,
    /// Which document it is, by its code in the rulebook; none where the kind says it all.
    pub document: Option<String>,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes in lower-case hex.
    pub digest: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// A piece of evidence the order asks for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NeededEvidence)]
pub(in crate::api) struct NeededDocument {
    /// What it is, a slug.
    pub kind: &'static str,
    /// Which document, by its code in the rulebook; none where the kind says it all.
    pub document: Option<String>,
    /// What it is called, in words.
    pub name: String,
    /// How it looks, what may stand in its place and who asks for it, in words; may be empty.
    pub note: String,
    /// Whether it is needed for sure; otherwise it depends on what is not known yet, or only helps.
    pub required: bool,
    /// What it weighs if it is missing: `info`, `warn` or `block`.
    pub severity: &'static str,
    /// The province that asks for it itself, by its slug; none where it is asked nationally.
    pub province: Option<&'static str>,
}

impl NeededDocument {
    pub(in crate::api) fn new(words: Words, wanted: &Wanted) -> Self {
        Self {
            kind: wanted.kind.slug(),
            document: wanted.document.clone(),
            name: say::wanted(words, wanted),
            note: say::wanted_hint(words, wanted).unwrap_or_default(),
            required: wanted.required,
            severity: wanted.severity.slug(),
            province: wanted.province.map(Province::slug),
        }
    }
}

/// A piece of evidence that was added.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceAdded, example = json!({"version": 5, "evidence": {
    "id": "01JC3K2M7Q4XB", "kind": "subject-certificate", "document": null, "bytes": 482_113,
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "width": 2400, "height": 1700
}}))]
pub(in crate::api) struct EvidenceAddedDocument {
    /// The order's new version.
    pub version: i64,
    /// The piece, as it is listed in the order.
    pub evidence: EvidenceDocument,
}

impl From<&Evidence> for EvidenceDocument {
    fn from(evidence: &Evidence) -> Self {
        Self {
            id: evidence.id.to_string(),
            kind: evidence.kind.slug(),
            document: evidence.document.clone(),
            bytes: evidence.bytes,
            digest: evidence.digest.clone(),
            width: evidence.width,
            height: evidence.height,
        }
    }
}
