//! Evidence (材料): what was brought, what was just added, what is asked for.

use beian_domain::evidence::Evidence;
use serde::Serialize;
use utoipa::ToSchema;

/// A piece of evidence (材料) without its bytes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Evidence)]
pub(in crate::api) struct EvidenceDocument {
    /// Identity.
    pub id: String,
    /// What it proves, a slug.
    pub kind: &'static str,
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
    /// Whether the order cannot go on without it.
    pub required: bool,
}

/// A piece of evidence that was added.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceAdded, example = json!({"version": 5, "evidence": {
    "id": "01JC3K2M7Q4XB", "kind": "subject-certificate", "bytes": 482_113,
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
            bytes: evidence.bytes,
            digest: evidence.digest.clone(),
            width: evidence.width,
            height: evidence.height,
        }
    }
}
