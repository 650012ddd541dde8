//! Uploads as they were sent, read again when somebody decides about one of their filings. The last few are
//! kept at hand, since a thousand filings may stand in one file and be decided one by one.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::SimulatorError;
use super::disk::Disk;
use crate::message::upload::UploadDocument;
use crate::message::upload::xzba::Filing;
use crate::packing::{self, Packed};

/// So many uploads are at hand.
const AT_HAND: usize = 12;

/// Unit id and number of an upload, and its filings without attachments.
type Bare = ((i64, i64), Arc<Vec<Filing>>);

#[derive(Default)]
pub(super) struct Documents {
    recent: Mutex<VecDeque<Bare>>,
}

impl Documents {
    /// The filings of an upload as they were sent.
    pub fn read(disk: &Disk, account: i64, sequence: i64) -> Result<Vec<Filing>, SimulatorError> {
        let zip = disk.read_upload(account, sequence)?;
        let (document, _) = packing::unpack_upload(&Packed::from_zip(zip))
            .map_err(|error| SimulatorError::Document(error.to_string()))?;
        let icp = match document {
            UploadDocument::Icp(icp) => icp,
            UploadDocument::Ip(_) | UploadDocument::Domain(_) => return Err(SimulatorError::Missing),
        };
        Ok(icp.new_filing.map(|new| new.filings).unwrap_or_default())
    }

    /// The filings of an upload without their attachments.
    pub fn bare(&self, disk: &Disk, account: i64, sequence: i64) -> Result<Arc<Vec<Filing>>, SimulatorError> {
        let key = (account, sequence);
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, filings)) = recent.iter().find(|(known, _)| *known == key) {
            return Ok(Arc::clone(filings));
        }
        let mut filings = Self::read(disk, account, sequence)?;
        for filing in &mut filings {
            filing.attachments.clear();
        }
        let filings = Arc::new(filings);
        recent.truncate(AT_HAND - 1);
        recent.push_front((key, Arc::clone(&filings)));
        Ok(filings)
    }
}
