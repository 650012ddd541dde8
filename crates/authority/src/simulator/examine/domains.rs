//! YM XZBA, XGBA, SCBA: reported domain names, one by one. Only the ministry's system takes them.

mod checks;
mod given;

use super::Arrival;
use crate::codes::base::Province;
use crate::codes::result::DOMAIN_DONE;
use crate::message::download::domain::results::{DomainResult, ResultLine, Results};
use crate::message::download::reported::operation;
use crate::message::download::sync::domains::SyncedDomain;
use crate::message::download::{DomainDownload, DownloadDocument};
use crate::message::upload::DomainUpload;
use crate::message::upload::domain::deletion::ReportedDomain as Named;
use crate::simulator::SimulatorError;
use crate::simulator::account::Seat;
use crate::simulator::bureau::Bureau;
use crate::simulator::outbox::line;
use crate::simulator::register::domains::ReportedDomain;
use crate::simulator::stored::Stored;
use checks::Examined;

/// 限部级系统.
const MINISTRY_ONLY: i64 = 3036;
/// 非本单位域名.
const ELSEWHERE: i64 = 3037;
/// 其他原因: what there is no code for.
const OTHER: i64 = 3999;
/// The ministry's records are numbered as Beijing's are.
const MINISTRY: i64 = 110_000;
const NOTHING_THERE: &str = "域名数据不存在";
const ALREADY_REPORTED: &str = "域名已报备";

/// Codes with a text of their own, where one is needed.
type Lines = Vec<(i64, Option<&'static str>)>;

impl Bureau<'_> {
    pub(super) fn examine_domains(
        &mut self,
        arrival: &Arrival,
        document: &DomainUpload,
    ) -> Result<(), SimulatorError> {
        let mut results = Vec::new();
        for domain in document.addition.iter().flat_map(|addition| &addition.domains) {
            results.push(self.domain(arrival, operation::ADD, given::added(domain)));
        }
        for domain in document.change.iter().flat_map(|change| &change.domains) {
            results.push(self.domain(arrival, operation::CHANGE, given::changed(domain)));
        }
        for named in document.deletion.iter().flat_map(|deletion| &deletion.domains) {
            results.push(self.delete_domain(arrival, named));
        }
        if results.is_empty() {
            return Ok(());
        }
        let document = DomainDownload { results: Some(Results { results }) };
        self.queue_document(arrival.account, arrival.seat.letters(), &DownloadDocument::Domain(document))
    }

    /// Adds or changes a domain.
    fn domain(&mut self, arrival: &Arrival, operation: i64, given: SyncedDomain) -> DomainResult {
        let changes = (operation == operation::CHANGE).then_some(given.bureau_id);
        let (sent, name) = (given.record, given.name.clone());
        let mut lines = self.against_domain(arrival, changes, &given);
        if let Some(forced) = self.forced(arrival.account, &[changes.unwrap_or(sent).to_string(), name]) {
            lines = forced.into_iter().map(|code| (code, None)).collect();
        }
        let mut bureau_id = changes;
        if lines.is_empty() {
            lines.push((DOMAIN_DONE, None));
            bureau_id = Some(self.keep_domain(arrival, changes, given));
        }
        answer(lines, bureau_id, operation, changes.is_none().then_some(sent))
    }

    fn against_domain(&self, arrival: &Arrival, changes: Option<i64>, given: &SyncedDomain) -> Lines {
        if matches!(arrival.seat, Seat::Province(_)) {
            return vec![(MINISTRY_ONLY, None)];
        }
        let of_name = self.state.reported_domain(&given.name);
        let of_id = changes.and_then(|id| self.state.domains.get(&id));
        match (changes, of_id, of_name) {
            (Some(_), None, _) => return vec![(OTHER, Some(NOTHING_THERE))],
            (Some(_), Some(filed), _) if filed.unit != arrival.account => return vec![(ELSEWHERE, None)],
            (None, _, Some(filed)) if filed.unit != arrival.account => return vec![(ELSEWHERE, None)],
            (_, _, Some(filed)) if Some(filed.domain.bureau_id) != changes => {
                return vec![(OTHER, Some(ALREADY_REPORTED))];
            }
            (_, _, Some(_) | None) => {}
        }
        let examined =
            Examined { domain: given, today: (self.now + chrono::Duration::hours(8)).date_naive() };
        checks::against(&examined, &self.library(arrival)).into_iter().map(|code| (code, None)).collect()
    }

    /// Enters a domain; its bureau id.
    fn keep_domain(&mut self, arrival: &Arrival, changes: Option<i64>, mut given: SyncedDomain) -> i64 {
        let filed = changes.and_then(|id| self.state.domains.get(&id));
        match (changes, filed) {
            (Some(_), Some(filed)) => given.record = filed.domain.record,
            (Some(_), None) => {}
            (None, _) => {
                let province = Province::of_region(MINISTRY);
                given.bureau_id = province.map_or(0, |province| self.state.draw_id(province));
            }
        }
        let bureau_id = given.bureau_id;
        let kept = ReportedDomain { unit: arrival.account, domain: Stored(given) };
        self.state.domains.insert(bureau_id, kept);
        bureau_id
    }

    fn delete_domain(&mut self, arrival: &Arrival, named: &Named) -> DomainResult {
        let (filed, name) = match named {
            Named::BureauId(id) => (self.state.domains.get(id), id.to_string()),
            Named::Name(name) => (self.state.reported_domain(name), name.clone()),
        };
        let told = match named {
            Named::BureauId(id) => Some(*id),
            Named::Name(_) => filed.map(|filed| filed.domain.bureau_id),
        };
        let mut lines = match filed {
            Some(_) | None if matches!(arrival.seat, Seat::Province(_)) => vec![(MINISTRY_ONLY, None)],
            Some(filed) if filed.unit != arrival.account => vec![(ELSEWHERE, None)],
            Some(_) => Vec::new(),
            None => vec![(OTHER, Some(NOTHING_THERE))],
        };
        if let Some(forced) = self.forced(arrival.account, &[name]) {
            lines = forced.into_iter().map(|code| (code, None)).collect();
        }
        if lines.is_empty() {
            lines.push((DOMAIN_DONE, None));
            if let Some(id) = told {
                self.state.domains.remove(&id);
            }
        }
        answer(lines, told, operation::REMOVE, None)
    }
}

fn answer(lines: Lines, bureau_id: Option<i64>, operation: i64, record: Option<i64>) -> DomainResult {
    let worded = |(code, text): (i64, Option<&str>)| ResultLine {
        text: line(code, text.map(str::to_owned)).text.unwrap_or_default(),
        code,
    };
    let lines = lines.into_iter().map(worded).collect();
    DomainResult { lines, bureau_id, operation, record, remark: None }
}

/// The codes that the checks can give.
#[cfg(test)]
pub(super) fn codes() -> impl Iterator<Item = i64> {
    checks::CHECKS.iter().map(|(code, _)| *code)
}
