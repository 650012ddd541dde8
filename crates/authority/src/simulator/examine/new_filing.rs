//! XZBA 新增备案.

use super::case::{Case, has_sheet, sent_persons};
use crate::codes::base::Province;
use crate::message::upload::xzba::Filing;
use crate::simulator::checks::content::Content;
use crate::simulator::checks::{Library, against};
use crate::simulator::request::Kind;

pub(super) fn case(filing: &Filing, library: &Library<'_>) -> Case {
    let (subject, content) = (&filing.subject, Content::of_filing(filing));
    let certificate = &subject.certificate;
    let domains = filing.services.iter().flat_map(|service| &service.domains);
    Case {
        name: subject.name.clone(),
        certificate: (certificate.kind, certificate.number.clone()),
        domains: domains.map(|domain| domain.name.clone()).collect(),
        persons: sent_persons(&content, &certificate.number),
        sheet: has_sheet(&content),
        province: Province::of_region(subject.address.province),
        ..Case::about(Kind::NewFiling, subject.record, subject.record.to_string(), None)
    }
    .with_codes(against(&content, library))
}
