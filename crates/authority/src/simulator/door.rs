//! The SOAP endpoints on the paths of the interface, with their WSDL and the scripted faults.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::misbehave::{self, XML};
use super::spoken::Spoken;
use super::{Simulator, SimulatorError, wsdl};
use crate::soap::{self, Method, Request};

const UPLOAD: &str = "/ISPWebService/upDownLoad";
const STATUS: &str = "/BeianStatusWebService/queryBeianStatus";

pub(super) fn routes() -> Router<Simulator> {
    Router::new()
        .route(UPLOAD, get(upload_wsdl).post(upload_door))
        .route(STATUS, get(status_wsdl).post(status_door))
}

async fn upload_door(State(simulator): State<Simulator>, spoken: Spoken) -> Response {
    let served = [Method::Upload, Method::Download, Method::Acknowledge, Method::PreviousUpload];
    serve(&simulator, &served, spoken).await
}

async fn status_door(State(simulator): State<Simulator>, spoken: Spoken) -> Response {
    serve(&simulator, &[Method::Status], spoken).await
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

async fn serve(simulator: &Simulator, served: &[Method], spoken: Spoken) -> Response {
    let request = match Request::from_xml(&spoken.body) {
        Ok(request) if served.contains(&request.method) => request,
        Ok(request) => return fault(&format!("unknown method {}", request.method.name())),
        Err(error) => return fault(&error.to_string()),
    };
    let (method, kind) = (request.method, spoken.fault);
    if let Some(instead) = misbehave::instead(kind.as_ref()).await {
        return instead;
    }
    let fault = kind.clone();
    match simulator.run(move |bureau| bureau.answer(&request, fault.as_ref())).await {
        Ok(reply) => {
            let document = reply.to_xml(simulator.inner.config.wrapped_base64);
            misbehave::answer(kind.as_ref(), soap::reply_to_xml(method, &document)).await
        }
        Err(error) => broken(&error),
    }
}

fn fault(reason: &str) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, XML, soap::fault_to_xml(reason)).into_response()
}

fn broken(error: &SimulatorError) -> Response {
    tracing::error!(%error, "the simulator could not answer a call");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
