//! Where the authority is, how it wants to be spoken to, and who we are there.

use std::collections::BTreeMap;
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
    /// Making a connection may take this long, within `timeout`.
    pub connect_timeout: Duration,
    /// HTTP or HTTPS proxy to go through.
    pub proxy: Option<String>,
    /// Spellings in which bureaus differ.
    pub dialect: Dialect,
    /// What single methods need otherwise.
    pub exceptions: BTreeMap<Method, Exception>,
}

/// What one method needs otherwise than the rest; nothing is what `None` stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exception {
    /// An address of its own.
    pub url: Option<String>,
    /// A proxy of its own; an empty text goes directly.
    pub proxy: Option<String>,
    /// Another time for the whole call.
    pub timeout: Option<Duration>,
    /// Another name of the first parameter.
    pub id: Option<String>,
    /// Another value of the `SOAPAction` header.
    pub soap_action: Option<String>,
}

impl Endpoint {
    /// The usual paths below one base address, two minutes of patience, no proxy, and the spellings of
    /// working clients: `ispID`, but `ispId` for `isp_querypreviousupload`.
    pub fn at(base: &str) -> Self {
        let base = base.trim_end_matches('/');
        let differently = Exception { id: Some("ispId".to_owned()), ..Exception::default() };
        Self {
            upload: format!("{base}/ISPWebService/upDownLoad"),
            status: format!("{base}/BeianStatusWebService/queryBeianStatus"),
            verify: format!("{base}/BeianStatusWebService/verifyBamm"),
            timeout: Duration::from_mins(2),
            connect_timeout: Duration::from_secs(20),
            proxy: None,
            dialect: Dialect::default(),
            exceptions: BTreeMap::from([(Method::PreviousUpload, differently)]),
        }
    }

    /// The address of a method; `?wsdl` at its end is dropped.
    pub fn url(&self, method: Method) -> &str {
        let usual = match method {
            Method::Upload | Method::Download | Method::Acknowledge | Method::PreviousUpload => &self.upload,
            Method::Status => &self.status,
            Method::VerifyPassword => &self.verify,
        };
        let url = self.exception(method, |exception| exception.url.as_deref()).unwrap_or(usual);
        match url.split_at_checked(url.len().saturating_sub(5)) {
            Some((address, query)) if query.eq_ignore_ascii_case("?wsdl") => address,
            Some(_) | None => url,
        }
    }

    pub(super) fn timeout(&self, method: Method) -> Duration {
        self.exceptions.get(&method).and_then(|exception| exception.timeout).unwrap_or(self.timeout)
    }

    pub(super) fn proxy(&self, method: Method) -> Option<&str> {
        let own = self.exception(method, |exception| exception.proxy.as_deref());
        own.or(self.proxy.as_deref()).filter(|proxy| !proxy.is_empty())
    }

    pub(super) fn id_parameter(&self, method: Method) -> &str {
        self.exception(method, |exception| exception.id.as_deref()).unwrap_or(&self.dialect.id)
    }

    /// The header's value; `{method}` in it stands for the name of the method.
    pub(super) fn soap_action(&self, method: Method) -> String {
        let own = self.exception(method, |exception| exception.soap_action.as_deref());
        own.unwrap_or(&self.dialect.soap_action).replace("{method}", method.name())
    }

    fn exception<'e>(
        &'e self,
        method: Method,
        which: impl FnOnce(&'e Exception) -> Option<&'e str>,
    ) -> Option<&'e str> {
        self.exceptions.get(&method).and_then(which)
    }

    pub(super) fn check(&self) -> Result<(), ConfigError> {
        for method in Method::ALL {
            let url = self.url(method);
            let parsed = reqwest::Url::parse(url).map_err(|_| ConfigError::Url(url.to_owned()))?;
            if !matches!(parsed.scheme(), "http" | "https") {
                return Err(ConfigError::Url(url.to_owned()));
            }
            let id = self.id_parameter(method);
            if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(ConfigError::Parameter(id.to_owned()));
            }
            let action = self.soap_action(method);
            if reqwest::header::HeaderValue::from_str(&action).is_err() {
                return Err(ConfigError::SoapAction(action));
            }
        }
        Ok(())
    }
}

/// Spellings in which bureaus differ; the defaults are those of working clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialect {
    /// Name of the first parameter.
    pub id: String,
    /// Value of the `SOAPAction` header, with its quotes; `{method}` stands for the name of the method.
    pub soap_action: String,
    /// How a filing password is sent.
    pub filing_password: PasswordForm,
}

/// How a filing password (备案密码) is sent for checking; the interface document does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PasswordForm {
    /// As it is.
    #[default]
    Plain,
    /// Its MD5, hexadecimal in lower case.
    Md5,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            id: "ispID".to_owned(),
            soap_action: "\"\"".to_owned(),
            filing_password: PasswordForm::default(),
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
