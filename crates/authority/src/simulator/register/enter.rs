//! What enters the register: new filings, new services of a subject, new accesses of a service.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use super::kept::KeptFiling;
use super::{Entry, FiledSubject, Ids, ServiceKind, province_of};
use crate::codes::base::Province;
use crate::message::download::basj;
use crate::message::upload::icp::{new_access, new_service};
use crate::message::upload::xzba;
use crate::simulator::state::State;
use crate::value::WireTime;

/// A home page address of a new service may be longer than the filing data can say.
const HOME_URL: usize = 255;

impl State {
    /// Enters a filing. The subject is the one with that certificate, or a new one; its bureau id and the
    /// numbers of the services that were sent.
    pub fn enter_filing(
        &mut self,
        sent: &xzba::Filing,
        province: &Province,
        entry: Entry<'_>,
        kinds: &[ServiceKind],
    ) -> (i64, Vec<String>) {
        let mut ids = self.draw_ids(province);
        let certificate = &sent.subject.certificate;
        let known = self.with_certificate(certificate.kind, &certificate.number).cloned();
        let mut subject = known.unwrap_or_else(|| {
            let mut filing = basj::Filing {
                subject: new_subject(&sent.subject, ids.draw(), entry),
                services: Vec::new(),
                remark: None,
            };
            filing.subject.number = Some(self.issue(province, entry.now).to_string());
            FiledSubject {
                filing: KeptFiling(filing),
                last_suffix: 0,
                owner: entry.account,
                owners: BTreeMap::new(),
            }
        });
        subject.owner = entry.account;
        subject.filing.subject = again(&subject.filing.subject, &sent.subject, entry);
        let numbers = subject.add(&sent.services, &mut ids, entry, kinds);
        let bureau_id = subject.bureau_id();
        self.drawn(&ids);
        self.subjects.insert(bureau_id, subject);
        (bureau_id, numbers)
    }

    /// Enters new services of a subject; their numbers.
    pub fn enter_services(
        &mut self,
        subject: i64,
        sent: &[new_service::Service],
        entry: Entry<'_>,
        kinds: &[ServiceKind],
    ) -> Option<Vec<String>> {
        let mut ids = self.draw_ids(province_of(subject)?);
        let services: Vec<xzba::Service> = sent.iter().map(as_filed).collect();
        let add = |subject: &mut FiledSubject| subject.add(&services, &mut ids, entry, kinds);
        let numbers = self.subjects.update(&subject, add)?;
        self.drawn(&ids);
        Some(numbers)
    }

    /// Enters a new access of a service.
    pub fn enter_access(&mut self, service: i64, sent: &new_access::Request, entry: Entry<'_>) -> Option<()> {
        let subject = self.with_service(service)?.0.bureau_id();
        let mut ids = self.draw_ids(province_of(subject)?);
        let access = xzba::Access {
            record: sent.record,
            locations: sent.locations.clone(),
            modes: sent.modes.clone(),
            addresses: sent.addresses.clone(),
        };
        let add = |subject: &mut FiledSubject| {
            let service = subject.filing.services.iter_mut().find(|one| one.bureau_id == service)?;
            service.accesses.push(new_access(&access, &mut ids, entry));
            service.last_changed = Some(WireTime::from_utc(entry.now));
            Some(())
        };
        self.subjects.update(&subject, add)??;
        self.drawn(&ids);
        Some(())
    }
}

impl FiledSubject {
    /// Adds services; their numbers.
    fn add(
        &mut self,
        sent: &[xzba::Service],
        ids: &mut Ids,
        entry: Entry<'_>,
        kinds: &[ServiceKind],
    ) -> Vec<String> {
        let mut numbers = Vec::new();
        for (index, service) in sent.iter().enumerate() {
            let number = self.next_number(kinds.get(index).copied().unwrap_or_default());
            let service = new_service(service, number.clone(), ids, entry);
            self.owners.insert(service.bureau_id, entry.account);
            self.filing.services.push(service);
            numbers.push(number);
        }
        self.filing.subject.last_changed = WireTime::from_utc(entry.now);
        numbers
    }
}

/// The new service in the form that a new filing has it.
fn as_filed(sent: &new_service::Service) -> xzba::Service {
    xzba::Service {
        record: sent.record,
        name: sent.name.clone(),
        approvals: sent.approvals.clone(),
        contents: sent.contents.clone(),
        languages: sent.languages.clone(),
        domains: sent.domains.clone(),
        accesses: sent.accesses.clone(),
        person: sent.person.clone(),
        home_url: sent.home_url.as_ref().map(|url| url.chars().take(HOME_URL).collect()),
        remark: sent.remark.clone(),
    }
}

/// A subject that was filed before, as it was filed now.
fn again(filed: &basj::Subject, sent: &xzba::Subject, entry: Entry<'_>) -> basj::Subject {
    basj::Subject {
        number: filed.number.clone(),
        first_filed: filed.first_filed,
        ..new_subject(sent, filed.bureau_id, entry)
    }
}

fn new_subject(sent: &xzba::Subject, bureau_id: i64, entry: Entry<'_>) -> basj::Subject {
    let now = WireTime::from_utc(entry.now);
    basj::Subject {
        record: Some(sent.record),
        bureau_id,
        name: sent.name.clone(),
        nature: sent.nature,
        address: address(&sent.address),
        certificate: basj::Certificate {
            kind: sent.certificate.kind,
            number: sent.certificate.number.clone(),
            address: sent.certificate.address.clone(),
        },
        person: subject_person(&sent.person),
        number: None,
        mode: sent.mode,
        investor: sent.investor.clone(),
        first_filed: now,
        last_changed: now,
        certificate_expiry: None,
        certificate_path: None,
        certificate_serial: None,
        reviewer: Some(entry.reviewer.to_owned()),
        reviewed: Some(now),
        remark: sent.remark.clone(),
    }
}

pub(super) fn address(sent: &xzba::Address) -> basj::Address {
    basj::Address {
        province: sent.province,
        city: Some(sent.city),
        county: sent.county,
        street: sent.street.clone(),
    }
}

pub(super) fn subject_person(sent: &xzba::SubjectPerson) -> basj::SubjectPerson {
    basj::SubjectPerson {
        name: sent.name.clone(),
        office_phone: sent.office_phone.clone(),
        mobile: Some(sent.mobile.clone()),
        email: sent.email.clone(),
        msn: sent.msn.clone(),
        qq: sent.qq.clone(),
        certificate_number: sent.certificate_number.clone(),
        certificate_kind: sent.certificate_kind,
    }
}

pub(super) fn service_person(sent: &xzba::ServicePerson) -> basj::ServicePerson {
    basj::ServicePerson {
        name: sent.name.clone(),
        office_phone: sent.office_phone.clone(),
        mobile: Some(sent.mobile.clone()),
        email: Some(sent.email.clone()),
        msn: sent.msn.clone(),
        qq: sent.qq.clone(),
        certificate_kind: sent.certificate_kind,
        certificate_number: sent.certificate_number.clone(),
    }
}

fn new_service(sent: &xzba::Service, number: String, ids: &mut Ids, entry: Entry<'_>) -> basj::Service {
    let now = Some(WireTime::from_utc(entry.now));
    let bureau_id = ids.draw();
    let mut domain = |sent: &xzba::Domain| new_domain(sent.record, &sent.name, ids.draw());
    let domains = sent.domains.iter().map(&mut domain).collect();
    basj::Service {
        record: Some(sent.record),
        bureau_id,
        name: sent.name.clone(),
        approvals: sent.approvals.clone(),
        contents: sent.contents.clone(),
        languages: sent.languages.clone(),
        domains,
        accesses: sent.accesses.iter().map(|access| new_access(access, ids, entry)).collect(),
        person: service_person(&sent.person),
        home_url: sent.home_url.clone(),
        remark: sent.remark.clone(),
        first_filed: now,
        last_changed: now,
        number: Some(number),
    }
}

pub(super) fn new_domain(record: i64, name: &str, bureau_id: i64) -> basj::Domain {
    basj::Domain { record: Some(record), bureau_id, name: name.to_owned() }
}

fn new_access(sent: &xzba::Access, ids: &mut Ids, entry: Entry<'_>) -> basj::Access {
    let bureau_id = ids.draw();
    let mut range = |sent: &xzba::IpRange| new_range(sent.record, sent.first, sent.last, ids.draw());
    basj::Access {
        record: Some(sent.record),
        bureau_id,
        provider: entry.account,
        locations: sent.locations.clone(),
        modes: sent.modes.clone(),
        addresses: sent.addresses.iter().map(&mut range).collect(),
    }
}

pub(super) fn new_range(record: i64, first: Ipv4Addr, last: Ipv4Addr, bureau_id: i64) -> basj::IpRange {
    basj::IpRange { record: Some(record), bureau_id, first, last }
}
