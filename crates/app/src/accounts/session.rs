//! Sessions: a random token in a cookie, its digest in the database, a second token against forged forms.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use beian_domain::access::Actor;
use beian_domain::account::Account;
use beian_domain::contact::Email;
use beian_store::{SessionRow, Tx, Who};
use chrono::TimeDelta;
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::failure::Failure;

/// A fresh session.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// For the cookie. Only its digest is kept.
    pub token: String,
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Who acts.
    pub actor: Actor,
    /// What people call the person.
    pub name: String,
    /// The sign-in name.
    pub email: Email,
    /// To be carried by every form of the session.
    pub csrf: String,
    /// The account, for a customer.
    pub account: Option<Account>,
}

/// Opens a session.
pub(super) async fn open_session(tx: &Tx, app: &App, who: Who) -> Result<SignedIn, Failure> {
    let token = URL_SAFE_NO_PAD.encode(app.chance().bytes::<32>());
    let now = app.now();
    tx.insert_session(&SessionRow {
        token_digest: digest(&token),
        who,
        csrf: URL_SAFE_NO_PAD.encode(app.chance().bytes::<24>()),
        created_at: now,
        expires_at: now + idle(app, who),
    })
    .await?;
    Ok(SignedIn { token })
}

/// Who is behind a token; `None` when it is unknown or has expired. Each use keeps the session alive.
pub async fn session(app: &App, token: &str) -> Result<Option<Signed>, Failure> {
    let now = app.now();
    let digest = digest(token);
    let Some(row) = app.store().session(&digest, now).await? else { return Ok(None) };
    if row.created_at + longest(row.who) <= now {
        return Ok(None);
    }
    let idle = idle(app, row.who);
    // Not each page view is worth a write: the end moves when an eighth of the time has gone by.
    if row.expires_at < now + idle - idle / 8 {
        let tx = app.store().begin().await?;
        tx.extend_session(&digest, now + idle).await?;
        tx.commit().await?;
    }
    match row.who {
        Who::User(id) => {
            let Some(user) = app.store().user(id).await? else { return Ok(None) };
            let account = app.store().account(user.account).await?;
            let actor = Actor::Customer { account: user.account, user: user.id, role: user.role };
            Ok(Some(Signed { actor, name: user.name, email: user.email, csrf: row.csrf, account }))
        }
        Who::Staff(id) => {
            let Some(staff) = app.store().staff(id).await? else { return Ok(None) };
            let actor = Actor::Staff { staff: staff.id, role: staff.role };
            Ok(Some(Signed { actor, name: staff.name, email: staff.email, csrf: row.csrf, account: None }))
        }
    }
}

/// Ends the session of a token. Harmless when there is none.
pub async fn sign_out(app: &App, token: &str) -> Result<(), Failure> {
    let tx = app.store().begin().await?;
    tx.delete_session(&digest(token)).await?;
    Ok(tx.commit().await?)
}

/// Removes sessions that have expired, and wrong passwords that no longer count.
pub async fn sweep(app: &App) -> Result<(), Failure> {
    let tx = app.store().begin().await?;
    tx.delete_expired_sessions(app.now()).await?;
    tx.forget_attempts(app.now() - app.settings().limits.lock_out).await?;
    Ok(tx.commit().await?)
}

fn idle(app: &App, who: Who) -> std::time::Duration {
    let sessions = app.settings().sessions;
    match who {
        Who::User(_) => sessions.customer,
        Who::Staff(_) => sessions.staff,
    }
}

/// How long a session lasts however busy it is: a stolen one ends some day (NIST SP 800-63B-4, section 2).
fn longest(who: Who) -> TimeDelta {
    match who {
        Who::User(_) => TimeDelta::days(30),
        Who::Staff(_) => TimeDelta::hours(24),
    }
}

fn digest(token: &str) -> String {
    hex(&Sha256::digest(token))
}

/// Lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
