//! Serving a simulator on a listener, for programs that do not bring a server of their own.

use tokio::net::TcpListener;

use super::Simulator;

impl Simulator {
    /// Serves everything on `listener` until `until` is ready; requests under way may end.
    pub async fn serve(
        &self,
        listener: TcpListener,
        until: impl Future<Output = ()> + Send + 'static,
    ) -> std::io::Result<()> {
        axum::serve(listener, self.router()).with_graceful_shutdown(until).await
    }
}
