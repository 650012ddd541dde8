//! What the bureau's system does with an accepted upload before any person sees it: schema, version, unit,
//! then the content checks of every filing in it.

use super::SimulatorError;
use super::account::Seat;
use super::bureau::{Bureau, Occasion};
use super::checks::{self, Library};
use super::outbox::{line, result, results};
use super::state::{FilingState, Stage, Tag};
use crate::codes::base::Province;
use crate::codes::result::{ACCESS_AGREES, FILE_INVALID, SHEET_STORED};
use crate::message::DocumentError;
use crate::message::download::bajg::{REMARK_PHONE_CHECK_STARTED, RequestResult};
use crate::message::upload::xzba::Filing;
use crate::message::upload::{IcpUpload, UploadDocument};
use crate::packing::{self, Packed, UnpackError};

const WRONG_UNIT: i64 = 5003;
const WRONG_VERSION: i64 = 5004;
const ILLEGAL_CHARACTERS: i64 = 5008;
const NOT_PERMITTED: i64 = 5009;
const NOT_OPENED: i64 = 5011;

impl Bureau<'_> {
    /// Examines the uploads that were accepted but not yet read: all of them, or with a limit a few per tick.
    pub fn examine_uploads(&mut self, occasion: Occasion) -> Result<(), SimulatorError> {
        if self.state.uploads.count(&Tag::Unexamined) == 0 {
            return Ok(());
        }
        let limit = self.state.settings().limits.examined_per_tick;
        let most = match (limit, occasion) {
            (None, _) => usize::MAX,
            (Some(limit), Occasion::Tick) => limit,
            (Some(_), Occasion::Request) => 0,
        };
        let waiting: Vec<(i64, i64)> =
            self.state.uploads.tagged(&Tag::Unexamined).take(most).copied().collect();
        for (account, sequence) in waiting {
            self.examine(account, sequence)?;
            self.state.uploads.update(&(account, sequence), |upload| upload.examined = true);
        }
        Ok(())
    }

    fn examine(&mut self, account: i64, sequence: i64) -> Result<(), SimulatorError> {
        let seat = self.config.account(account).map_or(Seat::Any, |account| account.seat);
        let packed = Packed::from_zip(self.disk.read_upload(account, sequence)?);
        let (upload, spoken) = match readable(account, seat, &packed) {
            Ok(readable) => readable,
            Err(code) => {
                let text = (code == FILE_INVALID).then(|| format!("{account}-{sequence}"));
                return self.queue(
                    account,
                    seat.letters(),
                    results(vec![result(None, vec![line(code, text)], None)]),
                );
            }
        };
        let mut answers = spoken;
        let mut province = seat.letters();
        for (index, filing) in upload.new_filing.iter().flat_map(|new| &new.filings).enumerate() {
            if seat == Seat::Any {
                let known = Province::of_region(filing.subject.address.province);
                province = known.map_or(province, |province| province.letters);
            }
            let codes = checks::failing(filing, &Library { state: self.state, seat });
            answers.push(self.receive((account, sequence, index), filing, codes));
        }
        if answers.is_empty() {
            answers.push(result(None, vec![line(FILE_INVALID, None)], None));
        }
        self.queue(account, province, results(answers))
    }

    /// Enters a filing, of an account, an upload and a place in it, with what the checks have found.
    fn receive(
        &mut self,
        (account, sequence, index): (i64, i64, usize),
        filing: &Filing,
        codes: Vec<i64>,
    ) -> RequestResult {
        let id = self.state.filings.last_key().map_or(1, |last| last + 1);
        let phone_check = codes.is_empty() && self.state.settings().phone_check;
        let stage = if !codes.is_empty() {
            Stage::Faulty { codes: codes.clone(), at: self.now }
        } else if phone_check {
            Stage::PhoneCheck { since: self.now }
        } else {
            Stage::Waiting { since: self.now }
        };
        let phones = if phone_check { self.text_persons(filing) } else { Vec::new() };
        let certificate = &filing.subject.certificate;
        let domains = filing.services.iter().flat_map(|service| &service.domains);
        let entry = FilingState {
            id,
            account,
            sequence,
            index,
            record: filing.subject.record,
            name: filing.subject.name.clone(),
            certificate_kind: certificate.kind,
            certificate_number: certificate.number.clone(),
            domains: domains.map(|domain| domain.name.to_ascii_lowercase()).collect(),
            arrived: self.now,
            phones,
            duplicate: self.is_known(account, filing.subject.record),
            stage,
        };
        self.state.filings.insert(id, entry);
        let record = Some(filing.subject.record);
        if !codes.is_empty() {
            return result(record, codes.into_iter().map(|code| line(code, None)).collect(), None);
        }
        let lines = vec![line(SHEET_STORED, None), line(ACCESS_AGREES, None)];
        result(record, lines, phone_check.then_some(REMARK_PHONE_CHECK_STARTED))
    }

    /// Whether the same record of the provider came before and was not turned down.
    fn is_known(&self, account: i64, record: i64) -> bool {
        let mut earlier = self.state.filings.tagged(&Tag::Record(account, record));
        earlier.any(|id| {
            let stage = self.state.filings.get(id).map(|filing| &filing.stage);
            stage.is_some_and(|stage| stage.is_open() || matches!(stage, Stage::Approved { .. }))
        })
    }
}

/// Reads an upload as far as the whole file is concerned; documents that are not served yet are answered
/// one by one.
fn readable(account: i64, seat: Seat, packed: &Packed) -> Result<(IcpUpload, Vec<RequestResult>), i64> {
    let (document, _) = packing::unpack_upload(packed).map_err(|error| code_of(&error))?;
    if !document.schema_violations().is_empty() {
        return Err(FILE_INVALID);
    }
    if document.unit() != account {
        return Err(WRONG_UNIT);
    }
    if seat == Seat::Ministry {
        return Err(NOT_PERMITTED);
    }
    let icp = match document {
        UploadDocument::Icp(icp) => icp,
        UploadDocument::Ip(_) | UploadDocument::Domain(_) => return Err(NOT_OPENED),
    };
    let unserved = [
        icp.new_service.is_some(),
        icp.new_access.is_some(),
        icp.change.is_some(),
        icp.verification_result.is_some(),
        icp.unfiled_handling.is_some(),
        icp.cancellation.is_some(),
        icp.verification_material.is_some(),
    ];
    let unserved = unserved.iter().filter(|there| **there);
    let answers = unserved.map(|_| result(None, vec![line(NOT_OPENED, None)], None)).collect();
    Ok((icp, answers))
}

fn code_of(error: &UnpackError) -> i64 {
    match error {
        UnpackError::Text(_) => ILLEGAL_CHARACTERS,
        UnpackError::Document(DocumentError::Version(_)) => WRONG_VERSION,
        UnpackError::Document(DocumentError::Xml(_) | DocumentError::Kind(_) | DocumentError::Content(_))
        | UnpackError::Algorithm { .. }
        | UnpackError::NoKey
        | UnpackError::Decrypt(_)
        | UnpackError::Hash
        | UnpackError::Archive(_)
        | UnpackError::Entries(_)
        | UnpackError::TooLarge => FILE_INVALID,
    }
}
