//! 短信核验, the ministry's phone check: a code to every mobile of a person in charge, to be entered within a
//! day. Rules as published by the ministry for 2020-08-17 onwards: six digits, 24 hours, two resends, the
//! attempt after five wrong ones sends the order back.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::SimulatorError;
use super::bureau::Bureau;
use super::chance;
use super::outbox::{line, result};
use super::state::{Counter, FilingState, Stage, Tag};
use crate::codes::result::{ACCESS_AGREES, OTHER};
use crate::message::download::bajg::{
    REMARK_PHONE_CHECK_DONE, REMARK_PHONE_CHECK_FAILED, REMARK_PHONE_CHECK_MISSED, RequestResult,
};
use crate::message::upload::xzba::Filing;

/// Wrong entries that are forgiven.
pub(super) const FORGIVEN: u32 = 5;
/// Times a code may be sent again.
pub(super) const RESENDS: u32 = 2;
/// Time to enter the code.
const VALID: Duration = Duration::hours(24);

/// The check of one mobile within one filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PhoneCheck {
    pub mobile: String,
    /// Names of the persons behind the mobile.
    pub names: Vec<String>,
    /// Last six characters of each person's certificate number.
    pub certificate_ends: Vec<String>,
    /// Every code sent; the last one counts.
    pub codes: Vec<SentCode>,
    pub wrong: u32,
    pub passed: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SentCode {
    pub code: String,
    pub at: DateTime<Utc>,
}

impl PhoneCheck {
    pub fn resends_left(&self) -> u32 {
        (RESENDS + 1).saturating_sub(u32::try_from(self.codes.len()).unwrap_or(u32::MAX))
    }

    fn accepts(&self, certificate_end: &str, code: &str) -> bool {
        let certificate = self.certificate_ends.iter().any(|end| end.eq_ignore_ascii_case(certificate_end));
        certificate && self.codes.last().is_some_and(|sent| sent.code == code)
    }
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// Nothing waits for this mobile.
    Unknown,
    /// Wrong; so many wrong entries are still forgiven.
    Wrong { left: u32 },
    /// The order was sent back.
    Returned,
    /// Right; others still have to enter theirs.
    Passed,
    /// Right, and everyone is done.
    AllPassed,
}

/// What became of asking for another code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resent {
    Unknown,
    UsedUp,
    Sent { left: u32 },
}

impl Bureau<'_> {
    /// Texts every distinct mobile of the filing once.
    pub fn text_persons(&mut self, filing: &Filing) -> Vec<PhoneCheck> {
        let certificate = &filing.subject.certificate.number;
        let subject = &filing.subject.person;
        let mut checks: Vec<PhoneCheck> = Vec::new();
        let mut add = |mobile: &str, name: &str, number: Option<&String>| {
            let mobile = mobile.split(';').next().unwrap_or_default().trim();
            let end = last_six(number.unwrap_or(certificate));
            match checks.iter_mut().find(|check| check.mobile == mobile) {
                Some(check) => {
                    check.names.push(name.to_owned());
                    check.certificate_ends.push(end);
                }
                None => checks.push(PhoneCheck {
                    mobile: mobile.to_owned(),
                    names: vec![name.to_owned()],
                    certificate_ends: vec![end],
                    codes: Vec::new(),
                    wrong: 0,
                    passed: false,
                }),
            }
        };
        let name = subject.name.as_ref().unwrap_or(&filing.subject.name);
        add(&subject.mobile, name, subject.certificate_number.as_ref());
        for service in &filing.services {
            let person = &service.person;
            add(&person.mobile, &person.name, person.certificate_number.as_ref());
        }
        for check in &mut checks {
            check.names.dedup();
            check.certificate_ends.dedup();
            check.codes.push(SentCode { code: self.draw_code(), at: self.now });
        }
        checks
    }

    /// A person enters certificate end and code on the page.
    pub fn enter_code(
        &mut self,
        mobile: &str,
        certificate_end: &str,
        code: &str,
    ) -> Result<Entry, SimulatorError> {
        let (mobile, certificate_end, code) = (mobile.trim(), certificate_end.trim(), code.trim());
        let open: Vec<(i64, usize)> = self.open_checks(mobile);
        let Some(first) = open.first().copied() else { return Ok(Entry::Unknown) };
        let accepts = |place: &&(i64, usize)| {
            self.check(**place)
                .is_some_and(|check| check.wrong < FORGIVEN && check.accepts(certificate_end, code))
        };
        if let Some(place) = open.iter().find(accepts).copied() {
            return self.pass(place);
        }
        let count = |check: &mut PhoneCheck| {
            check.wrong += 1;
            check.wrong
        };
        let Some(wrong) = self.change_check(first, count) else { return Ok(Entry::Unknown) };
        if wrong > FORGIVEN {
            let answer = self.sent_back(first.0, false)?;
            self.queue_results(&[answer])?;
            return Ok(Entry::Returned);
        }
        Ok(Entry::Wrong { left: FORGIVEN - wrong })
    }

    /// Sends another code to a mobile, for its oldest open check.
    pub fn resend(&mut self, mobile: &str) -> Resent {
        let Some(place) = self.open_checks(mobile.trim()).first().copied() else { return Resent::Unknown };
        if self.check(place).is_none_or(|check| check.resends_left() == 0) {
            return Resent::UsedUp;
        }
        let sent = SentCode { code: self.draw_code(), at: self.now };
        let text = |check: &mut PhoneCheck| {
            check.codes.push(sent);
            check.resends_left()
        };
        self.change_check(place, text).map_or(Resent::Unknown, |left| Resent::Sent { left })
    }

    /// Passes every open check of a mobile; for tests that are about something else.
    pub fn complete_phone(&mut self, mobile: &str) -> Result<usize, SimulatorError> {
        let open = self.open_checks(mobile);
        for place in &open {
            self.pass(*place)?;
        }
        Ok(open.len())
    }

    /// Passes every check that began at that moment or before; the answers come in as few files as they fit
    /// in.
    pub fn complete_phones(&mut self, until: DateTime<Utc>) -> Result<usize, SimulatorError> {
        let open = self.in_phone_check(until);
        let mut answers = Vec::new();
        for id in &open {
            let pass_all = |filing: &mut FilingState| {
                filing.phones.iter_mut().for_each(|check| check.passed = true);
            };
            self.state.filings.update(id, pass_all);
            answers.push(self.all_passed(*id)?);
        }
        self.queue_results(&answers)?;
        Ok(open.len())
    }

    /// Sends back every filing whose day is over.
    pub fn return_missed(&mut self) -> Result<(), SimulatorError> {
        let due = self.in_phone_check(self.now - VALID);
        let answers = due.into_iter().map(|id| self.sent_back(id, true)).collect::<Result<Vec<_>, _>>()?;
        self.queue_results(&answers)
    }

    /// Filings whose phone check began at that moment or before, oldest first.
    fn in_phone_check(&self, until: DateTime<Utc>) -> Vec<i64> {
        let tags = Tag::PhoneCheckSince(DateTime::<Utc>::MIN_UTC)..=Tag::PhoneCheckSince(until);
        self.state.filings.tagged_between(tags).copied().collect()
    }

    fn pass(&mut self, (id, index): (i64, usize)) -> Result<Entry, SimulatorError> {
        self.change_check((id, index), |check| check.passed = true);
        if self.filing(id)?.phones.iter().any(|check| !check.passed) {
            return Ok(Entry::Passed);
        }
        let answer = self.all_passed(id)?;
        self.queue_results(&[answer])?;
        Ok(Entry::AllPassed)
    }

    fn all_passed(&mut self, id: i64) -> Result<(i64, RequestResult), SimulatorError> {
        let (account, record) = self.sender(id)?;
        self.set_stage(id, Stage::Waiting { since: self.now });
        let lines = vec![line(ACCESS_AGREES, None)];
        Ok((account, result(Some(record), lines, Some(REMARK_PHONE_CHECK_DONE))))
    }

    fn sent_back(&mut self, id: i64, missed: bool) -> Result<(i64, RequestResult), SimulatorError> {
        let (account, record) = self.sender(id)?;
        let remark = if missed { REMARK_PHONE_CHECK_MISSED } else { REMARK_PHONE_CHECK_FAILED };
        self.set_stage(id, Stage::Returned { missed, at: self.now });
        let lines = vec![line(OTHER, Some(remark.to_owned()))];
        Ok((account, result(Some(record), lines, Some(remark))))
    }

    /// Who sent a filing, and as which record.
    fn sender(&self, id: i64) -> Result<(i64, i64), SimulatorError> {
        self.filing(id).map(|filing| (filing.account, filing.record))
    }

    /// Filing and place of every open check of a mobile, oldest first.
    fn open_checks(&self, mobile: &str) -> Vec<(i64, usize)> {
        let filings = self.state.filings.tagged(&Tag::Mobile(mobile.to_owned()));
        let places = filings.filter_map(|id| self.state.filings.get(id)).flat_map(|filing| {
            let checks = filing.phones.iter().enumerate();
            let mine = checks.filter(|(_, check)| check.mobile == mobile && !check.passed);
            mine.map(|(index, _)| (filing.id, index))
        });
        places.collect()
    }

    fn check(&self, (id, index): (i64, usize)) -> Option<&PhoneCheck> {
        self.state.filings.get(&id)?.phones.get(index)
    }

    fn change_check<T>(
        &mut self,
        (id, index): (i64, usize),
        act: impl FnOnce(&mut PhoneCheck) -> T,
    ) -> Option<T> {
        self.state.filings.update(&id, |filing| filing.phones.get_mut(index).map(act))?
    }

    /// Six digits from seed and count: repeatable, and different every time.
    fn draw_code(&mut self) -> String {
        let count = u64::try_from(self.state.next(Counter::Drawn)).unwrap_or_default();
        format!("{:06}", chance::number(self.config.seed, count) % 1_000_000)
    }
}

fn last_six(number: &str) -> String {
    let skip = number.chars().count().saturating_sub(6);
    number.chars().skip(skip).collect()
}
