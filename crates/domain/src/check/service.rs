//! Rules about a service: its name, its domain, its content.

use super::facts::Facts;
use super::rule;
use crate::finding::Finding;
use crate::order::field::{Field, FieldPath};
use crate::order::snapshot::{Service, Snapshot};
use crate::tables::{SubjectNature, WebsiteContent};

/// The shortest name reviewers take.
const SHORT_NAME: usize = 3;
/// Beginnings that only national bodies may use.
const RESERVED: &[&str] =
    &["中国", "中华", "中央", "国家", "全国", "人民", "人大", "反腐", "纪检", "监察", "信访", "维权", "投诉"];
/// What an individual may file for: everything else belongs to organisations.
const PERSONAL: &[WebsiteContent] = &[WebsiteContent::Blog, WebsiteContent::Other];
/// Contents whose nature usually needs another authority's consent first.
const NEEDS_APPROVAL: &[WebsiteContent] =
    &[WebsiteContent::News, WebsiteContent::Games, WebsiteContent::Video, WebsiteContent::Education];

pub(super) fn check(snapshot: &Snapshot, facts: &Facts, findings: &mut Vec<Finding>) {
    for (number, service) in (0..).zip(&snapshot.services) {
        name(service, number, findings);
        domain(snapshot, service, number, facts, findings);
        content(snapshot, service, number, findings);
    }
}

fn name(service: &Service, n: u8, findings: &mut Vec<Finding>) {
    let at = FieldPath::in_service(Field::ServiceName, n);
    let name = service.name.as_str();
    if name.chars().count() < SHORT_NAME {
        findings.push(rule::SERVICE_NAME_TOO_SHORT.found(at).with("minimum", SHORT_NAME.to_string()));
    }
    let letters_only = name.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
    let digits_only = name.chars().all(|c| c.is_ascii_digit());
    let symbols: String =
        name.chars().filter(|c| !(c.is_alphanumeric() || "·（）() -".contains(*c))).collect();
    if letters_only || digits_only || !symbols.is_empty() {
        findings.push(rule::SERVICE_NAME_CHARACTERS.found(at).with("symbols", symbols));
    }
    if let Some(word) = RESERVED.iter().find(|word| name.starts_with(**word)) {
        findings.push(rule::SERVICE_NAME_RESERVED.found(at).with("word", *word));
    }
    if name.eq_ignore_ascii_case(service.domain.as_str()) {
        findings.push(rule::SERVICE_NAME_IS_DOMAIN.found(at));
    }
}

fn domain(snapshot: &Snapshot, service: &Service, n: u8, facts: &Facts, findings: &mut Vec<Finding>) {
    let at = FieldPath::in_service(Field::ServiceDomain, n);
    // Government bodies file the names below .gov.cn on their own.
    let governmental = service.domain.as_str().ends_with(".gov.cn");
    if !service.domain.is_registrable() && !governmental {
        let registrable = service.domain.registrable().map(|domain| domain.to_string()).unwrap_or_default();
        findings.push(rule::DOMAIN_NOT_REGISTRABLE.found(at).with("registrable", registrable));
    }
    if facts.filed_domains.iter().any(|filed| filed == service.domain.as_str()) {
        findings.push(rule::DOMAIN_ALREADY_FILED.found(at));
    }
    let same = snapshot.services.iter().filter(|other| other.domain == service.domain);
    if same.count() > 1 {
        findings.push(rule::DOMAIN_TWICE.found(at));
    }
}

fn content(snapshot: &Snapshot, service: &Service, n: u8, findings: &mut Vec<Finding>) {
    if snapshot.subject.nature == SubjectNature::Individual
        && service.contents.iter().any(|content| !PERSONAL.contains(content))
    {
        findings.push(rule::CONTENT_PERSONAL.found(FieldPath::in_service(Field::ServiceContents, n)));
    }
    let needs = service.contents.iter().find(|content| NEEDS_APPROVAL.contains(content));
    if let (Some(content), None) = (needs, &service.pre_approval) {
        findings.push(
            rule::CONTENT_NEEDS_APPROVAL
                .found(FieldPath::in_service(Field::ServicePreApproval, n))
                .with("content", content.slug()),
        );
    }
}
