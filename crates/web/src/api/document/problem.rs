//! Problems as `application/problem+json` (RFC 9457) with stable codes.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::finding::FieldProblemDocument;

/// Why a request was not carried out. `code` is stable; `detail` and the messages of `errors` are sentences in
/// the language of `Accept-Language`.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = Problem, example = json!({
    "type": "/api/docs#problem-with-authority", "title": "Conflict", "status": 409, "code": "with-authority",
    "detail": "管局正在审核，等结果出来再改。", "facts": {"command": "withdraw", "stage": "with-authority"}
}))]
pub(in crate::api) struct ProblemDocument {
    /// Where the problem is explained.
    pub r#type: String,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code: `unreadable`, `invalid`, `not-signed-in`, `forbidden`, `form-token`, `missing`,
    /// `stale`, `version-needed`, `too-many-requests`, `busy`, `fault`, or that of the rule that said no.
    pub code: String,
    /// What a rule says, and what to do.
    pub detail: String,
    /// Facts of the rule that said no.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
    /// The fields that could not be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblemDocument>,
    /// What to tell the provider about a fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}
