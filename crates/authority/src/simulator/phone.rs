//! 短信核验, the ministry's phone check: a code to every mobile of a person in charge, to be entered within a
//! day. Rules as published by the ministry for 2020-08-17 onwards: six digits, 24 hours, two resends, the
//! attempt after five wrong ones sends the order back.

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::SimulatorError;
use super::bureau::Bureau;
use super::outbox::{line, result, results};
use super::state::{FilingState, Stage};
use crate::codes::result::{ACCESS_AGREES, OTHER};
use crate::message::download::bajg::{
    REMARK_PHONE_CHECK_DONE, REMARK_PHONE_CHECK_FAILED, REMARK_PHONE_CHECK_MISSED,
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
        let Some(check) = self.check_mut(first) else { return Ok(Entry::Unknown) };
        check.wrong += 1;
        if check.wrong > FORGIVEN {
            self.send_back(first.0, false)?;
            return Ok(Entry::Returned);
        }
        Ok(Entry::Wrong { left: FORGIVEN - check.wrong })
    }

    /// Sends another code to a mobile, for its oldest open check.
    pub fn resend(&mut self, mobile: &str) -> Resent {
        let Some(place) = self.open_checks(mobile.trim()).first().copied() else { return Resent::Unknown };
        if self.check(place).is_none_or(|check| check.resends_left() == 0) {
            return Resent::UsedUp;
        }
        let sent = SentCode { code: self.draw_code(), at: self.now };
        let Some(check) = self.check_mut(place) else { return Resent::Unknown };
        check.codes.push(sent);
        Resent::Sent { left: check.resends_left() }
    }

    /// Passes every open check of a mobile; for tests that are about something else.
    pub fn complete_phone(&mut self, mobile: &str) -> Result<usize, SimulatorError> {
        let open = self.open_checks(mobile);
        for place in &open {
            self.pass(*place)?;
        }
        Ok(open.len())
    }

    /// Sends back every filing whose day is over.
    pub fn return_missed(&mut self) -> Result<(), SimulatorError> {
        let now = self.now;
        let over = |filing: &&FilingState| matches!(filing.stage, Stage::PhoneCheck { since } if since + VALID <= now);
        let due: Vec<i64> = self.state.filings.values().filter(over).map(|filing| filing.id).collect();
        due.into_iter().try_for_each(|id| self.send_back(id, true))
    }

    fn pass(&mut self, place: (i64, usize)) -> Result<Entry, SimulatorError> {
        if let Some(check) = self.check_mut(place) {
            check.passed = true;
        }
        let filing = self.filing(place.0)?;
        if filing.phones.iter().any(|check| !check.passed) {
            return Ok(Entry::Passed);
        }
        let (account, record) = (filing.account, filing.record);
        let done = result(Some(record), vec![line(ACCESS_AGREES, None)], Some(REMARK_PHONE_CHECK_DONE));
        self.queue(account, "SIM", results(vec![done]))?;
        self.set_stage(place.0, Stage::Waiting { since: self.now });
        Ok(Entry::AllPassed)
    }

    fn send_back(&mut self, id: i64, missed: bool) -> Result<(), SimulatorError> {
        let filing = self.filing(id)?;
        let (account, record) = (filing.account, filing.record);
        let remark = if missed { REMARK_PHONE_CHECK_MISSED } else { REMARK_PHONE_CHECK_FAILED };
        let answer = result(Some(record), vec![line(OTHER, Some(remark.to_owned()))], Some(remark));
        self.queue(account, "SIM", results(vec![answer]))?;
        self.set_stage(id, Stage::Returned { missed, at: self.now });
        Ok(())
    }

    /// Filing and place of every open check of a mobile, oldest first.
    fn open_checks(&self, mobile: &str) -> Vec<(i64, usize)> {
        let filings = self.state.filings.values();
        let open = filings.filter(|filing| matches!(filing.stage, Stage::PhoneCheck { .. }));
        let places = open.flat_map(|filing| {
            let checks = filing.phones.iter().enumerate();
            let mine = checks.filter(|(_, check)| check.mobile == mobile && !check.passed);
            mine.map(|(index, _)| (filing.id, index))
        });
        places.collect()
    }

    fn check(&self, (id, index): (i64, usize)) -> Option<&PhoneCheck> {
        self.state.filings.get(&id)?.phones.get(index)
    }

    fn check_mut(&mut self, (id, index): (i64, usize)) -> Option<&mut PhoneCheck> {
        self.state.filings.get_mut(&id)?.phones.get_mut(index)
    }

    /// Six digits from seed and count (SplitMix64): repeatable, and different every time.
    fn draw_code(&mut self) -> String {
        self.state.drawn += 1;
        let mut mixed = self.config.seed.wrapping_add(self.state.drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        format!("{:06}", (mixed ^ (mixed >> 31)) % 1_000_000)
    }
}

fn last_six(number: &str) -> String {
    let skip = number.chars().count().saturating_sub(6);
    number.chars().skip(skip).collect()
}
