//! Looking things up in the register.

use super::FiledSubject;
use crate::message::download::basj;
use crate::reply::StatusInfo;
use crate::simulator::state::{State, Tag};

impl State {
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
                    StatusInfo { subject_number: Some(subject.number().to_owned()), filed: true, ..nothing }
                }
                None => nothing,
            };
        }
        match self.with_domain(condition) {
            Some((subject, service)) => StatusInfo {
                service_name: Some(service.name.clone()),
                subject_number: Some(subject.number().to_owned()),
                service_number: service.number.clone(),
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

    /// The subjects with a certificate of that type and with that name.
    pub fn with_name<'s>(
        &'s self,
        kind: i64,
        name: &str,
    ) -> impl Iterator<Item = &'s FiledSubject> + use<'s> {
        self.subjects_tagged(&Tag::Name(kind, name.to_owned()))
    }

    /// Who has filed this domain.
    pub fn with_domain(&self, domain: &str) -> Option<(&FiledSubject, &basj::Service)> {
        let subject = self.subjects_tagged(&Tag::domain(domain)).next()?;
        let holds = |service: &&basj::Service| {
            service.domains.iter().any(|filed| filed.name.eq_ignore_ascii_case(domain))
        };
        subject.services().iter().find(holds).map(|service| (subject, service))
    }

    /// Who has filed this home page.
    pub fn with_home_url(&self, url: &str) -> Option<(&FiledSubject, &basj::Service)> {
        let tag = Tag::home_url(url);
        let subject = self.subjects_tagged(&tag).next()?;
        let has =
            |service: &&basj::Service| service.home_url.as_deref().map(Tag::home_url).as_ref() == Some(&tag);
        subject.services().iter().find(has).map(|service| (subject, service))
    }

    /// The subject with that number, or with a service of that number.
    pub fn with_number(&self, number: &str) -> Option<&FiledSubject> {
        self.subjects_tagged(&Tag::Number(number.trim().to_owned())).next()
    }

    /// The subject with that filing number.
    pub fn with_subject_number(&self, number: &str) -> Option<&FiledSubject> {
        self.with_number(number).filter(|subject| subject.number() == number.trim())
    }

    /// The service with that filing number.
    pub fn with_service_number(&self, number: &str) -> Option<(&FiledSubject, &basj::Service)> {
        let number = number.trim();
        let subject = self.with_number(number)?;
        let has = |service: &&basj::Service| service.number.as_deref() == Some(number);
        subject.services().iter().find(has).map(|service| (subject, service))
    }

    /// The service with that bureau id.
    pub fn with_service(&self, bureau_id: i64) -> Option<(&FiledSubject, &basj::Service)> {
        let subject = self.subjects_tagged(&Tag::Service(bureau_id)).next()?;
        subject.service(bureau_id).map(|service| (subject, service))
    }

    /// The access with that bureau id.
    pub fn with_access(&self, bureau_id: i64) -> Option<(&FiledSubject, &basj::Service, &basj::Access)> {
        let subject = self.subjects_tagged(&Tag::Access(bureau_id)).next()?;
        subject.access(bureau_id).map(|(service, access)| (subject, service, access))
    }

    /// Whether something with that bureau id was cancelled.
    pub fn was_cancelled(&self, bureau_id: i64) -> bool {
        self.cancelled.get(&bureau_id).is_some()
    }

    /// Whether something with that number was cancelled.
    pub fn number_was_cancelled(&self, number: &str) -> bool {
        self.cancelled.count(&Tag::Number(number.trim().to_owned())) > 0
    }

    fn subjects_tagged<'s>(&'s self, tag: &Tag) -> impl Iterator<Item = &'s FiledSubject> + use<'s> {
        self.subjects.tagged(tag).filter_map(|key| self.subjects.get(key))
    }
}
