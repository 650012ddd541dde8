//! Serving the pages on a listener.

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::state::Web;

/// Serves everything the web shows on `listener` until `until` is ready; requests under way may end.
pub async fn serve(
    listener: TcpListener,
    web: Web,
    until: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = crate::router(web).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(until).await
}
