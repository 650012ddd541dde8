//! The register (备案库): what the authority granted.

mod public;
mod whole;

use beian_domain::filing::{FiledService, FiledSubject};
use beian_domain::id::AccountId;
use beian_domain::identity::CertificateNumber;
use beian_domain::network::DomainName;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use crate::entity::{filed_services, filed_subjects};
use crate::error::{Damage, StoreError};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const SUBJECTS: &str = "filed_subjects";
const SERVICES: &str = "filed_services";

/// The text by which a certificate is found and kept unique. A unified social credit code (统一社会信用代码)
/// stands for its holder whatever certificate shows it.
pub fn certificate_key(certificate: &CertificateNumber) -> String {
    match certificate.unified_code() {
        Some(code) => format!("unified-code:{}", code.as_str()),
        None => format!("{}:{}", certificate.certificate_type().slug(), certificate.as_str()),
    }
}

impl Store {
    /// The subject with this certificate, by its [`certificate_key`].
    pub async fn subject_by_certificate(&self, key: &str) -> Result<Option<FiledSubject>, StoreError> {
        subject_by_certificate(&self.db, &self.seal, key).await
    }

    /// The service filed for this domain.
    pub async fn service_by_domain(&self, domain: &DomainName) -> Result<Option<FiledService>, StoreError> {
        service_by_domain(&self.db, &self.seal, domain).await
    }

    /// What an account has filed: subjects, oldest first, each with its services. Services of other subjects
    /// than the account's own do not exist.
    pub async fn filings_of(
        &self,
        account: AccountId,
    ) -> Result<Vec<(FiledSubject, Vec<FiledService>)>, StoreError> {
        let subjects = filed_subjects::Entity::find()
            .filter(filed_subjects::COLUMN.account_id.eq(account.as_i64()))
            .order_by_asc(filed_subjects::COLUMN.id)
            .all(&self.db)
            .await?;
        let services = filed_services::Entity::find()
            .filter(filed_services::COLUMN.subject_id.is_in(subjects.iter().map(|subject| subject.id)))
            .order_by_asc(filed_services::COLUMN.id)
            .all(&self.db)
            .await?;
        let mut filings = Vec::with_capacity(subjects.len());
        for subject in &subjects {
            let own = services.iter().filter(|service| service.subject_id == subject.id);
            let own = own.map(|service| read_service(&self.seal, service)).collect::<Result<_, _>>()?;
            filings.push((read_subject(&self.seal, subject)?, own));
        }
        Ok(filings)
    }
}

impl Tx {
    /// The subject with this certificate, by its [`certificate_key`].
    pub async fn subject_by_certificate(&self, key: &str) -> Result<Option<FiledSubject>, StoreError> {
        subject_by_certificate(&self.db, &self.seal, key).await
    }

    /// The service filed for this domain.
    pub async fn service_by_domain(&self, domain: &DomainName) -> Result<Option<FiledService>, StoreError> {
        service_by_domain(&self.db, &self.seal, domain).await
    }

    /// Enters what was granted. Entering it again changes nothing; something granted later stays.
    /// [`crate::Unique::FiledDomain`] or [`crate::Unique::FiledNumber`] when another filing has it.
    pub async fn enter(&self, subject: &FiledSubject, services: &[FiledService]) -> Result<(), StoreError> {
        self.enter_subject(subject).await?;
        for service in services {
            self.enter_service(service).await?;
        }
        Ok(())
    }

    async fn enter_subject(&self, filed: &FiledSubject) -> Result<(), StoreError> {
        let id = filed.subject.id.as_i64();
        let row = RowName::new(SUBJECTS, id);
        let certificate = certificate_key(&filed.subject.certificate);
        let model = filed_subjects::ActiveModel {
            id: Set(id),
            account_id: Set(filed.account.as_i64()),
            order_id: Set(filed.order.as_i64()),
            number: Set(filed.number.as_str().into()),
            name_digest: Set(self.seal.digest("subject-name", filed.subject.name.as_str().as_bytes())),
            certificate_digest: Set(self.seal.digest("certificate", certificate.as_bytes())),
            granted_at: Set(instant(filed.granted_at)),
            content: Set(self.seal.json(&row, "content", filed)),
        };
        let stands = filed_subjects::Entity::find_by_id(id).lock_exclusive().one(&self.db).await?;
        match stands {
            None => drop(filed_subjects::Entity::insert(model).exec_without_returning(&self.db).await?),
            Some(stands) if stands.granted_at >= instant(filed.granted_at) => {}
            Some(_) => drop(filed_subjects::Entity::update(model).exec(&self.db).await?),
        }
        Ok(())
    }

    async fn enter_service(&self, filed: &FiledService) -> Result<(), StoreError> {
        let id = filed.service.id.as_i64();
        let row = RowName::new(SERVICES, id);
        let model = filed_services::ActiveModel {
            id: Set(id),
            account_id: Set(filed.account.as_i64()),
            order_id: Set(filed.order.as_i64()),
            subject_id: Set(filed.subject.as_i64()),
            number: Set(filed.number.as_str().into()),
            domain: Set(filed.service.domain.as_str().into()),
            granted_at: Set(instant(filed.granted_at)),
            content: Set(self.seal.json(&row, "content", filed)),
        };
        let stands = filed_services::Entity::find_by_id(id).lock_exclusive().one(&self.db).await?;
        match stands {
            None => drop(filed_services::Entity::insert(model).exec_without_returning(&self.db).await?),
            Some(stands) if stands.granted_at >= instant(filed.granted_at) => {}
            Some(_) => drop(filed_services::Entity::update(model).exec(&self.db).await?),
        }
        Ok(())
    }
}

async fn subject_by_certificate<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    key: &str,
) -> Result<Option<FiledSubject>, StoreError> {
    let row = filed_subjects::Entity::find()
        .filter(filed_subjects::COLUMN.certificate_digest.eq(seal.digest("certificate", key.as_bytes())))
        .order_by_asc(filed_subjects::COLUMN.id)
        .one(db)
        .await?;
    row.map(|row| read_subject(seal, &row)).transpose()
}

async fn service_by_domain<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    domain: &DomainName,
) -> Result<Option<FiledService>, StoreError> {
    let row = filed_services::Entity::find()
        .filter(filed_services::COLUMN.domain.eq(domain.as_str()))
        .one(db)
        .await?;
    row.map(|row| read_service(seal, &row)).transpose()
}

fn read_subject(seal: &Seal, model: &filed_subjects::Model) -> Result<FiledSubject, StoreError> {
    let row = RowName::new(SUBJECTS, model.id);
    let filed: FiledSubject = seal.open_json(&row, "content", &model.content)?;
    if filed.subject.id.as_i64() == model.id && filed.number.as_str() == model.number {
        Ok(filed)
    } else {
        Err(row.bad("number", Damage::Disagrees))
    }
}

fn read_service(seal: &Seal, model: &filed_services::Model) -> Result<FiledService, StoreError> {
    let row = RowName::new(SERVICES, model.id);
    let filed: FiledService = seal.open_json(&row, "content", &model.content)?;
    let agrees = filed.number.as_str() == model.number && filed.service.domain.as_str() == model.domain;
    if agrees { Ok(filed) } else { Err(row.bad("number", Damage::Disagrees)) }
}
