//! Why a text was refused by a type: a stable code and what would have been right.

use std::collections::BTreeMap;

use serde::Serialize;

/// A value that could not be parsed.
///
/// `code` is stable and kebab-case and is translated at the edge; `facts` say what would be right where that
/// is known (the expected check digit, the expected length). Facts never carry the refused value itself, since
/// it may be personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{code}")]
pub struct Invalid {
    /// One of [`CODES`].
    pub code: &'static str,
    /// Named facts for the sentence shown to the person.
    pub facts: BTreeMap<&'static str, String>,
}

impl Invalid {
    /// A refusal without facts. `code` must be one of [`CODES`]; debug builds and tests check it.
    pub fn new(code: &'static str) -> Self {
        debug_assert!(CODES.contains(&code), "`{code}` is missing in invalid::CODES");
        Self { code, facts: BTreeMap::new() }
    }

    /// Adds one fact.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "facts are numbers and short words; a borrow at each call is noise"
    )]
    pub fn with(mut self, key: &'static str, value: impl ToString) -> Self {
        self.facts.insert(key, value.to_string());
        self
    }
}

/// Every code an [`Invalid`] of this crate can carry, sorted. The pages are checked to have a sentence for each.
pub const CODES: &[&str] = &[
    "answer-choice",
    "answer-date",
    "answer-missing",
    "certificate-number-empty",
    "certificate-number-kind",
    "certificate-number-length",
    "code-unknown",
    "domain-is-address",
    "domain-label",
    "domain-length",
    "domain-port",
    "domain-scheme",
    "domain-single-label",
    "domain-wildcard",
    "email-at-sign",
    "email-characters",
    "email-domain",
    "email-length",
    "field-path",
    "filing-number-alternate-prefix",
    "filing-number-form",
    "filing-number-hao-misplaced",
    "filing-number-hao-missing",
    "filing-number-prefix",
    "filing-number-sequence",
    "filing-number-serial",
    "home-url-characters",
    "home-url-domain",
    "home-url-host",
    "home-url-length",
    "home-url-scheme",
    "id-format",
    "id-range",
    "ip-range-family",
    "ip-range-form",
    "ip-range-host-bits",
    "ip-range-prefix-length",
    "ip-range-reversed",
    "landline-area-code",
    "landline-characters",
    "landline-extension",
    "landline-is-mobile",
    "landline-length",
    "landline-service-number",
    "mobile-format",
    "mobile-is-landline",
    "mobile-length",
    "old-licence-characters",
    "old-licence-check-digit",
    "old-licence-length",
    "organisation-code-characters",
    "organisation-code-check-digit",
    "organisation-code-length",
    "passport-characters",
    "passport-length",
    "permanent-residence-check-digit",
    "permanent-residence-date",
    "permanent-residence-format",
    "person-name-characters",
    "person-name-length",
    "police-number-form",
    "police-number-region",
    "region-code-format",
    "residence-permit-region",
    "resident-id-characters",
    "resident-id-check-digit",
    "resident-id-date",
    "resident-id-is-permanent-residence",
    "resident-id-is-residence-permit",
    "resident-id-length",
    "resident-id-old",
    "text-control-character",
    "text-empty",
    "text-encoding",
    "text-too-long",
    "travel-permit-format",
    "uscc-characters",
    "uscc-check-digit",
    "uscc-inner-check-digit",
    "uscc-length",
    "uscc-region",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_kebab_case() {
        let mut seen = std::collections::BTreeSet::new();
        for code in CODES {
            assert!(seen.insert(code), "{code} is listed twice");
            assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
        }
    }

    #[test]
    fn facts_travel_with_the_code() {
        let invalid = Invalid::new("uscc-length").with("expected", 18).with("got", 17);
        assert_eq!(invalid.to_string(), "uscc-length");
        assert_eq!(
            serde_json::to_value(&invalid).unwrap(),
            serde_json::json!({ "code": "uscc-length", "facts": { "expected": "18", "got": "17" } })
        );
    }
}
