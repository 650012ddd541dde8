//! What the bureau's system does with an accepted upload before any person sees it: schema, version, unit,
//! permission, then the checks of every request in it. Each document has its own file below.

mod addresses;
mod attachments;
mod cancellation;
mod case;
mod change;
#[cfg(test)]
mod coverage;
mod domains;
pub(super) mod forced;
mod new_access;
mod new_filing;
mod new_service;
mod password;
#[cfg(test)]
mod tests;
mod unfiled_handling;
mod verification_material;
mod verification_result;

use super::SimulatorError;
use super::account::{Business, Seat};
use super::bureau::{Bureau, Occasion};
use super::checks::Library;
use super::outbox::{line, result, results};
use super::state::Tag;
use crate::codes::result::FILE_INVALID;
use crate::message::DocumentError;
use crate::message::download::bajg::{RequestResult, operation};
use crate::message::upload::{IcpUpload, UploadDocument};
use crate::packing::{self, Packed, UnpackError};
use case::Case;

const WRONG_UNIT: i64 = 5003;
const WRONG_VERSION: i64 = 5004;
const ILLEGAL_CHARACTERS: i64 = 5008;
const NOT_PERMITTED: i64 = 5009;

/// An upload on its way through the checks.
#[derive(Debug, Clone, Copy)]
struct Arrival {
    /// Unit id of the provider.
    account: i64,
    sequence: i64,
    /// The bureau that examines.
    seat: Seat,
    /// Where broadcasts may be reported from, by unit.
    broadcasts: bool,
}

/// The answers to one upload.
struct Answers {
    results: Vec<RequestResult>,
    /// Letters of the bureau that answers.
    letters: &'static str,
}

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
        let known = self.config.account(account);
        let seat = known.map_or(Seat::Any, |account| account.seat);
        let lacks = |business| known.is_some_and(|account| account.lacks.contains(&business));
        let (ministry, province) = (seat == Seat::Ministry, matches!(seat, Seat::Province(_)));
        let arrival = Arrival { account, sequence, seat, broadcasts: !lacks(Business::Broadcasts) };
        let packed = Packed::from_zip(self.disk.read_upload(account, sequence)?);
        let whole = |code| {
            let text = (code == FILE_INVALID).then(|| format!("{account}-{sequence}"));
            results(vec![result(operation::NEW_FILING, None, vec![line(code, text)], None)])
        };
        let document = match readable(account, &packed) {
            Ok(document) => document,
            Err(code) => return self.queue(account, seat.letters(), whole(code)),
        };
        match document {
            UploadDocument::Icp(_) if ministry || lacks(Business::Filings) => {
                self.queue(account, seat.letters(), whole(NOT_PERMITTED))
            }
            UploadDocument::Ip(_) if ministry || lacks(Business::Addresses) => {
                self.queue(account, seat.letters(), whole(NOT_PERMITTED))
            }
            // A province says of every domain that the ministry takes it.
            UploadDocument::Domain(_) if !province && lacks(Business::Domains) => {
                self.queue(account, seat.letters(), whole(NOT_PERMITTED))
            }
            UploadDocument::Icp(icp) if icp.is_empty() => {
                self.queue(account, seat.letters(), whole(FILE_INVALID))
            }
            UploadDocument::Icp(icp) => self.examine_filings(&arrival, &icp),
            UploadDocument::Ip(ip) => self.examine_addresses(&arrival, &ip),
            UploadDocument::Domain(domain) => self.examine_domains(&arrival, &domain),
        }
    }

    /// Requests in the order of their documents. What nothing can be said about is not answered: the
    /// interface has no code for what was merely received.
    fn examine_filings(&mut self, arrival: &Arrival, icp: &IcpUpload) -> Result<(), SimulatorError> {
        let mut answers = Answers { results: Vec::new(), letters: arrival.seat.letters() };
        for (index, filing) in icp.new_filing.iter().flat_map(|new| &new.filings).enumerate() {
            let case = new_filing::case(filing, &self.library(arrival));
            self.receive(arrival, index, case, &mut answers);
        }
        for (index, request) in icp.new_service.iter().flat_map(|new| &new.requests).enumerate() {
            let case = new_service::case(request, &self.library(arrival));
            self.receive(arrival, index, case, &mut answers);
        }
        for (index, request) in icp.new_access.iter().flat_map(|new| &new.requests).enumerate() {
            let case = new_access::case(request, &self.library(arrival));
            self.receive(arrival, index, case, &mut answers);
        }
        for (index, request) in icp.change.iter().flat_map(|change| &change.requests).enumerate() {
            let case = change::case(request, &self.library(arrival));
            self.receive(arrival, index, case, &mut answers);
        }
        for one in icp.verification_result.iter().flat_map(|results| &results.verifications) {
            answers.results.extend(self.verified(arrival, one));
        }
        for one in icp.unfiled_handling.iter().flat_map(|handling| &handling.results) {
            answers.results.extend(self.unfiled_handled(arrival, one));
        }
        for (index, request) in icp.cancellation.iter().flat_map(|cancel| &cancel.requests).enumerate() {
            let case = cancellation::case(request, &self.library(arrival));
            self.receive(arrival, index, case, &mut answers);
        }
        for one in icp.verification_material.iter().flat_map(|material| &material.attachments) {
            answers.results.push(self.material(arrival, one));
        }
        if answers.results.is_empty() {
            return Ok(());
        }
        self.queue(arrival.account, answers.letters, results(answers.results))
    }

    fn library(&self, arrival: &Arrival) -> Library<'_> {
        let Arrival { account, seat, .. } = *arrival;
        Library { state: self.state, tables: self.state.code_tables(account), account, seat, target: None }
    }

    /// Enters a request with what the checks have found.
    fn receive(&mut self, arrival: &Arrival, index: usize, mut case: Case, answers: &mut Answers) {
        if let Some(codes) = self.forced(arrival.account, &case.names()) {
            case.codes = codes;
        }
        if arrival.seat == Seat::Any {
            answers.letters = case.province.map_or(answers.letters, |province| province.letters);
        }
        answers.results.extend(self.enter_case(arrival.account, arrival.sequence, index, case));
    }
}

/// Reads an upload as far as the whole file is concerned.
fn readable(account: i64, packed: &Packed) -> Result<UploadDocument, i64> {
    let (document, _) = packing::unpack_upload(packed).map_err(|error| code_of(&error))?;
    if !document.schema_violations().is_empty() {
        return Err(FILE_INVALID);
    }
    if document.unit() != account {
        return Err(WRONG_UNIT);
    }
    Ok(document)
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
