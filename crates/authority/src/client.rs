//! The provider's side: the calls to the authority, one function per method.

mod answer;
mod error;
mod line;
mod settings;
#[cfg(test)]
mod tests;

pub use answer::{DownloadReply, PreviousUpload, StatusCondition, StatusReply, UploadReply};
pub use error::{CallError, ConfigError, TransportError};
pub use settings::{Account, Dialect, Endpoint, Exception, PasswordForm};

use crate::codes::MsgCode;
use crate::credentials::{Nonce, Secret, password_hash, password_md5};
use crate::packing::{self, Packed, UnpackError};
use crate::reply::{DeliveredFile, Return};
use crate::soap::{self, CallWriter, Method};
use line::Lines;

/// Speaks to one authority for one account. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    lines: Lines,
    endpoint: Endpoint,
    account: Account,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Nothing else is said: the address of a proxy may carry a password.
        write!(f, "Client(unit {} at {})", self.account.isp_id, self.endpoint.upload)
    }
}

impl Client {
    /// Checks the settings and prepares the connection pool; calls nobody.
    pub fn new(endpoint: Endpoint, account: Account) -> Result<Self, ConfigError> {
        let lines = Lines::new(&endpoint)?;
        account.check()?;
        Ok(Self { lines, endpoint, account })
    }

    /// The unit id of the account (报备单位ID).
    pub fn unit(&self) -> i64 {
        self.account.isp_id
    }

    /// Where it speaks to, and how.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// `isp_upload`: hands over one file under its number. Number and bytes must have been stored before.
    pub async fn upload(
        &self,
        sequence: i64,
        packed: &Packed,
        nonce: Nonce,
    ) -> Result<UploadReply, CallError> {
        let mut call = self.identity(Method::Upload, &nonce, packed.zip.len() / 3 * 4)?;
        let key = self.account.key.as_ref();
        call.base64("beianInfo", |take| match key {
            Some(key) => key.encrypt_pieces(&packed.zip, take),
            None => take(&packed.zip),
        });
        call.base64("beianInfoHash", |take| take(&packed.md5));
        call.text("dataSequence", &sequence.to_string());
        call.text("encryptAlgorithm", if key.is_some() { "1" } else { "0" });
        call.text("hashAlgorithm", "0");
        call.text("compressionFormat", "0");
        let reply = self.call(Method::Upload, call).await?;
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
        let mut call = self.asking(Method::Acknowledge, &nonce)?;
        call.text("fileName", file_name);
        self.call(Method::Acknowledge, call).await.map(|_| ())
    }

    /// `isp_querypreviousupload`: the last accepted number and file; resolves a lost reply.
    pub async fn previous_upload(&self, nonce: Nonce) -> Result<PreviousUpload, CallError> {
        let call = self.asking(Method::PreviousUpload, &nonce)?;
        let reply = self.call(Method::PreviousUpload, call).await?;
        Ok(PreviousUpload { sequence: reply.sequence.unwrap_or(0), file: reply.file })
    }

    /// `isp_querybeianstatus`: is this domain, or the subject with this certificate, filed?
    pub async fn status(&self, condition: StatusCondition, nonce: Nonce) -> Result<StatusReply, CallError> {
        let (kind, text) = match condition {
            StatusCondition::Domain(domain) => (0, domain),
            StatusCondition::Certificate { kind, number } => (kind, number),
        };
        let mut call = self.asking(Method::Status, &nonce)?;
        call.text("queryConditionType", &kind.to_string());
        call.text("queryCondition", &text);
        let reply = self.call(Method::Status, call).await?;
        reply.status.ok_or_else(|| TransportError::Rubbish("no StatusInfo".to_owned()).into())
    }

    /// `isp_verifybamm`: is this the filing password (备案密码) of that filing number (备案号)? Asking more
    /// often than the authority allows ends in [`MsgCode::CHECKED_TOO_OFTEN`].
    pub async fn verify_password(
        &self,
        filing_number: &str,
        password: &Secret,
        nonce: Nonce,
    ) -> Result<bool, CallError> {
        let mut call = self.asking(Method::VerifyPassword, &nonce)?;
        call.text("baxh", filing_number);
        match self.endpoint.dialect.filing_password {
            PasswordForm::Plain => call.text("bamm", password.expose()),
            PasswordForm::Md5 => call.text("bamm", &password_md5(password).map_err(CallError::Password)?),
        }
        let reply = self.call(Method::VerifyPassword, call).await?;
        reply.verified.ok_or_else(|| TransportError::Rubbish("no VerifyRes".to_owned()).into())
    }

    /// Opens a delivered file with this account's key.
    pub fn open(&self, file: &DeliveredFile) -> Result<Packed, UnpackError> {
        packing::open(file, self.account.key.as_ref())
    }

    /// The bytes of a file as they travel, encrypted with this account's key; `None` when it has none and they
    /// travel as they are.
    pub fn seal(&self, packed: &Packed) -> Option<Vec<u8>> {
        self.account.key.as_ref().map(|key| key.encrypt(&packed.zip))
    }

    /// The bytes of a file out of what this account's key encrypted.
    ///
    /// # Errors
    /// [`UnpackError::NoKey`] when the account has none, [`UnpackError::Decrypt`] when it was another.
    pub fn unseal(&self, sealed: &[u8]) -> Result<Vec<u8>, UnpackError> {
        let key = self.account.key.as_ref().ok_or(UnpackError::NoKey)?;
        Ok(key.decrypt(sealed)?)
    }

    fn asking(&self, method: Method, nonce: &Nonce) -> Result<CallWriter, CallError> {
        let mut call = self.identity(method, nonce, 0)?;
        call.text("hashAlgorithm", "0");
        Ok(call)
    }

    fn identity(&self, method: Method, nonce: &Nonce, room: usize) -> Result<CallWriter, CallError> {
        let hash = password_hash(&self.account.password, nonce.as_str()).map_err(CallError::Password)?;
        let mut call = CallWriter::new(method, room);
        call.text(self.endpoint.id_parameter(method), &self.account.isp_id.to_string());
        call.text("userName", &self.account.user_name);
        call.text("randVal", nonce.as_str());
        call.text("pwdHash", &hash);
        Ok(call)
    }

    async fn call(&self, method: Method, call: CallWriter) -> Result<Return, CallError> {
        let text = self.lines.exchange(&self.endpoint, method, call.finish()).await?;
        let returned = soap::returned(text).map_err(TransportError::from)?;
        let reply = Return::from_xml(returned).map_err(|error| TransportError::Rubbish(error.to_string()))?;
        tracing::debug!(method = method.name(), code = reply.code.0, "authority answered");
        if reply.code.is_success() {
            Ok(reply)
        } else {
            Err(CallError::Rejected { code: reply.code, text: reply.text, missing: reply.missing })
        }
    }
}
