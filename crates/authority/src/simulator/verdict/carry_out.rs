//! What an approved request does to the register, and who has to be told.

use std::collections::{BTreeMap, BTreeSet};

use super::{REVIEWER, Told};
use crate::codes::base::Province;
use crate::message::download::icp::cancellations::Cancellation;
use crate::simulator::SimulatorError;
use crate::simulator::bureau::Bureau;
use crate::simulator::register::{Cancelled, Entry, ServiceKind, providers_of};
use crate::simulator::request::{Kind, Request, Target};
use crate::simulator::state::FilingState;

/// 唯一接入.
const ONLY_ACCESS: i64 = 1025;
/// 主体已注销.
const SUBJECT_GONE: i64 = 1049;
/// 网站已注销.
const SERVICE_GONE: i64 = 1050;
/// 数据不存在.
const NOTHING_THERE: i64 = 1016;

/// What came of an approval.
pub(super) struct Outcome {
    /// Bureau id of the subject.
    pub subject: i64,
    pub subject_number: String,
    /// Numbers of the services concerned, in document order for new ones.
    pub service_numbers: Vec<String>,
    /// What everyone concerned is told, by unit id.
    pub told: BTreeMap<i64, Told>,
}

type Carried = Result<Outcome, i64>;

impl Bureau<'_> {
    /// Carries out a request, or gives the code that says why the register no longer allows it.
    pub(super) fn carry_out(
        &mut self,
        filing: &FilingState,
        kinds: &[ServiceKind],
    ) -> Result<Carried, SimulatorError> {
        let request = self.request(filing)?;
        let entry = Entry { account: filing.account, now: self.now, reviewer: REVIEWER };
        let Some(target) = filing.target else {
            return match request {
                Request::NewFiling(sent) => {
                    let province = Province::of_region(sent.subject.address.province);
                    let province = province
                        .ok_or_else(|| SimulatorError::Document("the province is unknown".to_owned()))?;
                    let (subject, numbers) = self.state.enter_filing(&sent, province, entry, kinds);
                    let number = self.state.subjects.get(&subject).map(|filed| filed.number().to_owned());
                    number.map(|number| self.password_of(&number));
                    Ok(self.changed(subject, numbers, filing.account))
                }
                Request::NewService(_)
                | Request::NewAccess(_)
                | Request::Change(_)
                | Request::Cancellation(_) => Ok(Err(NOTHING_THERE)),
            };
        };
        Ok(match request {
            Request::NewFiling(_) => Err(NOTHING_THERE),
            Request::NewService(sent) => {
                match self.state.enter_services(target.subject, &sent.services, entry, kinds) {
                    Some(numbers) => self.changed(target.subject, numbers, filing.account),
                    None => Err(SUBJECT_GONE),
                }
            }
            Request::NewAccess(sent) => {
                let service = target.service.unwrap_or_default();
                match self.state.enter_access(service, &sent, entry) {
                    Some(()) => self.changed(target.subject, self.number_of(service), filing.account),
                    None => Err(SERVICE_GONE),
                }
            }
            Request::Change(sent) => match self.state.change_filing(&sent, entry) {
                Some(()) => {
                    let services = sent.services.iter().map(|service| service.bureau_id);
                    let numbers = services.flat_map(|service| self.number_of(service)).collect();
                    self.changed(target.subject, numbers, filing.account)
                }
                None => Err(SUBJECT_GONE),
            },
            Request::Cancellation(_) => self.cancel(filing, target),
        })
    }

    fn number_of(&self, service: i64) -> Vec<String> {
        let found = self.state.with_service(service);
        found.and_then(|(_, service)| service.number.clone()).into_iter().collect()
    }

    /// The filing as it stands now, for everyone with an access and whoever asked.
    fn changed(&self, subject: i64, service_numbers: Vec<String>, account: i64) -> Carried {
        let filed = self.state.subjects.get(&subject).ok_or(SUBJECT_GONE)?;
        let mut concerned = filed.providers();
        concerned.insert(account);
        let known = concerned.into_iter().filter(|provider| self.config.account(*provider).is_some());
        let tell =
            |provider| (provider, Told { filings: vec![filed.seen_by(provider)], cancellations: Vec::new() });
        let told = known.map(tell).collect();
        Ok(Outcome { subject, subject_number: filed.number().to_owned(), service_numbers, told })
    }

    fn cancel(&mut self, filing: &FilingState, target: Target) -> Carried {
        let (now, subject) = (self.now, target.subject);
        let number = self.state.subjects.get(&subject).map(|one| one.number().to_owned());
        let subject_number = number.ok_or(SUBJECT_GONE)?;
        let (mut concerned, service_numbers, cancellation) = match filing.kind {
            Kind::CancelSubject => {
                let filed = self.state.cancel_subject(subject, now).ok_or(SUBJECT_GONE)?;
                let numbers = filed.services().iter().filter_map(|service| service.number.clone());
                (filed.providers(), numbers.collect(), Cancelled::told(Cancelled::SUBJECT, subject))
            }
            Kind::CancelService => {
                let id = target.service.unwrap_or_default();
                let service = self.state.cancel_service(id, now).ok_or(SERVICE_GONE)?;
                let concerned: BTreeSet<i64> = providers_of(&service).collect();
                (concerned, service.number.into_iter().collect(), Cancelled::told(Cancelled::SERVICE, id))
            }
            Kind::NewFiling | Kind::NewService | Kind::NewAccess | Kind::Change | Kind::CancelAccess => {
                let id = target.access.unwrap_or_default();
                let (_, service, _) = self.state.with_access(id).ok_or(SERVICE_GONE)?;
                if service.accesses.len() == 1 {
                    return Err(ONLY_ACCESS);
                }
                let concerned: BTreeSet<i64> = providers_of(service).collect();
                let numbers = service.number.clone().into_iter().collect();
                self.state.cancel_access(id, now).ok_or(SERVICE_GONE)?;
                (concerned, numbers, Cancelled::told(Cancelled::ACCESS, id))
            }
        };
        concerned.insert(filing.account);
        let told = self.told_of(&concerned, &cancellation);
        Ok(Outcome { subject, subject_number, service_numbers, told })
    }

    fn told_of(&self, concerned: &BTreeSet<i64>, cancellation: &Cancellation) -> BTreeMap<i64, Told> {
        let known = concerned.iter().filter(|provider| self.config.account(**provider).is_some());
        let tell = |provider: &i64| {
            (*provider, Told { filings: Vec::new(), cancellations: vec![cancellation.clone()] })
        };
        known.map(tell).collect()
    }
}
