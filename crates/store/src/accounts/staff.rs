//! The provider's own people (备案专员, 管理员, 审计员).

use beian_domain::account::{Staff, StaffRole};
use beian_domain::contact::Email;
use beian_domain::id::StaffId;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::email_digest;
use crate::entity::staff;
use crate::error::StoreError;
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::store::{Store, Tx};

const STAFF: &str = "staff";

impl Store {
    /// The member of staff who signs in with this address, and the hash of the password.
    pub async fn staff_by_email(&self, email: &Email) -> Result<Option<(Staff, String)>, StoreError> {
        let digest = email_digest(&self.seal, email);
        let row = staff::Entity::find().filter(staff::COLUMN.email_digest.eq(digest)).one(&self.db).await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some((read_staff(&self.seal, &row)?, row.password_hash)))
    }

    /// The member of staff with this id.
    pub async fn staff(&self, id: StaffId) -> Result<Option<Staff>, StoreError> {
        let row = staff::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(|row| read_staff(&self.seal, &row)).transpose()
    }

    /// Everyone on staff, oldest first; a provider has dozens, not thousands.
    pub async fn staff_list(&self) -> Result<Vec<Staff>, StoreError> {
        let rows = staff::Entity::find().order_by_asc(staff::COLUMN.id).all(&self.db).await?;
        rows.iter().map(|row| read_staff(&self.seal, row)).collect()
    }
}

impl Tx {
    /// Keeps a new member of staff. [`crate::Unique::StaffSignInName`] when the address is taken.
    pub async fn insert_staff(
        &self,
        staff: &Staff,
        password_hash: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = RowName::new(STAFF, staff.id.as_i64());
        let model = staff::ActiveModel {
            id: Set(staff.id.as_i64()),
            email_digest: Set(email_digest(&self.seal, &staff.email)),
            email: Set(self.seal.text(&row, "email", staff.email.as_str())),
            name: Set(self.seal.text(&row, "name", &staff.name)),
            role: Set(staff.role.slug().into()),
            password_hash: Set(password_hash.into()),
            created_at: Set(instant(at)),
        };
        staff::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }
}

fn read_staff(seal: &Seal, model: &staff::Model) -> Result<Staff, StoreError> {
    let row = RowName::new(STAFF, model.id);
    let email = seal.open_text(&row, "email", &model.email)?;
    Ok(Staff {
        id: row.parsed("id", StaffId::from_i64(model.id))?,
        email: row.parsed("email", Email::parse(&email))?,
        name: seal.open_text(&row, "name", &model.name)?,
        role: row.read("role", StaffRole::from_slug(&model.role))?,
    })
}
