//! The bureau's register: what is filed under which number, with everything that was filed. Numbers are issued
//! per province and year and never twice.

pub(super) mod addresses;
mod cancel;
mod change;
pub(super) mod domains;
mod enter;
mod kept;
mod lookup;
mod number;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::state::{Row, State, Tag};
use crate::message::download::basj;

pub(super) use cancel::Cancelled;
use kept::KeptFiling;
pub(super) use number::{ServiceKind, province_of};

/// A subject with its services and their accesses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FiledSubject {
    /// The filing with the record ids of whoever filed each part. It has no service once the last one was
    /// cancelled.
    pub filing: KeptFiling,
    /// Suffix of the last service, counted up for ever.
    last_suffix: u32,
    /// Whose record id the subject carries.
    owner: i64,
    /// Whose record ids each service and its domains carry, by the service's bureau id.
    owners: BTreeMap<i64, i64>,
}

impl FiledSubject {
    pub fn bureau_id(&self) -> i64 {
        self.filing.subject.bureau_id
    }

    pub fn name(&self) -> &str {
        &self.filing.subject.name
    }

    pub fn number(&self) -> &str {
        self.filing.subject.number.as_deref().unwrap_or_default()
    }

    pub fn services(&self) -> &[basj::Service] {
        &self.filing.services
    }

    pub fn service(&self, bureau_id: i64) -> Option<&basj::Service> {
        self.services().iter().find(|service| service.bureau_id == bureau_id)
    }

    /// The service with that access, and the access.
    pub fn access(&self, bureau_id: i64) -> Option<(&basj::Service, &basj::Access)> {
        let pairs = self
            .services()
            .iter()
            .flat_map(|service| service.accesses.iter().map(move |access| (service, access)));
        pairs.into_iter().find(|(_, access)| access.bureau_id == bureau_id)
    }

    /// Everyone who has an access to one of its services.
    pub fn providers(&self) -> BTreeSet<i64> {
        self.services().iter().flat_map(providers_of).collect()
    }

    /// The filing as a provider is told of it: record ids of others are left out.
    pub fn seen_by(&self, account: i64) -> basj::Filing {
        let mut filing = self.filing.0.clone();
        if self.owner != account {
            filing.subject.record = None;
        }
        for service in &mut filing.services {
            if self.owners.get(&service.bureau_id) != Some(&account) {
                service.record = None;
                service.domains.iter_mut().for_each(|domain| domain.record = None);
            }
            for access in service.accesses.iter_mut().filter(|access| access.provider != account) {
                access.record = None;
                access.addresses.iter_mut().for_each(|range| range.record = None);
            }
        }
        filing
    }
}

/// Everyone who has an access to a service.
pub(super) fn providers_of(service: &basj::Service) -> impl Iterator<Item = i64> {
    service.accesses.iter().map(|access| access.provider)
}

impl Row for FiledSubject {
    fn tags(&self) -> Vec<Tag> {
        let subject = &self.filing.subject;
        let mut tags = vec![
            Tag::certificate(subject.certificate.kind, &subject.certificate.number),
            Tag::Name(subject.certificate.kind, subject.name.clone()),
        ];
        tags.extend(subject.number.clone().map(Tag::Number));
        for service in &self.filing.services {
            tags.push(Tag::Service(service.bureau_id));
            tags.extend(service.number.clone().map(Tag::Number));
            tags.extend(service.home_url.as_deref().map(Tag::home_url));
            tags.extend(service.domains.iter().map(|domain| Tag::domain(&domain.name)));
            let owner = self.owners.get(&service.bureau_id).copied();
            tags.extend(owner.zip(service.record).map(|(of, id)| Tag::ServiceRecord(of, id)));
            for access in &service.accesses {
                tags.push(Tag::Access(access.bureau_id));
                tags.extend(access.record.map(|id| Tag::AccessRecord(access.provider, id)));
            }
        }
        tags
    }
}

/// Bureau ids drawn during one change of the register.
struct Ids {
    base: i64,
    last: i64,
}

impl Ids {
    fn draw(&mut self) -> i64 {
        self.last += 1;
        self.base + self.last
    }
}

/// The register as others read it.
pub(super) struct Register<'s>(&'s State);

impl<'s> Register<'s> {
    /// Every filing of the register with all record ids; subjects without a service are left out, since the
    /// documents that tell of filings cannot hold them.
    pub fn filings(&self) -> impl Iterator<Item = basj::Filing> + use<'s> {
        let subjects = self.0.subjects.values().filter(|subject| !subject.services().is_empty());
        subjects.map(|subject| subject.filing.0.clone())
    }
}

impl State {
    /// The register as others read it.
    pub fn register(&self) -> Register<'_> {
        Register(self)
    }
}

/// The moment of a change, and what every part entered by it carries.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    pub account: i64,
    pub now: DateTime<Utc>,
    pub reviewer: &'a str,
}
