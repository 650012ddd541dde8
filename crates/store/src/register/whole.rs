//! The whole register, a page at a time, for whoever must look at everything.

use beian_domain::filing::{FiledService, FiledSubject};
use sea_orm::{EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};

use super::{read_service, read_subject};
use crate::entity::{filed_services, filed_subjects};
use crate::error::StoreError;
use crate::store::Store;

impl Store {
    /// How many subjects the register has.
    pub async fn count_filed_subjects(&self) -> Result<u64, StoreError> {
        Ok(filed_subjects::Entity::find().count(&self.db).await?)
    }

    /// The next subjects after an id, at most `limit`, each with its services; in the order of their ids. Begin
    /// after zero; an empty page is the end.
    pub async fn filings_after(
        &self,
        after: i64,
        limit: u64,
    ) -> Result<Vec<(FiledSubject, Vec<FiledService>)>, StoreError> {
        let subjects = filed_subjects::Entity::find()
            .filter(filed_subjects::COLUMN.id.gt(after))
            .order_by_asc(filed_subjects::COLUMN.id)
            .limit(limit)
            .all(&self.db)
            .await?;
        let (Some(first), Some(last)) = (subjects.first(), subjects.last()) else { return Ok(Vec::new()) };
        let services = filed_services::Entity::find()
            .filter(filed_services::COLUMN.subject_id.between(first.id, last.id))
            .order_by_asc(filed_services::COLUMN.subject_id)
            .order_by_asc(filed_services::COLUMN.id)
            .all(&self.db)
            .await?;
        let mut services = services.iter().peekable();
        let mut page = Vec::with_capacity(subjects.len());
        for subject in &subjects {
            let mut own = Vec::new();
            while let Some(service) = services.next_if(|service| service.subject_id <= subject.id) {
                if service.subject_id == subject.id {
                    own.push(read_service(&self.seal, service)?);
                }
            }
            page.push((read_subject(&self.seal, subject)?, own));
        }
        Ok(page)
    }
}
