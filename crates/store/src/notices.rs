//! Notices (通知): what people were told, by which way, and the proof that it arrived.

use std::collections::BTreeMap;

use beian_domain::id::{AccountId, NoticeId, OrderId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use crate::entity::notices;
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const NOTICES: &str = "notices";

/// The way a notice takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// 邮件.
    Mail,
    /// 短信.
    Sms,
    /// 站内信, shown in the console.
    Inbox,
}

impl Channel {
    const ALL: [Self; 3] = [Self::Mail, Self::Sms, Self::Inbox];

    /// The stable name.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
            Self::Inbox => "inbox",
        }
    }

    fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.slug() == slug)
    }
}

/// A message to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Identity.
    pub id: NoticeId,
    /// The account it is for; `None` for staff.
    pub account: Option<AccountId>,
    /// The order it is about.
    pub order: Option<OrderId>,
    /// The way it takes.
    pub channel: Channel,
    /// Address or number; sealed.
    pub to: String,
    /// Which text, by its stable name.
    pub template: String,
    /// What the text tells; sealed.
    pub facts: BTreeMap<String, String>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// When the other side took it.
    pub delivered_at: Option<DateTime<Utc>>,
    /// What the other side said; sealed.
    pub receipt: Option<String>,
}

impl Store {
    /// The notice with this id.
    pub async fn notice(&self, id: NoticeId) -> Result<Option<Notice>, StoreError> {
        let row = notices::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(|row| read(&self.seal, row)).transpose()
    }

    /// The notices of an account, newest first.
    pub async fn notices_of(&self, account: AccountId, page: Page) -> Result<Paged<Notice>, StoreError> {
        let mut query = notices::Entity::find().filter(notices::COLUMN.account_id.eq(account.as_i64()));
        if let Some(after) = page.after {
            query = query.filter(notices::COLUMN.id.lt(after.id()));
        }
        let rows = query.order_by_desc(notices::COLUMN.id).limit(page.fetch()).all(&self.db).await?;
        let rows = rows.into_iter().map(|row| read(&self.seal, row)).collect::<Result<_, _>>()?;
        Ok(Paged::cut(rows, page, |notice: &Notice| Cursor::of_id(notice.id.as_i64())))
    }
}

impl Tx {
    /// Keeps a new notice.
    pub async fn insert_notice(&self, notice: &Notice) -> Result<(), StoreError> {
        let row = RowName::new(NOTICES, notice.id.as_i64());
        let model = notices::ActiveModel {
            id: Set(notice.id.as_i64()),
            account_id: Set(notice.account.map(AccountId::as_i64)),
            order_id: Set(notice.order.map(OrderId::as_i64)),
            channel: Set(notice.channel.slug().into()),
            recipient: Set(self.seal.text(&row, "recipient", &notice.to)),
            template: Set(notice.template.clone()),
            facts: Set(self.seal.json(&row, "facts", &notice.facts)),
            at: Set(instant(notice.at)),
            delivered_at: Set(notice.delivered_at.map(instant)),
            receipt: Set(notice.receipt.as_deref().map(|receipt| self.seal.text(&row, "receipt", receipt))),
        };
        notices::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Records that the other side took the notice. `false` when that was recorded before, or there is none.
    pub async fn mark_delivered(
        &self,
        id: NoticeId,
        at: DateTime<Utc>,
        receipt: &str,
    ) -> Result<bool, StoreError> {
        let row = RowName::new(NOTICES, id.as_i64());
        let marked = notices::Entity::update_many()
            .col_expr(notices::COLUMN.delivered_at, Expr::value(instant(at)))
            .col_expr(notices::COLUMN.receipt, Expr::value(self.seal.text(&row, "receipt", receipt)))
            .filter(notices::COLUMN.id.eq(id.as_i64()))
            .filter(notices::COLUMN.delivered_at.is_null())
            .exec(&self.db)
            .await?;
        Ok(marked.rows_affected == 1)
    }
}

fn read(seal: &Seal, model: notices::Model) -> Result<Notice, StoreError> {
    let row = RowName::new(NOTICES, model.id);
    let receipt = model.receipt.map(|receipt| seal.open_text(&row, "receipt", &receipt));
    Ok(Notice {
        id: row.parsed("id", NoticeId::from_i64(model.id))?,
        account: row.some_id("account_id", model.account_id, AccountId::from_i64)?,
        order: row.some_id("order_id", model.order_id, OrderId::from_i64)?,
        channel: row.read("channel", Channel::from_slug(&model.channel))?,
        to: seal.open_text(&row, "recipient", &model.recipient)?,
        template: model.template,
        facts: seal.open_json(&row, "facts", &model.facts)?,
        at: model.at,
        delivered_at: model.delivered_at,
        receipt: receipt.transpose()?,
    })
}
