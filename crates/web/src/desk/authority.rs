//! `/desk/authority` (管局下发): what the authority sent by itself, a list per kind.

mod list;
mod one;
mod overview;

pub(super) use one::{handle, show, unmask};

use axum::extract::{Query, State};
use beian_app::supervision::{self, MatterFilter, MatterState};
use beian_app::{Cursor, Page, exchange};
use beian_domain::supervision::MatterKind;
use maud::Markup;
use serde::Deserialize;

use super::page::{ROWS, href};
use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;

/// What is wanted, as it stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    /// A kind; empty for the overview.
    kind: String,
    /// An authority account.
    authority: String,
    /// `all`, `handled`, `ended`, or empty for those that wait; of what never waits, all are shown.
    state: String,
    /// A domain, a filing number or a record id.
    text: String,
    /// Where the page before ended.
    after: String,
}

impl Wanted {
    fn kind(&self) -> Option<MatterKind> {
        MatterKind::from_slug(&self.kind)
    }

    fn state(&self) -> MatterState {
        match self.state.as_str() {
            "all" => MatterState::All,
            "handled" => MatterState::Handled,
            "ended" => MatterState::Ended,
            _ if self.kind().is_some_and(never_waits) => MatterState::All,
            _ => MatterState::Open,
        }
    }

    fn filter(&self, kind: MatterKind) -> MatterFilter {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        MatterFilter {
            kind: Some(kind),
            authority: some(&self.authority),
            state: self.state(),
            text: some(&self.text),
        }
    }

    fn here(&self, state: &str, after: &str) -> String {
        href(
            "/desk/authority",
            &[
                ("kind", &self.kind),
                ("authority", self.authority.trim()),
                ("state", state),
                ("text", self.text.trim()),
                ("after", after),
            ],
        )
    }
}

/// Kinds that are registers to compare with, and never ask for a person.
const fn never_waits(kind: MatterKind) -> bool {
    match kind {
        MatterKind::KnownSubject
        | MatterKind::KnownService
        | MatterKind::KnownAddress
        | MatterKind::KnownDomain => true,
        MatterKind::BlacklistedSubject
        | MatterKind::BlacklistedService
        | MatterKind::IllegalAccess
        | MatterKind::UnfiledSite
        | MatterKind::VerificationTask
        | MatterKind::Inspection
        | MatterKind::AddressInspection
        | MatterKind::Notice
        | MatterKind::Cancellation
        | MatterKind::UnmatchedResult
        | MatterKind::ReportResult => false,
    }
}

/// The list of a kind, with its way back to itself.
pub(super) fn list_href(kind: MatterKind) -> String {
    href("/desk/authority", &[("kind", kind.slug())])
}

pub(super) async fn index(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let app = web.app();
    let counts = supervision::counts(app, staff.actor).await?;
    let Some(kind) = wanted.kind() else { return Ok(overview::page(&staff, &counts)) };
    let page = Page { after: Cursor::parse(&wanted.after), limit: ROWS };
    let found = supervision::matters(app, staff.actor, &wanted.filter(kind), page).await?;
    let accounts = exchange::books::accounts(app, staff.actor)?;
    let count = counts.into_iter().find(|count| count.kind == kind);
    Ok(list::page(&staff, &list::Shown { wanted, kind, count, found, accounts }))
}
