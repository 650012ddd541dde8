//! The bureau's verdict: what is approved changes the register and goes out as filing data or cancellations,
//! to everyone concerned; what is refused gets an opinion.

mod carry_out;

use std::collections::BTreeMap;

use super::SimulatorError;
use super::bureau::Bureau;
use super::outbox::{RECORDS, line};
use super::register::{ServiceKind, province_of};
use super::state::{FilingState, Stage};
use crate::codes::result::{APPROVED, REFUSED};
use crate::message::download::bajg::{RequestResult, Results, Review};
use crate::message::download::icp::cancellations::{Cancellation, Cancellations};
use crate::message::download::{IcpDownload, basj};
use crate::value::WireTime;
use carry_out::Outcome;

/// Who signs the verdicts.
const REVIEWER: &str = "模拟审核员";

/// What the bureau decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    Approve {
        opinion: Option<String>,
        /// What the new services are, in document order; websites where nothing is said.
        kinds: Vec<ServiceKind>,
    },
    Refuse {
        opinion: String,
        /// Codes besides 1002.
        codes: Vec<i64>,
    },
}

/// A verdict that was entered, on its way to the providers.
pub(super) struct Decided {
    account: i64,
    letters: &'static str,
    result: RequestResult,
    review: Review,
    told: BTreeMap<i64, Told>,
}

/// What the register has to tell a provider.
#[derive(Default)]
struct Told {
    filings: Vec<basj::Filing>,
    cancellations: Vec<Cancellation>,
}

impl Bureau<'_> {
    /// 审核通过: changes the register and sends result, opinion and what is new.
    pub fn approve(
        &mut self,
        id: i64,
        opinion: Option<String>,
        kinds: Vec<ServiceKind>,
    ) -> Result<(), SimulatorError> {
        let decided = self.decide(id, &Verdict::Approve { opinion, kinds })?;
        self.send_verdicts(vec![decided])
    }

    /// 审核拒绝: sends result and opinion; further codes may say what is wrong.
    pub fn refuse(&mut self, id: i64, opinion: &str, codes: &[i64]) -> Result<(), SimulatorError> {
        let decided =
            self.decide(id, &Verdict::Refuse { opinion: opinion.to_owned(), codes: codes.to_vec() })?;
        self.send_verdicts(vec![decided])
    }

    /// Enters a verdict without sending it. What can no longer be carried out, since the register has changed
    /// in the meantime, is refused with the code that says so.
    pub fn decide(&mut self, id: i64, verdict: &Verdict) -> Result<Decided, SimulatorError> {
        let filing = self.waiting(id)?;
        match verdict {
            Verdict::Approve { opinion, kinds } => match self.carry_out(&filing, kinds)? {
                Ok(outcome) => Ok(self.approved(&filing, opinion.clone(), outcome)),
                Err(code) => Ok(self.refused(&filing, "", &[code])),
            },
            Verdict::Refuse { opinion, codes } => Ok(self.refused(&filing, opinion, codes)),
        }
    }

    fn approved(&mut self, filing: &FilingState, opinion: Option<String>, outcome: Outcome) -> Decided {
        let Outcome { subject, subject_number, service_numbers, told } = outcome;
        self.set_stage(filing.id, Stage::Approved { at: self.now, subject_number, service_numbers });
        let letters =
            province_of(subject).map_or_else(|| self.config.letters(filing.account), |one| one.letters);
        let review = self.review(filing, 1, opinion);
        let result = filing.result(vec![line(APPROVED, None)], None);
        Decided { account: filing.account, letters, result, review, told }
    }

    fn refused(&mut self, filing: &FilingState, opinion: &str, codes: &[i64]) -> Decided {
        let mut lines = vec![line(REFUSED, None)];
        lines.extend(codes.iter().map(|code| line(*code, None)));
        let opinion = opinion.trim().chars().take(1024).collect::<String>();
        let review = self.review(filing, 0, Some(opinion.clone()));
        self.set_stage(filing.id, Stage::Refused { at: self.now, opinion });
        let letters = self.config.letters(filing.account);
        let result = filing.result(lines, None);
        Decided { account: filing.account, letters, result, review, told: BTreeMap::new() }
    }

    /// Sends verdicts in their order, those for one provider in as few files as they fit in.
    pub fn send_verdicts(&mut self, decided: Vec<Decided>) -> Result<(), SimulatorError> {
        let mut parts: BTreeMap<i64, Vec<Part>> = BTreeMap::new();
        for one in decided {
            let mut told = one.told;
            let own = told.remove(&one.account).unwrap_or_default();
            let answer = Some((one.result, one.review));
            parts.entry(one.account).or_default().push(Part { letters: one.letters, answer, told: own });
            for (account, told) in told {
                let part = Part { letters: one.letters, answer: None, told };
                parts.entry(account).or_default().push(part);
            }
        }
        for (account, mut rest) in parts {
            while !rest.is_empty() {
                let later = rest.split_off(rest.len().min(RECORDS));
                let granted = rest.iter().find(|one| one.told.says_something());
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
            operation: Some(filing.kind.operation()),
            record: Some(filing.record),
        }
    }
}

/// What one verdict adds to the file of a provider.
struct Part {
    letters: &'static str,
    /// Result and opinion, for whoever asked.
    answer: Option<(RequestResult, Review)>,
    told: Told,
}

impl Told {
    fn says_something(&self) -> bool {
        !self.filings.is_empty() || !self.cancellations.is_empty()
    }
}

/// One file with verdicts and what the register has to tell.
fn answer(parts: Vec<Part>) -> IcpDownload {
    let (mut results, mut reviews) = (Vec::new(), Vec::new());
    let (mut filings, mut cancellations) = (Vec::new(), Vec::new());
    for part in parts {
        if let Some((result, review)) = part.answer {
            results.push(result);
            reviews.push(review);
        }
        filings.extend(part.told.filings);
        cancellations.extend(part.told.cancellations);
    }
    IcpDownload {
        results: (!results.is_empty()).then_some(Results { results, reviews }),
        filing_data: (!filings.is_empty()).then_some(basj::FilingData { filings }),
        cancellations: (!cancellations.is_empty()).then_some(Cancellations { cancellations }),
        ..IcpDownload::default()
    }
}
