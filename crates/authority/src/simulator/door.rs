//! The SOAP endpoints on the paths of the interface, with their WSDL and the scripted faults.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::faults::FaultKind;
use super::{Simulator, SimulatorError, wsdl};
use crate::reply::Return;
use crate::soap::{self, Method, Request};

const UPLOAD: &str = "/ISPWebService/upDownLoad";
const STATUS: &str = "/BeianStatusWebService/queryBeianStatus";
const XML: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "text/xml; charset=utf-8")];

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route(UPLOAD, get(upload_wsdl).post(upload_door))
        .route(STATUS, get(status_wsdl).post(status_door))
}

async fn upload_door(State(simulator): State<Simulator>, body: String) -> Response {
    let served = [Method::Upload, Method::Download, Method::Acknowledge, Method::PreviousUpload];
    serve(&simulator, &served, body).await
}

async fn status_door(State(simulator): State<Simulator>, body: String) -> Response {
    serve(&simulator, &[Method::Status], body).await
}

async fn upload_wsdl(query: RawQuery, headers: HeaderMap) -> Response {
    let served = [Method::Upload, Method::Download, Method::Acknowledge, Method::PreviousUpload];
    description(&query, &headers, UPLOAD, "upDownLoad", &served)
}

async fn status_wsdl(query: RawQuery, headers: HeaderMap) -> Response {
    description(&query, &headers, STATUS, "queryBeianStatus", &[Method::Status])
}

fn description(
    RawQuery(query): &RawQuery,
    headers: &HeaderMap,
    path: &str,
    service: &str,
    methods: &[Method],
) -> Response {
    if !query.as_deref().is_some_and(|query| query.eq_ignore_ascii_case("wsdl")) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    (XML, wsdl::describe(service, &format!("http://{host}{path}"), methods)).into_response()
}

async fn serve(simulator: &Simulator, served: &[Method], body: String) -> Response {
    let request = match Request::from_xml(&body) {
        Ok(request) if served.contains(&request.method) => request,
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
        Ok((reply, kind)) => respond(simulator, method, reply, kind).await,
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
