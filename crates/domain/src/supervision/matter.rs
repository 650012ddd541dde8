//! A matter (监管事项): one thing the authority sent, and what it can be found and told apart by.

use serde::{Deserialize, Serialize};

use super::fact::{FactGroup, Facts};
use super::held::{KnownService, KnownSubject, VerificationTask};
use super::inspection::{AddressInspection, Inspection};
use super::lists::{BlacklistedService, BlacklistedSubject, IllegalAccess, UnfiledSite};
use super::reported::{KnownAddress, KnownDomain};
use super::told::{AuthorityNotice, Cancellation, ReportResult, UnmatchedResult};
use crate::account::slugs;

slugs! {
    /// What happens to an entry of a list.
    ListChange {
        /// It is told, or told again: what is newer counts.
        Told = "told",
        /// 增加.
        Added = "added",
        /// 修改.
        Changed = "changed",
        /// 删除: the entry ends.
        Removed = "removed",
    }
}

/// Declares the kinds of matters with their records.
macro_rules! matters {
    ($($(#[$doc:meta])* $variant:ident($record:ty) = $slug:literal;)*) => {
        slugs! {
            /// A kind of matter; each has a list of its own.
            MatterKind { $($(#[$doc])* $variant = $slug,)* }
        }

        /// One thing the authority sent.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Matter { $($(#[$doc])* $variant(Box<$record>),)* }

        impl Matter {
            /// Of which kind it is.
            pub fn kind(&self) -> MatterKind {
                match self { $(Self::$variant(_) => MatterKind::$variant,)* }
            }

            /// Everything that was told, group by group.
            pub fn facts(&self) -> Vec<FactGroup> {
                match self { $(Self::$variant(record) => Facts::of(record.as_ref()),)* }
            }
        }

        $(impl From<$record> for Matter {
            fn from(record: $record) -> Self { Self::$variant(Box::new(record)) }
        })*
    };
}

matters! {
    /// 主体黑名单.
    BlacklistedSubject(BlacklistedSubject) = "blacklisted-subject";
    /// 网站黑名单.
    BlacklistedService(BlacklistedService) = "blacklisted-service";
    /// 非法接入.
    IllegalAccess(IllegalAccess) = "illegal-access";
    /// 未备案网站.
    UnfiledSite(UnfiledSite) = "unfiled-site";
    /// 核实任务.
    VerificationTask(VerificationTask) = "verification-task";
    /// 备案核查.
    Inspection(Inspection) = "inspection";
    /// IP核查.
    AddressInspection(AddressInspection) = "address-inspection";
    /// 整改通知.
    Notice(AuthorityNotice) = "notice";
    /// 注销数据.
    Cancellation(Cancellation) = "cancellation";
    /// 未对上的备案结果.
    UnmatchedResult(UnmatchedResult) = "unmatched-result";
    /// IP与域名上报结果.
    ReportResult(ReportResult) = "report-result";
    /// 管局在册主体.
    KnownSubject(KnownSubject) = "known-subject";
    /// 管局在册网站.
    KnownService(KnownService) = "known-service";
    /// 管局在册IP.
    KnownAddress(KnownAddress) = "known-address";
    /// 管局在册域名.
    KnownDomain(KnownDomain) = "known-domain";
}

/// What makes two matters of one kind and authority the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identity {
    /// Each that comes is a thing of its own.
    Delivery,
    /// Whatever comes under the same name is the same thing, of which the newest counts.
    Named(String),
}

/// By what a matter can be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keys {
    /// The authority's record id.
    pub bureau_id: Option<i64>,
    /// A filing number (备案号).
    pub number: Option<String>,
    /// A domain name, in lower case.
    pub domain: Option<String>,
    /// A certificate: its type (证件类型) and number.
    pub certificate: Option<(i64, String)>,
}

impl Matter {
    /// What makes it the same thing as another.
    pub fn identity(&self) -> Identity {
        let named = |name: String| Identity::Named(name);
        match self {
            Self::BlacklistedSubject(entry) => match (&entry.certificate_kind, &entry.certificate_number) {
                (Some(kind), Some(number)) => named(format!("{}:{}", kind.0, number.0)),
                (Some(_) | None, _) => Identity::Delivery,
            },
            Self::BlacklistedService(entry) => named(entry.domain.to_lowercase()),
            Self::IllegalAccess(entry) => named(entry.bureau_id.to_string()),
            Self::UnfiledSite(site) => named(site.bureau_id.to_string()),
            Self::Cancellation(cancelled) => named(format!("{:?}:{}", cancelled.what, cancelled.bureau_id)),
            Self::KnownSubject(known) => named(known.subject.bureau_id.to_string()),
            Self::KnownService(known) => named(known.service.bureau_id.to_string()),
            Self::KnownAddress(known) => {
                let (kind, id) = known.bureau_record();
                named(format!("{kind}:{id}"))
            }
            Self::KnownDomain(known) => named(known.bureau_id.to_string()),
            Self::VerificationTask(_)
            | Self::Inspection(_)
            | Self::AddressInspection(_)
            | Self::Notice(_)
            | Self::UnmatchedResult(_)
            | Self::ReportResult(_) => Identity::Delivery,
        }
    }

    /// By what it can be found.
    pub fn keys(&self) -> Keys {
        match self {
            Self::BlacklistedSubject(entry) => Keys {
                certificate: entry
                    .certificate_kind
                    .zip(entry.certificate_number.clone())
                    .map(|(kind, number)| (kind.0, number.0)),
                ..Keys::default()
            },
            Self::BlacklistedService(entry) => Keys::default().domain(&entry.domain),
            Self::IllegalAccess(entry) => Keys::of(entry.bureau_id).domain(&entry.domain),
            Self::UnfiledSite(site) => Keys::of(site.bureau_id).domain(&site.domain),
            Self::VerificationTask(task) => subject_keys(&task.subject),
            Self::Inspection(found) => inspection_keys(found),
            Self::AddressInspection(found) => match found.as_ref() {
                AddressInspection::Beyond(range) => Keys { bureau_id: range.bureau_id, ..Keys::default() },
                AddressInspection::Conflict(range) => Keys { bureau_id: range.bureau_id, ..Keys::default() },
                AddressInspection::Unreported(_) => Keys::default(),
            },
            Self::Notice(notice) => {
                Keys { bureau_id: notice.bureau_id, number: notice.number.clone(), ..Keys::default() }
            }
            Self::Cancellation(cancelled) => {
                Keys { number: cancelled.number.clone(), ..Keys::of(cancelled.bureau_id) }
            }
            Self::UnmatchedResult(result) => {
                Keys { bureau_id: result.bureau_id, number: result.number.clone(), ..Keys::default() }
            }
            Self::ReportResult(result) => Keys { bureau_id: result.bureau_id, ..Keys::default() },
            Self::KnownSubject(known) => subject_keys(&known.subject),
            Self::KnownService(known) => {
                let keys = Keys { number: known.service.number.clone(), ..Keys::of(known.service.bureau_id) };
                known.service.domains.first().map_or(keys.clone(), |domain| keys.domain(&domain.name))
            }
            Self::KnownAddress(known) => Keys::of(known.bureau_record().1),
            Self::KnownDomain(known) => Keys::of(known.bureau_id).domain(&known.name),
        }
    }

    /// Whether a person must look at it. What is only a list or a register to compare with does not ask, unless
    /// it is about a filing of ours.
    pub fn asks(&self, ours: bool) -> bool {
        match self {
            Self::BlacklistedSubject(_) | Self::BlacklistedService(_) => ours,
            Self::ReportResult(result) => !result.taken,
            Self::KnownSubject(_) | Self::KnownService(_) | Self::KnownAddress(_) | Self::KnownDomain(_) => {
                false
            }
            Self::IllegalAccess(_)
            | Self::UnfiledSite(_)
            | Self::VerificationTask(_)
            | Self::Inspection(_)
            | Self::AddressInspection(_)
            | Self::Notice(_)
            | Self::Cancellation(_)
            | Self::UnmatchedResult(_) => true,
        }
    }
}

impl Keys {
    fn of(bureau_id: i64) -> Self {
        Self { bureau_id: Some(bureau_id), ..Self::default() }
    }

    fn domain(self, domain: &str) -> Self {
        Self { domain: Some(domain.trim().to_lowercase()), ..self }
    }
}

fn subject_keys(subject: &super::HeldSubject) -> Keys {
    Keys {
        number: subject.number.clone(),
        certificate: Some((subject.certificate_kind.0, subject.certificate_number.0.clone())),
        ..Keys::of(subject.bureau_id)
    }
}

fn inspection_keys(found: &Inspection) -> Keys {
    match found {
        Inspection::Subject(found) => Keys {
            certificate: Some((found.certificate_kind.0, found.certificate_number.0.clone())),
            ..Keys::of(found.bureau_id)
        },
        Inspection::Access(found) => {
            let keys =
                Keys { number: Some(found.service_number.clone()), ..Keys::of(found.service_bureau_id) };
            found.domain.as_ref().map_or(keys.clone(), |domain| keys.domain(domain))
        }
        Inspection::Shell(found) => Keys { number: Some(found.number.clone()), ..Keys::of(found.bureau_id) },
        Inspection::Liveness(found) => {
            Keys { number: Some(found.number.clone()), ..Keys::of(found.bureau_id) }
        }
    }
}
