//! What an order is listed and found by, read from the answers as far as they can be read.

use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use beian_domain::order::answers::Answers;
use beian_domain::region::{Province, RegionCode};
use beian_domain::tables::CertificateType;
use beian_store::{OrderKeys, certificate_key};

/// The keys of an order; an answer that cannot be read yet is no key.
pub(crate) fn keys(answers: &Answers) -> OrderKeys {
    let subject = &answers.subject;
    let name = subject.name.trim();
    OrderKeys {
        subject_certificate: certificate(&subject.certificate_type, &subject.certificate_number),
        domain: DomainName::parse(&answers.service(0).domain).ok().map(|domain| domain.to_string()),
        subject_name: (!name.is_empty()).then(|| name.to_owned()),
        province: province(&subject.province),
    }
}

fn certificate(kind: &str, number: &str) -> Option<String> {
    let kind = CertificateType::from_slug(kind.trim())?;
    CertificateNumber::parse(kind, number).ok().map(|number| certificate_key(&number))
}

/// The province of a region code as typed.
pub(crate) fn province(code: &str) -> Option<Province> {
    RegionCode::parse(code).ok().and_then(Province::from_region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_no_key() {
        let mut answers = Answers::default();
        answers.subject.certificate_type = "resident-id".into();
        answers.subject.certificate_number = "123".into();
        answers.service_mut(0).domain = "WWW.Example.CN.".into();
        answers.subject.province = "330000".into();
        let keys = keys(&answers);
        assert_eq!(keys.subject_certificate, None);
        assert_eq!(keys.domain.as_deref(), Some("www.example.cn"));
        assert_eq!(keys.subject_name, None);
        assert_eq!(keys.province, Some(Province::Zhejiang));
    }
}
