//! The account's inbox.

use std::collections::BTreeMap;

use beian_domain::access::{Action, Actor};
use beian_domain::id::{NoticeId, OrderId};
use beian_store::{Channel, Notice, Page, Paged};
use chrono::{DateTime, Utc};

use crate::app::App;
use crate::failure::Failure;
use crate::rights::own_account;

/// A notice in the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxLine {
    /// Identity.
    pub id: NoticeId,
    /// What it is about.
    pub order: Option<OrderId>,
    /// Which text.
    pub template: String,
    /// Facts to be named in it.
    pub facts: BTreeMap<String, String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Lists the notices of the actor's account, newest first. Copies by mail and SMS are left out, so a page may
/// hold fewer lines than asked for.
pub async fn inbox(app: &App, actor: Actor, page: Page) -> Result<Paged<InboxLine>, Failure> {
    let account = own_account(actor, Action::ViewOwn)?;
    let found = app.store().notices_of(account, page).await?;
    let line = |notice: Notice| InboxLine {
        id: notice.id,
        order: notice.order,
        template: notice.template,
        facts: notice.facts,
        at: notice.at,
    };
    let lines = found.rows.into_iter().filter(|notice| notice.channel == Channel::Inbox).map(line);
    Ok(Paged { rows: lines.collect(), next: found.next })
}
