//! `/design`: every part of the pages with invented data, to be looked at in both languages.

mod desk;
mod forms;
mod lists;
mod order;
mod signs;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;

use crate::i18n::{Lang, Words};
use crate::ui::{Crumb, Footer, Frame, Heading, Link, Page, Viewer};

/// `GET /design` and `GET /design/desk`; `?lang=en` wins over the reader's language.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route(
            "/design",
            get(|words: Words, Query(asked): Query<Asked>| async move { page(asked.or(words)) }),
        )
        .route(
            "/design/desk",
            get(|words: Words, Query(asked): Query<Asked>| async move { desk::page(asked.or(words)) }),
        )
}

#[derive(Deserialize)]
struct Asked {
    lang: Option<String>,
}

impl Asked {
    fn or(&self, words: Words) -> Words {
        self.lang.as_deref().and_then(Lang::from_tag).map_or(words, Words::new)
    }
}

/// The customer's and the public parts, one below the other.
pub fn page(words: Words) -> Markup {
    let frame = customer(words);
    let sections = [
        ("signs", signs::section(words)),
        ("order", order::section(words)),
        ("forms", forms::section(words)),
        ("lists", lists::section(&frame)),
    ];
    let body = html! {
        (Heading::new(words.t("design-title")).lead(words.t("design-lead")))
        @for (name, section) in sections {
            section id=(name) {
                h2 { (words.t(&format!("design-{name}"))) }
                (section)
                hr;
            }
        }
        p { a href="/design/desk" { (words.t("design-desk")) } }
    };
    let crumbs = [Crumb::new("/", words.t("design-nav-filings")), Crumb::here(words.t("design-title"))];
    Page::new(&frame, words.t("design-title")).crumbs(crumbs).show(&body)
}

fn customer(words: Words) -> Frame {
    Frame {
        words,
        brand: words.t("design-brand"),
        path: "/orders/0F3K2M7Q".to_owned(),
        csrf: "sample".to_owned(),
        viewer: Viewer::Customer {
            name: "王示例".to_owned(), account: "杭州示例科技有限公司".to_owned()
        },
        nav: vec![
            Link::new("/filings", words.t("design-nav-filings")),
            Link::new("/orders", words.t("design-nav-orders")).count(2),
            Link::new("/codes", words.t("design-nav-codes")),
            Link::new("/provinces", words.t("design-nav-provinces")),
            Link::new("/help", words.t("design-nav-help")),
        ],
        own: vec![Link::new("/account", words.t("design-nav-account"))],
        notices: Vec::new(),
        footer: Footer {
            links: vec![Link::new("/help", words.t("design-nav-help")), Link::new("/api", "API")],
            filing_number: Some("浙ICP备2026000001号".to_owned()),
            hotline: Some("0571-8000 0001".to_owned()),
        },
        rehearsal: true,
    }
}
