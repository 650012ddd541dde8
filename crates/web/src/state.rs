//! What every page is handed: the application, what the server says about this site, the brakes.

use std::path::PathBuf;
use std::sync::Arc;

use beian_app::App;
use tokio::sync::Semaphore;

use crate::limit::{Limiters, RequestLimits};

/// What the server tells the pages about the site they stand on.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct WebSettings {
    /// The site is reached over HTTPS: cookies are marked, browsers are told to stay on HTTPS.
    pub secure_cookies: bool,
    /// A proxy of ours stands in front: the client's address is the last of `X-Forwarded-For`.
    pub trusted_proxy: bool,
    /// Where the persons in charge answer the ministry's SMS (短信核验).
    pub phone_check_page: String,
    /// The other side is the simulator: every page says that nothing is real.
    pub rehearsal: bool,
    /// The provider's own filing number (备案号) for the foot of the page.
    pub filing_number: Option<String>,
    /// A telephone number for questions.
    pub hotline: Option<String>,
    /// Signs links that carry a right, such as the hand-off to a phone. The same on every node.
    pub link_key: [u8; 32],
    /// How often one address may knock.
    pub limits: RequestLimits,
    /// Where and how many packages of Apps are read for anybody.
    pub packages: Packages,
}

/// How packages of Apps are read for anybody who comes (`/tools/app`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packages {
    /// Where a package lies, without a name, while it is read. Needs room for `at_once` times `most_bytes`.
    pub directory: PathBuf,
    /// How many at the same time.
    pub at_once: usize,
    /// Bytes of the largest one.
    pub most_bytes: u64,
}

impl Default for Packages {
    fn default() -> Self {
        Self { directory: PathBuf::from("packages"), at_once: 2, most_bytes: 4 << 30 }
    }
}

/// Without the key.
impl std::fmt::Debug for WebSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WebSettings")
            .field("secure_cookies", &self.secure_cookies)
            .field("trusted_proxy", &self.trusted_proxy)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// The state behind every handler. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Web(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    app: App,
    settings: WebSettings,
    limiters: Limiters,
    readings: Arc<Semaphore>,
}

impl Web {
    /// Pages over `app`.
    pub fn new(app: App, settings: WebSettings) -> Self {
        let limiters = Limiters::new(&settings.limits);
        let readings = Arc::new(Semaphore::new(settings.packages.at_once));
        Self(Arc::new(Inner { app, settings, limiters, readings }))
    }

    /// The application.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// What the server says about this site.
    pub fn settings(&self) -> &WebSettings {
        &self.0.settings
    }

    pub(crate) fn limiters(&self) -> &Limiters {
        &self.0.limiters
    }

    /// Places for packages of Apps that are being read.
    pub(crate) fn readings(&self) -> &Arc<Semaphore> {
        &self.0.readings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_not_told() {
        let settings = WebSettings { link_key: [137; 32], ..WebSettings::default() };
        assert!(!format!("{settings:?}").contains("137"));
    }
}
