//! Filings (备案): what stands in our register after the authority granted it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::filing_number::{ServiceNumber, SubjectNumber};
use crate::id::{AccountId, OrderId, SubjectId};
use crate::order::snapshot::{Service, Snapshot, Subject};
use crate::order::stage::Outcome;

/// A subject with a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledSubject {
    /// The account that filed it.
    pub account: AccountId,
    /// The order that created it.
    pub order: OrderId,
    /// 主体备案号.
    pub number: SubjectNumber,
    /// What was filed.
    pub subject: Subject,
    /// When it was granted.
    pub granted_at: DateTime<Utc>,
}

/// A service with a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledService {
    /// The account that filed it.
    pub account: AccountId,
    /// The order that created it.
    pub order: OrderId,
    /// Its subject.
    pub subject: SubjectId,
    /// 服务备案号.
    pub number: ServiceNumber,
    /// What was filed.
    pub service: Service,
    /// When it was granted.
    pub granted_at: DateTime<Utc>,
}

/// What the public may see of a filed service, as the ministry's public query shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRecord {
    /// 主办单位名称.
    pub subject_name: String,
    /// 主办单位性质, the slug of a [`crate::tables::SubjectNature`].
    pub subject_nature: String,
    /// 主体备案号.
    pub subject_number: SubjectNumber,
    /// 服务备案号.
    pub service_number: ServiceNumber,
    /// 网站名称.
    pub service_name: String,
    /// 域名.
    pub domain: String,
    /// 审核通过时间.
    pub granted_at: DateTime<Utc>,
}

/// Splits a granted first filing into what the register keeps. `None` when the outcome carries no numbers
/// or does not number every service of the snapshot.
pub fn enter(
    account: AccountId,
    order: OrderId,
    snapshot: &Snapshot,
    outcome: &Outcome,
    granted_at: DateTime<Utc>,
) -> Option<(FiledSubject, Vec<FiledService>)> {
    let Outcome::Numbers { subject: number, services } = outcome else { return None };
    let subject = FiledSubject {
        account,
        order,
        number: number.clone(),
        subject: snapshot.subject.clone(),
        granted_at,
    };
    let entered = snapshot.services.iter().map(|service| {
        let granted = services.iter().find(|granted| granted.service == service.id)?;
        Some(FiledService {
            account,
            order,
            subject: snapshot.subject.id,
            number: granted.number.clone(),
            service: service.clone(),
            granted_at,
        })
    });
    Some((subject, entered.collect::<Option<Vec<_>>>()?))
}
