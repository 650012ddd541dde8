//! The bureau's register: what is filed under which number. Numbers are issued per province and year and
//! never twice.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Duration, Utc};
use serde::{Deserialize, Serialize};

use crate::codes::base::Province;
use crate::message::upload::xzba;
use crate::number::{FilingNumber, Suffix};
use crate::reply::StatusInfo;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Register {
    pub subjects: Vec<FiledSubject>,
    /// Last running number by province and year, as `粤2025`.
    issued: BTreeMap<String, u32>,
    /// Last running bureau id.
    last_id: i64,
}

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
    pub domains: Vec<String>,
}

impl Register {
    /// A twelve-digit bureau id: province and running number.
    pub fn draw_id(&mut self, province: &Province) -> i64 {
        self.last_id += 1;
        province.code * 10_000_000_000 + self.last_id
    }

    /// The subject with that certificate, entered now if it is not there yet.
    pub fn enter(
        &mut self,
        subject: &xzba::Subject,
        province: &Province,
        now: DateTime<Utc>,
    ) -> &mut FiledSubject {
        let certificate = &subject.certificate;
        let known = self.subjects.iter().position(|filed| filed.has(certificate.kind, &certificate.number));
        let index = known.unwrap_or_else(|| {
            let entered = FiledSubject {
                bureau_id: self.draw_id(province),
                name: subject.name.clone(),
                certificate_kind: certificate.kind,
                certificate_number: certificate.number.clone(),
                number: self.issue(province, now).to_string(),
                first_filed: now,
                last_suffix: 0,
                services: Vec::new(),
            };
            self.subjects.push(entered);
            self.subjects.len() - 1
        });
        &mut self.subjects[index]
    }

    fn issue(&mut self, province: &Province, now: DateTime<Utc>) -> FilingNumber {
        let year = (now + Duration::hours(8)).year();
        let running = self.issued.entry(format!("{}{year}", province.short)).or_default();
        *running += 1;
        FilingNumber::of_subject(province.short, year, *running)
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
            let subject = self.subjects.iter().find(|subject| subject.has(kind, condition));
            return match subject {
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

    /// Who has filed this domain.
    pub fn with_domain(&self, domain: &str) -> Option<(&FiledSubject, &FiledService)> {
        let mut all = self
            .subjects
            .iter()
            .flat_map(|subject| subject.services.iter().map(move |service| (subject, service)));
        all.find(|(_, service)| service.domains.iter().any(|filed| filed.eq_ignore_ascii_case(domain)))
    }
}

impl FiledSubject {
    pub fn has(&self, kind: i64, number: &str) -> bool {
        self.certificate_kind == kind && self.certificate_number.eq_ignore_ascii_case(number)
    }

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
