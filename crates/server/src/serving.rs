//! Serving pages and running jobs until asked to stop.

use std::time::Duration;

use beian_app::App;
use beian_app::jobs::Worker;
use beian_web::Web;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::shutdown::wait;

/// Pages and, when asked for, jobs, in one process.
pub async fn pages_and_jobs(
    listener: TcpListener,
    web: Web,
    worker: Option<App>,
    token: &CancellationToken,
    patience: Duration,
) -> anyhow::Result<()> {
    let jobs = async {
        if let Some(app) = worker {
            Worker::run(app, token.clone()).await;
        }
    };
    // When pages cannot be served any more, jobs must not hold the process.
    let pages = async {
        let served = beian_web::serve(listener, web, token.clone().cancelled_owned()).await;
        token.cancel();
        served
    };
    let both = Box::pin(async { tokio::join!(pages, jobs).0 });
    match wait(both, token, patience).await {
        Some(served) => Ok(served?),
        None => Ok(()),
    }
}
