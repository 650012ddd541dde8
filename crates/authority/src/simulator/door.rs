//! The SOAP endpoints on the paths of the interface, with their WSDL and the scripted faults.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::faults::FaultKind;
use super::{Simulator, SimulatorError};
use crate::reply::Return;
use crate::soap::{self, Method, Request, SoapError};
use crate::wsdl::{self, Service};

const XML: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "text/xml; charset=utf-8")];

pub(super) fn routes() -> Router<Simulator> {
    let mut routes = Router::new();
    for service in Service::ALL {
        let describe = move |query, headers| async move { description(&query, &headers, service) };
        let serve = move |State(simulator), headers, body| serve(simulator, service, headers, body);
        routes = routes.route(service.path(), get(describe).post(serve));
    }
    routes
}

fn description(RawQuery(query): &RawQuery, headers: &HeaderMap, service: Service) -> Response {
    let asks = |query: &str| ["wsdl", "singlewsdl"].iter().any(|known| query.eq_ignore_ascii_case(known));
    if !query.as_deref().is_some_and(asks) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    (XML, wsdl::describe(service, &format!("http://{host}{}", service.path()))).into_response()
}

fn read(headers: &HeaderMap, body: Bytes) -> Result<Request, SoapError> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    Request::from_xml(soap::decode(body.into(), content_type)?)
}

async fn serve(simulator: Simulator, service: Service, headers: HeaderMap, body: Bytes) -> Response {
    let request = match read(&headers, body) {
        Ok(request) if service.methods().contains(&request.method) => request,
        Ok(request) => return fault(&format!("unknown method {}", request.method.name())),
        Err(error) => return fault(&error.to_string()),
    };
    let method = request.method;
    let carried_out = simulator
        .run(move |bureau| {
            let fault = bureau.take_fault(method).map(|fault| fault.kind);
            let reply = if is_carried_out(fault.as_ref()) {
                Some(bureau.answer(&request, fault.as_ref())?)
            } else {
                None
            };
            Ok((reply, fault))
        })
        .await;
    match carried_out {
        Ok((reply, kind)) => respond(&simulator, method, reply, kind).await,
        Err(error) => broken(&error),
    }
}

fn is_carried_out(fault: Option<&FaultKind>) -> bool {
    match fault {
        Some(FaultKind::Http500 | FaultKind::Rubbish | FaultKind::RefuseConnectionLike) => false,
        Some(
            FaultKind::DropReply
            | FaultKind::DelayMs { .. }
            | FaultKind::WrongHash
            | FaultKind::Maintenance
            | FaultKind::Code { .. },
        )
        | None => true,
    }
}

async fn respond(
    simulator: &Simulator,
    method: Method,
    reply: Option<Return>,
    fault: Option<FaultKind>,
) -> Response {
    match fault {
        Some(FaultKind::DropReply | FaultKind::RefuseConnectionLike) => return cut_off(),
        Some(FaultKind::Http500) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Some(FaultKind::Rubbish) => return "<html><body>系统繁忙".into_response(),
        Some(FaultKind::DelayMs { ms }) => tokio::time::sleep(Duration::from_millis(ms)).await,
        Some(FaultKind::WrongHash | FaultKind::Maintenance | FaultKind::Code { .. }) | None => {}
    }
    match reply {
        Some(reply) => {
            let document = reply.to_xml(simulator.inner.config.wrapped_base64);
            (XML, soap::reply_to_xml(method, &document)).into_response()
        }
        None => cut_off(),
    }
}

/// Headers of a good answer, then the connection breaks: the caller cannot know what happened.
fn cut_off() -> Response {
    let broken = Err::<Vec<u8>, _>(std::io::Error::from(std::io::ErrorKind::ConnectionReset));
    Body::from_stream(OnceStream(Some(broken))).into_response()
}

/// A stream of one item, so that no stream library is needed for one broken answer.
struct OnceStream<T>(Option<T>);

impl<T: Unpin> futures_core::Stream for OnceStream<T> {
    type Item = T;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<T>> {
        std::task::Poll::Ready(self.0.take())
    }
}

fn fault(reason: &str) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, XML, soap::fault_to_xml(reason)).into_response()
}

fn broken(error: &SimulatorError) -> Response {
    tracing::error!(%error, "the simulator could not answer a call");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
