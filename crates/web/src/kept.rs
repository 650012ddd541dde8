//! Answers that arrive after the session has ended: kept through signing in, and offered to be saved.

use axum::body::{Body, to_bytes};
use axum::extract::FromRequest as _;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;
use axum_extra::extract::Form;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use maud::{Markup, html};

use crate::csrf::Pairs;
use crate::public::sign_in_page;
use crate::state::Web;
use crate::ui::{self, Button, Frame, Heading, Page, Width};
use crate::visit::Visit;

/// The longest form that is kept, in bytes: carried along, it must still fit into the form that signs in.
const LONGEST: usize = 128 * 1024;

/// Whether a request brings answers for the console from nobody who is signed in.
pub(crate) fn is_late(visit: &Visit, request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    visit.customer.is_none()
        && !visit.partial
        && request.method() == Method::POST
        && visit.bare_path().starts_with("/console/")
        && kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
        && from_ourselves(request.headers())
}

/// Another site must not put answers into our mouth: our cookies do not come with its forms, so that somebody
/// who is signed in would look like nobody.
fn from_ourselves(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), _, _) => site == "same-origin",
        (None, Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        (None, Some(_), None) => false,
        // Not a browser.
        (None, None, _) => true,
    }
}

/// The sign-in page, carrying the answers along.
pub(crate) async fn sign_in_first(web: &Web, visit: &Visit, body: Body) -> Response {
    let kept = to_bytes(body, LONGEST).await.map(|bytes| URL_SAFE_NO_PAD.encode(bytes)).unwrap_or_default();
    sign_in_page(web, visit, visit.bare_path(), &kept)
}

/// The answers behind what the sign-in form carried, without the token of the session that has ended.
pub(crate) async fn unpack(kept: &str) -> Option<Pairs> {
    let bytes = URL_SAFE_NO_PAD.decode(kept).ok()?;
    let request = Request::post("/")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(bytes))
        .ok()?;
    let Form(Pairs(mut pairs)) = Form::from_request(request, &()).await.ok()?;
    pairs.retain(|(name, _)| name != "csrf");
    Some(Pairs(pairs))
}

/// One button between the answers and where they belong. `frame` is that of the session just opened.
pub(crate) fn page(frame: &Frame, action: &str, pairs: &Pairs) -> Markup {
    let words = frame.words;
    let title = words.t("public-kept-title");
    let form = html! {
        @for (name, value) in &pairs.0 { input type="hidden" name=(name) value=(value); }
        div .actions {
            (Button::new(words.t("public-kept-do")))
            a href=(action) { (words.t("public-kept-drop")) }
        }
    };
    let body = html! {
        (Heading::new(&title).lead(words.t("public-kept-lead")))
        (ui::Form::post(action, &frame.csrf).holds(&form))
    };
    Page::new(frame, title).width(Width::Form).show(&body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn answers_survive_and_the_old_token_does_not() {
        let kept = URL_SAFE_NO_PAD.encode("csrf=old&version=3&subject-name=%E7%A4%BA%E4%BE%8B");
        let pairs = unpack(&kept).await.unwrap();
        assert_eq!(pairs.0, [("version".into(), "3".into()), ("subject-name".into(), "示例".into())]);
        assert!(unpack("no base64!").await.is_none());
    }

    #[test]
    fn other_sites_are_not_kept() {
        let of = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(*name, value.parse().unwrap());
            }
            from_ourselves(&headers)
        };
        assert!(of(&[("sec-fetch-site", "same-origin")]));
        assert!(!of(&[("sec-fetch-site", "cross-site")]));
        assert!(of(&[("origin", "https://beian.example"), ("host", "beian.example")]));
        assert!(!of(&[("origin", "https://evil.example"), ("host", "beian.example")]));
        assert!(of(&[("host", "beian.example")]));
    }
}
