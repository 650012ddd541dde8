//! How a matter stands in a list: what it is about, and what tells it from its neighbours.

use std::net::Ipv4Addr;

use super::fact::{Fact, FactValue};
use super::inspection::{AddressInspection, Inspection};
use super::matter::Matter;
use super::personal::{Named, Sensitive};

/// The fields that tell things of one kind apart, in no order.
const TELLING: [&str; 18] = [
    "access-finding",
    "shell-finding",
    "fault",
    "first-beyond",
    "other-unit",
    "allocator",
    "notice-text",
    "cancelled",
    "unmatched",
    "answered",
    "taken",
    "subject-number",
    "service-number",
    "address",
    "last-seen",
    "times-seen",
    "service-count",
    "nature",
];

impl Matter {
    /// What it is about, as a list names it.
    pub fn title(&self) -> FactValue {
        let text = |text: &str| FactValue::Text(text.to_owned());
        let name = |name: &Named| FactValue::Personal(Sensitive::Name, name.0.clone());
        match self {
            Self::BlacklistedSubject(entry) => entry.name.as_ref().map_or_else(|| text("—"), name),
            Self::BlacklistedService(entry) => text(&entry.domain),
            Self::IllegalAccess(entry) => text(&entry.domain),
            Self::UnfiledSite(site) => text(&site.domain),
            Self::VerificationTask(task) => name(&task.subject.name),
            Self::Inspection(found) => match found.as_ref() {
                Inspection::Subject(found) => name(&found.name),
                Inspection::Access(found) => text(found.domain.as_ref().unwrap_or(&found.service_number)),
                Inspection::Shell(found) => text(&found.number),
                Inspection::Liveness(found) => text(&found.number),
            },
            Self::AddressInspection(found) => match found.as_ref() {
                AddressInspection::Beyond(range) => text(&span(range.first, range.last)),
                AddressInspection::Conflict(range) => text(&span(range.first, range.last)),
                AddressInspection::Unreported(range) => text(&span(range.first, range.last)),
            },
            Self::Notice(notice) => named_or(notice.number.as_deref(), notice.bureau_id),
            Self::Cancellation(cancelled) => named_or(cancelled.number.as_deref(), Some(cancelled.bureau_id)),
            Self::UnmatchedResult(result) => {
                let named = result.number.as_deref().or(result.file.as_deref());
                named_or(named, result.record.or(result.bureau_id))
            }
            Self::ReportResult(result) => named_or(None, result.record.or(result.bureau_id)),
            Self::KnownSubject(known) => name(&known.subject.name),
            Self::KnownService(known) => {
                let domain = known.service.domains.first().map(|domain| domain.name.as_str());
                text(domain.unwrap_or(&known.service.name))
            }
            Self::KnownAddress(known) => {
                let (first, last) = known.bounds();
                text(&span(first, last))
            }
            Self::KnownDomain(known) => text(&known.name),
        }
    }

    /// A few fields that tell it from its neighbours in a list.
    pub fn gist(&self) -> Vec<Fact> {
        let groups = self.facts();
        let first = groups.into_iter().take(2).flat_map(|group| group.facts);
        let mut telling: Vec<Fact> = first.filter(|fact| TELLING.contains(&fact.name)).collect();
        let title = self.title();
        telling.retain(|fact| fact.value != title);
        telling.truncate(3);
        telling
    }
}

fn span(first: Ipv4Addr, last: Ipv4Addr) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

fn named_or(name: Option<&str>, id: Option<i64>) -> FactValue {
    match (name, id) {
        (Some(name), _) => FactValue::Text(name.to_owned()),
        (None, Some(id)) => FactValue::Number(id),
        (None, None) => FactValue::Text("—".to_owned()),
    }
}
