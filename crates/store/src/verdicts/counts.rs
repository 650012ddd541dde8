//! Verdicts counted: by province, by result code, by what codes are about, by rule.

use std::collections::BTreeMap;

use beian_domain::region::Province;
use beian_domain::verdict::{About, Standing, VerdictKind};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ConnectionTrait as _, QueryResult};

use super::{CODES, FINDINGS, VERDICTS};
use crate::error::StoreError;
use crate::row::{RowName, instant};
use crate::store::Store;

/// Which verdicts are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerdictPeriod {
    /// Not told before.
    pub since: DateTime<Utc>,
    /// 备案省份; `None` for all.
    pub province: Option<Province>,
}

/// How many verdicts of a kind, standing alike, a province gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProvinceCount {
    /// 备案省份.
    pub province: Province,
    /// The kind.
    pub kind: VerdictKind,
    /// How they stand to our rules, when they are refusals.
    pub standing: Option<Standing>,
    /// How many.
    pub count: u64,
}

/// How many refusals with a code stand alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeCount {
    /// The code; `None` for refusals without any.
    pub code: Option<u32>,
    /// How they stand to our rules.
    pub standing: Standing,
    /// How many.
    pub count: u64,
}

/// How many refusals that were not foreseen are about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AboutCount {
    /// What their codes name; `None` where they name nothing.
    pub about: Option<About>,
    /// How many.
    pub count: u64,
}

/// What became of the orders a rule had warned about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleCount {
    /// The rule's stable name.
    pub rule: String,
    /// Granted nevertheless.
    pub granted: u64,
    /// Refused, for whatever reason.
    pub refused: u64,
    /// Refused for what it had warned of.
    pub foreseen: u64,
    /// Refused for what it is about, without a word of it; a person said so.
    pub silent: u64,
}

impl Store {
    /// By province, kind and standing.
    pub async fn verdicts_by_province(
        &self,
        period: VerdictPeriod,
    ) -> Result<Vec<ProvinceCount>, StoreError> {
        let mut query = counted(period);
        for column in ["province", "kind", "standing"] {
            query.column((VERDICTS, column)).group_by_col((VERDICTS, column));
        }
        let counted = self.db.query_all(&query).await?;
        counted
            .iter()
            .map(|found| {
                let row = RowName::keyed(VERDICTS, "counted".into());
                let province: String = found.try_get("", "province")?;
                let kind: String = found.try_get("", "kind")?;
                Ok(ProvinceCount {
                    province: row.read("province", Province::from_slug(&province))?,
                    kind: row.read("kind", VerdictKind::from_slug(&kind))?,
                    standing: standing(found)?,
                    count: count(found)?,
                })
            })
            .collect()
    }

    /// By result code and standing; refusals with several codes count under each.
    pub async fn refusals_by_code(&self, period: VerdictPeriod) -> Result<Vec<CodeCount>, StoreError> {
        let mut query = counted(period);
        query
            .column((CODES, "code"))
            .column((VERDICTS, "standing"))
            .left_join(CODES, Expr::col((CODES, "verdict_id")).equals((VERDICTS, "id")))
            .and_where(Expr::col((VERDICTS, "kind")).eq(VerdictKind::Refused.slug()))
            .group_by_col((CODES, "code"))
            .group_by_col((VERDICTS, "standing"));
        let mut counts = Vec::new();
        for found in self.db.query_all(&query).await? {
            let row = RowName::keyed(CODES, "counted".into());
            let code: Option<i64> = found.try_get("", "code")?;
            counts.push(CodeCount {
                code: code.map(|code| row.read("code", u32::try_from(code).ok())).transpose()?,
                standing: row.read("standing", standing(&found)?)?,
                count: count(&found)?,
            });
        }
        Ok(counts)
    }

    /// Refusals that were not foreseen, by what their codes are about. A code that names nothing counts only where
    /// it stands alone.
    pub async fn unforeseen_by_about(&self, period: VerdictPeriod) -> Result<Vec<AboutCount>, StoreError> {
        let unforeseen = Expr::col((VERDICTS, "standing"))
            .is_in([Standing::Unforeseen, Standing::Silent].map(Standing::slug));
        let mut query = counted(period);
        query
            .column((CODES, "about"))
            .inner_join(CODES, Expr::col((CODES, "verdict_id")).equals((VERDICTS, "id")))
            .and_where(unforeseen.clone())
            .and_where(Expr::col((CODES, "about")).is_not_null())
            .group_by_col((CODES, "about"));
        let mut counts = Vec::new();
        for found in self.db.query_all(&query).await? {
            let row = RowName::keyed(CODES, "counted".into());
            let about: String = found.try_get("", "about")?;
            let about = Some(row.read("about", About::from_slug(&about))?);
            counts.push(AboutCount { about, count: count(&found)? });
        }
        let naming = Query::select()
            .column("verdict_id")
            .from(CODES)
            .and_where(Expr::col("about").is_not_null())
            .take();
        let mut query = counted(period);
        query.and_where(unforeseen).and_where(Expr::col((VERDICTS, "id")).not_in_subquery(naming));
        if let Some(found) = self.db.query_one(&query).await? {
            counts.push(AboutCount { about: None, count: count(&found)? });
        }
        Ok(counts)
    }

    /// By rule, in the order of their names.
    pub async fn verdicts_by_rule(&self, period: VerdictPeriod) -> Result<Vec<RuleCount>, StoreError> {
        let mut query = counted(period);
        query
            .column((FINDINGS, "rule"))
            .column((FINDINGS, "foresaw"))
            .column((VERDICTS, "kind"))
            .inner_join(FINDINGS, Expr::col((FINDINGS, "verdict_id")).equals((VERDICTS, "id")))
            .group_by_col((FINDINGS, "rule"))
            .group_by_col((FINDINGS, "foresaw"))
            .group_by_col((VERDICTS, "kind"));
        let mut counts: BTreeMap<String, RuleCount> = BTreeMap::new();
        for found in self.db.query_all(&query).await? {
            let row = RowName::keyed(FINDINGS, "counted".into());
            let kind: String = found.try_get("", "kind")?;
            let foresaw: bool = found.try_get("", "foresaw")?;
            let count = count(&found)?;
            let rule = counts.entry(found.try_get("", "rule")?).or_default();
            match row.read("kind", VerdictKind::from_slug(&kind))? {
                VerdictKind::Granted => rule.granted += count,
                VerdictKind::Refused => {
                    rule.refused += count;
                    rule.foreseen += if foresaw { count } else { 0 };
                }
                VerdictKind::PhoneCheckFailed | VerdictKind::PhoneCheckMissed => {}
            }
        }
        let mut query = counted(period);
        query
            .column((VERDICTS, "rule"))
            .and_where(Expr::col((VERDICTS, "standing")).eq(Standing::Silent.slug()))
            .group_by_col((VERDICTS, "rule"));
        for found in self.db.query_all(&query).await? {
            counts.entry(found.try_get("", "rule")?).or_default().silent += count(&found)?;
        }
        Ok(counts.into_iter().map(|(rule, count)| RuleCount { rule, ..count }).collect())
    }
}

/// Counts verdicts of the period; grouped by what the caller adds.
fn counted(period: VerdictPeriod) -> SelectStatement {
    let mut query = Query::select();
    query
        .expr_as(Expr::col((VERDICTS, "id")).count_distinct(), "n")
        .from(VERDICTS)
        .and_where(Expr::col((VERDICTS, "at")).gte(instant(period.since)));
    if let Some(province) = period.province {
        query.and_where(Expr::col((VERDICTS, "province")).eq(province.slug()));
    }
    query
}

fn count(found: &QueryResult) -> Result<u64, StoreError> {
    let count: i64 = found.try_get("", "n")?;
    Ok(u64::try_from(count).unwrap_or_default())
}

fn standing(found: &QueryResult) -> Result<Option<Standing>, StoreError> {
    let slug: Option<String> = found.try_get("", "standing")?;
    let row = RowName::keyed(VERDICTS, "counted".into());
    slug.map(|slug| row.read("standing", Standing::from_slug(&slug))).transpose()
}
