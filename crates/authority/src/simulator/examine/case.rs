//! A request after the checks: entered, answered, and left to the phone check or to whoever decides.

use crate::codes::base::Province;
use crate::codes::result::{ACCESS_AGREES, SHEET_STORED};
use crate::message::download::bajg::{REMARK_PHONE_CHECK_STARTED, RequestResult};
use crate::message::upload::xzba::Attachment;
use crate::simulator::bureau::Bureau;
use crate::simulator::checks::content::Content;
use crate::simulator::outbox::line;
use crate::simulator::phone::Texted;
use crate::simulator::register::{FiledSubject, province_of};
use crate::simulator::request::{Kind, Target};
use crate::simulator::state::{FilingState, Stage, Tag};

/// A request after the checks.
pub(super) struct Case {
    pub kind: Kind,
    /// The record that opinions name.
    pub record: i64,
    /// How results name it.
    pub reference: String,
    pub target: Option<Target>,
    /// The provider's ids of the services or the access that are new.
    pub new_records: Vec<i64>,
    pub name: String,
    pub certificate: (i64, String),
    /// Those that are new.
    pub domains: Vec<String>,
    /// Whom the ministry texts.
    pub persons: Vec<Texted>,
    /// A verification sheet came with it.
    pub sheet: bool,
    /// The bureau it is for.
    pub province: Option<&'static Province>,
    /// What speaks against it, ascending.
    pub codes: Vec<i64>,
}

impl Case {
    /// A request about a subject that should be in the register.
    pub fn about(kind: Kind, record: i64, reference: String, subject: Option<&FiledSubject>) -> Self {
        let certificate = subject.map(|subject| &subject.filing.subject.certificate);
        Self {
            kind,
            record,
            reference,
            target: subject.map(|one| Target { subject: one.bureau_id(), service: None, access: None }),
            new_records: Vec::new(),
            name: subject.map(|subject| subject.name().to_owned()).unwrap_or_default(),
            certificate: certificate.map(|one| (one.kind, one.number.clone())).unwrap_or_default(),
            domains: Vec::new(),
            persons: Vec::new(),
            sheet: false,
            province: subject.and_then(|subject| province_of(subject.bureau_id())),
            codes: Vec::new(),
        }
    }

    /// The same with codes that speak against it, in any order and any number of times.
    #[must_use]
    pub fn with_codes(mut self, mut codes: Vec<i64>) -> Self {
        codes.sort_unstable();
        codes.dedup();
        self.codes = codes;
        self
    }

    /// What a forced answer may call it.
    pub fn names(&self) -> [String; 2] {
        [self.record.to_string(), self.reference.clone()]
    }
}

/// Whether one of the attachments is a verification sheet.
pub(super) fn has_sheet(content: &Content<'_>) -> bool {
    content.attachments.iter().any(|one| one.purpose == Attachment::VERIFICATION_SHEET)
}

/// The subject's person in charge, as filed.
pub(super) fn subject_person(subject: &FiledSubject) -> Option<Texted> {
    let (filed, person) = (&subject.filing.subject, &subject.filing.subject.person);
    Some(Texted {
        mobile: person.mobile.clone()?,
        name: person.name.clone().unwrap_or_else(|| filed.name.clone()),
        certificate: person.certificate_number.as_ref().unwrap_or(&filed.certificate.number).clone(),
    })
}

/// The person in charge of a service, as filed.
pub(super) fn service_person(subject: &FiledSubject, service: i64) -> Option<Texted> {
    let person = &subject.service(service)?.person;
    let certificate = &subject.filing.subject.certificate.number;
    Some(Texted {
        mobile: person.mobile.clone()?,
        name: person.name.clone(),
        certificate: person.certificate_number.as_ref().unwrap_or(certificate).clone(),
    })
}

/// The persons that a request names itself; whoever gives no certificate has the subject's.
pub(super) fn sent_persons(content: &Content<'_>, certificate: &str) -> Vec<Texted> {
    let subject = content.subject.iter().map(|subject| (&subject.person, subject.name));
    let services = content.services.iter().filter_map(|service| service.person.as_ref());
    let persons = subject.chain(services.map(|person| (person, "")));
    let texted = persons.map(|(person, otherwise)| Texted {
        mobile: person.mobile.to_owned(),
        name: person.name.unwrap_or(otherwise).to_owned(),
        certificate: person.certificate_number.unwrap_or(certificate).to_owned(),
    });
    texted.collect()
}

impl Bureau<'_> {
    /// Enters a request; what there is to say about it.
    pub(super) fn enter_case(
        &mut self,
        account: i64,
        sequence: i64,
        index: usize,
        case: Case,
    ) -> Option<RequestResult> {
        let id = self.state.filings.last_key().map_or(1, |last| last + 1);
        let sound = case.codes.is_empty();
        let phone_check = sound
            && case.kind.has_phone_check()
            && !case.persons.is_empty()
            && self.state.settings().phone_check;
        let stage = if !sound {
            Stage::Faulty { codes: case.codes.clone(), at: self.now }
        } else if phone_check {
            Stage::PhoneCheck { since: self.now }
        } else {
            Stage::Waiting { since: self.now }
        };
        let phones = if phone_check { self.text_persons(&case.persons) } else { Vec::new() };
        let (certificate_kind, certificate_number) = case.certificate;
        let entry = FilingState {
            id,
            account,
            kind: case.kind,
            sequence,
            index,
            record: case.record,
            reference: case.reference,
            target: case.target,
            new_records: case.new_records,
            name: case.name,
            certificate_kind,
            certificate_number,
            domains: case.domains.iter().map(|domain| domain.to_ascii_lowercase()).collect(),
            arrived: self.now,
            phones,
            duplicate: case.kind.is_new() && self.is_known(case.kind, account, case.record),
            stage,
        };
        let lines = if sound { received(case.kind, case.sheet) } else { case.codes };
        let lines: Vec<_> = lines.into_iter().map(|code| line(code, None)).collect();
        let remark = phone_check.then_some(REMARK_PHONE_CHECK_STARTED);
        let answer = (!lines.is_empty()).then(|| entry.result(lines, remark));
        self.state.filings.insert(id, entry);
        answer
    }

    /// Whether the same record of the provider came before and was not turned down.
    fn is_known(&self, kind: Kind, account: i64, record: i64) -> bool {
        let mut earlier = self.state.filings.tagged(&Tag::Record(kind, account, record));
        earlier.any(|id| {
            let stage = self.state.filings.get(id).map(|filing| &filing.stage);
            stage.is_some_and(|stage| stage.is_open() || matches!(stage, Stage::Approved { .. }))
        })
    }
}

/// The codes that say that a request was read and found in order: there are two, for sheets and accesses. A
/// cancellation has neither, and is not answered before its verdict.
fn received(kind: Kind, sheet: bool) -> Vec<i64> {
    match kind {
        Kind::NewFiling => vec![SHEET_STORED, ACCESS_AGREES],
        Kind::NewService | Kind::NewAccess | Kind::Change if sheet => vec![SHEET_STORED, ACCESS_AGREES],
        Kind::NewService | Kind::NewAccess | Kind::Change => vec![ACCESS_AGREES],
        Kind::CancelAccess | Kind::CancelSubject | Kind::CancelService => Vec::new(),
    }
}
