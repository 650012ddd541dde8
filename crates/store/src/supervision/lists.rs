//! Lists of matters, newest first, and how many of each kind wait for a person.

use beian_domain::supervision::MatterKind;
use sea_orm::{Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::{StoredMatter, read};
use crate::entity::matters;
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::store::Store;

/// How matters stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MatterState {
    /// All of them.
    #[default]
    All,
    /// A person must still look at them.
    Open,
    /// A person has looked at them.
    Handled,
    /// The authority took them off its list.
    Ended,
}

/// Which matters are wanted; what is `None` does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatterFilter {
    /// Of this kind.
    pub kind: Option<MatterKind>,
    /// From this authority account.
    pub authority: Option<String>,
    /// As they stand.
    pub state: MatterState,
    /// With this domain, filing number or record id of the authority.
    pub text: Option<String>,
}

/// How many matters of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatterCount {
    /// The kind.
    pub kind: MatterKind,
    /// All of them.
    pub all: u64,
    /// Those that wait for a person.
    pub open: u64,
}

impl Store {
    /// Matters that came last first.
    pub async fn matters(
        &self,
        filter: &MatterFilter,
        page: Page,
    ) -> Result<Paged<StoredMatter>, StoreError> {
        let mut query = matters::Entity::find().filter(wanted(filter));
        if let Some(after) = page.after {
            let earlier = Condition::any().add(matters::COLUMN.at.lt(after.at())).add(
                Condition::all()
                    .add(matters::COLUMN.at.eq(after.at()))
                    .add(matters::COLUMN.id.lt(after.id())),
            );
            query = query.filter(earlier);
        }
        let rows = query
            .order_by_desc(matters::COLUMN.at)
            .order_by_desc(matters::COLUMN.id)
            .limit(page.fetch())
            .all(&self.db)
            .await?;
        let cut = Paged::cut(rows, page, |row| Cursor::of(row.at, row.id));
        let rows = cut.rows.into_iter().map(|row| read(&self.seal, row)).collect::<Result<_, _>>()?;
        Ok(Paged { rows, next: cut.next })
    }

    /// How many matters of each kind there are; kinds without any are left out.
    pub async fn matter_counts(&self, authority: Option<&str>) -> Result<Vec<MatterCount>, StoreError> {
        let counted = |state| {
            let filter =
                MatterFilter { state, authority: authority.map(Into::into), ..MatterFilter::default() };
            matters::Entity::find()
                .select_only()
                .column(matters::COLUMN.kind.0)
                .expr(matters::COLUMN.id.count())
                .filter(wanted(&filter))
                .group_by(matters::COLUMN.kind.0)
                .into_tuple::<(String, i64)>()
        };
        let all = counted(MatterState::All).all(&self.db).await?;
        let open = counted(MatterState::Open).all(&self.db).await?;
        let many = |count: i64| u64::try_from(count).unwrap_or_default();
        let counts = all.into_iter().filter_map(|(slug, all)| {
            let open = open.iter().find(|(kind, _)| *kind == slug).map_or(0, |(_, open)| *open);
            Some(MatterCount { kind: MatterKind::from_slug(&slug)?, all: many(all), open: many(open) })
        });
        Ok(counts.collect())
    }
}

fn wanted(filter: &MatterFilter) -> Condition {
    let mut wanted = Condition::all();
    if let Some(kind) = filter.kind {
        wanted = wanted.add(matters::COLUMN.kind.eq(kind.slug()));
    }
    if let Some(authority) = &filter.authority {
        wanted = wanted.add(matters::COLUMN.authority.eq(authority));
    }
    wanted = match filter.state {
        MatterState::All => wanted,
        MatterState::Open => wanted
            .add(matters::COLUMN.asks.eq(true))
            .add(matters::COLUMN.handled_at.is_null())
            .add(matters::COLUMN.ended_at.is_null()),
        MatterState::Handled => wanted.add(matters::COLUMN.handled_at.is_not_null()),
        MatterState::Ended => wanted.add(matters::COLUMN.ended_at.is_not_null()),
    };
    let Some(text) = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        return wanted;
    };
    let mut named = Condition::any()
        .add(matters::COLUMN.domain.eq(text.to_lowercase()))
        .add(matters::COLUMN.number.eq(text));
    if let Ok(id) = text.parse::<i64>() {
        named = named.add(matters::COLUMN.bureau_id.eq(id));
    }
    wanted.add(named)
}
