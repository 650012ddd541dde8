//! Mail: over SMTP, or as files in a directory where there is no mail server.

use std::path::{Path, PathBuf};
use std::time::Duration;

use beian_domain::id::NoticeId;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport as _, Message, Tokio1Executor};

use super::NotSent;
use super::wording::Text;

/// How long the mail server may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How mail leaves, as configured.
#[derive(Clone, PartialEq, Eq)]
pub enum MailSettings {
    /// Nobody gets mail.
    Off,
    /// To a mail server: `smtps://user:password@host`, or `smtp://host:25` inside the own network.
    Smtp {
        /// The server.
        url: String,
        /// The sender: `Beian <beian@example.cn>`.
        from: String,
    },
    /// Into a directory, one `.eml` file each.
    Outbox {
        /// The directory; made when it is not there.
        dir: PathBuf,
        /// The sender.
        from: String,
    },
}

/// Without the address of the server, which may carry a password.
impl std::fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Off => f.write_str("Off"),
            Self::Smtp { from, .. } => f.debug_struct("Smtp").field("from", from).finish_non_exhaustive(),
            Self::Outbox { dir, from } => {
                f.debug_struct("Outbox").field("dir", dir).field("from", from).finish()
            }
        }
    }
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub enum Mail {
    /// Nobody gets mail.
    Off,
    /// To a mail server.
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>, Mailbox),
    /// Into a directory.
    Outbox(PathBuf, Mailbox),
}

impl Mail {
    /// Prepares what is configured; calls nobody.
    pub fn new(settings: MailSettings) -> Result<Self, NotSent> {
        match settings {
            MailSettings::Off => Ok(Self::Off),
            MailSettings::Smtp { url, from } => {
                let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url)
                    // The address may carry a password: not into an error.
                    .map_err(|_| NotSent::Settings("the address of the mail server".to_owned()))?;
                Ok(Self::Smtp(Box::new(transport.timeout(Some(TIMEOUT)).build()), sender(&from)?))
            }
            MailSettings::Outbox { dir, from } => Ok(Self::Outbox(dir, sender(&from)?)),
        }
    }

    /// Whether mail is sent at all.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self, Self::Off)
    }

    /// Sends one mail; gives a receipt. The message id comes from the notice, so that a second delivery of the
    /// same notice is seen to be one.
    pub(crate) async fn send(&self, id: NoticeId, to: &str, text: Text) -> Result<String, NotSent> {
        match self {
            Self::Off => Ok("off".to_owned()),
            Self::Smtp(transport, from) => {
                let message = message(id, from, to, text)?;
                let response = transport.send(message).await.map_err(|error| later(&error))?;
                Ok(response.code().to_string())
            }
            Self::Outbox(dir, from) => {
                let message = message(id, from, to, text)?;
                write(dir, id, &message.formatted()).await.map_err(|error| later(&error))
            }
        }
    }
}

fn later(error: &dyn std::error::Error) -> NotSent {
    NotSent::Later(error.to_string())
}

fn sender(from: &str) -> Result<Mailbox, NotSent> {
    from.parse().map_err(|_| NotSent::Settings(format!("the sender {from:?}")))
}

fn message(id: NoticeId, from: &Mailbox, to: &str, text: Text) -> Result<Message, NotSent> {
    let address = to.parse().map_err(|_| NotSent::Address("an e-mail address".to_owned()))?;
    Message::builder()
        .message_id(Some(format!("<notice-{id}@{}>", from.email.domain())))
        .from(from.clone())
        .to(Mailbox::new(None, address))
        .subject(text.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(text.body)
        .map_err(|error| NotSent::Settings(error.to_string()))
}

/// Writes the whole file or none; the same notice again is the same file.
async fn write(dir: &Path, id: NoticeId, bytes: &[u8]) -> std::io::Result<String> {
    tokio::fs::create_dir_all(dir).await?;
    let path = dir.join(format!("{id}.eml"));
    let half = dir.join(format!("{id}.tmp"));
    tokio::fs::write(&half, bytes).await?;
    tokio::fs::rename(&half, &path).await?;
    Ok(path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_same_notice_twice_is_one_file() {
        let dir = tempfile::tempdir().unwrap();
        let settings =
            MailSettings::Outbox { dir: dir.path().join("mail"), from: "备案 <beian@example.cn>".into() };
        let mail = Mail::new(settings).unwrap();
        let id = NoticeId::from_i64(7).unwrap();
        for _ in 0..2 {
            let text = Text { subject: "备案号已下发".into(), body: "浙ICP备2026000001号\n".into() };
            mail.send(id, "zhang@example.cn", text).await.unwrap();
        }
        let files: Vec<_> = std::fs::read_dir(dir.path().join("mail")).unwrap().collect();
        assert_eq!(files.len(), 1);
        let eml = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
        assert!(eml.contains(&format!("Message-ID: <notice-{id}@example.cn>")), "{eml}");
    }

    #[test]
    fn the_password_of_the_mail_server_is_not_told() {
        let settings = MailSettings::Smtp {
            url: "smtps://beian:secret@mail.example.cn".into(),
            from: "beian@example.cn".into(),
        };
        assert!(!format!("{settings:?}").contains("secret"));
    }

    #[tokio::test]
    async fn no_address_no_mail() {
        let mail =
            Mail::new(MailSettings::Outbox { dir: "x".into(), from: "beian@example.cn".into() }).unwrap();
        let text = Text { subject: String::new(), body: String::new() };
        let sent = mail.send(NoticeId::from_i64(1).unwrap(), "nobody", text).await;
        assert!(matches!(sent, Err(NotSent::Address(_))));
        assert!(
            Mail::new(MailSettings::Smtp { url: "nonsense".into(), from: "b@example.cn".into() }).is_err()
        );
    }
}
