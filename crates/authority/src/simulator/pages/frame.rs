//! The frame around every page: language, navigation, and the sentence that this is no real authority.

use axum::extract::{FromRequestParts, Query};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;

use crate::value::WireTime;

/// The language of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lang {
    Zh,
    En,
}

#[derive(Deserialize)]
struct LangQuery {
    lang: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Lang {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query = Query::<LangQuery>::try_from_uri(&parts.uri).ok();
        let english = query.and_then(|query| query.0.lang).is_some_and(|lang| lang == "en");
        Ok(if english { Self::En } else { Self::Zh })
    }
}

impl Lang {
    pub fn pick<'t>(self, zh: &'t str, en: &'t str) -> &'t str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// An address of ours that keeps the language.
    pub fn href(self, path: &str) -> String {
        match self {
            Self::Zh => path.to_owned(),
            Self::En if path.contains('?') => format!("{path}&lang=en"),
            Self::En => format!("{path}?lang=en"),
        }
    }

    fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }
}

/// Beijing time to the second.
pub(super) fn time(moment: DateTime<Utc>) -> String {
    WireTime::from_utc(moment).to_string()
}

/// A whole page. `here` is the path of the page, used for navigation and for the other language.
pub(super) fn page(lang: Lang, title: &str, here: &str, body: &Markup) -> Response {
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (lang.pick("模拟管局", "Simulated authority")) }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
            }
            body {
                (bar(lang, here))
                p.notice { (lang.pick(
                    "这是模拟系统，不是真的管局。这里的数据和备案号都没有任何效力。",
                    "This is a simulator, not a real authority. Its data and filing numbers mean nothing."
                )) }
                main.page { (body) }
            }
        }
    };
    let headers = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'self'; img-src 'self' data:; \
          form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, markup).into_response()
}

fn bar(lang: Lang, here: &str) -> Markup {
    let links = [
        ("/overview", lang.pick("总览", "Overview")),
        ("/", lang.pick("收到的备案", "Filings")),
        ("/push", lang.pick("主动下发", "Send")),
        ("/downloads", lang.pick("下发文件", "Files sent")),
        ("/uploads", lang.pick("上报文件", "Files received")),
        ("/check", lang.pick("短信核验", "Phone check")),
        ("/phone", lang.pick("演示手机", "Demo phones")),
    ];
    let (other, label, tag) = match lang {
        Lang::Zh => (Lang::En.href(if here.is_empty() { "/" } else { here }), "English", "en"),
        Lang::En => ((if here.is_empty() { "/" } else { here }).to_owned(), "中文", "zh-CN"),
    };
    html! {
        header.bar {
            div {
                a.brand href=(lang.href("/")) {
                    span.seal aria-hidden="true" { "仿" }
                    (lang.pick("模拟管局", "Simulated authority"))
                }
                nav aria-label=(lang.pick("主导航", "Main")) {
                    @for (path, label) in links {
                        a href=(lang.href(path)) aria-current=[(path == here).then_some("page")] { (label) }
                    }
                }
                a.lang href=(other) lang=(tag) hreflang=(tag) { (label) }
            }
        }
    }
}
