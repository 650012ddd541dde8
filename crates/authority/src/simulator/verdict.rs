//! The bureau's verdict: numbers and filing data for what is approved, an opinion for what is not.

use std::collections::BTreeMap;

use super::SimulatorError;
use super::bureau::Bureau;
use super::outbox::{RECORDS, line, result};
use super::register::{FiledService, FiledSubject};
use super::state::{FilingState, Stage};
use crate::codes::base::Province;
use crate::codes::result::{APPROVED, REFUSED};
use crate::message::download::bajg::{RequestResult, Results, Review, operation};
use crate::message::download::{IcpDownload, basj};
use crate::message::upload::xzba;
use crate::value::WireTime;

/// Who signs the verdicts.
const REVIEWER: &str = "模拟审核员";

/// What the bureau decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    Approve {
        opinion: Option<String>,
    },
    Refuse {
        opinion: String,
        /// Codes besides 1002.
        codes: Vec<i64>,
    },
}

/// A verdict that was entered, on its way to the provider.
pub(super) struct Decided {
    account: i64,
    letters: &'static str,
    result: RequestResult,
    review: Review,
    filed: Option<basj::Filing>,
}

impl Bureau<'_> {
    /// 审核通过: enters the filing in the register and sends result, opinion and filing data.
    pub fn approve(&mut self, id: i64, opinion: Option<String>) -> Result<(), SimulatorError> {
        let decided = self.decide(id, &Verdict::Approve { opinion })?;
        self.send_verdicts(vec![decided])
    }

    /// 审核拒绝: sends result and opinion; further codes may say what is wrong.
    pub fn refuse(&mut self, id: i64, opinion: &str, codes: &[i64]) -> Result<(), SimulatorError> {
        let decided =
            self.decide(id, &Verdict::Refuse { opinion: opinion.to_owned(), codes: codes.to_vec() })?;
        self.send_verdicts(vec![decided])
    }

    /// Enters a verdict without sending it.
    pub fn decide(&mut self, id: i64, verdict: &Verdict) -> Result<Decided, SimulatorError> {
        let filing = self.waiting(id)?;
        match verdict {
            Verdict::Approve { opinion } => {
                let sent = self.upload_of(&filing)?;
                let document = sent.get(filing.index).ok_or(SimulatorError::Missing)?;
                let province = Province::of_region(document.subject.address.province)
                    .ok_or_else(|| SimulatorError::Document("the province is unknown".to_owned()))?;
                let filed = self.file(&filing, document, province);
                let subject_number = filed.subject.number.clone().unwrap_or_default();
                let numbers = filed.services.iter().filter_map(|service| service.number.clone());
                let service_numbers = numbers.collect();
                self.set_stage(id, Stage::Approved { at: self.now, subject_number, service_numbers });
                let review = self.review(&filing, 1, opinion.clone());
                let result = result(Some(filing.record), vec![line(APPROVED, None)], None);
                let letters = province.letters;
                Ok(Decided { account: filing.account, letters, result, review, filed: Some(filed) })
            }
            Verdict::Refuse { opinion, codes } => {
                let mut lines = vec![line(REFUSED, None)];
                lines.extend(codes.iter().map(|code| line(*code, None)));
                let opinion = opinion.trim().chars().take(1024).collect::<String>();
                let review = self.review(&filing, 0, Some(opinion.clone()));
                self.set_stage(id, Stage::Refused { at: self.now, opinion });
                let letters = self.config.letters(filing.account);
                let result = result(Some(filing.record), lines, None);
                Ok(Decided { account: filing.account, letters, result, review, filed: None })
            }
        }
    }

    /// Sends verdicts in their order, those for one provider in as few files as they fit in.
    pub fn send_verdicts(&mut self, decided: Vec<Decided>) -> Result<(), SimulatorError> {
        let mut parts: BTreeMap<i64, Vec<Decided>> = BTreeMap::new();
        for one in decided {
            parts.entry(one.account).or_default().push(one);
        }
        for (account, mut rest) in parts {
            while !rest.is_empty() {
                let later = rest.split_off(rest.len().min(RECORDS));
                let granted = rest.iter().find(|one| one.filed.is_some());
                let letters = granted.map_or_else(|| self.config.letters(account), |one| one.letters);
                self.queue(account, letters, answer(rest))?;
                rest = later;
            }
        }
        Ok(())
    }

    fn waiting(&self, id: i64) -> Result<FilingState, SimulatorError> {
        let filing = self.filing(id)?;
        match filing.stage {
            Stage::Waiting { .. } => Ok(filing.clone()),
            Stage::Faulty { .. }
            | Stage::PhoneCheck { .. }
            | Stage::Returned { .. }
            | Stage::Approved { .. }
            | Stage::Refused { .. } => Err(SimulatorError::NotNow { id, stage: filing.stage.name() }),
        }
    }

    fn review(&self, filing: &FilingState, verdict: i64, opinion: Option<String>) -> Review {
        Review {
            reviewer: Some(REVIEWER.to_owned()),
            reviewer_phone: None,
            reviewed: WireTime::from_utc(self.now),
            opinion: opinion.filter(|opinion| !opinion.trim().is_empty()),
            verdict,
            operation: Some(operation::NEW_FILING),
            record: Some(filing.record),
        }
    }

    fn file(&mut self, filing: &FilingState, sent: &xzba::Filing, province: &Province) -> basj::Filing {
        let now = self.now;
        let mut draw = Vec::new();
        for service in &sent.services {
            let ids = 1 + service.domains.len();
            let accesses: usize = service.accesses.iter().map(|access| 1 + access.addresses.len()).sum();
            draw.extend((0..ids + accesses).map(|_| self.state.draw_id(province)));
        }
        let mut ids = draw.into_iter();
        let mut next_id = || ids.next().unwrap_or(province.code * 10_000_000_000);
        let bureau_id = self.state.enter(&sent.subject, province, now);
        let enter = |subject: &mut FiledSubject| {
            let mut services = Vec::new();
            for service in &sent.services {
                let number = subject.next_number();
                let filed = filed_service(service, number, filing.account, now, &mut next_id);
                subject.services.push(FiledService {
                    bureau_id: filed.bureau_id,
                    name: filed.name.clone(),
                    number: filed.number.clone().unwrap_or_default(),
                    domains: filed.domains.iter().map(|domain| domain.name.to_ascii_lowercase()).collect(),
                });
                services.push(filed);
            }
            ((subject.bureau_id, subject.number.clone(), subject.first_filed), services)
        };
        let (numbered, services) = self.state.subjects.update(&bureau_id, enter).unwrap_or_default();
        basj::Filing { subject: filed_subject(&sent.subject, numbered, now), services, remark: None }
    }
}

/// One file with verdicts.
fn answer(decided: Vec<Decided>) -> IcpDownload {
    let (mut results, mut reviews, mut filings) = (Vec::new(), Vec::new(), Vec::new());
    for one in decided {
        results.push(one.result);
        reviews.push(one.review);
        filings.extend(one.filed);
    }
    let filing_data = (!filings.is_empty()).then_some(basj::FilingData { filings });
    IcpDownload { results: Some(Results { results, reviews }), filing_data, ..IcpDownload::default() }
}

type Moment = chrono::DateTime<chrono::Utc>;

fn filed_subject(
    sent: &xzba::Subject,
    (bureau_id, number, first_filed): (i64, String, Moment),
    now: Moment,
) -> basj::Subject {
    let person = &sent.person;
    basj::Subject {
        record: Some(sent.record),
        bureau_id,
        name: sent.name.clone(),
        nature: sent.nature,
        address: basj::Address {
            province: sent.address.province,
            city: Some(sent.address.city),
            county: sent.address.county,
            street: sent.address.street.clone(),
        },
        certificate: basj::Certificate {
            kind: sent.certificate.kind,
            number: sent.certificate.number.clone(),
            address: sent.certificate.address.clone(),
        },
        person: basj::SubjectPerson {
            name: person.name.clone(),
            office_phone: person.office_phone.clone(),
            mobile: Some(person.mobile.clone()),
            email: person.email.clone(),
            msn: person.msn.clone(),
            qq: person.qq.clone(),
            certificate_number: person.certificate_number.clone(),
            certificate_kind: person.certificate_kind,
        },
        number: Some(number),
        mode: sent.mode,
        investor: sent.investor.clone(),
        first_filed: WireTime::from_utc(first_filed),
        last_changed: WireTime::from_utc(now),
        certificate_expiry: None,
        certificate_path: None,
        certificate_serial: None,
        reviewer: Some(REVIEWER.to_owned()),
        reviewed: Some(WireTime::from_utc(now)),
        remark: sent.remark.clone(),
    }
}

fn filed_service(
    sent: &xzba::Service,
    number: String,
    provider: i64,
    now: Moment,
    next_id: &mut impl FnMut() -> i64,
) -> basj::Service {
    let bureau_id = next_id();
    let domain = |domain: &xzba::Domain, bureau_id| basj::Domain {
        record: Some(domain.record),
        bureau_id,
        name: domain.name.clone(),
    };
    let domains = sent.domains.iter().map(|sent| domain(sent, next_id())).collect();
    let accesses = sent.accesses.iter().map(|access| filed_access(access, provider, next_id)).collect();
    let person = &sent.person;
    basj::Service {
        record: Some(sent.record),
        bureau_id,
        name: sent.name.clone(),
        approvals: sent.approvals.clone(),
        contents: sent.contents.clone(),
        languages: sent.languages.clone(),
        domains,
        accesses,
        person: basj::ServicePerson {
            name: person.name.clone(),
            office_phone: person.office_phone.clone(),
            mobile: Some(person.mobile.clone()),
            email: Some(person.email.clone()),
            msn: person.msn.clone(),
            qq: person.qq.clone(),
            certificate_kind: person.certificate_kind,
            certificate_number: person.certificate_number.clone(),
        },
        home_url: sent.home_url.clone(),
        remark: sent.remark.clone(),
        first_filed: Some(WireTime::from_utc(now)),
        last_changed: Some(WireTime::from_utc(now)),
        number: Some(number),
    }
}

fn filed_access(sent: &xzba::Access, provider: i64, next_id: &mut impl FnMut() -> i64) -> basj::Access {
    let bureau_id = next_id();
    let range = |range: &xzba::IpRange, bureau_id| basj::IpRange {
        record: Some(range.record),
        bureau_id,
        first: range.first,
        last: range.last,
    };
    basj::Access {
        record: Some(sent.record),
        bureau_id,
        provider,
        locations: sent.locations.clone(),
        modes: sent.modes.clone(),
        addresses: sent.addresses.iter().map(|sent| range(sent, next_id())).collect(),
    }
}
