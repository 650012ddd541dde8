//! The bureau at one moment: the state that a change works on, with disk, settings and time.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::disk::Disk;
use super::documents::Documents;
use super::state::{FilingState, Stage, State};
use super::{SimulatorConfig, SimulatorError};
use crate::message::upload::xzba::Filing;

pub(super) struct Bureau<'a> {
    pub state: &'a mut State,
    pub disk: &'a Disk,
    pub documents: &'a Documents,
    pub config: &'a SimulatorConfig,
    pub now: DateTime<Utc>,
}

/// Who asks for what has become due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// A call or a page.
    Request,
    /// The clock.
    Tick,
}

impl Bureau<'_> {
    /// Does everything that has become due.
    pub fn advance(&mut self, occasion: Occasion) -> Result<(), SimulatorError> {
        self.examine_uploads(occasion)?;
        self.return_missed()?;
        self.decide_due()
    }

    /// The filing as it was sent, with its attachments.
    pub fn document(&self, filing: &FilingState) -> Result<Filing, SimulatorError> {
        let filings = Documents::read(self.disk, filing.account, filing.sequence)?;
        filings.into_iter().nth(filing.index).ok_or(SimulatorError::Missing)
    }

    /// The filings of the upload that a filing came in, without attachments.
    pub fn upload_of(&self, filing: &FilingState) -> Result<Arc<Vec<Filing>>, SimulatorError> {
        self.documents.bare(self.disk, filing.account, filing.sequence)
    }

    pub fn filing(&self, id: i64) -> Result<&FilingState, SimulatorError> {
        self.state.filings.get(&id).ok_or(SimulatorError::Missing)
    }

    pub fn set_stage(&mut self, id: i64, stage: Stage) {
        self.state.filings.update(&id, |filing| filing.stage = stage);
    }
}
