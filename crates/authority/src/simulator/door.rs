//! The SOAP endpoints on the paths of the interface, with their WSDL and the scripted faults.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::misbehave::{self, XML};
use super::spoken::Spoken;
use super::{Simulator, SimulatorError};
use crate::soap::{self, Request};
use crate::wsdl::{self, Service};

pub(super) fn routes() -> Router<Simulator> {
    let mut routes = Router::new();
    for service in Service::ALL {
        let describe = move |query, headers| async move { description(&query, &headers, service) };
        let serve = move |State(simulator), spoken| serve(simulator, service, spoken);
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

async fn serve(simulator: Simulator, service: Service, spoken: Spoken) -> Response {
    let Spoken { bytes, content_type, fault: kind } = spoken;
    let request = match soap::decode(bytes, content_type.as_deref()).and_then(Request::from_xml) {
        Ok(request) if service.methods().contains(&request.method) => request,
        Ok(request) => return fault(&format!("unknown method {}", request.method.name())),
        Err(error) => return fault(&error.to_string()),
    };
    let method = request.method;
    if let Some(instead) = misbehave::instead(kind.as_ref()).await {
        return instead;
    }
    let ordered = kind.clone();
    match simulator.run(move |bureau| bureau.answer(&request, ordered.as_ref())).await {
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
