//! Freezing: from answers as typed to a snapshot of types, or to everything that cannot be read.

use chrono::NaiveDate;

use super::fields::{PersonFields, SERVICE_PERSON, SUBJECT_PERSON};
use crate::contact::{Email, Landline, Mobile};
use crate::finding::{Finding, Severity};
use crate::id::{AccessId, ServiceId, SnapshotId, SubjectId};
use crate::identity::{CertificateNumber, PersonName};
use crate::invalid::Invalid;
use crate::network::{DomainName, HomeUrl, IpRange};
use crate::order::answers::{Answers, PersonAnswers, ServiceAnswers, SubjectAnswers};
use crate::order::field::{Field, FieldPath};
use crate::order::kind::OrderKind;
use crate::order::snapshot::{Access, PersonInCharge, PreApproval, Service, Snapshot, Subject, Validity};
use crate::region::{Province, Region, RegionCode, RegionLevel, Regions};
use crate::tables::{AccessMode, CertificateType, Language, PreApprovalKind, SubjectNature, WebsiteContent};
use crate::text::Line;

/// The ids a new snapshot needs; they are never used again for another submission.
#[derive(Debug, Clone)]
pub struct FreezeIds {
    /// Of the snapshot.
    pub snapshot: SnapshotId,
    /// Of the subject, `IspZtid` on the wire.
    pub subject: SubjectId,
    /// Of each service and its access, at least one pair.
    pub services: Vec<(ServiceId, AccessId)>,
}

/// Freezes the answers, or names every answer that is missing or cannot be read.
pub fn freeze(kind: OrderKind, answers: &Answers, ids: &FreezeIds) -> Result<Snapshot, Vec<Finding>> {
    let mut reader = Reader { findings: Vec::new() };
    let subject = reader.subject(&answers.subject, ids.subject);
    let mut services = Vec::new();
    for (number, (service_id, access_id)) in ids.services.iter().enumerate() {
        let number = u8::try_from(number).unwrap_or(u8::MAX);
        services.push(reader.service(&answers.service(number), number, *service_id, *access_id));
    }
    let services: Option<Vec<Service>> = services.into_iter().collect();
    match (subject, services) {
        (Some(subject), Some(services)) if reader.findings.is_empty() => {
            Ok(Snapshot { id: ids.snapshot, kind, subject, services, evidence: answers.evidence.clone() })
        }
        _ => Err(reader.findings),
    }
}

/// Reads answers one by one and collects what cannot be read.
struct Reader {
    findings: Vec<Finding>,
}

impl Reader {
    fn subject(&mut self, a: &SubjectAnswers, id: SubjectId) -> Option<Subject> {
        let at = FieldPath::of;
        let nature = self.choice(at(Field::SubjectNature), &a.nature, SubjectNature::from_slug);
        let certificate = self.certificate(
            at(Field::SubjectCertificateType),
            at(Field::SubjectCertificateNumber),
            &a.certificate_type,
            &a.certificate_number,
        );
        let name = self.required(at(Field::SubjectName), &a.name, Line::parse);
        let validity = self.validity(at(Field::SubjectCertificateExpiry), &a.certificate_expiry);
        let certificate_address =
            self.required(at(Field::SubjectCertificateAddress), &a.certificate_address, Line::parse);
        let province = self.province(at(Field::SubjectProvince), &a.province);
        let region = self.required(at(Field::SubjectRegion), &a.region, county);
        let address = self.required(at(Field::SubjectAddress), &a.address, Line::parse);
        let investor = self.optional(at(Field::SubjectInvestor), &a.investor, Line::parse);
        let remark = self.optional(at(Field::SubjectRemark), &a.remark, Line::parse);
        let legal =
            self.yes_or_no(at(Field::SubjectPersonIsLegalRepresentative), &a.person_is_legal_representative);
        let person = self.person(&a.person, SUBJECT_PERSON, 0);
        Some(Subject {
            id,
            nature: nature?,
            name: name?,
            certificate: certificate?,
            certificate_validity: validity?,
            certificate_address: certificate_address?,
            province: province?,
            region: region?,
            address: address?,
            investor: investor?,
            remark: remark?,
            person_is_legal_representative: legal?,
            person: person?,
        })
    }

    fn service(&mut self, a: &ServiceAnswers, n: u8, id: ServiceId, access: AccessId) -> Option<Service> {
        let at = |field| FieldPath::in_service(field, n);
        let domain = self.required(at(Field::ServiceDomain), &a.domain, DomainName::parse);
        let name = self.required(at(Field::ServiceName), &a.name, Line::parse);
        let home_url = match &domain {
            Some(domain) => {
                self.required(at(Field::ServiceHomeUrl), &a.home_url, |text| HomeUrl::parse_for(text, domain))
            }
            None => None,
        };
        let contents = self.choices(at(Field::ServiceContents), &a.contents, WebsiteContent::from_slug);
        let languages = self.choices(at(Field::ServiceLanguages), &a.languages, Language::from_slug);
        let pre_approval = self.pre_approval(a, n);
        let remark = self.optional(at(Field::ServiceRemark), &a.remark, Line::parse);
        let person = self.person(&a.person, SERVICE_PERSON, n);
        let access = self.access(a, n, access);
        Some(Service {
            id,
            name: name?,
            domain: domain?,
            home_url: home_url?,
            contents: contents?,
            languages: languages?,
            pre_approval: pre_approval?,
            remark: remark?,
            person: person?,
            access: access?,
        })
    }

    fn access(&mut self, a: &ServiceAnswers, n: u8, id: AccessId) -> Option<Access> {
        let at = |field| FieldPath::in_service(field, n);
        let resource = a.access.resource.or_else(|| {
            self.missing(at(Field::AccessResource));
            None
        });
        let texts: Vec<&str> = a.access.ranges().collect();
        if texts.is_empty() {
            self.missing(at(Field::AccessAddresses));
        }
        let addresses: Option<Vec<IpRange>> = texts
            .into_iter()
            .map(|text| self.required(at(Field::AccessAddresses), text, IpRange::parse))
            .collect();
        let mode = self.choice(at(Field::AccessMode), &a.access.mode, AccessMode::from_slug);
        let place = self.province(at(Field::AccessPlace), &a.access.place);
        Some(Access { id, resource: resource?, addresses: addresses?, mode: mode?, place: place? })
    }

    /// The outer `Option` tells whether it could be read, the inner whether there is one.
    #[expect(clippy::option_option, reason = "unreadable and absent are different answers")]
    fn pre_approval(&mut self, a: &ServiceAnswers, n: u8) -> Option<Option<PreApproval>> {
        if a.pre_approval == "none" {
            return Some(None);
        }
        let at = |field| FieldPath::in_service(field, n);
        let kind = self.choice(at(Field::ServicePreApproval), &a.pre_approval, PreApprovalKind::from_slug)?;
        let number =
            self.required(at(Field::ServicePreApprovalNumber), &a.pre_approval_number, Line::parse)?;
        Some(Some(PreApproval { kind, number }))
    }

    fn person(&mut self, a: &PersonAnswers, fields: PersonFields, n: u8) -> Option<PersonInCharge> {
        let at = |field| FieldPath::in_service(field, n);
        let name = self.required(at(fields.name), &a.name, PersonName::parse);
        let certificate = self.certificate(
            at(fields.certificate_type),
            at(fields.certificate_number),
            &a.certificate_type,
            &a.certificate_number,
        );
        let validity = self.validity(at(fields.certificate_expiry), &a.certificate_expiry);
        let mobile = self.required(at(fields.mobile), &a.mobile, Mobile::parse);
        let emergency = self.required(at(fields.emergency_phone), &a.emergency_phone, Mobile::parse);
        let office_phone = self.optional(at(fields.office_phone), &a.office_phone, Landline::parse);
        let email = self.required(at(fields.email), &a.email, Email::parse);
        Some(PersonInCharge {
            name: name?,
            certificate: certificate?,
            certificate_validity: validity?,
            mobile: mobile?,
            emergency_phone: emergency?,
            office_phone: office_phone?,
            email: email?,
        })
    }

    fn certificate(
        &mut self,
        type_at: FieldPath,
        number_at: FieldPath,
        kind: &str,
        number: &str,
    ) -> Option<CertificateNumber> {
        let kind = self.choice(type_at, kind, CertificateType::from_slug)?;
        self.required(number_at, number, |text| CertificateNumber::parse(kind, text))
    }

    fn province(&mut self, at: FieldPath, text: &str) -> Option<Province> {
        self.required(at, text, |text| {
            let code = RegionCode::parse(text)?;
            Province::from_region(code).ok_or_else(|| Invalid::new("answer-choice"))
        })
    }

    fn validity(&mut self, at: FieldPath, text: &str) -> Option<Validity> {
        self.required(at, text, |text| match text.trim() {
            "long-term" => Ok(Validity::LongTerm),
            date => NaiveDate::parse_from_str(date, "%Y-%m-%d")
                .map(Validity::Until)
                .map_err(|_| Invalid::new("answer-date")),
        })
    }

    fn yes_or_no(&mut self, at: FieldPath, text: &str) -> Option<bool> {
        self.choice(at, text, |text| match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }

    fn choice<T>(&mut self, at: FieldPath, text: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.required(at, text, |text| read(text.trim()).ok_or_else(|| Invalid::new("answer-choice")))
    }

    fn choices<T>(
        &mut self,
        at: FieldPath,
        texts: &[String],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<Vec<T>> {
        if texts.is_empty() {
            self.missing(at);
            return None;
        }
        texts.iter().map(|text| self.choice(at, text, &read)).collect()
    }

    fn required<T>(
        &mut self,
        at: FieldPath,
        text: &str,
        read: impl FnOnce(&str) -> Result<T, Invalid>,
    ) -> Option<T> {
        if text.trim().is_empty() {
            self.missing(at);
            return None;
        }
        read(text).map_err(|invalid| self.found(at, &invalid)).ok()
    }

    /// The outer `Option` tells whether it could be read, the inner whether there is one.
    #[expect(clippy::option_option, reason = "unreadable and absent are different answers")]
    fn optional<T>(
        &mut self,
        at: FieldPath,
        text: &str,
        read: impl FnOnce(&str) -> Result<T, Invalid>,
    ) -> Option<Option<T>> {
        if text.trim().is_empty() { Some(None) } else { self.required(at, text, read).map(Some) }
    }

    fn missing(&mut self, at: FieldPath) {
        self.found(at, &Invalid::new("answer-missing"));
    }

    /// An unreadable answer is a finding by the rule that all answers must be true and complete; which of
    /// the grammars refused it travels as the fact `code`.
    fn found(&mut self, at: FieldPath, invalid: &Invalid) {
        let finding = Finding::new("answer", Severity::Block, at, "N33");
        let mut finding = finding.with("code", invalid.code);
        for (key, value) in &invalid.facts {
            finding = finding.with(key, value.clone());
        }
        self.findings.push(finding);
    }
}

/// A county that stands, or a city that has none: what the picker ends at.
fn county(text: &str) -> Result<RegionCode, Invalid> {
    let code = RegionCode::parse(text)?;
    let regions = Regions::builtin();
    let stands = |region: &Region| region.valid_until.is_none() && region.level != RegionLevel::Group;
    let is_last = regions.get(code).is_some_and(stands) && regions.children(code).is_empty();
    if is_last { Ok(code) } else { Err(Invalid::new("answer-choice")) }
}
