//! One sentence carried over a redirect: what has just been done.

use axum::http::StatusCode;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::{Cookie, SameSite};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::i18n::{Value, Words};
use crate::ui;

/// The cookie that carries it.
pub(crate) const COOKIE: &str = "notice";

/// What was done, as a sentence key with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Flash {
    key: String,
    #[serde(default)]
    args: Vec<(String, String)>,
    #[serde(default)]
    warns: bool,
}

impl Flash {
    /// Something was done as asked. `key` is the rest of a key in `notice.ftl`.
    pub(crate) fn done(key: &str) -> Self {
        Self { key: key.to_owned(), args: Vec::new(), warns: false }
    }

    /// Something still needs the reader.
    pub(crate) fn act(key: &str) -> Self {
        Self { warns: true, ..Self::done(key) }
    }

    /// Fills an argument of the sentence.
    #[must_use]
    pub(crate) fn fact(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// Goes to `href` and says it there.
    pub(crate) fn go(&self, href: &str) -> Response {
        let cookie = format!("{COOKIE}={}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax", self.encode());
        (StatusCode::SEE_OTHER, [(LOCATION, href.to_owned()), (SET_COOKIE, cookie)]).into_response()
    }

    fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// Reads what came back in the cookie; anything else is nothing.
    pub(crate) fn decode(cookie: &str) -> Option<Self> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(cookie).ok()?).ok()
    }

    /// The sentence, if there is one by this key.
    pub(crate) fn notice(&self, words: Words) -> Option<ui::Notice> {
        let key = format!("notice-{}", self.key);
        if !words.has(&key) {
            return None;
        }
        let args: Vec<(&str, Value<'_>)> =
            self.args.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
        let text = words.with(&key, &args);
        Some(if self.warns { ui::Notice::act(text) } else { ui::Notice::done(text) })
    }
}

/// Takes the cookie away once it has been shown.
pub(crate) fn shown() -> Cookie<'static> {
    Cookie::build((COOKIE, "")).path("/").same_site(SameSite::Lax).http_only(true).removal().build()
}

/// Goes to `href` after a POST.
pub(crate) fn go(href: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, href.to_owned())]).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_survives_the_cookie() {
        let flash = Flash::done("approved").fact("order", "01JC");
        assert_eq!(Flash::decode(&flash.encode()), Some(flash));
        assert_eq!(Flash::decode("rubbish"), None);
    }
}
