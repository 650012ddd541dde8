//! Proving a journal: every digest again, from the first entry to the head.

use beian_domain::id::AccountId;
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::PROVIDER;
use super::chain::{Link, proof};
use crate::entity::{journal, journal_heads};
use crate::error::StoreError;
use crate::row::RowName;
use crate::store::Store;

/// Entries read at a time.
const STRIDE: u64 = 500;

/// What a proof of one chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalReport {
    /// Whose chain; `None` is the provider's own.
    pub account: Option<AccountId>,
    /// How many entries hold, from the first on.
    pub entries: u64,
    /// Where it breaks first.
    pub broken_at: Option<Break>,
}

/// Where a chain breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// The number of the entry that does not hold, or that is missing.
    pub number: i64,
    /// What is wrong.
    pub kind: BreakKind,
}

/// How a chain breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// The entry, or the one before it, was edited.
    Edited,
    /// An entry was removed and later ones stand.
    Removed,
    /// The last entries were cut off.
    Cut,
    /// The head that tells where the chain ends was edited or removed.
    Head,
}

impl Store {
    /// Proves the chain of an account, or with `None` the provider's own.
    pub async fn verify_journal(&self, account: Option<AccountId>) -> Result<JournalReport, StoreError> {
        self.verify_chain(account.map_or(PROVIDER, AccountId::as_i64)).await
    }

    /// Proves every chain, by account.
    pub async fn verify_all(&self) -> Result<Vec<JournalReport>, StoreError> {
        let heads = journal_heads::Entity::find().select_only().column(journal_heads::COLUMN.account_id.0);
        let mut accounts: Vec<i64> = heads.into_tuple().all(&self.db).await?;
        // A chain whose head was removed still has entries.
        let entries = journal::Entity::find().select_only().column(journal::COLUMN.account_id.0).distinct();
        accounts.extend(entries.into_tuple::<i64>().all(&self.db).await?);
        accounts.sort_unstable();
        accounts.dedup();
        let mut reports = Vec::with_capacity(accounts.len());
        for account in accounts {
            reports.push(self.verify_chain(account).await?);
        }
        Ok(reports)
    }

    async fn verify_chain(&self, account: i64) -> Result<JournalReport, StoreError> {
        let name = RowName::new("journal_heads", account);
        let owner = (account != PROVIDER).then(|| name.parsed("account_id", AccountId::from_i64(account)));
        // The head is read first: entries appended meanwhile lie beyond it and are left for the next time.
        let head = journal_heads::Entity::find_by_id(account).one(&self.db).await?;
        let end = head.as_ref().map_or(0, |head| head.number);
        let (proven, mut broken_at) = self.walk(account, end, head.as_ref()).await?;
        if broken_at.is_none() && !self.head_holds(account, head.as_ref()).await? {
            broken_at = Some(Break { number: end + 1, kind: BreakKind::Head });
        }
        let entries = u64::try_from(proven).unwrap_or(0);
        Ok(JournalReport { account: owner.transpose()?, entries, broken_at })
    }

    /// Walks the entries up to the head; tells the last that holds and what breaks after it.
    async fn walk(
        &self,
        account: i64,
        end: i64,
        head: Option<&journal_heads::Model>,
    ) -> Result<(i64, Option<Break>), StoreError> {
        let (mut proven, mut digest) = (0, Vec::new());
        while proven < end {
            let rows = journal::Entity::find()
                .filter(journal::COLUMN.account_id.eq(account))
                .filter(journal::COLUMN.number.between(proven + 1, end))
                .order_by_asc(journal::COLUMN.number)
                .limit(STRIDE)
                .all(&self.db)
                .await?;
            if rows.is_empty() {
                return Ok((proven, Some(Break { number: proven + 1, kind: BreakKind::Cut })));
            }
            for row in rows {
                if row.number != proven + 1 {
                    return Ok((proven, Some(Break { number: proven + 1, kind: BreakKind::Removed })));
                }
                if Link::of(&row).digest(&digest, &row.payload) != row.digest {
                    return Ok((proven, Some(Break { number: row.number, kind: BreakKind::Edited })));
                }
                (proven, digest) = (row.number, row.digest);
            }
        }
        let broken = head.is_some_and(|head| head.digest != digest);
        Ok((proven, broken.then_some(Break { number: proven, kind: BreakKind::Edited })))
    }

    /// Whether the head is ours; without one there must be no entry at all.
    async fn head_holds(
        &self,
        account: i64,
        head: Option<&journal_heads::Model>,
    ) -> Result<bool, StoreError> {
        if let Some(head) = head {
            return Ok(head.proof == proof(&self.seal, account, head.number, &head.digest));
        }
        let any =
            journal::Entity::find().filter(journal::COLUMN.account_id.eq(account)).one(&self.db).await?;
        Ok(any.is_none())
    }
}
