//! Lists of orders: the customer's own, the review queue, and how many stand where.

use std::collections::BTreeMap;

use beian_domain::id::{AccountId, OrderId};
use beian_domain::order::kind::OrderKind;
use beian_domain::order::stage::{Stage, StageName};
use beian_domain::region::Province;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, LikeExpr};
use sea_orm::{
    Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    Select,
};

use super::{ORDERS, read_stage};
use crate::entity::orders;
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::Store;

/// An order as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    /// Identity.
    pub id: OrderId,
    /// The account it belongs to.
    pub account: AccountId,
    /// What it does.
    pub kind: OrderKind,
    /// Where it stands.
    pub stage: Stage,
    /// Since when it stands there.
    pub since: DateTime<Utc>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When it was last submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The version that stands.
    pub version: i64,
    /// 主办单位名称.
    pub subject_name: Option<String>,
    /// 域名.
    pub domain: Option<String>,
    /// 备案省份.
    pub province: Option<Province>,
}

/// Which orders of the desk are wanted; what is `None` does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QueueFilter {
    /// Where they stand.
    pub stage: Option<StageName>,
    /// 备案省份.
    pub province: Option<Province>,
    /// What they do.
    pub kind: Option<OrderKind>,
    /// Part of a domain, or the whole id of an order.
    pub text: Option<String>,
}

impl Store {
    /// The orders of an account, newest first.
    pub async fn orders_of(&self, account: AccountId, page: Page) -> Result<Paged<OrderRow>, StoreError> {
        let mut query = orders::Entity::find().filter(orders::COLUMN.account_id.eq(account.as_i64()));
        if let Some(after) = page.after {
            query = query.filter(orders::COLUMN.id.lt(after.id()));
        }
        let rows = query.order_by_desc(orders::COLUMN.id).limit(page.fetch()).all(&self.db).await?;
        self.paged(rows, page, |row| Cursor::of_id(row.id.as_i64()))
    }

    /// The orders of the desk, the one that has stood longest first.
    pub async fn queue(&self, filter: &QueueFilter, page: Page) -> Result<Paged<OrderRow>, StoreError> {
        let mut query = orders::Entity::find().filter(wanted(filter));
        if let Some(after) = page.after {
            query = query.filter(later(after.at(), after.id()));
        }
        let rows = oldest_first(query).limit(page.fetch()).all(&self.db).await?;
        self.paged(rows, page, |row| Cursor::of(row.since, row.id.as_i64()))
    }

    /// How many orders under way stand where; stages without any are left out. Orders that have ended are not
    /// counted: there are ever more of them, and counting is reading.
    pub async fn count_under_way(&self) -> Result<BTreeMap<StageName, u64>, StoreError> {
        let under_way = StageName::ALL.iter().filter(|stage| !stage.is_final()).map(|stage| stage.slug());
        let counted: Vec<(String, i64)> = orders::Entity::find()
            .filter(orders::COLUMN.stage.is_in(under_way))
            .select_only()
            .column(orders::COLUMN.stage.0)
            .expr(orders::COLUMN.id.count())
            .group_by(orders::COLUMN.stage.0)
            .into_tuple()
            .all(&self.db)
            .await?;
        let mut counts = BTreeMap::new();
        for (slug, count) in counted {
            let row = RowName::keyed(ORDERS, format!("stage {slug}"));
            let stage = row.read("stage", StageName::from_slug(&slug))?;
            counts.insert(stage, u64::try_from(count).unwrap_or(0));
        }
        Ok(counts)
    }

    /// How many orders have stood at `stage` since before `since`.
    pub async fn count_standing_since(
        &self,
        stage: StageName,
        since: DateTime<Utc>,
    ) -> Result<u64, StoreError> {
        let standing = orders::Entity::find()
            .filter(orders::COLUMN.stage.eq(stage.slug()))
            .filter(orders::COLUMN.since.lt(instant(since)));
        Ok(standing.count(&self.db).await?)
    }

    /// The order in review that has waited longest, after the given place in the queue and besides
    /// `excluding`.
    pub async fn next_in_review(
        &self,
        after: Option<(DateTime<Utc>, OrderId)>,
        excluding: &[OrderId],
    ) -> Result<Option<OrderId>, StoreError> {
        let mut query = orders::Entity::find().filter(orders::COLUMN.stage.eq(StageName::InReview.slug()));
        if let Some((since, id)) = after {
            query = query.filter(later(instant(since), id.as_i64()));
        }
        if !excluding.is_empty() {
            query = query.filter(orders::COLUMN.id.is_not_in(excluding.iter().map(|id| id.as_i64())));
        }
        let found: Option<i64> = oldest_first(query)
            .select_only()
            .column(orders::COLUMN.id.0)
            .limit(1)
            .into_tuple()
            .one(&self.db)
            .await?;
        found.map(|id| RowName::new(ORDERS, id).parsed("id", OrderId::from_i64(id))).transpose()
    }

    fn paged(
        &self,
        rows: Vec<orders::Model>,
        page: Page,
        cursor: impl Fn(&OrderRow) -> Cursor,
    ) -> Result<Paged<OrderRow>, StoreError> {
        let rows = rows.into_iter().map(|row| read(&self.seal, row)).collect::<Result<_, _>>()?;
        Ok(Paged::cut(rows, page, cursor))
    }
}

fn oldest_first(query: Select<orders::Entity>) -> Select<orders::Entity> {
    query.order_by_asc(orders::COLUMN.since).order_by_asc(orders::COLUMN.id)
}

fn later(since: DateTime<Utc>, id: i64) -> Condition {
    let at_the_same_moment =
        Condition::all().add(orders::COLUMN.since.eq(since)).add(orders::COLUMN.id.gt(id));
    Condition::any().add(orders::COLUMN.since.gt(since)).add(at_the_same_moment)
}

fn wanted(filter: &QueueFilter) -> Condition {
    let text = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    Condition::all()
        .add_option(filter.stage.map(|stage| orders::COLUMN.stage.eq(stage.slug())))
        .add_option(filter.province.map(|province| orders::COLUMN.province.eq(province.slug())))
        .add_option(filter.kind.map(|kind| orders::COLUMN.kind.eq(kind.slug())))
        .add_option(text.map(matches_text))
}

fn matches_text(text: &str) -> Condition {
    let mut pattern = String::from("%");
    for character in text.to_lowercase().chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    let domain = Expr::col(orders::COLUMN.domain.as_column_ref()).like(LikeExpr::new(pattern).escape('\\'));
    let id = OrderId::parse(text).ok().map(|id| orders::COLUMN.id.eq(id.as_i64()));
    Condition::any().add(domain).add_option(id)
}

fn read(seal: &Seal, model: orders::Model) -> Result<OrderRow, StoreError> {
    let row = RowName::new(ORDERS, model.id);
    let subject_name = model.subject_name.map(|name| seal.open_text(&row, "subject_name", &name));
    let province = model.province.map(|slug| row.read("province", Province::from_slug(&slug)));
    Ok(OrderRow {
        id: row.parsed("id", OrderId::from_i64(model.id))?,
        account: row.parsed("account_id", AccountId::from_i64(model.account_id))?,
        kind: row.read("kind", OrderKind::from_slug(&model.kind))?,
        stage: read_stage(seal, &row, &model.stage, &model.stage_facts)?,
        since: model.since,
        opened_at: model.opened_at,
        submitted_at: model.submitted_at,
        version: model.version,
        subject_name: subject_name.transpose()?,
        domain: model.domain,
        province: province.transpose()?,
    })
}
