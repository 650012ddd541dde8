//! How a call can fail, and whether it may have arrived all the same.

use crate::codes::{MsgCode, Retry};
use crate::gbk::Unmappable;
use crate::soap::SoapError;

/// Settings no call can be made with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// Not an http or https address.
    #[error("{0:?} is not an address")]
    Url(String),
    /// Not the address of a proxy. It is not repeated: it may carry a password.
    #[error("the proxy is not an address")]
    Proxy,
    /// Unit id, user name or password is empty.
    #[error("unit id, user name and password must be given")]
    Account,
    /// The first parameter cannot have that name.
    #[error("{0:?} is not a name of a parameter")]
    Parameter(String),
    /// The header cannot have that value.
    #[error("{0:?} is not a value of the header SOAPAction")]
    SoapAction(String),
    /// The HTTP client could not be built.
    #[error("the HTTP client could not be built: {0}")]
    Http(String),
}

/// Why no answer of the interface came back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// No connection was made; nothing was sent.
    #[error("no connection: {0}")]
    Connect(String),
    /// The time ran out while waiting for the answer.
    #[error("no answer in time")]
    Timeout,
    /// The connection broke while sending or receiving.
    #[error("the connection broke: {0}")]
    Broken(String),
    /// An HTTP status that is no success.
    #[error("HTTP status {0}")]
    Http(u16),
    /// A SOAP fault.
    #[error("SOAP fault: {0}")]
    Fault(String),
    /// An answer that is not what the interface promises.
    #[error("unintelligible answer: {0}")]
    Rubbish(String),
}

impl From<reqwest::Error> for TransportError {
    fn from(error: reqwest::Error) -> Self {
        // The address is left out of the text: it may carry credentials of a proxy.
        let error = error.without_url();
        if error.is_connect() || error.is_builder() {
            Self::Connect(chain(&error))
        } else if error.is_timeout() {
            Self::Timeout
        } else {
            Self::Broken(chain(&error))
        }
    }
}

impl From<SoapError> for TransportError {
    fn from(error: SoapError) -> Self {
        match error {
            SoapError::Fault(reason) => Self::Fault(reason),
            SoapError::Encoding(_)
            | SoapError::Xml(_)
            | SoapError::Version(_)
            | SoapError::Envelope
            | SoapError::Method(_)
            | SoapError::NoReturn
            | SoapError::ReturnIsMarkup => Self::Rubbish(error.to_string()),
        }
    }
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

/// Why a call did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// No answer of the interface came back.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The authority answered with a code that is no success.
    #[error("the authority answered {code}: {text}")]
    Rejected {
        /// The code.
        code: MsgCode,
        /// The authority's own words.
        text: String,
        /// Missing numbers, with [`MsgCode::GAP`].
        missing: Vec<i64>,
    },
    /// The password cannot be written in GBK.
    #[error("the password cannot be sent: {0}")]
    Password(Unmappable),
}

impl CallError {
    /// True if the authority may have acted on the call although no good answer came back. After an upload
    /// this must be resolved by asking for the previous upload, never by guessing.
    pub fn may_have_arrived(&self) -> bool {
        match self {
            Self::Transport(error) => match error {
                TransportError::Connect(_) => false,
                TransportError::Timeout
                | TransportError::Broken(_)
                | TransportError::Http(_)
                | TransportError::Fault(_)
                | TransportError::Rubbish(_) => true,
            },
            Self::Rejected { .. } | Self::Password(_) => false,
        }
    }

    /// What to do now.
    pub fn retry(&self) -> Retry {
        match self {
            Self::Transport(_) => Retry::Later,
            Self::Rejected { code, missing, .. } => code.retry(missing),
            Self::Password(_) => Retry::Alarm,
        }
    }
}
