//! SMS: to a provider over HTTP, or as files in a directory.
//!
//! The request is `POST` with the JSON `{"id", "to", "text", "sign", "at"}`. `X-Signature` is the lower-case
//! hexadecimal HMAC-SHA256 of the body under the shared key, `Idempotency-Key` the id: a provider that sees it
//! twice sends once. Any 2xx answer is a receipt. Providers with an interface of their own are reached through
//! a relay of some lines that speaks this one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use beian_domain::id::NoticeId;
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::json;
use sha2::Sha256;

use super::NotSent;
use super::wording::Text;

/// How long the provider may take.
const TIMEOUT: Duration = Duration::from_secs(15);
/// Characters of an answer that are kept as a receipt.
const RECEIPT: usize = 200;

/// How SMS leave, as configured.
#[derive(Clone, PartialEq, Eq)]
pub enum SmsSettings {
    /// Nobody gets SMS.
    Off,
    /// To a provider.
    Http {
        /// Where to post.
        url: String,
        /// The shared key.
        key: String,
        /// 短信签名, the sender's name that stands before the text.
        sign: String,
    },
    /// Into a directory, one `.json` file each.
    Outbox {
        /// The directory; made when it is not there.
        dir: PathBuf,
    },
}

/// How SMS leave.
#[derive(Clone)]
pub enum Sms {
    /// Nobody gets SMS.
    Off,
    /// To a provider.
    Http {
        /// Where to post.
        url: String,
        /// The shared key.
        key: String,
        /// 短信签名.
        sign: String,
        /// The connection pool.
        http: reqwest::Client,
    },
    /// Into a directory.
    Outbox(PathBuf),
}

impl Sms {
    /// Prepares what is configured; calls nobody.
    pub fn new(settings: SmsSettings) -> Result<Self, NotSent> {
        Ok(match settings {
            SmsSettings::Off => Self::Off,
            SmsSettings::Http { url, key, sign } => {
                let http = reqwest::Client::builder().timeout(TIMEOUT).build();
                Self::Http { url, key, sign, http: http.map_err(|e| NotSent::Settings(e.to_string()))? }
            }
            SmsSettings::Outbox { dir } => Self::Outbox(dir),
        })
    }

    /// Whether SMS are sent at all.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self, Self::Off)
    }

    /// Sends one SMS; gives a receipt.
    pub(crate) async fn send(
        &self,
        id: NoticeId,
        to: &str,
        text: &Text,
        at: DateTime<Utc>,
    ) -> Result<String, NotSent> {
        match self {
            Self::Off => Ok("off".to_owned()),
            Self::Http { url, key, sign, http } => {
                let body = body(id, to, text, sign, at);
                let request = http
                    .post(url)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", format!("notice-{id}"))
                    .header("X-Signature", signature(key, body.as_bytes())?)
                    .body(body);
                let later = |error: reqwest::Error| NotSent::Later(error.without_url().to_string());
                let answer = request.send().await.map_err(later)?.error_for_status().map_err(later)?;
                Ok(answer.text().await.map_err(later)?.chars().take(RECEIPT).collect())
            }
            Self::Outbox(dir) => {
                let written = write(dir, id, body(id, to, text, "", at).as_bytes()).await;
                written.map_err(|error| NotSent::Later(error.to_string()))
            }
        }
    }
}

fn body(id: NoticeId, to: &str, text: &Text, sign: &str, at: DateTime<Utc>) -> String {
    json!({ "id": format!("notice-{id}"), "to": to, "text": text.body, "sign": sign, "at": at }).to_string()
}

fn signature(key: &str, body: &[u8]) -> Result<String, NotSent> {
    use std::fmt::Write as _;
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes())
        .map_err(|_| NotSent::Settings("the key of the SMS provider".to_owned()))?;
    mac.update(body);
    let digest = mac.finalize().into_bytes();
    Ok(digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// Writes the whole file or none; the same notice again is the same file.
async fn write(dir: &Path, id: NoticeId, bytes: &[u8]) -> std::io::Result<String> {
    tokio::fs::create_dir_all(dir).await?;
    let path = dir.join(format!("{id}.json"));
    let half = dir.join(format!("{id}.tmp"));
    tokio::fs::write(&half, bytes).await?;
    tokio::fs::rename(&half, &path).await?;
    Ok(path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test case 2.
    #[test]
    fn the_signature_is_hmac_sha256() {
        assert_eq!(
            signature("Jefe", b"what do ya want for nothing?").unwrap(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
    }
}
