//! Accounts (账号), users, staff (备案专员), sessions and failed attempts to sign in.

use sea_orm_migration::schema::{
    big_integer, big_integer_null, blob, boolean, text, timestamp_with_time_zone as instant,
};
use sea_orm_migration::sea_query::{IndexCreateStatement, TableCreateStatement};

use super::{id, index, key, reference, step, table, unique};

step!("m0001_accounts", (tables(), indexes()));

fn tables() -> Vec<TableCreateStatement> {
    let accounts =
        vec![id(), blob("name"), text("kind"), boolean("real_name_verified"), instant("created_at")];
    let users = vec![
        id(),
        big_integer("account_id"),
        blob("email_digest"),
        blob("email"),
        blob("name"),
        text("role"),
        text("password_hash"),
        instant("created_at"),
    ];
    let staff = vec![
        id(),
        blob("email_digest"),
        blob("email"),
        blob("name"),
        text("role"),
        text("password_hash"),
        instant("created_at"),
    ];
    let sessions = vec![
        text("token_digest").primary_key().take(),
        big_integer_null("user_id"),
        big_integer_null("staff_id"),
        text("csrf"),
        instant("created_at"),
        instant("expires_at"),
    ];
    let attempts = vec![blob("subject_digest"), instant("at"), big_integer("number")];
    vec![
        table("accounts", accounts),
        table("users", users).foreign_key(&mut reference("users", "account_id", "accounts")).take(),
        table("staff", staff),
        table("sessions", sessions)
            .foreign_key(&mut reference("sessions", "user_id", "users"))
            .foreign_key(&mut reference("sessions", "staff_id", "staff"))
            .take(),
        table("sign_in_failures", attempts).primary_key(&mut key(&["subject_digest", "at", "number"])).take(),
    ]
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        unique("users_email", "users", &["email_digest"]),
        index("users_account", "users", &["account_id", "id"]),
        unique("staff_email", "staff", &["email_digest"]),
        index("sessions_user", "sessions", &["user_id"]),
        index("sessions_staff", "sessions", &["staff_id"]),
        index("sessions_expiry", "sessions", &["expires_at"]),
        index("sign_in_failures_at", "sign_in_failures", &["at"]),
    ]
}
