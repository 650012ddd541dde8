//! The lock-out: who guesses passwords waits.

use std::time::Duration;

use beian_domain::contact::Email;

use crate::app::App;
use crate::failure::Failure;

/// How many networks may guess at one e-mail address before nobody may sign in with it. One alone only shuts
/// itself out: otherwise anybody could keep anybody from signing in.
const NETWORKS: u32 = 10;

/// Where wrong passwords are counted.
pub(super) struct Attempt {
    email: String,
    email_from_here: String,
    address: String,
}

impl Attempt {
    /// Lets the attempt through, or says when to come back. Counts it as failed until it has succeeded, so that
    /// a hundred attempts at once are a hundred.
    pub(super) async fn begin(app: &App, door: &str, email: &Email, address: &str) -> Result<Self, Failure> {
        let email = format!("email:{door}:{}", email.as_str().to_lowercase());
        let attempt = Self {
            email_from_here: format!("{email} from {address}"),
            email,
            address: format!("address:{address}"),
        };
        let limits = app.settings().limits;
        let since = app.now() - limits.lock_out;
        let tx = app.store().begin().await?;
        tx.lock_attempts(&attempt.email).await?;
        let from_here = tx.failures_since(&attempt.email_from_here, since).await?;
        let from_anywhere = tx.failures_since(&attempt.email, since).await?;
        let by_address = tx.failures_since(&attempt.address, since).await?;
        if from_here >= limits.failures_per_email
            || from_anywhere >= limits.failures_per_email.saturating_mul(NETWORKS)
            || by_address >= limits.failures_per_address
        {
            return Err(Failure::Busy { retry_after: limits.lock_out.max(Duration::from_secs(1)) });
        }
        tx.note_attempt(&attempt.email_from_here, app.now(), false).await?;
        tx.note_attempt(&attempt.email, app.now(), false).await?;
        tx.commit().await?;
        Ok(attempt)
    }

    /// The password was right: the address's account starts afresh. The network address does not, or one known
    /// password would buy endless guesses at others.
    pub(super) async fn succeeded(self, app: &App) -> Result<(), Failure> {
        let tx = app.store().begin().await?;
        tx.clear_attempts(&self.email_from_here).await?;
        tx.clear_attempts(&self.email).await?;
        Ok(tx.commit().await?)
    }

    /// The password was wrong.
    pub(super) async fn failed(self, app: &App) -> Result<(), Failure> {
        let tx = app.store().begin().await?;
        tx.note_attempt(&self.address, app.now(), false).await?;
        Ok(tx.commit().await?)
    }
}
