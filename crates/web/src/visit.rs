//! One request and who makes it: read once before the handlers, used by pages, forms and problems alike.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use beian_app::Failure;
use beian_app::accounts::{Signed, session};

use crate::flash::{self, Flash};
use crate::i18n::Words;
use crate::kept;
use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;

/// The cookie that ties the forms of people who are not signed in to their browser; over HTTPS no neighbouring
/// host can plant it.
fn visitor_cookie(web: &Web) -> &'static str {
    if web.settings().secure_cookies { "__Host-visitor" } else { "visitor" }
}

/// What is known about one request before any handler runs.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    pub(crate) words: Words,
    /// Path and query.
    pub(crate) path: String,
    /// The network it comes from, as [`network`] has it: what is counted for the brakes.
    pub(crate) address: IpAddr,
    pub(crate) customer: Option<Signed>,
    pub(crate) staff: Option<Signed>,
    /// The form token of a browser that is not signed in.
    pub(crate) visitor: String,
    pub(crate) flash: Option<Flash>,
    /// A script asks for a part of a page, or for data.
    pub(crate) partial: bool,
}

impl Visit {
    /// Who is signed in at `door`.
    pub(crate) fn signed(&self, door: Door) -> Option<&Signed> {
        match door {
            Door::Customer => self.customer.as_ref(),
            Door::Staff => self.staff.as_ref(),
        }
    }

    /// The token the forms of `door` must carry.
    pub(crate) fn form_token(&self, door: Door) -> &str {
        self.signed(door).map_or(&self.visitor, |signed| &signed.csrf)
    }

    /// The path without its query.
    pub(crate) fn bare_path(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }
}

/// The visit, for handlers of public pages.
#[derive(Clone, Debug)]
pub(crate) struct Visitor(pub(crate) Arc<Visit>);

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        of(parts).map(Self)
    }
}

/// The visit noted by [`welcome`].
pub(crate) fn of(parts: &Parts) -> Result<Arc<Visit>, Problem> {
    parts.extensions.get::<Arc<Visit>>().cloned().ok_or_else(|| Failure::fault("no visit was noted").into())
}

/// Reads who comes, lets the handlers work, and turns whatever went wrong into a page or JSON.
pub(crate) async fn welcome(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let jar = CookieJar::from_headers(request.headers());
    let is_new = known_visitor(&web, &jar).is_none();
    let mut visit = note(&web, &request, &jar);
    if let Err(failure) = recognise(&web, &jar, &mut visit).await {
        return Problem::from(failure).into_response_for(&web, &visit);
    }
    let visit = Arc::new(visit);
    request.extensions_mut().insert(Arc::clone(&visit));
    let response = if kept::is_late(&visit, &request) {
        kept::sign_in_first(&web, &visit, request.into_body()).await
    } else {
        next.run(request).await
    };
    let response = crate::problem::shown(&web, &visit, response);
    finish(&web, &visit, is_new, response)
}

/// What the request tells by itself.
fn note(web: &Web, request: &Request, jar: &CookieJar) -> Visit {
    let fresh = || URL_SAFE_NO_PAD.encode(web.app().chance().bytes::<24>());
    Visit {
        words: Words::of_headers(request.headers()),
        path: request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
        address: address(web, request),
        customer: None,
        staff: None,
        visitor: known_visitor(web, jar).map_or_else(fresh, ToOwned::to_owned),
        flash: jar.get(flash::COOKIE).and_then(|cookie| Flash::decode(cookie.value())),
        partial: is_partial(request.headers()),
    }
}

fn known_visitor<'a>(web: &Web, jar: &'a CookieJar) -> Option<&'a str> {
    jar.get(visitor_cookie(web)).map(Cookie::value).filter(|token| token.len() == 32)
}

/// Looks up who is signed in. A database that does not answer is a problem with a page of its own.
async fn recognise(web: &Web, jar: &CookieJar, visit: &mut Visit) -> Result<(), Failure> {
    visit.customer = signed(web, jar, Door::Customer).await?;
    visit.staff = signed(web, jar, Door::Staff).await?;
    Ok(())
}

async fn signed(web: &Web, jar: &CookieJar, door: Door) -> Result<Option<Signed>, Failure> {
    match jar.get(&door.cookie_name(web)) {
        Some(cookie) => Ok(session(web.app(), cookie.value()).await?.filter(|signed| door.admits(signed))),
        None => Ok(None),
    }
}

fn is_partial(headers: &HeaderMap) -> bool {
    let accepts_json = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.starts_with("application/json"));
    headers.contains_key("x-fragment") || accepts_json
}

/// Where the request comes from.
fn address(web: &Web, request: &Request) -> IpAddr {
    let direct = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = || {
        let list = request.headers().get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
        list.rsplit(',').next()?.trim().parse().ok()
    };
    let told = if web.settings().trusted_proxy { forwarded() } else { None };
    network(told.or(direct).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
}

/// The address as far as it tells one caller from another: IPv4 whole, also in the clothes of IPv6; of IPv6 the
/// first 64 bits, since whoever has one address there has all of them.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Cookies and caching of a page.
fn finish(web: &Web, visit: &Visit, is_new: bool, mut response: Response<Body>) -> Response {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    let signed_in = visit.customer.is_some() || visit.staff.is_some();
    if is_page && !response.headers().contains_key(header::CACHE_CONTROL) {
        let caching = if signed_in { "no-store" } else { "no-cache" };
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    }
    if is_page && visit.flash.is_some() && !visit.partial {
        append(&mut response, &flash::shown());
    }
    if is_page && is_new {
        let cookie = Cookie::build((visitor_cookie(web), visit.visitor.clone()))
            .path("/")
            .http_only(true)
            .secure(web.settings().secure_cookies)
            .same_site(SameSite::Lax);
        append(&mut response, &cookie.build());
    }
    response
}

/// Adds a cookie to what is sent.
pub(crate) fn append(response: &mut Response, cookie: &Cookie<'_>) {
    if let Ok(value) = HeaderValue::from_str(&cookie.encoded().to_string()) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// Answers requests for pages that are not there.
pub(crate) async fn nowhere(method: Method) -> Response {
    let mut response = Problem::from(Failure::Missing).into_response();
    if method == Method::HEAD {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caller_is_a_network() {
        let of = |address: &str| network(address.parse().unwrap()).to_string();
        assert_eq!(of("192.0.2.7"), "192.0.2.7");
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(of("2001:db8:1:2:aaaa::1"), of("2001:db8:1:2::2"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    }
}
