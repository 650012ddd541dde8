//! Which language a request wants, and the link that changes it.

use std::convert::Infallible;

use axum::Router;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::{HeaderMap, header, request::Parts};
use axum::response::Redirect;
use axum::routing::get;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::Deserialize;

use super::{Lang, Words};

const COOKIE: &str = "lang";

impl Words {
    /// The sentences a request's headers ask for.
    pub fn of_headers(headers: &HeaderMap) -> Self {
        let jar = CookieJar::from_headers(headers);
        let accept = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self::new(Lang::wanted(jar.get(COOKIE).map(Cookie::value), accept))
    }

    /// The address that switches to the other language and comes back to `path`.
    pub fn switch_href(self, path: &str) -> String {
        format!("/lang/{}?back={}", self.lang.other().tag(), escaped(path))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Words {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of_headers(&parts.headers))
    }
}

/// `GET /lang/{tag}?back=/path` keeps the choice in a cookie and goes back.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/lang/{tag}", get(switch))
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    back: String,
}

async fn switch(
    Path(tag): Path<String>,
    Query(Back { back }): Query<Back>,
    jar: CookieJar,
) -> (CookieJar, Redirect) {
    let lang = Lang::from_tag(&tag).unwrap_or(Lang::Zh);
    let cookie = Cookie::build((COOKIE, lang.tag())).path("/").same_site(SameSite::Lax).permanent().build();
    (jar.add(cookie), Redirect::to(local(&back)))
}

/// Only paths of this site: a link must not be able to send people elsewhere.
pub(crate) fn local(back: &str) -> &str {
    let inside = back.starts_with('/')
        && !back.starts_with("//")
        && back.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if inside { back } else { "/" }
}

/// Percent-encodes what would end or split a query value.
pub(crate) fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
            out.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_back_never_leaves_the_site() {
        assert_eq!(local("/orders/0F3K?tab=history"), "/orders/0F3K?tab=history");
        for elsewhere in
            ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nb", "orders"]
        {
            assert_eq!(local(elsewhere), "/", "{elsewhere:?}");
        }
    }

    #[test]
    fn the_way_back_survives_the_query() {
        let words = Words::new(Lang::Zh);
        assert_eq!(
            words.switch_href("/orders?page=2&q=浙"),
            "/lang/en?back=/orders%3Fpage%3D2%26q%3D%E6%B5%99"
        );
    }
}
