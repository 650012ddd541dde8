//! A call as it is read from the wire. What shall go wrong with it is settled as soon as its beginning tells
//! method and provider, so that a connection can break before the rest was read.

use std::future::poll_fn;
use std::pin::Pin;

use axum::body::BodyDataStream;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_core::Stream as _;

use super::faults::FaultKind;
use super::{MAX_REQUEST, Simulator, misbehave};
use crate::soap::Method;

/// Method and provider stand within so many bytes, or are looked for when everything was read.
const BEGINNING: usize = 2048;

/// A call as it came, and what shall go wrong with it.
pub(super) struct Spoken {
    pub bytes: Vec<u8>,
    pub content_type: Option<String>,
    pub fault: Option<FaultKind>,
}

impl FromRequest<Simulator> for Spoken {
    type Rejection = Response;

    async fn from_request(request: Request, simulator: &Simulator) -> Result<Self, Response> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.map(str::to_owned);
        let mut stream = request.into_body().into_data_stream();
        let mut bytes = Vec::new();
        read(&mut stream, &mut bytes, BEGINNING).await?;
        let fault = match begun(&bytes) {
            Some((method, account)) => simulator
                .run(move |bureau| Ok(bureau.take_fault(method, account)))
                .await
                .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())?,
            None => None,
        };
        if fault == Some(FaultKind::CutRequest) {
            return Err(misbehave::cut_off());
        }
        read(&mut stream, &mut bytes, usize::MAX).await?;
        Ok(Self { bytes, content_type, fault })
    }
}

/// Reads on until there are so many bytes, or no more.
async fn read(stream: &mut BodyDataStream, bytes: &mut Vec<u8>, enough: usize) -> Result<(), Response> {
    while bytes.len() < enough {
        match poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await {
            Some(Ok(part)) if bytes.len() + part.len() <= MAX_REQUEST => bytes.extend_from_slice(&part),
            Some(Ok(_)) => return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response()),
            Some(Err(_)) => return Err(StatusCode::BAD_REQUEST.into_response()),
            None => return Ok(()),
        }
    }
    Ok(())
}

/// Method and provider, from the beginning of a call.
fn begun(bytes: &[u8]) -> Option<(Method, Option<i64>)> {
    let text = String::from_utf8_lossy(bytes);
    let name: String = text[text.find("isp_")?..]
        .chars()
        .take_while(|char| char.is_ascii_alphanumeric() || *char == '_')
        .collect();
    let lower = text.to_ascii_lowercase();
    // `<ispID>1001<`, with whatever prefix and attributes.
    let unit = lower.match_indices("ispid").find_map(|(at, _)| {
        let (_, rest) = lower[at..].split_once('>')?;
        rest.split('<').next()?.trim().parse().ok()
    });
    Some((Method::named(&name)?, unit))
}

#[cfg(test)]
mod tests {
    use super::begun;
    use crate::soap::Method;

    #[test]
    fn the_beginning_tells_method_and_provider() {
        let call = "<e:Body><m:isp_downloadack xmlns:m=\"u\"><a:ISPID t=\"xsd:long\"> 1001 </a:ISPID><user";
        assert_eq!(begun(call.as_bytes()), Some((Method::Acknowledge, Some(1001))));
        assert_eq!(begun(b"<isp_upload><beianInfo>AAAA"), Some((Method::Upload, None)));
        assert_eq!(begun(b"<isp_unknown>"), None);
        assert_eq!(begun(b"rubbish"), None);
    }
}
