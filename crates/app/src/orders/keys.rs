//! What an order is listed and found by, read from the answers as far as they can be read.

use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use beian_domain::order::Order;
use beian_domain::order::stage::StageName;
use beian_domain::region::{Province, RegionCode};
use beian_domain::tables::CertificateType;
use beian_store::{OrderKeys, certificate_key};

/// The keys of an order; an answer that cannot be read yet is no key.
///
/// A draft claims its subject within its own account only: certificate numbers of companies are public, so
/// otherwise anybody could keep a company from filing by opening a draft. Once submitted, the claim holds
/// everywhere.
pub(crate) fn keys(order: &Order) -> OrderKeys {
    let answers = &order.answers;
    let subject = &answers.subject;
    let name = subject.name.trim();
    OrderKeys {
        subject_certificate: certificate_of(order).map(|certificate| match order.stage.name() {
            StageName::Draft => format!("{certificate} in {}", order.account),
            StageName::Checking
            | StageName::InReview
            | StageName::Returned
            | StageName::Sending
            | StageName::PhoneCheck
            | StageName::WithAuthority
            | StageName::Filed
            | StageName::Abandoned => certificate,
        }),
        domain: DomainName::parse(&answers.service(0).domain).ok().map(|domain| domain.to_string()),
        subject_name: (!name.is_empty()).then(|| name.to_owned()),
        province: province(&subject.province),
    }
}

/// The key of the subject's certificate, by which a submitted order is found whoever it belongs to.
pub(crate) fn certificate_of(order: &Order) -> Option<String> {
    let subject = &order.answers.subject;
    let kind = CertificateType::from_slug(subject.certificate_type.trim())?;
    CertificateNumber::parse(kind, &subject.certificate_number).ok().map(|number| certificate_key(&number))
}

/// The province of a region code as typed.
pub(crate) fn province(code: &str) -> Option<Province> {
    RegionCode::parse(code).ok().and_then(Province::from_region)
}

#[cfg(test)]
mod tests {
    use beian_domain::access::Actor;
    use beian_domain::id::{AccountId, OrderId};
    use beian_domain::order::Stamp;
    use beian_domain::order::answers::Answers;
    use beian_domain::order::kind::OrderKind;
    use chrono::DateTime;

    use super::*;

    fn draft(account: i64, answers: Answers) -> Order {
        let stamp = Stamp { at: DateTime::UNIX_EPOCH, by: Actor::System };
        let (id, account) = (OrderId::from_i64(1).unwrap(), AccountId::from_i64(account).unwrap());
        Order::open(id, account, OrderKind::FirstFiling, answers, stamp).0
    }

    #[test]
    fn what_cannot_be_read_is_no_key() {
        let mut answers = Answers::default();
        answers.subject.certificate_type = "resident-id".into();
        answers.subject.certificate_number = "123".into();
        answers.service_mut(0).domain = "WWW.Example.CN.".into();
        answers.subject.province = "330000".into();
        let keys = keys(&draft(1, answers));
        assert_eq!(keys.subject_certificate, None);
        assert_eq!(keys.domain.as_deref(), Some("www.example.cn"));
        assert_eq!(keys.subject_name, None);
        assert_eq!(keys.province, Some(Province::Zhejiang));
    }

    #[test]
    fn a_draft_claims_its_subject_in_its_own_account_only() {
        let mut answers = Answers::default();
        answers.subject.certificate_type = "business-licence".into();
        answers.subject.certificate_number = beian_domain::sample::unified_code(1).as_str().into();
        let claim = |account| keys(&draft(account, answers.clone())).subject_certificate.unwrap();
        assert_eq!(claim(1), claim(1));
        assert_ne!(claim(1), claim(2));
        assert!(!claim(1).is_empty() && claim(1) != certificate_of(&draft(1, answers.clone())).unwrap());
    }
}
