//! What leaves the register. Numbers and ids of what was cancelled are remembered and never given again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::FiledSubject;
use crate::message::download::basj;
use crate::message::download::icp::cancellations::{Cancellation, cancelled};
use crate::simulator::state::{Row, State, Tag};

/// A subject, service or access that was cancelled, kept by its bureau id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::simulator) struct Cancelled {
    pub number: Option<String>,
    pub at: DateTime<Utc>,
}

impl Row for Cancelled {
    fn tags(&self) -> Vec<Tag> {
        self.number.clone().map(Tag::Number).into_iter().collect()
    }
}

impl State {
    /// 注销主体, with everything below it.
    pub fn cancel_subject(&mut self, bureau_id: i64, now: DateTime<Utc>) -> Option<FiledSubject> {
        let subject = self.subjects.remove(&bureau_id)?;
        self.remember_cancelled(bureau_id, Some(subject.number().to_owned()), now);
        for service in subject.services() {
            self.remember_service(service, now);
        }
        Some(subject)
    }

    /// 注销网站.
    pub fn cancel_service(&mut self, bureau_id: i64, now: DateTime<Utc>) -> Option<basj::Service> {
        let subject = self.with_service(bureau_id)?.0.bureau_id();
        let take = |subject: &mut FiledSubject| {
            subject.owners.remove(&bureau_id);
            let services = &mut subject.filing.services;
            let place = services.iter().position(|service| service.bureau_id == bureau_id);
            place.map(|place| services.remove(place))
        };
        let service = self.subjects.update(&subject, take)??;
        self.remember_service(&service, now);
        Some(service)
    }

    /// 取消接入; the only access of a service stays, since a service cannot be without.
    pub fn cancel_access(&mut self, bureau_id: i64, now: DateTime<Utc>) -> Option<basj::Access> {
        let subject = self.with_access(bureau_id)?.0.bureau_id();
        let take = |subject: &mut FiledSubject| {
            subject.filing.services.iter_mut().find_map(|service| {
                let accesses = &mut service.accesses;
                let place = accesses.iter().position(|access| access.bureau_id == bureau_id);
                place.filter(|_| accesses.len() > 1).map(|place| accesses.remove(place))
            })
        };
        let access = self.subjects.update(&subject, take)??;
        self.remember_cancelled(bureau_id, None, now);
        Some(access)
    }

    fn remember_service(&mut self, service: &basj::Service, now: DateTime<Utc>) {
        self.remember_cancelled(service.bureau_id, service.number.clone(), now);
        for access in &service.accesses {
            self.remember_cancelled(access.bureau_id, None, now);
        }
    }

    fn remember_cancelled(&mut self, bureau_id: i64, number: Option<String>, now: DateTime<Utc>) {
        self.cancelled.insert(bureau_id, Cancelled { number, at: now });
    }
}

impl Cancelled {
    /// 注销数据 of a subject, a service, an access.
    pub fn told(kind: i64, bureau_id: i64) -> Cancellation {
        Cancellation { kind, bureau_id, remark: None }
    }

    pub const SUBJECT: i64 = cancelled::SUBJECT;
    pub const SERVICE: i64 = cancelled::SERVICE;
    pub const ACCESS: i64 = cancelled::ACCESS;
}
