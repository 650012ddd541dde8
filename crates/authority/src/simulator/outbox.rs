//! Files for the provider: written, queued, delivered until acknowledged.

use super::SimulatorError;
use super::bureau::Bureau;
use super::state::{Counter, FilingState, OutgoingFile};
use crate::message::download::bajg::{RequestResult, ResultLine, Results};
use crate::message::download::{DownloadDocument, IcpDownload};
use crate::packing;
use crate::value::WireTime;

/// So many records at most stand in one file (interface document: 1,000).
pub(super) const RECORDS: usize = 1000;

impl Bureau<'_> {
    /// Queues a document for a provider.
    pub fn queue(
        &mut self,
        account: i64,
        province: &str,
        document: IcpDownload,
    ) -> Result<(), SimulatorError> {
        self.queue_document(account, province, &DownloadDocument::Icp(document))
    }

    /// The same, about anything.
    pub fn queue_document(
        &mut self,
        account: i64,
        province: &str,
        document: &DownloadDocument,
    ) -> Result<(), SimulatorError> {
        self.queue_text(account, province, &document.to_xml())
    }

    /// Queues the text of a document for a provider. Names look like the real ones: time, province, running
    /// number.
    pub fn queue_text(&mut self, account: i64, province: &str, text: &str) -> Result<(), SimulatorError> {
        let number = self.state.next(Counter::Files);
        let time = WireTime::from_utc(self.now).to_string().replace(['-', ' ', ':'], "");
        let name = format!("{time}_{province}_{number:08}.xml");
        let packed =
            packing::pack_text(text, &name).map_err(|error| SimulatorError::Document(error.to_string()))?;
        self.disk.keep_download(&name, &packed.zip)?;
        let file = OutgoingFile { account, name, queued: self.now, acknowledged: false, delivered: 0 };
        self.state.outbox.insert((account, number), file);
        Ok(())
    }

    /// Queues results for many requests, in as few files as they fit in. Every result comes with its provider.
    pub fn queue_results(&mut self, answers: &[(i64, RequestResult)]) -> Result<(), SimulatorError> {
        let mut accounts: Vec<i64> = answers.iter().map(|(account, _)| *account).collect();
        accounts.sort_unstable();
        accounts.dedup();
        for account in accounts {
            let own = answers.iter().filter(|(of, _)| *of == account).map(|(_, result)| result.clone());
            for part in own.collect::<Vec<_>>().chunks(RECORDS) {
                self.queue(account, self.config.letters(account), results(part.to_vec()))?;
            }
        }
        Ok(())
    }
}

impl FilingState {
    /// A result of the request.
    pub(super) fn result(&self, lines: Vec<ResultLine>, remark: Option<&str>) -> RequestResult {
        result(self.kind.operation(), Some(self.reference.clone()), lines, remark)
    }
}

/// A result by the kind of request and how it is named; without a name it is about the whole file.
pub(super) fn result(
    operation: i64,
    reference: Option<String>,
    lines: Vec<ResultLine>,
    remark: Option<&str>,
) -> RequestResult {
    RequestResult { lines, operation, reference, remark: remark.map(str::to_owned) }
}

/// A document with results only.
pub(super) fn results(results: Vec<RequestResult>) -> IcpDownload {
    IcpDownload { results: Some(Results { results, reviews: Vec::new() }), ..IcpDownload::default() }
}

/// A result line with the wording of the code, or another text.
pub(super) fn line(code: i64, text: Option<String>) -> ResultLine {
    let wording = || crate::codes::result::find(code).map(|found| found.zh.to_owned());
    ResultLine { code, text: text.or_else(wording) }
}
