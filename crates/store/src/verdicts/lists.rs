//! Refusals, newest first, and one verdict with everything kept about it.

use std::collections::BTreeMap;

use beian_domain::finding::Severity;
use beian_domain::id::{AccountId, OrderId, SnapshotId, StaffId, VerdictId};
use beian_domain::order::field::FieldPath;
use beian_domain::order::kind::OrderKind;
use beian_domain::region::Province;
use beian_domain::tables::SubjectNature;
use beian_domain::verdict::{Given, Judgement, Standing, VerdictKind, Warning};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{CODES, FINDINGS, Judged, StoredVerdict, VERDICTS, VerdictRow};
use crate::entity::{verdict_codes, verdict_findings, verdicts};
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

/// How refusals stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RefusalState {
    /// All of them.
    #[default]
    All,
    /// The check had not warned of them.
    Unforeseen,
    /// Of these, those nobody has said anything about yet.
    Open,
    /// A person said that no rule is about them.
    NoRule,
    /// A person named a rule that had said nothing.
    Silent,
    /// The check had warned of them.
    Foreseen,
}

/// Which refusals are wanted; what is `None` does not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusalFilter {
    /// Not told before.
    pub since: DateTime<Utc>,
    /// 备案省份.
    pub province: Option<Province>,
    /// As they stand.
    pub state: RefusalState,
    /// With this result code.
    pub code: Option<u32>,
    /// Warned of by this rule, or said to be about it.
    pub rule: Option<String>,
}

impl Store {
    /// Refusals, those told last first.
    pub async fn refusals(
        &self,
        filter: &RefusalFilter,
        page: Page,
    ) -> Result<Paged<StoredVerdict>, StoreError> {
        let mut query = verdicts::Entity::find().filter(wanted(filter));
        if let Some(after) = page.after {
            let same_moment = verdicts::COLUMN.at.eq(after.at()).and(verdicts::COLUMN.id.lt(after.id()));
            query = query.filter(verdicts::COLUMN.at.lt(after.at()).or(same_moment));
        }
        let rows = query
            .order_by_desc(verdicts::COLUMN.at)
            .order_by_desc(verdicts::COLUMN.id)
            .limit(page.fetch())
            .all(&self.db)
            .await?;
        let cut = Paged::cut(rows, page, |row| Cursor::of(row.at, row.id));
        Ok(Paged { rows: whole(&self.db, &self.seal, cut.rows).await?, next: cut.next })
    }

    /// The verdict with this id.
    pub async fn verdict(&self, id: VerdictId) -> Result<Option<StoredVerdict>, StoreError> {
        let found = verdicts::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        Ok(whole(&self.db, &self.seal, found.into_iter().collect()).await?.pop())
    }

    /// The verdicts on an order, oldest first.
    pub async fn verdicts_of(&self, order: OrderId) -> Result<Vec<StoredVerdict>, StoreError> {
        let rows = verdicts::Entity::find()
            .filter(verdicts::COLUMN.order_id.eq(order.as_i64()))
            .order_by_asc(verdicts::COLUMN.version)
            .all(&self.db)
            .await?;
        whole(&self.db, &self.seal, rows).await
    }
}

impl Tx {
    /// The verdict with this id; nobody else changes it until the transaction ends.
    pub async fn verdict(&self, id: VerdictId) -> Result<Option<StoredVerdict>, StoreError> {
        let found = verdicts::Entity::find_by_id(id.as_i64()).lock_exclusive().one(&self.db).await?;
        Ok(whole(&self.db, &self.seal, found.into_iter().collect()).await?.pop())
    }
}

fn wanted(filter: &RefusalFilter) -> Condition {
    let standing = |standing: Standing| verdicts::COLUMN.standing.eq(standing.slug());
    let mut wanted = Condition::all()
        .add(verdicts::COLUMN.kind.eq(VerdictKind::Refused.slug()))
        .add(verdicts::COLUMN.at.gte(instant(filter.since)))
        .add_option(filter.province.map(|province| verdicts::COLUMN.province.eq(province.slug())));
    wanted = match filter.state {
        RefusalState::All => wanted,
        RefusalState::Unforeseen => {
            let slugs = [Standing::Unforeseen, Standing::Silent].map(Standing::slug);
            wanted.add(verdicts::COLUMN.standing.is_in(slugs))
        }
        RefusalState::Open => {
            wanted.add(standing(Standing::Unforeseen)).add(verdicts::COLUMN.judged_at.is_null())
        }
        RefusalState::NoRule => {
            wanted.add(standing(Standing::Unforeseen)).add(verdicts::COLUMN.judged_at.is_not_null())
        }
        RefusalState::Silent => wanted.add(standing(Standing::Silent)),
        RefusalState::Foreseen => wanted.add(standing(Standing::Foreseen)),
    };
    let of = |table: &'static str| Query::select().column("verdict_id").from(table).take();
    if let Some(code) = filter.code {
        let with_code = of(CODES).and_where(Expr::col("code").eq(i64::from(code))).take();
        wanted = wanted.add(Expr::col((VERDICTS, "id")).in_subquery(with_code));
    }
    if let Some(rule) = &filter.rule {
        let warned = of(FINDINGS).and_where(Expr::col("rule").eq(rule.as_str())).take();
        let named = Condition::any()
            .add(verdicts::COLUMN.rule.eq(rule.as_str()))
            .add(Expr::col((VERDICTS, "id")).in_subquery(warned));
        wanted = wanted.add(named);
    }
    wanted
}

/// The rows with their codes and findings, in the same order.
async fn whole<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    rows: Vec<verdicts::Model>,
) -> Result<Vec<StoredVerdict>, StoreError> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let mut codes: BTreeMap<i64, Vec<u32>> = BTreeMap::new();
    let found = verdict_codes::Entity::find()
        .filter(verdict_codes::COLUMN.verdict_id.is_in(ids.iter().copied()))
        .order_by_asc(verdict_codes::COLUMN.position)
        .all(db)
        .await?;
    for model in found {
        let row = RowName::keyed(CODES, format!("{}/{}", model.verdict_id, model.position));
        let code = row.read("code", u32::try_from(model.code).ok())?;
        codes.entry(model.verdict_id).or_default().push(code);
    }
    let mut findings: BTreeMap<i64, Vec<(Warning, bool)>> = BTreeMap::new();
    let found = verdict_findings::Entity::find()
        .filter(verdict_findings::COLUMN.verdict_id.is_in(ids))
        .order_by_asc(verdict_findings::COLUMN.position)
        .all(db)
        .await?;
    for model in found {
        let row = RowName::keyed(FINDINGS, format!("{}/{}", model.verdict_id, model.position));
        let warning = Warning {
            severity: row.read("severity", Severity::from_slug(&model.severity))?,
            field: row.parsed("field", FieldPath::parse(&model.field))?,
            rule: model.rule,
        };
        findings.entry(model.verdict_id).or_default().push((warning, model.foresaw));
    }
    rows.into_iter()
        .map(|model| {
            let codes = codes.remove(&model.id).unwrap_or_default();
            let findings = findings.remove(&model.id).unwrap_or_default();
            read(seal, model, codes, findings)
        })
        .collect()
}

fn read(
    seal: &Seal,
    model: verdicts::Model,
    codes: Vec<u32>,
    findings: Vec<(Warning, bool)>,
) -> Result<StoredVerdict, StoreError> {
    let row = RowName::new(VERDICTS, model.id);
    let judged = judged(seal, &row, &model)?;
    let opinion = model.opinion.as_deref().map(|sealed| seal.open_text(&row, "opinion", sealed));
    let given = Given {
        snapshot: row.parsed("snapshot_id", SnapshotId::from_i64(model.snapshot_id))?,
        kind: row.read("kind", VerdictKind::from_slug(&model.kind))?,
        codes,
        opinion: opinion.transpose()?,
    };
    let standing = model.standing.as_deref().map(|slug| row.read("standing", Standing::from_slug(slug)));
    let mut foreseen_by: Vec<String> =
        findings.iter().filter(|(_, foresaw)| *foresaw).map(|(warning, _)| warning.rule.clone()).collect();
    foreseen_by.sort_unstable();
    foreseen_by.dedup();
    Ok(StoredVerdict {
        row: VerdictRow {
            id: row.parsed("id", VerdictId::from_i64(model.id))?,
            account: row.parsed("account_id", AccountId::from_i64(model.account_id))?,
            order: row.parsed("order_id", OrderId::from_i64(model.order_id))?,
            version: model.version,
            order_kind: row.read("order_kind", OrderKind::from_slug(&model.order_kind))?,
            province: row.read("province", Province::from_slug(&model.province))?,
            nature: row.read("nature", SubjectNature::from_slug(&model.nature))?,
            domain: model.domain,
            at: model.at,
            given,
            warnings: findings.into_iter().map(|(warning, _)| warning).collect(),
        },
        standing: standing.transpose()?,
        foreseen_by,
        judged,
    })
}

fn judged(seal: &Seal, row: &RowName, model: &verdicts::Model) -> Result<Option<Judged>, StoreError> {
    let (Some(at), Some(by)) = (model.judged_at, model.judged_by) else { return Ok(None) };
    let note = model.note.as_deref().map(|sealed| seal.open_text(row, "note", sealed));
    Ok(Some(Judged {
        judgement: model.rule.clone().map_or(Judgement::NoRule, Judgement::Rule),
        at,
        by: row.parsed("judged_by", StaffId::from_i64(by))?,
        note: note.transpose()?.unwrap_or_default(),
    }))
}
