//! One matter with everything that was told, and every time it came.

use beian_domain::access::{Action, Actor, may};
use beian_domain::account::StaffRole;
use beian_domain::id::MatterId;
use beian_domain::supervision::{ListChange, MatterKind};
use beian_store::{Entry, StoredMatter};
use chrono::{DateTime, Utc};
use serde_json::json;

use super::list::open;
use super::shown::{self, ShownGroup, ShownValue};
use crate::app::App;
use crate::exchange::tables_for;
use crate::failure::Failure;
use crate::orders::{Who, names_of};
use crate::rights::allow;

/// One matter.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question that the page asks by itself")]
pub struct MatterView {
    /// Identity.
    pub id: MatterId,
    /// Its kind.
    pub kind: MatterKind,
    /// What it is about.
    pub title: ShownValue,
    /// The authority account it came from.
    pub authority: String,
    /// The file that told it last.
    pub file_name: String,
    /// When it came first.
    pub first_at: DateTime<Utc>,
    /// When it came last.
    pub at: DateTime<Utc>,
    /// How often it came.
    pub times: u32,
    /// When the authority took it off its list.
    pub ended_at: Option<DateTime<Utc>>,
    /// Whether it is about a filing in our register.
    pub ours: bool,
    /// Whether it waits for a person.
    pub open: bool,
    /// Whether it ever asks for a person.
    pub asks: bool,
    /// Everything that was told.
    pub groups: Vec<ShownGroup>,
    /// Every time it came, the newest first.
    pub deliveries: Vec<DeliveryLine>,
    /// What a person did about it.
    pub handled: Option<HandledBy>,
    /// Whether hidden values are shown.
    pub unmasked: bool,
    /// What the actor can do.
    pub can: MatterCan,
}

/// One time it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryLine {
    /// The file.
    pub file_name: String,
    /// When it was fetched.
    pub at: DateTime<Utc>,
    /// What happened.
    pub change: ListChange,
}

/// What a person did about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandledBy {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub by: Who,
    /// In the person's words.
    pub comment: String,
}

/// What the actor can do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatterCan {
    /// Say that it was looked after.
    pub handle: bool,
    /// See hidden values.
    pub unmask: bool,
}

/// Shows a matter, with personal data hidden.
pub async fn matter(app: &App, actor: Actor, id: MatterId) -> Result<MatterView, Failure> {
    allow(actor, Action::ViewDesk)?;
    let stored = app.store().matter(id).await?.ok_or(Failure::Missing)?;
    show(app, actor, stored, false).await
}

/// Shows a matter in full, and writes down that somebody looked.
pub async fn unmask(app: &App, actor: Actor, id: MatterId) -> Result<MatterView, Failure> {
    allow(actor, Action::ViewDesk)?;
    allow(actor, Action::Unmask)?;
    let stored = app.store().matter(id).await?.ok_or(Failure::Missing)?;
    let tx = app.store().begin().await?;
    tx.append(&Entry {
        account: None,
        order: None,
        at: app.now(),
        by: actor,
        name: "matter-unmasked".to_owned(),
        payload: json!({ "matter": id, "kind": stored.matter.kind() }),
    })
    .await?;
    tx.commit().await?;
    show(app, actor, stored, true).await
}

async fn show(app: &App, actor: Actor, stored: StoredMatter, unmasked: bool) -> Result<MatterView, Failure> {
    let tables = tables_for(app, &stored.authority).await?;
    let deliveries = app.store().matter_deliveries(stored.id).await?;
    let (title, _) = shown::value(stored.matter.title(), &tables, unmasked);
    let groups = shown::groups(stored.matter.facts(), &tables, unmasked);
    let hidden = groups.iter().flat_map(|group| &group.facts).any(|fact| fact.masked);
    let open = open(&stored);
    let handled = match stored.handled {
        Some(handled) => {
            // The name alone is asked for; what they may do does not matter here.
            let by = Actor::Staff { staff: handled.by, role: StaffRole::Reviewer };
            let names = names_of(app, vec![by]).await?;
            Some(HandledBy { at: handled.at, by: names.who(by), comment: handled.comment })
        }
        None => None,
    };
    Ok(MatterView {
        id: stored.id,
        kind: stored.matter.kind(),
        title,
        authority: stored.authority,
        file_name: stored.file_name,
        first_at: stored.first_at,
        at: stored.at,
        times: stored.times,
        ended_at: stored.ended_at,
        ours: stored.ours,
        open,
        asks: stored.asks,
        groups,
        deliveries: deliveries
            .into_iter()
            .map(|one| DeliveryLine { file_name: one.file_name, at: one.at, change: one.change })
            .collect(),
        handled,
        unmasked,
        can: MatterCan {
            handle: open && may(actor, Action::HandleMatter),
            unmask: hidden && may(actor, Action::Unmask),
        },
    })
}
