//! A change of the register: the subject, the services that were sent and their accesses become what was sent.
//! Services and accesses that were not sent stay as they are; to end them is a cancellation. Numbers stay.

use super::enter::{address, new_domain, new_range, service_person, subject_person};
use super::{Entry, FiledSubject, Ids, province_of};
use crate::message::download::basj;
use crate::message::upload::icp::change;
use crate::simulator::state::State;
use crate::value::WireTime;

/// The remark of a changed service has no limit, that of the filing data has.
const REMARK: usize = 1024;

impl State {
    /// Changes a subject.
    pub fn change_filing(&mut self, sent: &change::Request, entry: Entry<'_>) -> Option<()> {
        let bureau_id = sent.subject.bureau_id;
        let mut ids = self.draw_ids(province_of(bureau_id)?);
        let change = |subject: &mut FiledSubject| {
            change_subject(&mut subject.filing.subject, &sent.subject, entry);
            for service in &sent.services {
                subject.change_service(service, &mut ids, entry);
            }
        };
        self.subjects.update(&bureau_id, change)?;
        self.drawn(&ids);
        Some(())
    }
}

impl FiledSubject {
    fn change_service(&mut self, sent: &change::Service, ids: &mut Ids, entry: Entry<'_>) {
        let found = self.filing.services.iter_mut().find(|one| one.bureau_id == sent.bureau_id);
        let Some(service) = found else { return };
        service.name.clone_from(&sent.name);
        service.approvals.clone_from(&sent.approvals);
        service.contents.clone_from(&sent.contents);
        service.languages.clone_from(&sent.languages);
        service.person = service_person(&sent.person);
        service.home_url.clone_from(&sent.home_url);
        service.remark = sent.remark.as_ref().map(|remark| remark.chars().take(REMARK).collect());
        service.last_changed = Some(WireTime::from_utc(entry.now));
        let mut domain = |sent: &change::Domain| {
            new_domain(sent.record, &sent.name, sent.bureau_id.unwrap_or_else(|| ids.draw()))
        };
        service.domains = sent.domains.iter().map(&mut domain).collect();
        if self.owners.insert(sent.bureau_id, entry.account) != Some(entry.account) {
            service.record = None;
        }
        for access in &sent.accesses {
            change_access(&mut service.accesses, access, ids);
        }
    }
}

fn change_access(accesses: &mut [basj::Access], sent: &change::Access, ids: &mut Ids) {
    let Some(access) = accesses.iter_mut().find(|one| one.bureau_id == sent.bureau_id) else { return };
    access.locations.clone_from(&sent.locations);
    access.modes.clone_from(&sent.modes);
    let mut range = |sent: &change::IpRange| {
        new_range(sent.record, sent.first, sent.last, sent.bureau_id.unwrap_or_else(|| ids.draw()))
    };
    access.addresses = sent.addresses.iter().map(&mut range).collect();
}

fn change_subject(subject: &mut basj::Subject, sent: &change::Subject, entry: Entry<'_>) {
    let now = WireTime::from_utc(entry.now);
    subject.name.clone_from(&sent.name);
    subject.nature = sent.nature;
    subject.investor.clone_from(&sent.investor);
    subject.address = address(&sent.address);
    subject.certificate = basj::Certificate {
        kind: sent.certificate.kind,
        number: sent.certificate.number.clone(),
        address: sent.certificate.address.clone(),
    };
    subject.person = subject_person(&sent.person);
    subject.remark.clone_from(&sent.remark);
    subject.last_changed = now;
    subject.reviewer = Some(entry.reviewer.to_owned());
    subject.reviewed = Some(now);
}
