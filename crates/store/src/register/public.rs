//! What the public may look up: by domain, by number, by the exact name of a subject.

use std::collections::{BTreeMap, BTreeSet};

use beian_domain::filing::PublicRecord;
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::{SERVICES, read_service, read_subject};
use crate::entity::{filed_services, filed_subjects};
use crate::error::{Damage, StoreError};
use crate::row::RowName;
use crate::store::Store;

/// The most records of one answer.
const MOST: u64 = 100;

impl Store {
    /// The record of a domain, in ASCII form.
    pub async fn public_by_domain(&self, domain: &str) -> Result<Vec<PublicRecord>, StoreError> {
        let found = filed_services::COLUMN.domain.eq(domain.to_lowercase());
        let services = filed_services::Entity::find().filter(found).limit(MOST).all(&self.db).await?;
        self.public(services).await
    }

    /// The record of a service number, or all of a subject number.
    pub async fn public_by_number(&self, number: &str) -> Result<Vec<PublicRecord>, StoreError> {
        let found = filed_services::COLUMN.number.eq(number);
        let services = filed_services::Entity::find().filter(found).limit(MOST).all(&self.db).await?;
        if !services.is_empty() {
            return self.public(services).await;
        }
        let found = filed_subjects::COLUMN.number.eq(number);
        let subjects = filed_subjects::Entity::find().filter(found).all(&self.db).await?;
        self.public_of(&subjects).await
    }

    /// The records of all subjects of exactly this name.
    pub async fn public_by_name(&self, name: &str) -> Result<Vec<PublicRecord>, StoreError> {
        let digest = self.seal.digest("subject-name", name.trim().as_bytes());
        let found = filed_subjects::COLUMN.name_digest.eq(digest);
        let subjects = filed_subjects::Entity::find().filter(found).limit(MOST).all(&self.db).await?;
        self.public_of(&subjects).await
    }

    async fn public_of(&self, subjects: &[filed_subjects::Model]) -> Result<Vec<PublicRecord>, StoreError> {
        let services = filed_services::Entity::find()
            .filter(filed_services::COLUMN.subject_id.is_in(subjects.iter().map(|subject| subject.id)))
            .order_by_asc(filed_services::COLUMN.id)
            .limit(MOST)
            .all(&self.db)
            .await?;
        self.public(services).await
    }

    async fn public(&self, services: Vec<filed_services::Model>) -> Result<Vec<PublicRecord>, StoreError> {
        let wanted: BTreeSet<i64> = services.iter().map(|service| service.subject_id).collect();
        let found = filed_subjects::Entity::find().filter(filed_subjects::COLUMN.id.is_in(wanted));
        let mut subjects = BTreeMap::new();
        for model in found.all(&self.db).await? {
            subjects.insert(model.id, read_subject(&self.seal, &model)?);
        }
        let mut records = Vec::with_capacity(services.len());
        for model in services {
            let row = RowName::new(SERVICES, model.id);
            let subject = subjects.get(&model.subject_id);
            let subject = subject.ok_or_else(|| row.bad("subject_id", Damage::Disagrees))?;
            let service = read_service(&self.seal, &model)?;
            records.push(PublicRecord {
                subject_name: subject.subject.name.as_str().into(),
                subject_nature: subject.subject.nature.slug().into(),
                subject_number: subject.number.clone(),
                service_number: service.number,
                service_name: service.service.name.as_str().into(),
                domain: service.service.domain.as_str().into(),
                granted_at: service.granted_at,
            });
        }
        Ok(records)
    }
}
