//! Uploads as they were sent, read again when somebody decides about one of their requests. The last few are
//! kept at hand, since a thousand requests may stand in one file and be decided one by one.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use super::SimulatorError;
use super::disk::Disk;
use super::request::without_pictures;
use crate::message::upload::{IcpUpload, UploadDocument};
use crate::packing::{self, Packed};

/// So many uploads are at hand.
const AT_HAND: usize = 12;

/// Unit id and number of an upload, and what it says about filings, without attachments.
type Bare = ((i64, i64), Arc<IcpUpload>);

#[derive(Default)]
pub(super) struct Documents {
    recent: Mutex<VecDeque<Bare>>,
}

impl Documents {
    /// What an upload says about filings, as it was sent.
    pub fn read(disk: &Disk, account: i64, sequence: i64) -> Result<IcpUpload, SimulatorError> {
        let zip = disk.read_upload(account, sequence)?;
        let (document, _) = packing::unpack_upload(&Packed::from_zip(zip))
            .map_err(|error| SimulatorError::Document(error.to_string()))?;
        match document {
            UploadDocument::Icp(icp) => Ok(icp),
            UploadDocument::Ip(_) | UploadDocument::Domain(_) => Err(SimulatorError::Missing),
        }
    }

    /// The same without attachments.
    pub fn bare(&self, disk: &Disk, account: i64, sequence: i64) -> Result<Arc<IcpUpload>, SimulatorError> {
        let key = (account, sequence);
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, upload)) = recent.iter().find(|(known, _)| *known == key) {
            return Ok(Arc::clone(upload));
        }
        let upload = Arc::new(without_pictures(Self::read(disk, account, sequence)?));
        recent.truncate(AT_HAND - 1);
        recent.push_front((key, Arc::clone(&upload)));
        Ok(upload)
    }
}
