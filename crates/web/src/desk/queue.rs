//! `GET /desk`: orders in line, the longest waiting first.

mod view;

pub(super) use view::desk_meaning;

use axum::extract::{Query, State};
use beian_app::desk::{self, DeskStats, Filter};
use beian_app::orders::OrderPage;
use beian_app::{Cursor, Page};
use beian_domain::order::kind::OrderKind;
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use maud::Markup;
use serde::Deserialize;

use super::page::ROWS;
use crate::problem::Problem;
use crate::session::StaffMember;
use crate::state::Web;

/// What is wanted, as it stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    /// A stage, `all`, or empty for those in review.
    pub(super) stage: String,
    /// A province's slug.
    pub(super) province: String,
    /// A kind of order.
    pub(super) kind: String,
    /// A domain or an order's id.
    pub(super) text: String,
    /// Where the page before ended.
    pub(super) after: String,
}

impl Wanted {
    /// The stage shown; `None` is all of them.
    pub(super) fn stage(&self) -> Option<StageName> {
        match self.stage.as_str() {
            "all" => None,
            slug => Some(StageName::from_slug(slug).unwrap_or(StageName::InReview)),
        }
    }

    fn filter(&self) -> Filter {
        let text = self.text.trim();
        Filter {
            stage: self.stage(),
            province: Province::from_slug(&self.province),
            kind: OrderKind::from_slug(&self.kind),
            text: (!text.is_empty()).then(|| text.to_owned()),
        }
    }

    /// Whether anything but the stage narrows the list.
    pub(super) fn narrowed(&self) -> bool {
        [&self.province, &self.kind, &self.text].iter().any(|answer| !answer.trim().is_empty())
    }
}

/// What the page shows.
pub(super) struct Queue {
    pub(super) wanted: Wanted,
    pub(super) orders: OrderPage,
    pub(super) stats: DeskStats,
}

pub(super) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let app = web.app();
    let page = Page { after: Cursor::parse(&wanted.after), limit: ROWS };
    let orders = desk::queue(app, staff.actor, &wanted.filter(), page).await?;
    let stats = desk::stats(app, staff.actor).await?;
    Ok(view::page(app, &staff, &Queue { wanted, orders, stats }))
}
