//! Accounts (账号), their users and the passwords of users and staff.

mod staff;

use beian_domain::account::{Account, AccountKind, Role, User};
use beian_domain::contact::Email;
use beian_domain::id::{AccountId, UserId};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use crate::entity::{accounts, staff as staff_rows, users};
use crate::error::StoreError;
use crate::page::{Cursor, Page, Paged};
use crate::row::{RowName, instant};
use crate::seal::Seal;
use crate::sessions::Who;
use crate::store::{Store, Tx};

const ACCOUNTS: &str = "accounts";
const USERS: &str = "users";

impl Store {
    /// The account with this id.
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        account(&self.db, &self.seal, id).await
    }

    /// All accounts, newest first.
    pub async fn accounts(&self, page: Page) -> Result<Paged<Account>, StoreError> {
        let mut query = accounts::Entity::find();
        if let Some(after) = page.after {
            query = query.filter(accounts::COLUMN.id.lt(after.id()));
        }
        let rows = query.order_by_desc(accounts::COLUMN.id).limit(page.fetch()).all(&self.db).await?;
        let read = rows.iter().map(|row| read_account(&self.seal, row)).collect::<Result<_, _>>()?;
        Ok(Paged::cut(read, page, |account: &Account| Cursor::of_id(account.id.as_i64())))
    }

    /// The user who signs in with this address, the hash of the password, and the account.
    pub async fn user_by_email(&self, email: &Email) -> Result<Option<(User, String, Account)>, StoreError> {
        let digest = email_digest(&self.seal, email);
        let found = users::Entity::find().filter(users::COLUMN.email_digest.eq(digest)).one(&self.db).await?;
        let Some(row) = found else { return Ok(None) };
        let name = RowName::new(USERS, row.id);
        let user = read_user(&self.seal, &row)?;
        let account = account(&self.db, &self.seal, user.account).await?;
        Ok(Some((user, row.password_hash, name.read("account_id", account)?)))
    }

    /// The user with this id.
    pub async fn user(&self, id: UserId) -> Result<Option<User>, StoreError> {
        let row = users::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
        row.map(|row| read_user(&self.seal, &row)).transpose()
    }

    /// The user's password hash, for changing it.
    pub async fn password_hash(&self, who: Who) -> Result<Option<String>, StoreError> {
        match who {
            Who::User(id) => {
                let row = users::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
                Ok(row.map(|row| row.password_hash))
            }
            Who::Staff(id) => {
                let row = staff_rows::Entity::find_by_id(id.as_i64()).one(&self.db).await?;
                Ok(row.map(|row| row.password_hash))
            }
        }
    }

    /// The users of an account, oldest first.
    pub async fn users_of(&self, account: AccountId) -> Result<Vec<User>, StoreError> {
        let rows = users::Entity::find()
            .filter(users::COLUMN.account_id.eq(account.as_i64()))
            .order_by_asc(users::COLUMN.id)
            .all(&self.db)
            .await?;
        rows.iter().map(|row| read_user(&self.seal, row)).collect()
    }
}

impl Tx {
    /// The account with this id.
    pub async fn account(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        account(&self.db, &self.seal, id).await
    }

    /// Keeps a new account.
    pub async fn insert_account(&self, account: &Account, at: DateTime<Utc>) -> Result<(), StoreError> {
        let row = RowName::new(ACCOUNTS, account.id.as_i64());
        let model = accounts::ActiveModel {
            id: Set(account.id.as_i64()),
            name: Set(self.seal.text(&row, "name", &account.name)),
            kind: Set(account.kind.slug().into()),
            real_name_verified: Set(account.real_name_verified),
            created_at: Set(instant(at)),
        };
        accounts::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Keeps a new user. [`crate::Unique::SignInName`] when the address is taken.
    pub async fn insert_user(
        &self,
        user: &User,
        password_hash: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = RowName::new(USERS, user.id.as_i64());
        let model = users::ActiveModel {
            id: Set(user.id.as_i64()),
            account_id: Set(user.account.as_i64()),
            email_digest: Set(email_digest(&self.seal, &user.email)),
            email: Set(self.seal.text(&row, "email", user.email.as_str())),
            name: Set(self.seal.text(&row, "name", &user.name)),
            role: Set(user.role.slug().into()),
            password_hash: Set(password_hash.into()),
            created_at: Set(instant(at)),
        };
        users::Entity::insert(model).exec_without_returning(&self.db).await?;
        Ok(())
    }

    /// Replaces the hash of a password; [`StoreError::Stale`] when the person is gone.
    pub async fn set_password(&self, who: Who, password_hash: &str) -> Result<(), StoreError> {
        let changed = match who {
            Who::User(id) => {
                let update = users::Entity::update_many().filter(users::COLUMN.id.eq(id.as_i64()));
                update
                    .col_expr(users::COLUMN.password_hash, Expr::value(password_hash))
                    .exec(&self.db)
                    .await?
            }
            Who::Staff(id) => {
                let update = staff_rows::Entity::update_many().filter(staff_rows::COLUMN.id.eq(id.as_i64()));
                let update = update.col_expr(staff_rows::COLUMN.password_hash, Expr::value(password_hash));
                update.exec(&self.db).await?
            }
        };
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }

    /// Records whether the owner of the account was verified (实名认证).
    pub async fn set_real_name_verified(&self, id: AccountId, verified: bool) -> Result<(), StoreError> {
        let changed = accounts::Entity::update_many()
            .col_expr(accounts::COLUMN.real_name_verified, Expr::value(verified))
            .filter(accounts::COLUMN.id.eq(id.as_i64()))
            .exec(&self.db)
            .await?;
        if changed.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
    }
}

async fn account<C: ConnectionTrait>(
    db: &C,
    seal: &Seal,
    id: AccountId,
) -> Result<Option<Account>, StoreError> {
    let row = accounts::Entity::find_by_id(id.as_i64()).one(db).await?;
    row.map(|row| read_account(seal, &row)).transpose()
}

/// Addresses that differ in letter case alone are the same sign-in name.
fn email_digest(seal: &Seal, email: &Email) -> Vec<u8> {
    seal.digest("email", email.as_str().to_lowercase().as_bytes())
}

fn read_account(seal: &Seal, model: &accounts::Model) -> Result<Account, StoreError> {
    let row = RowName::new(ACCOUNTS, model.id);
    Ok(Account {
        id: row.parsed("id", AccountId::from_i64(model.id))?,
        name: seal.open_text(&row, "name", &model.name)?,
        kind: row.read("kind", AccountKind::from_slug(&model.kind))?,
        real_name_verified: model.real_name_verified,
    })
}

fn read_user(seal: &Seal, model: &users::Model) -> Result<User, StoreError> {
    let row = RowName::new(USERS, model.id);
    let email = seal.open_text(&row, "email", &model.email)?;
    Ok(User {
        id: row.parsed("id", UserId::from_i64(model.id))?,
        account: row.parsed("account_id", AccountId::from_i64(model.account_id))?,
        email: row.parsed("email", Email::parse(&email))?,
        name: seal.open_text(&row, "name", &model.name)?,
        role: row.read("role", Role::from_slug(&model.role))?,
    })
}
