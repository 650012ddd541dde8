//! Files for the provider: written, queued, delivered until acknowledged.

use super::SimulatorError;
use super::bureau::Bureau;
use super::state::OutgoingFile;
use crate::message::download::bajg::{RequestResult, ResultLine, Results, operation};
use crate::message::download::{DownloadDocument, IcpDownload};
use crate::packing;
use crate::value::WireTime;

impl Bureau<'_> {
    /// Queues a document for a provider. Names look like the real ones: time, province, running number.
    pub fn queue(
        &mut self,
        account: i64,
        province: &str,
        document: IcpDownload,
    ) -> Result<(), SimulatorError> {
        self.queue_text(account, province, &DownloadDocument::Icp(document).to_xml())
    }

    /// Queues a text for a provider, as it is.
    pub fn queue_text(&mut self, account: i64, province: &str, text: &str) -> Result<(), SimulatorError> {
        self.state.files += 1;
        let time = WireTime::from_utc(self.now).to_string().replace(['-', ' ', ':'], "");
        let name = format!("{time}_{province}_{:08}.xml", self.state.files);
        let packed =
            packing::pack_text(text, &name).map_err(|error| SimulatorError::Document(error.to_string()))?;
        self.disk.keep_download(&name, &packed.zip)?;
        let file = OutgoingFile { name, queued: self.now, acknowledged: false };
        self.state.accounts.entry(account).or_default().outbox.push(file);
        Ok(())
    }
}

/// The result of one new filing.
pub(super) fn result(record: Option<i64>, lines: Vec<ResultLine>, remark: Option<&str>) -> RequestResult {
    RequestResult {
        lines,
        operation: operation::NEW_FILING,
        reference: record.map(|record| record.to_string()),
        remark: remark.map(str::to_owned),
    }
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
