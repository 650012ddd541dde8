//! Lists of matters, one per kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use beian_authority::codes::CodeTables;
use beian_domain::access::{Action, Actor};
use beian_domain::id::MatterId;
use beian_domain::supervision::MatterKind;
use beian_store::{MatterCount, MatterFilter, Page, Paged, StoredMatter};
use chrono::{DateTime, Utc};

use super::shown::{self, ShownFact, ShownValue};
use crate::app::App;
use crate::exchange::tables_for;
use crate::failure::Failure;
use crate::rights::allow;

/// A matter in a list; personal data masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterLine {
    /// Identity.
    pub id: MatterId,
    /// Its kind.
    pub kind: MatterKind,
    /// What it is about.
    pub title: ShownValue,
    /// Which sort of its kind it is, where the kind has several.
    pub sort: Option<&'static str>,
    /// A few fields that tell it from its neighbours.
    pub gist: Vec<ShownFact>,
    /// The authority account it came from.
    pub authority: String,
    /// When it came last.
    pub at: DateTime<Utc>,
    /// When the authority took it off its list.
    pub ended_at: Option<DateTime<Utc>>,
    /// When a person looked after it.
    pub handled_at: Option<DateTime<Utc>>,
    /// Whether it waits for a person.
    pub open: bool,
    /// Whether it is about a filing in our register.
    pub ours: bool,
}

/// Lists matters, those that came last first.
pub async fn matters(
    app: &App,
    actor: Actor,
    filter: &MatterFilter,
    page: Page,
) -> Result<Paged<MatterLine>, Failure> {
    allow(actor, Action::ViewDesk)?;
    let found = app.store().matters(filter, page).await?;
    let mut tables: BTreeMap<String, Arc<CodeTables>> = BTreeMap::new();
    for stored in &found.rows {
        if !tables.contains_key(&stored.authority) {
            tables.insert(stored.authority.clone(), tables_for(app, &stored.authority).await?);
        }
    }
    let built_in = CodeTables::built_in();
    let rows = found.rows.into_iter().map(|stored| {
        let tables = tables.get(&stored.authority).map_or(&built_in, AsRef::as_ref);
        line(&stored, tables)
    });
    Ok(Paged { rows: rows.collect(), next: found.next })
}

/// How many matters of each kind there are, and how many wait for a person.
pub async fn counts(app: &App, actor: Actor) -> Result<Vec<MatterCount>, Failure> {
    allow(actor, Action::ViewDesk)?;
    Ok(app.store().matter_counts(None).await?)
}

fn line(stored: &StoredMatter, tables: &CodeTables) -> MatterLine {
    let (title, _) = shown::value(stored.matter.title(), tables, false);
    let gist = stored.matter.gist();
    let sort = stored.matter.facts().first().map(|group| group.title).filter(|title| *title != "matter");
    MatterLine {
        id: stored.id,
        kind: stored.matter.kind(),
        title,
        sort,
        gist: gist.into_iter().map(|fact| shown::fact(fact, tables, false)).collect(),
        authority: stored.authority.clone(),
        at: stored.at,
        ended_at: stored.ended_at,
        handled_at: stored.handled.as_ref().map(|handled| handled.at),
        open: open(stored),
        ours: stored.ours,
    }
}

/// Whether a matter waits for a person.
pub(super) fn open(stored: &StoredMatter) -> bool {
    stored.asks && stored.handled.is_none() && stored.ended_at.is_none()
}
