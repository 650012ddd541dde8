//! The bureau at one moment: a copy of the state that a change works on, with disk, settings and time.

use chrono::{DateTime, Duration, Utc};

use super::disk::Disk;
use super::state::{FilingState, Stage, State};
use super::{SimulatorConfig, SimulatorError};
use crate::message::upload::UploadDocument;
use crate::message::upload::xzba::Filing;
use crate::packing::{self, Packed};

pub(super) struct Bureau<'a> {
    pub state: State,
    pub disk: &'a Disk,
    pub config: &'a SimulatorConfig,
    pub now: DateTime<Utc>,
}

impl Bureau<'_> {
    /// Does everything that has become due.
    pub fn advance(&mut self) -> Result<(), SimulatorError> {
        self.examine_uploads()?;
        self.return_missed()?;
        self.approve_due()
    }

    /// The filing as it was sent.
    pub fn document(&self, filing: &FilingState) -> Result<Filing, SimulatorError> {
        let zip = self.disk.read_upload(filing.account, filing.sequence)?;
        let (document, _) = packing::unpack_upload(&Packed::from_zip(zip))
            .map_err(|error| SimulatorError::Document(error.to_string()))?;
        let icp = match document {
            UploadDocument::Icp(icp) => icp,
            UploadDocument::Ip(_) | UploadDocument::Domain(_) => return Err(SimulatorError::Missing),
        };
        let filings = icp.new_filing.map(|new| new.filings).unwrap_or_default();
        filings.into_iter().nth(filing.index).ok_or(SimulatorError::Missing)
    }

    pub fn filing(&self, id: i64) -> Result<&FilingState, SimulatorError> {
        self.state.filings.get(&id).ok_or(SimulatorError::Missing)
    }

    pub fn set_stage(&mut self, id: i64, stage: Stage) {
        if let Some(filing) = self.state.filings.get_mut(&id) {
            filing.stage = stage;
        }
    }

    fn approve_due(&mut self) -> Result<(), SimulatorError> {
        let Ok(after) = i64::try_from(self.state.settings.approve_after_seconds) else { return Ok(()) };
        if after == 0 {
            return Ok(());
        }
        let (now, wait) = (self.now, Duration::seconds(after.min(i64::from(u32::MAX))));
        let waited =
            |filing: &&FilingState| matches!(filing.stage, Stage::Waiting { since } if since + wait <= now);
        let due: Vec<i64> = self.state.filings.values().filter(waited).map(|filing| filing.id).collect();
        for id in due {
            self.approve(id, None)?;
        }
        Ok(())
    }
}
