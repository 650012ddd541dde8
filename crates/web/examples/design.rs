//! Serves `/design` on 127.0.0.1:8699 for whoever works on the face of the pages.

use axum::Router;
use beian_web::{assets, design, i18n};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let router: Router = Router::new().merge(design::router()).merge(assets::router()).merge(i18n::router());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8699").await?;
    axum::serve(listener, router).await
}
