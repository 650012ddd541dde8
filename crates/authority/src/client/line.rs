//! The HTTP under the calls: one connection pool per proxy; a text goes out, a text comes back.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;

use super::{ConfigError, Endpoint, TransportError};
use crate::soap::{self, Method, SoapError};

/// A reply may have this many bytes: a document of 50 MB that does not compress, in base64, and some room.
const MAX_REPLY: usize = 96 * 1024 * 1024;

/// The line of every method; those that go through the same proxy share their connections.
#[derive(Clone)]
pub(super) struct Lines(BTreeMap<Method, reqwest::Client>);

impl Lines {
    pub fn new(endpoint: &Endpoint) -> Result<Self, ConfigError> {
        endpoint.check()?;
        let (mut pools, mut lines) = (BTreeMap::new(), BTreeMap::new());
        for method in Method::ALL {
            let proxy = endpoint.proxy(method);
            let pool: reqwest::Client = match pools.remove(&proxy) {
                Some(pool) => pool,
                None => open_pool(proxy, endpoint.connect_timeout)?,
            };
            lines.insert(method, pool.clone());
            pools.insert(proxy, pool);
        }
        Ok(Self(lines))
    }

    /// Sends an envelope and gives the text of the one that comes back.
    pub async fn exchange(
        &self,
        endpoint: &Endpoint,
        method: Method,
        envelope: String,
    ) -> Result<String, TransportError> {
        let request = self.0[&method]
            .post(endpoint.url(method))
            .timeout(endpoint.timeout(method))
            .header(CONTENT_TYPE, "text/xml; charset=utf-8")
            .header("SOAPAction", endpoint.soap_action(method))
            .body(envelope);
        let mut response = request.send().await?;
        let status = response.status();
        let content_type = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.map(str::to_owned);
        let expected = response.content_length().and_then(|length| usize::try_from(length).ok());
        let mut bytes = Vec::with_capacity(expected.unwrap_or(0).min(MAX_REPLY));
        while let Some(chunk) = response.chunk().await? {
            if bytes.len() + chunk.len() > MAX_REPLY {
                return Err(TransportError::Rubbish("the reply is too long".to_owned()));
            }
            bytes.extend_from_slice(&chunk);
        }
        let text = soap::decode(bytes, content_type.as_deref());
        if status.is_success() {
            return Ok(text?);
        }
        // SOAP sends its faults with status 500: what they say is worth more than the number.
        match text.and_then(soap::returned) {
            Err(SoapError::Fault(reason)) => Err(TransportError::Fault(reason)),
            Ok(_) | Err(_) => Err(TransportError::Http(status.as_u16())),
        }
    }
}

fn open_pool(proxy: Option<&str>, connect_timeout: Duration) -> Result<reqwest::Client, ConfigError> {
    let builder = reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        .redirect(reqwest::redirect::Policy::none());
    let builder = match proxy {
        Some(proxy) => {
            let through = reqwest::Proxy::all(proxy).map_err(|_| ConfigError::Proxy)?;
            builder.proxy(through)
        }
        None => builder.no_proxy(),
    };
    builder.build().map_err(|error| ConfigError::Http(error.to_string()))
}
