//! `serve`, `work`, `migrate`: the platform in earnest.

use anyhow::Context as _;
use beian_app::jobs::Worker;
use tokio::net::TcpListener;

use crate::assemble::{Platform, configuration, database};
use crate::config::Source;
use crate::terminal::say;
use crate::{serving, shutdown, telemetry};

/// Pages, API and, unless switched off, jobs.
pub async fn serve(source: &Source) -> anyhow::Result<()> {
    let config = configuration(source)?;
    telemetry::start(&config.log);
    let token = shutdown::on_signal()?;
    let platform = Platform::open(config).await?;
    platform.watch_rules(&token)?;
    let server = &platform.config.server;
    let listener = TcpListener::bind(server.listen)
        .await
        .with_context(|| format!("cannot listen on {}; see server.listen", server.listen))?;
    tracing::info!(listen = %listener.local_addr()?, url = server.base_url, worker = server.worker, "serving");
    let worker = server.worker.then(|| platform.app.clone());
    serving::pages_and_jobs(listener, platform.web(), worker, &token, server.shutdown).await?;
    platform.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Jobs alone.
pub async fn work(source: &Source) -> anyhow::Result<()> {
    let config = configuration(source)?;
    telemetry::start(&config.log);
    let token = shutdown::on_signal()?;
    let platform = Platform::open(config).await?;
    platform.watch_rules(&token)?;
    tracing::info!("working");
    let patience = platform.config.server.shutdown;
    shutdown::wait(Worker::run(platform.app.clone(), token.clone()), &token, patience).await;
    platform.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Brings the database up to date.
pub async fn migrate(source: &Source) -> anyhow::Result<()> {
    telemetry::quiet();
    let (store, _, _) = database(&configuration(source)?).await?;
    store.migrate().await?;
    store.close().await?;
    say("The database is up to date. 数据库结构已是最新。");
    Ok(())
}
