//! The two questions that start a filing: who files, and which domain. Enough to derive the kind of order.

use beian_domain::Invalid;
use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use beian_domain::order::answers::Answers;
use beian_domain::order::field::{Field, FieldPath};
use beian_domain::region::{Province, RegionCode};
use beian_domain::tables::{CertificateType, SubjectNature};
use beian_domain::text::Line;

use crate::failure::{Failure, FieldProblem};

/// The answers to the first page, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    /// 单位性质, a slug.
    pub nature: String,
    /// 单位名称.
    pub name: String,
    /// 证件类型, a slug.
    pub certificate_type: String,
    /// 证件号码.
    pub certificate_number: String,
    /// 备案省份, a six-digit region code.
    pub province: String,
    /// 域名.
    pub domain: String,
}

/// What of it decides the kind of order, read.
pub(crate) struct Read {
    pub certificate: CertificateNumber,
    pub province: Province,
    pub domain: DomainName,
}

impl Start {
    /// Reads all answers, or names every one that cannot be read.
    pub(crate) fn read(&self) -> Result<Read, Failure> {
        let mut problems = Vec::new();
        take(&mut problems, Field::SubjectNature, &self.nature, choice(SubjectNature::from_slug));
        take(&mut problems, Field::SubjectName, &self.name, Line::<255>::parse);
        let kind = take(
            &mut problems,
            Field::SubjectCertificateType,
            &self.certificate_type,
            choice(CertificateType::from_slug),
        );
        let certificate = kind.and_then(|kind| {
            let read = |text: &str| CertificateNumber::parse(kind, text);
            take(&mut problems, Field::SubjectCertificateNumber, &self.certificate_number, read)
        });
        let province = take(&mut problems, Field::SubjectProvince, &self.province, |text| {
            let region = RegionCode::parse(text)?;
            Province::from_region(region).ok_or_else(|| Invalid::new("answer-choice"))
        });
        let domain = take(&mut problems, Field::ServiceDomain, &self.domain, DomainName::parse);
        match (certificate, province, domain) {
            (Some(certificate), Some(province), Some(domain)) if problems.is_empty() => {
                Ok(Read { certificate, province, domain })
            }
            _ => Err(Failure::Invalid(problems)),
        }
    }

    /// The answers a new order begins with.
    pub(crate) fn answers(self) -> Answers {
        let mut answers = Answers::default();
        answers.service_mut(0).domain = self.domain;
        let subject = &mut answers.subject;
        subject.nature = self.nature;
        subject.name = self.name;
        subject.certificate_type = self.certificate_type;
        subject.certificate_number = self.certificate_number;
        subject.province = self.province;
        answers
    }
}

fn take<T>(
    problems: &mut Vec<FieldProblem>,
    field: Field,
    text: &str,
    read: impl FnOnce(&str) -> Result<T, Invalid>,
) -> Option<T> {
    let text = text.trim();
    let read = if text.is_empty() { Err(Invalid::new("answer-missing")) } else { read(text) };
    read.map_err(|invalid| {
        problems.push(FieldProblem::from_invalid(FieldPath::of(field).to_string(), &invalid));
    })
    .ok()
}

fn choice<T>(from_slug: impl Fn(&str) -> Option<T>) -> impl Fn(&str) -> Result<T, Invalid> {
    move |text| from_slug(text).ok_or_else(|| Invalid::new("answer-choice"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_problems_are_named_at_once() {
        let start =
            Start { nature: "enterprise".into(), domain: "http://example.cn".into(), ..Start::default() };
        let Err(Failure::Invalid(problems)) = start.read() else { panic!("nothing could be read") };
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(
            fields,
            ["subject.name", "subject.certificate-type", "subject.province", "services.0.domain"]
        );
        assert_eq!(problems[3].code, "domain-scheme");
    }
}
