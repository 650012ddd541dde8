//! Where the authority is, how it wants to be spoken to, and who we are there.

use std::time::Duration;

use super::ConfigError;
use crate::credentials::{FileKey, Secret};
use crate::soap::Method;

/// The addresses of one authority. Every bureau has its own host; all are configurable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// `…/ISPWebService/upDownLoad`: upload, download, acknowledgement, previous upload.
    pub upload: String,
    /// `…/BeianStatusWebService/queryBeianStatus`: status query.
    pub status: String,
    /// `…/BeianStatusWebService/verifyBamm`: check of a filing password.
    pub verify: String,
    /// A whole call may take this long.
    pub timeout: Duration,
    /// HTTP or HTTPS proxy to go through.
    pub proxy: Option<String>,
    /// Spellings in which bureaus differ.
    pub dialect: Dialect,
}

impl Endpoint {
    /// The usual paths below one base address, two minutes of patience, no proxy.
    pub fn at(base: &str) -> Self {
        let base = base.trim_end_matches('/');
        Self {
            upload: format!("{base}/ISPWebService/upDownLoad"),
            status: format!("{base}/BeianStatusWebService/queryBeianStatus"),
            verify: format!("{base}/BeianStatusWebService/verifyBamm"),
            timeout: Duration::from_mins(2),
            proxy: None,
            dialect: Dialect::default(),
        }
    }

    /// The address of a method; `?wsdl` at its end is dropped.
    pub fn url(&self, method: Method) -> &str {
        let url = match method {
            Method::Upload | Method::Download | Method::Acknowledge | Method::PreviousUpload => &self.upload,
            Method::Status => &self.status,
        };
        url.strip_suffix("?wsdl").unwrap_or(url)
    }

    pub(super) fn http_client(&self) -> Result<reqwest::Client, ConfigError> {
        for url in [&self.upload, &self.status, &self.verify] {
            let parsed = reqwest::Url::parse(url).map_err(|_| ConfigError::Url(url.clone()))?;
            if !matches!(parsed.scheme(), "http" | "https") {
                return Err(ConfigError::Url(url.clone()));
            }
        }
        let mut builder = reqwest::Client::builder()
            .timeout(self.timeout)
            .connect_timeout(self.timeout.min(Duration::from_secs(20)))
            .redirect(reqwest::redirect::Policy::none());
        builder = match &self.proxy {
            Some(proxy) => {
                builder.proxy(reqwest::Proxy::all(proxy).map_err(|_| ConfigError::Url(proxy.clone()))?)
            }
            None => builder.no_proxy(),
        };
        builder.build().map_err(|error| ConfigError::Http(error.to_string()))
    }
}

/// Spellings in which bureaus differ; the defaults are those of working clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// Name of the first parameter of every method but one.
    pub id: String,
    /// Name of the first parameter of `isp_querypreviousupload`.
    pub id_of_previous_upload: String,
    /// Value of the `SOAPAction` header.
    pub soap_action: String,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            id: "ispID".to_owned(),
            id_of_previous_upload: "ispId".to_owned(),
            soap_action: "\"\"".to_owned(),
        }
    }
}

impl Dialect {
    pub(super) fn id_parameter(&self, method: Method) -> &str {
        match method {
            Method::PreviousUpload => &self.id_of_previous_upload,
            Method::Upload | Method::Download | Method::Acknowledge | Method::Status => &self.id,
        }
    }
}

/// Who we are at the authority; all of it is issued by the bureau.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Unit id (报备单位ID).
    pub isp_id: i64,
    /// User name.
    pub user_name: String,
    /// Password.
    pub password: Secret,
    /// Key of the files; without one they travel unencrypted.
    pub key: Option<FileKey>,
}

impl Account {
    pub(super) fn check(&self) -> Result<(), ConfigError> {
        if self.isp_id < 1 || self.user_name.trim().is_empty() || self.password.expose().is_empty() {
            return Err(ConfigError::Account);
        }
        Ok(())
    }
}
