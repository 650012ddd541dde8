//! How the entries of a journal hang together, and the head that tells where a chain ends.

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use sha2::{Digest as _, Sha256};

use super::JOURNAL;
use crate::entity::{journal, journal_heads};
use crate::error::{Damage, StoreError};
use crate::row::RowName;
use crate::seal::Seal;

/// The first bytes of everything that is digested here: changes whenever the layout does.
const LAYOUT: &str = "beian-journal-1";

/// An entry without its payload.
pub(super) struct Link {
    pub(super) account: i64,
    pub(super) number: i64,
    pub(super) order: Option<i64>,
    pub(super) at: DateTime<Utc>,
    pub(super) actor: String,
    pub(super) name: String,
}

impl Link {
    pub(super) fn of(model: &journal::Model) -> Self {
        Self {
            account: model.account_id,
            number: model.number,
            order: model.order_id,
            at: model.at,
            actor: model.actor.clone(),
            name: model.name.clone(),
        }
    }

    pub(super) fn row(&self) -> RowName {
        RowName::keyed(JOURNAL, format!("{}/{}", self.account, self.number))
    }

    /// SHA-256 over the digest before, the entry's fields and the sealed payload, each with its length in
    /// front, so that nothing can move from one field into the next.
    pub(super) fn digest(&self, before: &[u8], payload: &[u8]) -> Vec<u8> {
        let order = self.order.map(|order| order.to_string()).unwrap_or_default();
        let at = self.at.to_rfc3339_opts(SecondsFormat::Micros, true);
        let (account, number) = (self.account.to_string(), self.number.to_string());
        let mut hasher = Sha256::new();
        let texts = [LAYOUT, &account, &number, &order, &at, &self.actor, &self.name];
        for part in texts.iter().map(|text| text.as_bytes()).chain([before, payload]) {
            hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(part);
        }
        hasher.finalize().to_vec()
    }
}

/// Reads the head of a chain, made when absent, and locks it until the transaction ends.
pub(super) async fn lock_head(
    db: &DatabaseTransaction,
    seal: &Seal,
    account: i64,
) -> Result<journal_heads::Model, StoreError> {
    let first = journal_heads::ActiveModel {
        account_id: Set(account),
        number: Set(0),
        digest: Set(Vec::new()),
        proof: Set(proof(seal, account, 0, &[])),
    };
    journal_heads::Entity::insert(first)
        .on_conflict(OnConflict::column(journal_heads::Column::AccountId).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    let head = journal_heads::Entity::find_by_id(account).lock_exclusive().one(db).await?;
    head.ok_or_else(|| RowName::new("journal_heads", account).bad("account_id", Damage::Value))
}

pub(super) async fn move_head(
    db: &DatabaseTransaction,
    seal: &Seal,
    account: i64,
    number: i64,
    digest: Vec<u8>,
) -> Result<(), StoreError> {
    let proof = proof(seal, account, number, &digest);
    journal_heads::Entity::update_many()
        .col_expr(journal_heads::COLUMN.number, Expr::value(number))
        .col_expr(journal_heads::COLUMN.digest, Expr::value(digest))
        .col_expr(journal_heads::COLUMN.proof, Expr::value(proof))
        .filter(journal_heads::COLUMN.account_id.eq(account))
        .exec(db)
        .await?;
    Ok(())
}

/// Keyed, so that who can write to the database but lacks the keys cannot cut a chain and move its head.
pub(super) fn proof(seal: &Seal, account: i64, number: i64, digest: &[u8]) -> Vec<u8> {
    let told = [&account.to_be_bytes()[..], &number.to_be_bytes()[..], digest].concat();
    seal.digest("journal-head", &told)
}
