//! `/console/orders`: every order of the account, newest first.

use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use beian_app::orders::{OrderLine, OrderPage, list_own};
use beian_app::{Cursor, Page as ListPage};
use maud::{Markup, html};
use serde::Deserialize;

use super::order_href;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{self, Column, Heading, Look, Page, Pages, Row, Table, Width, link_button};

const PER_PAGE: u32 = 20;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/console/orders", get(show))
}

#[derive(Deserialize)]
struct Asked {
    after: Option<String>,
}

async fn show(
    State(web): State<Web>,
    me: Customer,
    Query(Asked { after }): Query<Asked>,
) -> Result<Markup, Problem> {
    let cursor = after.as_deref().and_then(Cursor::parse);
    let asked = cursor.map_or_else(|| ListPage::first(PER_PAGE), |cursor| ListPage::after(cursor, PER_PAGE));
    let orders = list_own(web.app(), me.actor, asked).await?;
    Ok(page(&me, &orders, cursor.is_some()))
}

fn page(me: &Customer, orders: &OrderPage, further: bool) -> Markup {
    let words = me.words;
    let title = words.t("console-nav-orders");
    let start = link_button(Look::Main, "/console/orders/new", &words.t("console-start"));
    let body = html! {
        @if orders.lines.is_empty() && !further {
            (Heading::new(&title))
            (ui::empty(&words.t("console-orders-empty"), &words.t("console-home-empty-text"), &start))
        } @else {
            (Heading::new(&title).beside(start))
            (table(words, orders, further))
        }
    };
    Page::new(&me.frame, title).width(Width::Wide).show(&body)
}

fn table(words: Words, orders: &OrderPage, further: bool) -> Table {
    let columns = [
        "console-orders-domain",
        "console-orders-subject",
        "console-orders-kind",
        "console-orders-stage",
        "console-orders-who",
    ];
    let mut columns: Vec<Column> = columns.map(|key| Column::text(words.t(key))).into();
    columns.push(Column::numbers(words.t("console-orders-since")));
    let after = orders.next.map(|next| format!("/console/orders?after={next}")).unwrap_or_default();
    let before = if further { "/console/orders".to_owned() } else { String::new() };
    Table {
        words,
        caption: words.t("console-nav-orders"),
        columns,
        rows: orders.lines.iter().map(|line| row(words, line)).collect(),
        pages: Pages { before, after },
    }
}

fn row(words: Words, line: &OrderLine) -> Row {
    let row = &line.row;
    let name = row.domain.clone().unwrap_or_else(|| row.id.to_string());
    Row::new([
        html! { a href=(order_href(row.id)) { (name) } },
        html! { @if let Some(subject) = &row.subject_name { (subject) } @else { "—" } },
        html! { (say::order_kind(words, row.kind)) },
        html! { (ui::badge(say::stage_meaning(&row.stage), &say::stage(words, &row.stage))) },
        html! { (say::party(words, line.waiting.party)) },
        html! { (words.moment(row.since)) },
    ])
}
