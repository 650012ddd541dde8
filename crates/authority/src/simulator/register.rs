//! The bureau's register: what is filed under which number. Numbers are issued per province and year and
//! never twice.

use chrono::{DateTime, Datelike, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::state::{Counter, Row, State, Tag};
use crate::codes::base::Province;
use crate::message::upload::xzba;
use crate::number::{FilingNumber, Suffix};
use crate::reply::StatusInfo;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FiledSubject {
    pub bureau_id: i64,
    pub name: String,
    pub certificate_kind: i64,
    pub certificate_number: String,
    pub number: String,
    pub first_filed: DateTime<Utc>,
    /// Suffix of the last service, counted up for ever.
    last_suffix: u32,
    pub services: Vec<FiledService>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FiledService {
    pub bureau_id: i64,
    pub name: String,
    pub number: String,
    /// In lower case.
    pub domains: Vec<String>,
}

impl Row for FiledSubject {
    fn tags(&self) -> Vec<Tag> {
        let mut tags = vec![
            Tag::certificate(self.certificate_kind, &self.certificate_number),
            Tag::Name(self.certificate_kind, self.name.clone()),
        ];
        let services = self.services.iter().map(|service| &service.number);
        let numbers = std::iter::once(&self.number).chain(services);
        tags.extend(numbers.map(|number| Tag::Number(number.clone())));
        let domains = self.services.iter().flat_map(|service| &service.domains);
        tags.extend(domains.map(|domain| Tag::domain(domain)));
        tags
    }
}

impl State {
    /// A twelve-digit bureau id: province and running number.
    pub fn draw_id(&mut self, province: &Province) -> i64 {
        province.code * 10_000_000_000 + self.next(Counter::BureauIds)
    }

    /// The bureau id of the subject with that certificate, entered now if it is not there yet.
    pub fn enter(&mut self, subject: &xzba::Subject, province: &Province, now: DateTime<Utc>) -> i64 {
        let certificate = &subject.certificate;
        if let Some(filed) = self.with_certificate(certificate.kind, &certificate.number) {
            return filed.bureau_id;
        }
        let bureau_id = self.draw_id(province);
        let entered = FiledSubject {
            bureau_id,
            name: subject.name.clone(),
            certificate_kind: certificate.kind,
            certificate_number: certificate.number.clone(),
            number: self.issue(province, now).to_string(),
            first_filed: now,
            last_suffix: 0,
            services: Vec::new(),
        };
        self.subjects.insert(bureau_id, entered);
        bureau_id
    }

    fn issue(&mut self, province: &Province, now: DateTime<Utc>) -> FilingNumber {
        let year = (now + Duration::hours(8)).year();
        let key = format!("{}{year}", province.short);
        let running = self.issued.get(&key).map_or(1, |last| last + 1);
        self.issued.insert(key, running);
        FilingNumber::of_subject(province.short, year, running)
    }

    /// What the status query answers.
    pub fn status(&self, kind: i64, condition: &str) -> StatusInfo {
        let nothing = StatusInfo {
            condition_kind: kind,
            condition: condition.to_owned(),
            service_name: None,
            subject_number: None,
            service_number: None,
            filed: false,
        };
        if kind != 0 {
            return match self.with_certificate(kind, condition) {
                Some(subject) => {
                    StatusInfo { subject_number: Some(subject.number.clone()), filed: true, ..nothing }
                }
                None => nothing,
            };
        }
        match self.with_domain(condition) {
            Some((subject, service)) => StatusInfo {
                service_name: Some(service.name.clone()),
                subject_number: Some(subject.number.clone()),
                service_number: Some(service.number.clone()),
                filed: true,
                ..nothing
            },
            None => nothing,
        }
    }

    /// The subject with that certificate.
    pub fn with_certificate(&self, kind: i64, number: &str) -> Option<&FiledSubject> {
        self.subjects_tagged(&Tag::certificate(kind, number)).next()
    }

    /// The subject with that number, or with a service of that number.
    pub fn with_number(&self, number: &str) -> Option<&FiledSubject> {
        self.subjects_tagged(&Tag::Number(number.to_owned())).next()
    }

    /// The subjects with a certificate of that type and with that name.
    pub fn with_name<'s>(
        &'s self,
        kind: i64,
        name: &str,
    ) -> impl Iterator<Item = &'s FiledSubject> + use<'s> {
        self.subjects_tagged(&Tag::Name(kind, name.to_owned()))
    }

    /// Who has filed this domain.
    pub fn with_domain(&self, domain: &str) -> Option<(&FiledSubject, &FiledService)> {
        let subject = self.subjects_tagged(&Tag::domain(domain)).next()?;
        let holds =
            |service: &&FiledService| service.domains.iter().any(|filed| filed.eq_ignore_ascii_case(domain));
        subject.services.iter().find(holds).map(|service| (subject, service))
    }

    fn subjects_tagged<'s>(&'s self, tag: &Tag) -> impl Iterator<Item = &'s FiledSubject> + use<'s> {
        self.subjects.tagged(tag).filter_map(|key| self.subjects.get(key))
    }
}

impl FiledSubject {
    /// The next service number of this subject.
    pub fn next_number(&mut self) -> String {
        self.last_suffix += 1;
        let suffix = Suffix::Website(self.last_suffix);
        match FilingNumber::parse(&self.number) {
            Some(number) => number.with(suffix).to_string(),
            None => format!("{}-{}", self.number, self.last_suffix),
        }
    }
}
