//! The dossier as the checks see it: every number, name and address parsed once.

use chrono::NaiveDate;

use super::fields::{PersonFields, SERVICE_PERSON, SUBJECT_PERSON};
use crate::contact::{Email, Landline, Mobile};
use crate::dossier::{Dossier, Person, Service};
use crate::evidence::EvidenceKind;
use crate::filing_number::ServiceKind;
use crate::identity::{CertificateNumber, PersonName};
use crate::invalid::Invalid;
use crate::network::{DomainName, HomeUrl, IpRange};
use crate::order::field::{Field, FieldPath};
use crate::order::kind::OrderKind;
use crate::region::{Province, RegionCode};
use crate::rulebook::{Clause, Entry, InForce, ProvinceRules};
use crate::tables::{CertificateType, SubjectNature};

/// A text that was read, that cannot be read, or that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read<T> {
    /// Nothing was said.
    Empty,
    /// It cannot be read.
    Bad(Invalid),
    /// It can.
    Good(T),
}

impl<T> Read<T> {
    pub(super) fn of(text: &str, parse: impl FnOnce(&str) -> Result<T, Invalid>) -> Self {
        if text.trim().is_empty() {
            return Self::Empty;
        }
        match parse(text) {
            Ok(value) => Self::Good(value),
            Err(invalid) => Self::Bad(invalid),
        }
    }

    /// What was read.
    pub fn good(&self) -> Option<&T> {
        if let Self::Good(value) = self { Some(value) } else { None }
    }

    /// Why it cannot be read.
    pub fn bad(&self) -> Option<&Invalid> {
        if let Self::Bad(invalid) = self { Some(invalid) } else { None }
    }
}

/// A person in charge, and where the person stands in the order.
#[derive(Debug)]
pub struct Who<'d> {
    /// As typed.
    pub person: &'d Person,
    /// The fields.
    pub fields: PersonFields,
    /// The number of the service; zero for the subject's person.
    pub service: u8,
    /// Whether it is the subject's person.
    pub of_subject: bool,
    /// 姓名.
    pub name: Read<PersonName>,
    /// 证件号码.
    pub certificate: Read<CertificateNumber>,
    /// 手机号码.
    pub mobile: Read<Mobile>,
    /// 应急联系电话.
    pub emergency: Read<Mobile>,
    /// 办公电话.
    pub office: Read<Landline>,
    /// 电子邮箱.
    pub email: Read<Email>,
}

/// A service with its domains and addresses read.
#[derive(Debug)]
pub struct Offer<'d> {
    /// As typed.
    pub service: &'d Service,
    /// Its number, from zero.
    pub n: u8,
    /// The domains, in their order.
    pub domains: Vec<Read<DomainName>>,
    /// What is registered of each domain: ending and one label; none for an ending, or what cannot be read.
    pub registered: Vec<Option<DomainName>>,
    /// 首页网址.
    pub home: Read<HomeUrl>,
    /// The addresses, in their order.
    pub addresses: Vec<Read<IpRange>>,
}

/// An order as the checks see it.
#[derive(Debug)]
pub struct Sight<'d> {
    /// As typed.
    pub dossier: &'d Dossier,
    /// The day it is checked for.
    pub day: NaiveDate,
    /// Whether an individual files.
    pub individual: bool,
    /// 主办单位证件号码.
    pub certificate: Read<CertificateNumber>,
    /// 通信地址所在县区.
    pub region: Option<RegionCode>,
    /// The persons in charge: of the subject first, then of each service.
    pub people: Vec<Who<'d>>,
    /// The services.
    pub offers: Vec<Offer<'d>>,
    /// The rules of the day.
    pub rules: InForce<'d>,
    /// The clauses for this filer: of the nation, then of the province.
    pub clauses: &'d [(Option<Province>, &'d Entry<Clause>)],
}

impl<'d> Who<'d> {
    fn of(person: &'d Person, service: u8, of_subject: bool) -> Self {
        let read = |kind: Option<CertificateType>| {
            Read::of(&person.certificate_number, |text| match kind {
                Some(kind) => CertificateNumber::parse(kind, text),
                // Without a type nobody can say what the number should look like.
                None => Err(Invalid::new("answer-missing")),
            })
        };
        Self {
            person,
            fields: if of_subject { SUBJECT_PERSON } else { SERVICE_PERSON },
            service,
            of_subject,
            name: Read::of(&person.name, PersonName::parse),
            certificate: read(person.certificate_type),
            mobile: Read::of(&person.mobile, Mobile::parse),
            emergency: Read::of(&person.emergency_phone, Mobile::parse),
            office: Read::of(&person.office_phone, Landline::parse),
            email: Read::of(&person.email, Email::parse),
        }
    }

    /// The path of one of the person's fields.
    pub fn path(&self, field: Field) -> FieldPath {
        FieldPath::in_service(field, self.service)
    }

    /// Age in whole years on a day, where the certificate tells the birth.
    pub fn age(&self, day: NaiveDate) -> Option<u32> {
        let birth = self.certificate.good()?.birth_date()?;
        day.years_since(birth)
    }

    /// Where the identity number was first given.
    pub fn home(&self) -> Option<Province> {
        let id = self.certificate.good()?.resident_id()?;
        Province::from_region(id.region_code())
    }

    /// Whether two are the same person, by certificate.
    pub fn is(&self, other: &Self) -> bool {
        matches!((self.certificate.good(), other.certificate.good()), (Some(one), Some(two)) if one == two)
    }
}

impl<'d> Offer<'d> {
    fn of(service: &'d Service, n: u8) -> Self {
        let domains: Vec<_> =
            service.domains.iter().map(|domain| Read::of(&domain.name, DomainName::parse)).collect();
        Self {
            service,
            n,
            registered: domains.iter().map(|name| name.good().and_then(DomainName::registrable)).collect(),
            domains,
            home: Read::of(&service.home_url, HomeUrl::parse),
            addresses: service.access.addresses.iter().map(|text| Read::of(text, IpRange::parse)).collect(),
        }
    }

    /// Whether it is an App, a mini program or a quick app.
    pub fn is_app(&self) -> bool {
        self.service.kind.is_some_and(|kind| kind != ServiceKind::Website)
    }

    /// The domains that can be read, each with what is known of it.
    pub fn readable(&self) -> impl Iterator<Item = (&DomainName, &'d crate::dossier::Domain)> {
        self.domains
            .iter()
            .zip(&self.service.domains)
            .filter_map(|(name, domain)| Some((name.good()?, domain)))
    }

    /// The path of one of its fields.
    pub fn path(&self, field: Field) -> FieldPath {
        FieldPath::in_service(field, self.n)
    }
}

impl<'d> Sight<'d> {
    /// Reads everything once.
    pub fn new(
        dossier: &'d Dossier,
        rules: InForce<'d>,
        clauses: &'d [(Option<Province>, &'d Entry<Clause>)],
    ) -> Self {
        let subject = &dossier.subject;
        let services = || (0..=u8::MAX).zip(&dossier.services);
        let mut people = Vec::with_capacity(1 + dossier.services.len());
        people.push(Who::of(&subject.person, 0, true));
        people.extend(services().map(|(n, service)| Who::of(&service.person, n, false)));
        let kind = subject.certificate_type;
        Self {
            dossier,
            day: rules.day(),
            individual: subject.nature == Some(SubjectNature::Individual),
            certificate: Read::of(&subject.certificate_number, |text| match kind {
                Some(kind) => CertificateNumber::parse(kind, text),
                None => Err(Invalid::new("answer-missing")),
            }),
            region: RegionCode::parse(&subject.region).ok(),
            people,
            offers: services().map(|(n, service)| Offer::of(service, n)).collect(),
            rules,
            clauses,
        }
    }

    /// What the order does.
    pub fn kind(&self) -> Option<OrderKind> {
        self.dossier.kind
    }

    /// The province that decides.
    pub fn province(&self) -> Option<Province> {
        self.dossier.subject.province
    }

    /// The rules of that province.
    pub fn province_rules(&self) -> Option<ProvinceRules<'d>> {
        self.province().map(|province| self.rules.province(province))
    }

    /// Whether the order adds a service to the subject: a first filing, a new service.
    pub fn adds_service(&self) -> bool {
        matches!(
            self.kind(),
            None | Some(OrderKind::FirstFiling | OrderKind::AddServiceHere | OrderKind::AddServiceElsewhere)
        )
    }

    /// Whether a document was brought, by its code; another attachment of which nobody said what it is may be it.
    pub fn brought(&self, document: &str) -> bool {
        self.dossier.evidence.iter().any(|piece| {
            piece.document == document
                || (piece.document.is_empty() && piece.kind == Some(EvidenceKind::Other))
        })
    }

    /// Whether the order is about what is to be served anew: a first filing, a new service, a new access.
    pub fn brings_service(&self) -> bool {
        matches!(
            self.kind(),
            None | Some(
                OrderKind::FirstFiling
                    | OrderKind::AddServiceHere
                    | OrderKind::AddServiceElsewhere
                    | OrderKind::AddAccess
            )
        )
    }
}
