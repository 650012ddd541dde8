//! Supervision (监管下发): what the authority sends by itself, each thing as it stands and as it was delivered.
//!
//! A matter has one row that tells how it stands now. Every delivery of it has a row of its own, unique by
//! authority, file and place in the file, so that a file that comes twice is recorded once.

mod codes;
mod lists;
mod one;
mod record;

use beian_domain::id::{MatterId, StaffId};
use beian_domain::supervision::{ListChange, Matter, MatterKind};
use chrono::{DateTime, Utc};

pub use codes::{CodesVersion, DeliveredCodes};
pub use lists::{MatterCount, MatterFilter, MatterState};

use crate::entity::matters;
use crate::error::StoreError;
use crate::row::RowName;
use crate::seal::Seal;

const MATTERS: &str = "matters";
const DELIVERIES: &str = "matter_deliveries";

/// Where matters came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source<'a> {
    /// Which authority account, by its stable name.
    pub authority: &'a str,
    /// The downloaded file.
    pub file_name: &'a str,
    /// When the file was fetched.
    pub at: DateTime<Utc>,
}

/// A matter that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Its identity, unless it is known already.
    pub id: MatterId,
    /// Its place in the file among those of its kind, from 0.
    pub position: u32,
    /// What happens to it.
    pub change: ListChange,
    /// What it is.
    pub matter: Matter,
}

/// What a person did about a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handled {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: StaffId,
    /// What was done, in the person's words.
    pub comment: String,
}

/// A matter as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMatter {
    /// Identity.
    pub id: MatterId,
    /// Which authority account, by its stable name.
    pub authority: String,
    /// The file that told it last.
    pub file_name: String,
    /// What it is.
    pub matter: Matter,
    /// Whether it is about a filing in our register.
    pub ours: bool,
    /// Whether a person must look at it.
    pub asks: bool,
    /// When it came first.
    pub first_at: DateTime<Utc>,
    /// When it came last.
    pub at: DateTime<Utc>,
    /// When the authority took it off its list.
    pub ended_at: Option<DateTime<Utc>>,
    /// How often it came.
    pub times: u32,
    /// What a person did about it.
    pub handled: Option<Handled>,
}

/// One delivery of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The file.
    pub file_name: String,
    /// When it was fetched.
    pub at: DateTime<Utc>,
    /// What happened to the matter.
    pub change: ListChange,
    /// What was told.
    pub matter: Matter,
}

fn read(seal: &Seal, model: matters::Model) -> Result<StoredMatter, StoreError> {
    let row = RowName::new(MATTERS, model.id);
    let matter: Matter = seal.open_json(&row, "content", &model.content)?;
    let kind = row.read("kind", MatterKind::from_slug(&model.kind))?;
    if matter.kind() != kind {
        return Err(row.bad("kind", crate::error::Damage::Disagrees));
    }
    let handled = match (model.handled_at, model.handled_by) {
        (Some(at), Some(by)) => Some(Handled {
            at,
            by: row.parsed("handled_by", StaffId::from_i64(by))?,
            comment: match &model.comment {
                Some(comment) => seal.open_text(&row, "comment", comment)?,
                None => String::new(),
            },
        }),
        (Some(_), None) | (None, _) => None,
    };
    Ok(StoredMatter {
        id: row.parsed("id", MatterId::from_i64(model.id))?,
        authority: model.authority,
        file_name: model.file_name,
        matter,
        ours: model.ours,
        asks: model.asks,
        first_at: model.first_at,
        at: model.at,
        ended_at: model.ended_at,
        times: row.count("times", model.times)?,
        handled,
    })
}
