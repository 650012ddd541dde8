//! IP XZBA, XGBA, SCBA: reported addresses, record by record. Sources come before what needs them, so that one
//! file may bring both. What is sound enters the register at once and is answered with the bureau's id.

mod checks;
mod given;

use super::Answers;
use super::Arrival;
use crate::codes::base::Province;
use crate::codes::result::IP_DONE;
use crate::message::download::ip::results::{IpRecord, RecordResult, ResultLine, Results};
use crate::message::download::reported::operation;
use crate::message::download::{DownloadDocument, IpDownload};
use crate::message::upload::IpUpload;
use crate::simulator::SimulatorError;
use crate::simulator::account::Seat;
use crate::simulator::bureau::Bureau;
use crate::simulator::outbox::line;
use crate::simulator::register::addresses::{Reported, ReportedAddresses};
use crate::simulator::stored::Stored;
use checks::Examined;
use given::Given;

/// 非本单位IP数据.
const ELSEWHERE: i64 = 2054;
/// IP数据不存在.
const NOTHING_THERE: i64 = 2055;
/// Where addresses are numbered that come to a bureau of every province.
const ANY_PROVINCE: i64 = 440_000;

impl Bureau<'_> {
    pub(super) fn examine_addresses(
        &mut self,
        arrival: &Arrival,
        ip: &IpUpload,
    ) -> Result<(), SimulatorError> {
        let mut results = Results::default();
        if let Some(addition) = &ip.addition {
            for given in given::added(addition, arrival.account) {
                self.record(arrival, operation::ADD, given, &mut results);
            }
        }
        if let Some(change) = &ip.change {
            for given in given::changed(change, arrival.account) {
                self.record(arrival, operation::CHANGE, given, &mut results);
            }
        }
        for (kind, bureau_id) in ip.deletion.iter().flat_map(given::deleted) {
            self.delete_record(arrival, kind, bureau_id, &mut results);
        }
        if results == Results::default() {
            return Ok(());
        }
        let answers = Answers { results: Vec::new(), letters: arrival.seat.letters() };
        let document = IpDownload { results: Some(results), ..IpDownload::default() };
        self.queue_document(arrival.account, answers.letters, &DownloadDocument::Ip(document))
    }

    /// Adds or changes a record.
    fn record(&mut self, arrival: &Arrival, operation: i64, given: Given, results: &mut Results) {
        let (kind, record) = (given.reported.kind(), given.reported.record());
        let changes = (operation == operation::CHANGE).then(|| given.reported.bureau_id());
        let mut codes = self.against_record(arrival, changes, &given);
        let names = [changes.unwrap_or(record).to_string()];
        if let Some(forced) = self.forced(arrival.account, &names) {
            codes = forced;
        }
        let mut bureau_id = changes;
        if codes.is_empty() {
            codes.push(IP_DONE);
            bureau_id = Some(self.keep(arrival, changes, given));
        }
        let record = changes.is_none().then_some(record);
        list(results, kind).push(answer(codes, bureau_id, operation, record));
    }

    fn against_record(&self, arrival: &Arrival, changes: Option<i64>, given: &Given) -> Vec<i64> {
        let filed = changes.and_then(|id| self.state.addresses.get(&id));
        match (changes, filed) {
            (Some(_), None) => return vec![NOTHING_THERE],
            (Some(_), Some(filed)) if filed.0.kind() != given.reported.kind() => return vec![NOTHING_THERE],
            (Some(_), Some(filed)) if filed.0.unit() != arrival.account => return vec![ELSEWHERE],
            (Some(_), Some(_)) | (None, _) => {}
        }
        let units = self.config.accounts.iter().map(|account| account.isp_id).collect();
        let examined = Examined { given, changes, broadcasts: arrival.broadcasts, units };
        checks::against(&examined, &self.library(arrival))
    }

    /// Enters a record; its bureau id.
    fn keep(&mut self, arrival: &Arrival, changes: Option<i64>, given: Given) -> i64 {
        let filed = changes.and_then(|id| self.state.addresses.get(&id)).map(|filed| filed.0.0.clone());
        let province = match arrival.seat {
            Seat::Province(province) => Some(province),
            Seat::Any | Seat::Ministry => Province::of_region(ANY_PROVINCE),
        };
        let (bureau_id, reported) = match (changes, filed) {
            (Some(id), Some(filed)) => (id, given.reported.of_record(filed.record()).with_gateway_of(&filed)),
            (Some(id), None) => (id, given.reported),
            (None, _) => {
                let id = province.map_or(0, |province| self.state.draw_id(province));
                (id, given.reported)
            }
        };
        let kept = ReportedAddresses(Stored(reported.numbered(bureau_id)));
        self.state.addresses.insert(bureau_id, kept);
        bureau_id
    }

    fn delete_record(&mut self, arrival: &Arrival, kind: IpRecord, bureau_id: i64, results: &mut Results) {
        let mut codes = match self.state.addresses.get(&bureau_id) {
            Some(filed) if filed.0.kind() != kind => vec![NOTHING_THERE],
            Some(filed) if filed.0.unit() != arrival.account => vec![ELSEWHERE],
            Some(_) => Vec::new(),
            None => vec![NOTHING_THERE],
        };
        if let Some(forced) = self.forced(arrival.account, &[bureau_id.to_string()]) {
            codes = forced;
        }
        if codes.is_empty() {
            codes.push(IP_DONE);
            self.state.addresses.remove(&bureau_id);
        }
        list(results, kind).push(answer(codes, Some(bureau_id), operation::REMOVE, None));
    }
}

fn list(results: &mut Results, kind: IpRecord) -> &mut Vec<RecordResult> {
    match kind {
        IpRecord::Source => &mut results.sources,
        IpRecord::Allocation => &mut results.allocations,
        IpRecord::Broadcast => &mut results.broadcasts,
        IpRecord::Own => &mut results.own,
    }
}

fn answer(codes: Vec<i64>, bureau_id: Option<i64>, operation: i64, record: Option<i64>) -> RecordResult {
    let worded = |code| ResultLine {
        code,
        text: line(code, None).text.unwrap_or_else(|| code.to_string()),
        involved: Vec::new(),
    };
    let lines = codes.into_iter().map(worded).collect();
    RecordResult { lines, bureau_id, operation, record, remark: None }
}

impl Reported {
    /// A change of what a customer brought along may leave the gateway as it is.
    fn with_gateway_of(mut self, filed: &Self) -> Self {
        if let (Self::Own(own), Self::Own(filed)) = (&mut self, filed) {
            if own.gateway.is_unspecified() {
                own.gateway = filed.gateway;
            }
            if own.gateway_location.is_empty() {
                own.gateway_location.clone_from(&filed.gateway_location);
            }
        }
        self
    }
}

/// The codes that the checks can give.
#[cfg(test)]
pub(super) fn codes() -> impl Iterator<Item = i64> {
    checks::CHECKS.iter().map(|(code, _)| *code)
}
