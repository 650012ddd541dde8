//! Recording what came: each delivery once, the newest counts.

use std::collections::{BTreeMap, BTreeSet};

use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use beian_domain::supervision::{Identity, Keys, ListChange};
use beian_domain::tables::CertificateType;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};

use super::{Arrival, DELIVERIES, MATTERS, Source};
use crate::entity::{filed_services, filed_subjects, matter_deliveries, matters};
use crate::error::StoreError;
use crate::register::certificate_key;
use crate::row::{RowName, instant, json_text, stored_count};
use crate::store::Tx;

/// Matters looked up and written together; databases bound the values of one statement.
const CHUNK: usize = 200;

/// An arrival with everything it is looked up by.
struct Found<'a> {
    arrival: &'a Arrival,
    keys: Keys,
    identity: Vec<u8>,
    certificate: Option<Vec<u8>>,
}

impl Tx {
    /// Records matters that came in a file; what was recorded from the same place of the same file stays as it
    /// is. Gives how many were new. What came in an older file than what stands is kept as a delivery only.
    pub async fn record_matters(
        &self,
        source: &Source<'_>,
        arrivals: &[Arrival],
    ) -> Result<usize, StoreError> {
        let mut recorded = 0;
        for chunk in arrivals.chunks(CHUNK) {
            recorded += self.record_chunk(source, chunk).await?;
        }
        Ok(recorded)
    }

    async fn record_chunk(&self, source: &Source<'_>, chunk: &[Arrival]) -> Result<usize, StoreError> {
        let known = self.recorded(source, chunk).await?;
        let fresh = chunk
            .iter()
            .filter(|one| !known.contains(&(one.matter.kind().slug().to_owned(), place(one))))
            .map(|one| self.look_up(source, one));
        let fresh: Vec<Found<'_>> = fresh.collect();
        let ours = self.ours(&fresh).await?;
        let mut standing = self.standing(source, &fresh).await?;
        let mut deliveries = Vec::with_capacity(fresh.len());
        for found in &fresh {
            let key = (found.arrival.matter.kind().slug(), found.identity.clone());
            let ours = ours.concerns(found);
            let model = match standing.remove(&key) {
                None => self.begin_matter(source, found, ours).await?,
                Some(stands) => self.renew_matter(source, found, ours, stands).await?,
            };
            deliveries.push(self.delivery(source, found.arrival, model.id));
            standing.insert(key, model);
        }
        let count = deliveries.len();
        if count > 0 {
            matter_deliveries::Entity::insert_many(deliveries).exec_without_returning(&self.db).await?;
        }
        Ok(count)
    }

    /// The places of the file that were recorded before.
    async fn recorded(
        &self,
        source: &Source<'_>,
        chunk: &[Arrival],
    ) -> Result<BTreeSet<(String, i32)>, StoreError> {
        let places: BTreeSet<i32> = chunk.iter().map(place).collect();
        let rows: Vec<(String, i32)> = matter_deliveries::Entity::find()
            .select_only()
            .column(matter_deliveries::COLUMN.kind.0)
            .column(matter_deliveries::COLUMN.position.0)
            .filter(matter_deliveries::COLUMN.authority.eq(source.authority))
            .filter(matter_deliveries::COLUMN.file_name.eq(source.file_name))
            .filter(matter_deliveries::COLUMN.position.is_in(places))
            .into_tuple()
            .all(&self.db)
            .await?;
        Ok(rows.into_iter().collect())
    }

    fn look_up<'a>(&self, source: &Source<'_>, arrival: &'a Arrival) -> Found<'a> {
        let keys = arrival.matter.keys();
        let identity = match arrival.matter.identity() {
            Identity::Delivery => format!("place:{}:{}", source.file_name, arrival.position),
            Identity::Named(name) => format!("name:{name}"),
        };
        let certificate = keys.certificate.as_ref().map(|(kind, number)| certificate_text(*kind, number));
        Found {
            arrival,
            identity: self.seal.digest("matter", identity.as_bytes()),
            certificate: certificate.map(|text| self.seal.digest("certificate", text.as_bytes())),
            keys,
        }
    }

    /// What stands under the same identities.
    async fn standing(
        &self,
        source: &Source<'_>,
        fresh: &[Found<'_>],
    ) -> Result<BTreeMap<(&'static str, Vec<u8>), matters::Model>, StoreError> {
        let rows = matters::Entity::find()
            .filter(matters::COLUMN.authority.eq(source.authority))
            .filter(Expr::col("identity").is_in(fresh.iter().map(|found| found.identity.clone())))
            .lock_exclusive()
            .all(&self.db)
            .await?;
        let named = rows.into_iter().filter_map(|row| {
            let kind = beian_domain::supervision::MatterKind::from_slug(&row.kind)?.slug();
            Some(((kind, row.identity.clone()), row))
        });
        Ok(named.collect())
    }

    async fn begin_matter(
        &self,
        source: &Source<'_>,
        found: &Found<'_>,
        ours: bool,
    ) -> Result<matters::Model, StoreError> {
        let arrival = found.arrival;
        let row = RowName::new(MATTERS, arrival.id.as_i64());
        let at = instant(source.at);
        let model = matters::Model {
            id: arrival.id.as_i64(),
            authority: source.authority.into(),
            kind: arrival.matter.kind().slug().into(),
            identity: found.identity.clone(),
            file_name: source.file_name.into(),
            position: place(arrival),
            bureau_id: found.keys.bureau_id,
            number: found.keys.number.clone(),
            domain: found.keys.domain.clone(),
            certificate_digest: found.certificate.clone(),
            ours,
            asks: arrival.matter.asks(ours),
            first_at: at,
            at,
            ended_at: (arrival.change == ListChange::Removed).then_some(at),
            times: 1,
            digest: self.content_digest(arrival),
            content: self.seal.json(&row, "content", &arrival.matter),
            handled_at: None,
            handled_by: None,
            comment: None,
        };
        let insert = matters::Entity::insert(matters::ActiveModel::from(model.clone()));
        insert.exec_without_returning(&self.db).await?;
        Ok(model)
    }

    /// The newest counts. What was handled is open again when it comes with something new.
    async fn renew_matter(
        &self,
        source: &Source<'_>,
        found: &Found<'_>,
        ours: bool,
        mut stands: matters::Model,
    ) -> Result<matters::Model, StoreError> {
        let arrival = found.arrival;
        let at = instant(source.at);
        stands.times = stands.times.saturating_add(1);
        if at < stands.at {
            stands.first_at = std::cmp::min(stands.first_at, at);
        } else {
            let row = RowName::new(MATTERS, stands.id);
            let digest = self.content_digest(arrival);
            let ended = (arrival.change == ListChange::Removed).then_some(at);
            if digest != stands.digest || ended.is_some() != stands.ended_at.is_some() {
                (stands.handled_at, stands.handled_by, stands.comment) = (None, None, None);
            }
            stands.file_name = source.file_name.into();
            stands.position = place(arrival);
            stands.bureau_id = found.keys.bureau_id;
            stands.number.clone_from(&found.keys.number);
            stands.domain.clone_from(&found.keys.domain);
            stands.certificate_digest.clone_from(&found.certificate);
            stands.ours = ours;
            stands.asks = arrival.matter.asks(ours);
            stands.at = at;
            stands.ended_at = ended;
            stands.digest = digest;
            stands.content = self.seal.json(&row, "content", &arrival.matter);
        }
        let changed = matters::ActiveModel::from(stands.clone()).reset_all();
        matters::Entity::update(changed).exec(&self.db).await?;
        Ok(stands)
    }

    fn delivery(
        &self,
        source: &Source<'_>,
        arrival: &Arrival,
        matter: i64,
    ) -> matter_deliveries::ActiveModel {
        let id = self.seal.draw_number();
        let row = RowName::new(DELIVERIES, id);
        matter_deliveries::ActiveModel {
            id: Set(id),
            matter_id: Set(matter),
            authority: Set(source.authority.into()),
            kind: Set(arrival.matter.kind().slug().into()),
            file_name: Set(source.file_name.into()),
            position: Set(place(arrival)),
            at: Set(instant(source.at)),
            change: Set(arrival.change.slug().into()),
            content: Set(self.seal.json(&row, "content", &arrival.matter)),
        }
    }

    fn content_digest(&self, arrival: &Arrival) -> Vec<u8> {
        self.seal.digest("matter-content", json_text(&arrival.matter).as_bytes())
    }

    /// Which of the matters are about filings in our register.
    async fn ours(&self, fresh: &[Found<'_>]) -> Result<Ours, StoreError> {
        let numbers: BTreeSet<String> = fresh.iter().filter_map(|found| found.keys.number.clone()).collect();
        let domains: BTreeSet<String> = fresh.iter().filter_map(domain).collect();
        let certificates: BTreeSet<Vec<u8>> =
            fresh.iter().filter_map(|found| found.certificate.clone()).collect();
        let services: Vec<(String, String)> = filed_services::Entity::find()
            .select_only()
            .column(filed_services::COLUMN.number.0)
            .column(filed_services::COLUMN.domain.0)
            .filter(
                Condition::any()
                    .add(filed_services::COLUMN.number.is_in(numbers.iter().cloned()))
                    .add(filed_services::COLUMN.domain.is_in(domains)),
            )
            .into_tuple()
            .all(&self.db)
            .await?;
        let subjects: Vec<(String, Vec<u8>)> = filed_subjects::Entity::find()
            .select_only()
            .column(filed_subjects::COLUMN.number.0)
            .column(filed_subjects::COLUMN.certificate_digest.0)
            .filter(
                Condition::any()
                    .add(filed_subjects::COLUMN.number.is_in(numbers))
                    .add(Expr::col("certificate_digest").is_in(certificates)),
            )
            .into_tuple()
            .all(&self.db)
            .await?;
        let mut ours = Ours::default();
        for (number, domain) in services {
            ours.numbers.insert(number);
            ours.domains.insert(domain);
        }
        for (number, certificate) in subjects {
            ours.numbers.insert(number);
            ours.certificates.insert(certificate);
        }
        Ok(ours)
    }

    /// Records what a person did about a matter; [`StoreError::Stale`] when it was handled before, has come
    /// again since `seen`, or does not exist.
    pub async fn handle_matter(
        &self,
        id: beian_domain::id::MatterId,
        seen: chrono::DateTime<chrono::Utc>,
        handled: &super::Handled,
    ) -> Result<(), StoreError> {
        let row = RowName::new(MATTERS, id.as_i64());
        let comment = self.seal.text(&row, "comment", &handled.comment);
        let changed = matters::Entity::update_many()
            .col_expr(matters::COLUMN.handled_at, Expr::value(instant(handled.at)))
            .col_expr(matters::COLUMN.handled_by, Expr::value(handled.by.as_i64()))
            .col_expr(matters::COLUMN.comment, Expr::value(comment))
            .filter(matters::COLUMN.id.eq(id.as_i64()))
            .filter(matters::COLUMN.at.eq(instant(seen)))
            .filter(matters::COLUMN.handled_at.is_null())
            .exec(&self.db)
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

/// What of our register is meant.
#[derive(Default)]
struct Ours {
    numbers: BTreeSet<String>,
    domains: BTreeSet<String>,
    certificates: BTreeSet<Vec<u8>>,
}

impl Ours {
    fn concerns(&self, found: &Found<'_>) -> bool {
        found.keys.number.as_ref().is_some_and(|number| self.numbers.contains(number))
            || domain(found).is_some_and(|domain| self.domains.contains(&domain))
            || found.certificate.as_ref().is_some_and(|digest| self.certificates.contains(digest))
    }
}

/// The domain as our register writes it.
fn domain(found: &Found<'_>) -> Option<String> {
    let told = found.keys.domain.as_deref()?;
    Some(DomainName::parse(told).map_or_else(|_| told.to_owned(), |domain| domain.as_str().to_owned()))
}

/// The text under which a certificate is found, the same as in the register where it can be read.
fn certificate_text(kind: i64, number: &str) -> String {
    let parsed = u16::try_from(kind)
        .ok()
        .and_then(CertificateType::from_code)
        .and_then(|kind| CertificateNumber::parse(kind, number).ok());
    parsed.map_or_else(|| format!("told:{kind}:{number}"), |number| certificate_key(&number))
}

fn place(arrival: &Arrival) -> i32 {
    stored_count(arrival.position)
}
