//! `/sign-out`: the session whose form was sent ends; one at the other door goes on.

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::post;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use beian_app::accounts;
use serde::Deserialize;

use crate::csrf::{Checked, equal};
use crate::flash::Flash;
use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;
use crate::visit::{Visitor, append};

pub(super) fn router() -> Router<Web> {
    Router::new().route("/sign-out", post(sign_out))
}

#[derive(Deserialize)]
struct Answers {
    csrf: String,
}

async fn sign_out(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    headers: HeaderMap,
    Checked(Answers { csrf }): Checked<Answers>,
) -> Result<Response, Problem> {
    let staff = visit.staff.as_ref().is_some_and(|signed| equal(&signed.csrf, &csrf));
    let door = if staff { Door::Staff } else { Door::Customer };
    let jar = CookieJar::from_headers(&headers);
    if let Some(token) = jar.get(&door.cookie_name(&web)).map(Cookie::value) {
        accounts::sign_out(web.app(), token).await?;
    }
    let mut response = Flash::done("signed-out").go(&door.sign_in_href(""));
    append(&mut response, &door.no_cookie(&web));
    Ok(response)
}
