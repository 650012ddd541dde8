//! Applying a downloaded document, one file per document: answers move their orders, everything else is kept as
//! matters, all in one transaction with the mark that the file was applied.
//!
//! A file is applied whole or not at all; one that cannot be is set aside whole for a person.

mod address_inspections;
mod addresses;
pub(super) mod base_codes;
mod blacklists;
mod cancellations;
mod filing_data;
mod held;
mod illegal_access;
mod inspections;
mod notices;
mod report_results;
mod results;
mod sync;
mod unfiled_sites;
mod verification_tasks;

use std::collections::BTreeMap;

use beian_authority::message::download::{DownloadDocument, IcpDownload};
use beian_domain::supervision::{ListChange, Matter, MatterKind};
use beian_store::{Arrival, Download, Source, Tx};

use super::Setback;
use crate::app::App;

/// Applies everything a document says, once.
pub(super) async fn document(
    app: &App,
    download: &Download,
    document: &DownloadDocument,
) -> Result<(), Setback> {
    let tx = app.store().begin().await?;
    if !tx.mark_applied(&download.authority, &download.file_name, app.now()).await? {
        return Ok(());
    }
    let mut came = Came::default();
    match document {
        DownloadDocument::Icp(icp) => about_filings(app, &tx, download, icp, &mut came).await?,
        DownloadDocument::Ip(ip) => {
            ip.results.iter().for_each(|results| report_results::of_addresses(results, &mut came));
            ip.inspections.iter().for_each(|found| address_inspections::keep(found, &mut came));
        }
        DownloadDocument::Domain(domain) => {
            domain.results.iter().for_each(|results| report_results::of_domains(results, &mut came));
        }
        DownloadDocument::BaseCodes(codes) => base_codes::apply(&tx, download, codes).await?,
        DownloadDocument::Sync(synced) => sync::apply(&tx, download, synced, &mut came).await?,
    }
    came.record(app, &tx, download).await?;
    app.commit(tx).await?;
    Ok(())
}

/// The parts about filings: what moves orders first, then what is only kept.
async fn about_filings(
    app: &App,
    tx: &Tx,
    download: &Download,
    icp: &IcpDownload,
    came: &mut Came,
) -> Result<(), Setback> {
    if let Some(results) = &icp.results {
        results::apply(app, tx, download, results, came).await?;
    }
    if let Some(data) = &icp.filing_data {
        filing_data::apply(app, tx, &download.authority, data, came).await?;
    }
    icp.blacklists.iter().for_each(|lists| blacklists::keep(lists, came));
    icp.illegal_access.iter().for_each(|list| illegal_access::keep(list, came));
    icp.unfiled_sites.iter().for_each(|list| unfiled_sites::keep(list, came));
    icp.verification_tasks.iter().for_each(|tasks| verification_tasks::keep(tasks, came));
    icp.inspections.iter().for_each(|found| inspections::keep(found, came));
    icp.notices.iter().for_each(|notices| notices::keep(notices, came));
    if let Some(cancelled) = &icp.cancellations {
        // They name records that the filing data of the same file may have brought.
        came.record(app, tx, download).await?;
        cancellations::keep(tx, download, cancelled, came).await?;
    }
    Ok(())
}

/// What came in a file and is kept as matters.
#[derive(Debug, Default)]
struct Came {
    matters: Vec<(ListChange, Matter)>,
    places: BTreeMap<MatterKind, u32>,
}

impl Came {
    /// Something was told.
    fn told(&mut self, matter: impl Into<Matter>) {
        self.changed(ListChange::Told, matter);
    }

    /// An entry of a list was changed.
    fn changed(&mut self, change: ListChange, matter: impl Into<Matter>) {
        self.matters.push((change, matter.into()));
    }

    /// Records it, each under its place among those of its kind.
    async fn record(&mut self, app: &App, tx: &Tx, download: &Download) -> Result<(), Setback> {
        let matters = std::mem::take(&mut self.matters);
        let arrivals: Vec<Arrival> = matters
            .into_iter()
            .map(|(change, matter)| {
                let next = self.places.entry(matter.kind()).or_default();
                let position = *next;
                *next += 1;
                Arrival { id: app.id(), position, change, matter }
            })
            .collect();
        if arrivals.is_empty() {
            return Ok(());
        }
        let source =
            Source { authority: &download.authority, file_name: &download.file_name, at: download.at };
        let count = tx.record_matters(&source, &arrivals).await?;
        tracing::info!(file = %download.file_name, matters = count, "kept what the authority sent by itself");
        Ok(())
    }
}

#[cfg(test)]
mod tests;
