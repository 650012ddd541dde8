//! Stopping: the signal, and the patience with what is under way.

use std::time::Duration;

use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// A token that is cancelled by SIGTERM or SIGINT.
pub fn on_signal() -> std::io::Result<CancellationToken> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let token = CancellationToken::new();
    let cancelled = token.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => tracing::info!("asked to stop"),
            _ = interrupt.recv() => tracing::info!("interrupted"),
        }
        cancelled.cancel();
    });
    Ok(token)
}

/// Waits for `work` to end; once the token is cancelled, no longer than `patience`.
pub async fn wait<T>(
    work: impl Future<Output = T>,
    token: &CancellationToken,
    patience: Duration,
) -> Option<T> {
    let out_of_patience = async {
        token.cancelled().await;
        tokio::time::sleep(patience).await;
    };
    tokio::select! {
        done = work => Some(done),
        () = out_of_patience => {
            tracing::warn!("gave up waiting for what was under way; it goes on after the next start");
            None
        }
    }
}
