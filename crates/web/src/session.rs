//! Who is signed in: the two doors, their cookies, and the extractors that turn others away.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, SameSite};
use beian_app::accounts::{Signed, SignedIn};
use beian_domain::access::Actor;
use beian_domain::account::Account;

use crate::frame;
use crate::i18n::{Words, escaped};
use crate::state::Web;
use crate::ui::Frame;
use crate::visit::{self, Visit};

/// Where people sign in. A browser may be signed in at both: staff who try the customer's side are two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    Customer,
    Staff,
}

impl Door {
    /// The door a path lies behind.
    pub(crate) fn of_path(path: &str) -> Self {
        let desk = path == "/desk" || path.starts_with("/desk/");
        if desk { Self::Staff } else { Self::Customer }
    }

    /// The door's cookie; over HTTPS bound to this host alone.
    pub(crate) fn cookie_name(self, web: &Web) -> String {
        let name = match self {
            Self::Customer => "customer",
            Self::Staff => "staff",
        };
        if web.settings().secure_cookies { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// The page to sign in at, coming back to `next`.
    pub(crate) fn sign_in_href(self, next: &str) -> String {
        let page = match self {
            Self::Customer => "/sign-in",
            Self::Staff => "/desk/sign-in",
        };
        if next.is_empty() { page.to_owned() } else { format!("{page}?next={}", escaped(next)) }
    }

    /// Whether somebody belongs behind this door.
    pub(crate) fn admits(self, signed: &Signed) -> bool {
        match signed.actor {
            Actor::Customer { .. } => self == Self::Customer,
            Actor::Staff { .. } => self == Self::Staff,
            Actor::System | Actor::Authority => false,
        }
    }

    /// The cookie of a fresh session. It ends with the browser; the session itself ends sooner when unused.
    pub(crate) fn cookie(self, web: &Web, session: &SignedIn) -> Cookie<'static> {
        self.bare(web, session.token.clone())
    }

    /// Takes the cookie away.
    pub(crate) fn no_cookie(self, web: &Web) -> Cookie<'static> {
        let mut cookie = self.bare(web, String::new());
        cookie.make_removal();
        cookie
    }

    fn bare(self, web: &Web, value: String) -> Cookie<'static> {
        Cookie::build((self.cookie_name(web), value))
            .path("/")
            .http_only(true)
            .secure(web.settings().secure_cookies)
            .same_site(SameSite::Lax)
            .build()
    }
}

/// A user of a customer's account, on a page of the console.
#[derive(Clone, Debug)]
pub(crate) struct Customer {
    pub(crate) actor: Actor,
    pub(crate) account: Account,
    pub(crate) words: Words,
    pub(crate) frame: Frame,
}

/// One of the provider's people, on a page of the desk.
#[derive(Clone, Debug)]
pub(crate) struct StaffMember {
    pub(crate) actor: Actor,
    pub(crate) words: Words,
    pub(crate) frame: Frame,
}

impl FromRequestParts<Web> for Customer {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let visit = visit::of(parts).map_err(IntoResponse::into_response)?;
        match &visit.customer {
            Some(Signed { actor, account: Some(account), .. }) => Ok(Self {
                actor: *actor,
                account: account.clone(),
                words: visit.words,
                frame: frame::of_door(web, &visit, Door::Customer),
            }),
            Some(_) | None => Err(away(parts, &visit, Door::Customer)),
        }
    }
}

impl FromRequestParts<Web> for StaffMember {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let visit = visit::of(parts).map_err(IntoResponse::into_response)?;
        match visit.staff.as_ref().map(|signed| signed.actor) {
            Some(actor @ Actor::Staff { .. }) => {
                Ok(Self { actor, words: visit.words, frame: frame::of_door(web, &visit, Door::Staff) })
            }
            Some(_) | None => Err(away(parts, &visit, Door::Staff)),
        }
    }
}

/// To the sign-in page and back again; a script is only told.
fn away(parts: &Parts, visit: &Arc<Visit>, door: Door) -> Response {
    if visit.partial {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let next = if parts.method == Method::GET { visit.path.as_str() } else { form_of(visit.bare_path()) };
    Redirect::to(&door.sign_in_href(next)).into_response()
}

/// The page that shows the form of an address that only takes answers.
fn form_of(path: &str) -> &str {
    match path.rsplit_once('/') {
        Some((page, "submit" | "approve" | "return" | "unmask" | "remove")) => page,
        _ => path,
    }
}
