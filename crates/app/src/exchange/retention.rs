//! Retention: the bytes of exchanged files are removed when they were kept long enough; what is known of them
//! stays.

use crate::app::App;
use crate::failure::Failure;

/// Files whose bytes are removed in one turn, so that others may write between.
const FILES_PER_TURN: u64 = 20;

/// Removes the bytes of old files: of uploads that are settled, of downloads that were applied and acknowledged.
/// Tells how many files; zero when nothing is left to remove.
pub async fn sweep(app: &App) -> Result<usize, Failure> {
    let now = app.now();
    let before = now - app.settings().exchange.keep_files;
    let tx = app.store().begin().await?;
    let mut swept = tx.sweep_uploads(before, now, FILES_PER_TURN).await?;
    swept += tx.sweep_downloads(before, now, FILES_PER_TURN).await?;
    tx.commit().await?;
    if swept > 0 {
        tracing::info!(files = swept, "removed the bytes of files that were kept long enough");
    }
    Ok(swept)
}
