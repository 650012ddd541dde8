//! The provider's side: the calls to the authority, one function per method.

mod error;
mod settings;
#[cfg(test)]
mod tests;

pub use error::{CallError, ConfigError, TransportError};
pub use settings::{Account, Dialect, Endpoint};

use crate::codes::MsgCode;
use crate::credentials::{Nonce, password_hash};
use crate::packing::{self, Packed, UnpackError};
use crate::reply::{DeliveredFile, Return, StatusInfo};
use crate::soap::{self, Method, Request};
use crate::value::encode_base64;

/// A reply may have this many bytes: a document of 50 MB that does not compress, in base64, and some room.
const MAX_REPLY: usize = 96 * 1024 * 1024;

/// Speaks to one authority for one account. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    endpoint: Endpoint,
    account: Account,
}

/// The authority took the file (which says nothing yet about its content).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadReply {
    /// The code, always a success.
    pub code: MsgCode,
    /// The authority's own words.
    pub text: String,
}

/// Answer to a download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DownloadReply {
    /// The code, always a success.
    pub code: MsgCode,
    /// The file, if one was waiting. Open it with [`Client::open`], store it, then acknowledge it.
    pub file: Option<DeliveredFile>,
    /// True if more is waiting: acknowledge this file and call again.
    pub more: bool,
}

/// The last upload the authority has accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviousUpload {
    /// Its number; 0 if nothing was uploaded yet.
    pub sequence: i64,
    /// The file itself, as the authority holds it.
    pub file: Option<DeliveredFile>,
}

impl PreviousUpload {
    /// True if this is the upload of that number with those bytes.
    pub fn is(&self, sequence: i64, packed: &Packed) -> bool {
        let same_bytes = self.file.as_ref().is_none_or(|file| file.hash == packed.md5);
        self.sequence == sequence && same_bytes
    }
}

/// What to ask the status of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StatusCondition {
    /// A domain name.
    Domain(String),
    /// A certificate number and its type (证件类型).
    Certificate {
        /// Certificate type.
        kind: i64,
        /// Certificate number.
        number: String,
    },
}

/// Answer to a status query.
pub type StatusReply = StatusInfo;

impl Client {
    /// Checks the settings and prepares the connection pool; calls nobody.
    pub fn new(endpoint: Endpoint, account: Account) -> Result<Self, ConfigError> {
        let http = endpoint.http_client()?;
        account.check()?;
        Ok(Self { http, endpoint, account })
    }

    /// The unit id of the account (报备单位ID).
    pub fn unit(&self) -> i64 {
        self.account.isp_id
    }

    /// `isp_upload`: hands over one file under its number. Number and bytes must have been stored before.
    pub async fn upload(
        &self,
        sequence: i64,
        packed: &Packed,
        nonce: Nonce,
    ) -> Result<UploadReply, CallError> {
        let (body, encryption) = match &self.account.key {
            Some(key) => (encode_base64(&key.encrypt(&packed.zip)), "1"),
            None => (encode_base64(&packed.zip), "0"),
        };
        let mut parameters = self.identity(Method::Upload, &nonce)?;
        parameters.extend([
            ("beianInfo".to_owned(), body),
            ("beianInfoHash".to_owned(), encode_base64(&packed.md5)),
            ("dataSequence".to_owned(), sequence.to_string()),
            ("encryptAlgorithm".to_owned(), encryption.to_owned()),
            ("hashAlgorithm".to_owned(), "0".to_owned()),
            ("compressionFormat".to_owned(), "0".to_owned()),
        ]);
        let reply = self.call(Method::Upload, parameters).await?;
        Ok(UploadReply { code: reply.code, text: reply.text })
    }

    /// `isp_download`: asks for the next file. The same file comes again until it is acknowledged.
    pub async fn download(&self, nonce: Nonce) -> Result<DownloadReply, CallError> {
        let reply = self.call(Method::Download, self.asking(Method::Download, &nonce)?).await?;
        let more = match reply.code {
            MsgCode::DONE => reply.file.is_some(),
            code => code == MsgCode::MORE,
        };
        Ok(DownloadReply { code: reply.code, file: reply.file, more })
    }

    /// `isp_downloadack`: confirms that a file is stored.
    pub async fn acknowledge(&self, file_name: &str, nonce: Nonce) -> Result<(), CallError> {
        let mut parameters = self.asking(Method::Acknowledge, &nonce)?;
        parameters.push(("fileName".to_owned(), file_name.to_owned()));
        self.call(Method::Acknowledge, parameters).await.map(|_| ())
    }

    /// `isp_querypreviousupload`: the last accepted number and file; resolves a lost reply.
    pub async fn previous_upload(&self, nonce: Nonce) -> Result<PreviousUpload, CallError> {
        let parameters = self.asking(Method::PreviousUpload, &nonce)?;
        let reply = self.call(Method::PreviousUpload, parameters).await?;
        Ok(PreviousUpload { sequence: reply.sequence.unwrap_or(0), file: reply.file })
    }

    /// `isp_querybeianstatus`: is this domain, or the subject with this certificate, filed?
    pub async fn status(&self, condition: StatusCondition, nonce: Nonce) -> Result<StatusReply, CallError> {
        let (kind, text) = match condition {
            StatusCondition::Domain(domain) => (0, domain),
            StatusCondition::Certificate { kind, number } => (kind, number),
        };
        let mut parameters = self.asking(Method::Status, &nonce)?;
        parameters.push(("queryConditionType".to_owned(), kind.to_string()));
        parameters.push(("queryCondition".to_owned(), text));
        let reply = self.call(Method::Status, parameters).await?;
        reply.status.ok_or_else(|| TransportError::Rubbish("no StatusInfo".to_owned()).into())
    }

    /// Opens a delivered file with this account's key.
    pub fn open(&self, file: &DeliveredFile) -> Result<Packed, UnpackError> {
        packing::open(file, self.account.key.as_ref())
    }

    fn asking(&self, method: Method, nonce: &Nonce) -> Result<Vec<(String, String)>, CallError> {
        let mut parameters = self.identity(method, nonce)?;
        parameters.push(("hashAlgorithm".to_owned(), "0".to_owned()));
        Ok(parameters)
    }

    fn identity(&self, method: Method, nonce: &Nonce) -> Result<Vec<(String, String)>, CallError> {
        let hash = password_hash(&self.account.password, nonce.as_str()).map_err(CallError::Password)?;
        Ok(vec![
            (self.endpoint.dialect.id_parameter(method).to_owned(), self.account.isp_id.to_string()),
            ("userName".to_owned(), self.account.user_name.clone()),
            ("randVal".to_owned(), nonce.as_str().to_owned()),
            ("pwdHash".to_owned(), hash),
        ])
    }

    async fn call(&self, method: Method, parameters: Vec<(String, String)>) -> Result<Return, CallError> {
        let request = Request { method, parameters };
        let text = self.exchange(method, request.to_xml()).await?;
        let returned = soap::returned(&text).map_err(TransportError::from)?;
        let reply =
            Return::from_xml(&returned).map_err(|error| TransportError::Rubbish(error.to_string()))?;
        tracing::debug!(method = method.name(), code = reply.code.0, "authority answered");
        if reply.code.is_success() {
            Ok(reply)
        } else {
            Err(CallError::Rejected { code: reply.code, text: reply.text, missing: reply.missing })
        }
    }

    async fn exchange(&self, method: Method, body: String) -> Result<String, TransportError> {
        let request = self
            .http
            .post(self.endpoint.url(method))
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", &self.endpoint.dialect.soap_action)
            .body(body);
        let mut response = request.send().await?;
        let status = response.status();
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if bytes.len() + chunk.len() > MAX_REPLY {
                return Err(TransportError::Rubbish("the reply is too long".to_owned()));
            }
            bytes.extend_from_slice(&chunk);
        }
        if !status.is_success() {
            return Err(TransportError::Http(status.as_u16()));
        }
        String::from_utf8(bytes).map_err(|_| TransportError::Rubbish("not UTF-8".to_owned()))
    }
}
