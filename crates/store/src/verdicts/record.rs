//! Recording a verdict once, and what a person says about a refusal.

use beian_domain::id::VerdictId;
use beian_domain::verdict::{About, Foresight, Judgement, VerdictKind, foresight};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _};

use super::{Judged, VERDICTS, VerdictRow};
use crate::entity::{verdict_codes, verdict_findings, verdicts};
use crate::error::StoreError;
use crate::row::{RowName, instant};
use crate::store::Tx;

impl Tx {
    /// Keeps a verdict; `false` when it is kept already.
    pub async fn record_verdict(&self, verdict: &VerdictRow) -> Result<bool, StoreError> {
        use verdicts::Column as C;
        let given = &verdict.given;
        let row = RowName::new(VERDICTS, verdict.id.as_i64());
        let foresight =
            (given.kind == VerdictKind::Refused).then(|| foresight(&given.codes, &verdict.warnings, None));
        let model = verdicts::ActiveModel {
            id: Set(verdict.id.as_i64()),
            account_id: Set(verdict.account.as_i64()),
            order_id: Set(verdict.order.as_i64()),
            version: Set(verdict.version),
            snapshot_id: Set(given.snapshot.as_i64()),
            order_kind: Set(verdict.order_kind.slug().into()),
            province: Set(verdict.province.slug().into()),
            nature: Set(verdict.nature.slug().into()),
            domain: Set(verdict.domain.clone()),
            at: Set(instant(verdict.at)),
            kind: Set(given.kind.slug().into()),
            opinion: Set(given.opinion.as_deref().map(|said| self.seal.text(&row, "opinion", said))),
            standing: Set(foresight.as_ref().map(|known| known.standing().slug().into())),
            rule: Set(None),
            judged_at: Set(None),
            judged_by: Set(None),
            note: Set(None),
        };
        let there = OnConflict::columns([C::OrderId, C::Version]).do_nothing().to_owned();
        let inserted = verdicts::Entity::insert(model).on_conflict(there).exec_without_returning(&self.db);
        if inserted.await? == 0 {
            return Ok(false);
        }
        self.insert_verdict_codes(verdict).await?;
        self.insert_verdict_findings(verdict, foresight.as_ref()).await?;
        Ok(true)
    }

    async fn insert_verdict_codes(&self, verdict: &VerdictRow) -> Result<(), StoreError> {
        let rows = verdict.given.codes.iter().enumerate().map(|(at, code)| verdict_codes::ActiveModel {
            verdict_id: Set(verdict.id.as_i64()),
            position: Set(place(at)),
            account_id: Set(verdict.account.as_i64()),
            code: Set(i64::from(*code)),
            about: Set(About::of(*code).map(|about| about.slug().into())),
        });
        let rows: Vec<verdict_codes::ActiveModel> = rows.collect();
        if !rows.is_empty() {
            verdict_codes::Entity::insert_many(rows).exec_without_returning(&self.db).await?;
        }
        Ok(())
    }

    async fn insert_verdict_findings(
        &self,
        verdict: &VerdictRow,
        foresight: Option<&Foresight>,
    ) -> Result<(), StoreError> {
        let rows = verdict.warnings.iter().enumerate().map(|(at, warning)| verdict_findings::ActiveModel {
            verdict_id: Set(verdict.id.as_i64()),
            position: Set(place(at)),
            account_id: Set(verdict.account.as_i64()),
            rule: Set(warning.rule.clone()),
            severity: Set(warning.severity.slug().into()),
            field: Set(warning.field.to_string()),
            foresaw: Set(foresight.is_some_and(|known| known.foreseen_by(&warning.rule))),
        });
        let rows: Vec<verdict_findings::ActiveModel> = rows.collect();
        if !rows.is_empty() {
            verdict_findings::Entity::insert_many(rows).exec_without_returning(&self.db).await?;
        }
        Ok(())
    }

    /// Records what a person says about a refusal, in the place of what was said before at `seen`.
    /// [`StoreError::Stale`] when somebody said something else meanwhile, or there is no such refusal.
    pub async fn judge_verdict(
        &self,
        id: VerdictId,
        seen: Option<DateTime<Utc>>,
        judged: &Judged,
    ) -> Result<(), StoreError> {
        let row = RowName::new(VERDICTS, id.as_i64());
        let Some(stands) = self.verdict(id).await? else { return Err(StoreError::Stale) };
        let given = &stands.row.given;
        if given.kind != VerdictKind::Refused || stands.judged.map(|before| before.at) != seen.map(instant) {
            return Err(StoreError::Stale);
        }
        let known = foresight(&given.codes, &stands.row.warnings, Some(&judged.judgement));
        let rule = match &judged.judgement {
            Judgement::Rule(rule) => Some(rule.clone()),
            Judgement::NoRule => None,
        };
        verdicts::Entity::update_many()
            .col_expr(verdicts::COLUMN.standing, Expr::value(known.standing().slug()))
            .col_expr(verdicts::COLUMN.rule, Expr::value(rule.clone()))
            .col_expr(verdicts::COLUMN.judged_at, Expr::value(instant(judged.at)))
            .col_expr(verdicts::COLUMN.judged_by, Expr::value(judged.by.as_i64()))
            .col_expr(verdicts::COLUMN.note, Expr::value(self.seal.text(&row, "note", &judged.note)))
            .filter(verdicts::COLUMN.id.eq(id.as_i64()))
            .exec(&self.db)
            .await?;
        let foresaw = Expr::col("rule").eq(rule.unwrap_or_default());
        verdict_findings::Entity::update_many()
            .col_expr(verdict_findings::COLUMN.foresaw, foresaw)
            .filter(verdict_findings::COLUMN.verdict_id.eq(id.as_i64()))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

fn place(at: usize) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX)
}
