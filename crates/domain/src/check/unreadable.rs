//! How a text that cannot be read becomes a finding: which reasons a rule is about, and what would be right.

use super::applied::Applied;
use super::sight::Read;
use crate::finding::Finding;
use crate::order::field::FieldPath;
use crate::tables::CertificateType;

/// A finding, if the text cannot be read for one of the reasons the rule names among its words.
pub(super) fn unreadable<T>(applied: &Applied<'_>, read: &Read<T>, path: FieldPath) -> Option<Finding> {
    let invalid = read.bad()?;
    let named = applied.with().words.iter().any(|word| word == invalid.code);
    let finding = named.then(|| applied.finding(path))?.with("reason", invalid.code);
    Some(invalid.facts.iter().fold(finding, |finding, (key, fact)| {
        let key = if *key == "got" { "found" } else { key };
        match CertificateType::from_slug(fact) {
            Some(kind) => finding.with(key, format!("@certificates/{kind}")),
            None => finding.with(key, fact),
        }
    }))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::invalid::CODES;
    use crate::rulebook::Rulebook;

    /// Reasons why a number of a certificate, a phone or a mail address cannot be read, by the start of their code.
    const FAMILIES: &[&str] = &[
        "certificate-number-kind",
        "email-at-sign",
        "email-characters",
        "email-domain",
        "landline-",
        "mobile-",
        "old-licence-characters",
        "old-licence-check-digit",
        "organisation-code-",
        "passport-",
        "permanent-residence-",
        "person-name-characters",
        "residence-permit-",
        "resident-id-",
        "travel-permit-",
        "uscc-",
    ];

    #[test]
    fn every_reason_has_a_rule() {
        let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for entry in Rulebook::built_in().all_rules() {
            if entry.value.check.slug.ends_with("-readable") {
                for word in &entry.value.with.words {
                    assert!(CODES.contains(&word.as_str()), "{} names no reason: {word}", entry.value.code);
                    named.entry(word).or_default().push(&entry.value.code);
                }
            }
        }
        let asked = CODES.iter().filter(|code| FAMILIES.iter().any(|family| code.starts_with(family)));
        let missing: Vec<_> = asked.filter(|code| !named.contains_key(*code)).collect();
        assert!(missing.is_empty(), "no rule minds {missing:?}");
    }
}
