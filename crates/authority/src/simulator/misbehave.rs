//! Faults as the caller sees them: answers instead of the call, and answers that break on their way.

use std::time::Duration;

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::faults::FaultKind;
use crate::soap;

pub(super) const XML: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "text/xml; charset=utf-8")];

/// What is answered without carrying out the call, if the fault is of that kind. A late call waits here.
pub(super) async fn instead(fault: Option<&FaultKind>) -> Option<Response> {
    match fault? {
        FaultKind::CutRequest | FaultKind::RefuseConnectionLike => Some(cut_off()),
        FaultKind::Http500 => Some(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
        FaultKind::HttpStatus { status } => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            Some(status.into_response())
        }
        FaultKind::Rubbish => Some("<html><body>系统繁忙".into_response()),
        FaultKind::SoapFault => {
            let fault = soap::fault_to_xml("simulated fault");
            Some((StatusCode::INTERNAL_SERVER_ERROR, XML, fault).into_response())
        }
        FaultKind::Late { ms } => {
            tokio::time::sleep(Duration::from_millis(*ms)).await;
            None
        }
        FaultKind::DropReply
        | FaultKind::CutReply
        | FaultKind::EmptyReply
        | FaultKind::DelayMs { .. }
        | FaultKind::Maintenance
        | FaultKind::Code { .. }
        | FaultKind::WrongHash
        | FaultKind::CorruptZip
        | FaultKind::Duplicate => None,
    }
}

/// The answer to a call that was carried out, as far as the fault lets it through.
pub(super) async fn answer(fault: Option<&FaultKind>, envelope: String) -> Response {
    let Some(fault) = fault else { return (XML, envelope).into_response() };
    match fault {
        FaultKind::DropReply => cut_off(),
        FaultKind::CutReply => cut_in_the_middle(envelope),
        FaultKind::EmptyReply => (XML, String::new()).into_response(),
        FaultKind::DelayMs { ms } => {
            tokio::time::sleep(Duration::from_millis(*ms)).await;
            (XML, envelope).into_response()
        }
        FaultKind::Late { .. }
        | FaultKind::Maintenance
        | FaultKind::Code { .. }
        | FaultKind::WrongHash
        | FaultKind::CorruptZip
        | FaultKind::Duplicate
        | FaultKind::CutRequest
        | FaultKind::RefuseConnectionLike
        | FaultKind::Http500
        | FaultKind::HttpStatus { .. }
        | FaultKind::Rubbish
        | FaultKind::SoapFault => (XML, envelope).into_response(),
    }
}

/// Headers of a good answer, then the connection breaks: the caller cannot know what happened.
pub(super) fn cut_off() -> Response {
    breaking(Vec::new())
}

/// Half of a good answer, then the connection breaks.
fn cut_in_the_middle(envelope: String) -> Response {
    let mut bytes = envelope.into_bytes();
    let length = bytes.len();
    bytes.truncate(length / 2);
    let mut response = breaking(vec![bytes]);
    let headers = response.headers_mut();
    headers.insert(XML[0].0.clone(), header::HeaderValue::from_static(XML[0].1));
    headers.insert(header::CONTENT_LENGTH, length.into());
    response
}

fn breaking(parts: Vec<Vec<u8>>) -> Response {
    let broken = Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset));
    let parts: Vec<Result<Vec<u8>, std::io::Error>> = parts.into_iter().map(Ok).chain([broken]).collect();
    Body::from_stream(Parts(parts.into_iter())).into_response()
}

/// A stream of parts that are there already, so that no stream library is needed for a broken answer.
struct Parts<T>(std::vec::IntoIter<T>);

impl<T: Unpin> futures_core::Stream for Parts<T> {
    type Item = T;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<T>> {
        std::task::Poll::Ready(self.0.next())
    }
}
