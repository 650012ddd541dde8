//! What the bureau's system does with an accepted upload before any person sees it: schema, version, unit,
//! then the content checks of every filing in it.

use super::SimulatorError;
use super::bureau::Bureau;
use super::checks::{self, Library};
use super::outbox::{line, result, results};
use super::state::{FilingState, Stage};
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
const NOT_OPENED: i64 = 5011;

impl Bureau<'_> {
    /// Examines every upload that was accepted but not yet read.
    pub fn examine_uploads(&mut self) -> Result<(), SimulatorError> {
        let waiting: Vec<(i64, i64)> = self
            .state
            .accounts
            .iter()
            .flat_map(|(account, state)| {
                let unread = state.uploads.iter().filter(|upload| !upload.examined);
                unread.map(move |upload| (*account, upload.sequence))
            })
            .collect();
        for (account, sequence) in waiting {
            self.examine(account, sequence)?;
            let uploads = self.state.accounts.get_mut(&account).map(|state| &mut state.uploads);
            if let Some(upload) = uploads.into_iter().flatten().find(|upload| upload.sequence == sequence) {
                upload.examined = true;
            }
        }
        Ok(())
    }

    fn examine(&mut self, account: i64, sequence: i64) -> Result<(), SimulatorError> {
        let packed = Packed::from_zip(self.disk.read_upload(account, sequence)?);
        let (upload, spoken) = match readable(account, &packed) {
            Ok(readable) => readable,
            Err(code) => {
                let text = (code == FILE_INVALID).then(|| format!("{account}-{sequence}"));
                return self.queue(account, "SIM", results(vec![result(None, vec![line(code, text)], None)]));
            }
        };
        let mut answers = spoken;
        let mut province = "SIM";
        for (index, filing) in upload.new_filing.iter().flat_map(|new| &new.filings).enumerate() {
            province = Province::of_region(filing.subject.address.province).map_or("SIM", |p| p.letters);
            answers.push(self.examine_filing(account, sequence, index, filing));
        }
        if answers.is_empty() {
            answers.push(result(None, vec![line(FILE_INVALID, None)], None));
        }
        self.queue(account, province, results(answers))
    }

    fn examine_filing(
        &mut self,
        account: i64,
        sequence: i64,
        index: usize,
        filing: &Filing,
    ) -> RequestResult {
        let codes = checks::failing(filing, &Library { state: &self.state });
        let id = self.state.filings.keys().next_back().map_or(1, |last| last + 1);
        let phone_check = self.config.phone_check && codes.is_empty();
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
}

/// Reads an upload as far as the whole file is concerned; documents that are not served yet are answered
/// one by one.
fn readable(account: i64, packed: &Packed) -> Result<(IcpUpload, Vec<RequestResult>), i64> {
    let (document, _) = packing::unpack_upload(packed).map_err(|error| code_of(&error))?;
    if !document.schema_violations().is_empty() {
        return Err(FILE_INVALID);
    }
    if document.unit() != account {
        return Err(WRONG_UNIT);
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
