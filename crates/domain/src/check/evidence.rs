//! Which evidence an order needs, and which is missing or unfit.

mod missing;
mod papers;
mod pictures;

use super::registry::{Check, check};
use crate::evidence::EvidenceKind;
use crate::order::answers::Answers;
use crate::tables::{CertificateType, SubjectNature};

/// A piece of evidence an order asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needed {
    /// What it is.
    pub kind: EvidenceKind,
    /// Whether the order cannot go on without it.
    pub required: bool,
}

/// What decides which evidence is needed; read from answers while typing, from the snapshot at submission.
#[expect(clippy::struct_excessive_bools, reason = "independent answers, each asked on its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The subject is a person.
    pub individual: bool,
    /// The subject's person in charge is the legal representative.
    pub legal_representative: bool,
    /// The subject's and the service's persons carry the same certificate.
    pub same_person: bool,
    /// The certificate of the subject's person has two sides.
    pub subject_two_sided: bool,
    /// The certificate of the service's person has two sides.
    pub service_two_sided: bool,
    /// The content needs pre-approval.
    pub pre_approval: bool,
}

impl Circumstances {
    /// Reads them from what has been typed so far; unknowns ask for more rather than less.
    pub fn of_answers(answers: &Answers) -> Self {
        let service = answers.service(0);
        let subject = &answers.subject;
        let two_sided = |slug: &str| CertificateType::from_slug(slug).is_none_or(two_sided);
        Self {
            individual: subject.nature == SubjectNature::Individual.slug(),
            legal_representative: subject.person_is_legal_representative != "no",
            same_person: !subject.person.certificate_number.is_empty()
                && subject.person.certificate_number.trim() == service.person.certificate_number.trim(),
            subject_two_sided: two_sided(&subject.person.certificate_type),
            service_two_sided: two_sided(&service.person.certificate_type),
            pre_approval: !matches!(service.pre_approval.as_str(), "" | "none"),
        }
    }
}

/// Cards have two sides; a passport has one page that matters.
fn two_sided(kind: CertificateType) -> bool {
    kind != CertificateType::Passport
}

/// The evidence a website's first filing needs, in the order people are asked for it.
pub fn needed(c: Circumstances) -> Vec<Needed> {
    use EvidenceKind as E;
    let mut list = Vec::new();
    let mut ask = |kind, required| list.push(Needed { kind, required });
    if !c.individual {
        ask(E::SubjectCertificate, true);
    }
    ask(E::SubjectPersonFront, true);
    if c.subject_two_sided {
        ask(E::SubjectPersonBack, true);
    }
    if !c.same_person {
        ask(E::ServicePersonFront, true);
        if c.service_two_sided {
            ask(E::ServicePersonBack, true);
        }
    }
    ask(E::VerificationPhoto, true);
    ask(E::DomainCertificate, true);
    if !c.individual && !c.legal_representative {
        ask(E::Authorisation, true);
    }
    if c.pre_approval {
        ask(E::PreApproval, true);
    }
    ask(E::Other, false);
    list
}

pub(super) const CHECKS: &[Check] = &[
    check!("pieces-there", missing::pieces),
    check!("approval-papers-there", missing::approvals),
    check!("subject-letter-there", missing::subject_letter; Asks),
    check!("site-letter-there", missing::site_letter; Asks),
    check!("clause-documents-there", missing::documents; Words),
    check!("establishment-form-there", missing::establishment; Asks, Document),
    check!("tutoring-statement-there", missing::tutoring; Asks, Words, Document),
    check!("picture-size-most", pictures::size_most; Asks),
    check!("picture-of-the-original", pictures::original),
    check!("electronic-licence", pictures::electronic; Asks),
    check!("licence-copy-sealed", pictures::copy; Asks),
    check!("piece-once", pictures::once),
    check!("letter-age-most", papers::letter_age; Asks),
    check!("signed-by-today", papers::signed_by_today),
    check!("document-days", papers::days),
];
