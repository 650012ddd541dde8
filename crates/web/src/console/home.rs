//! `/console`: my filings, the subject on top, its services with their numbers below.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use beian_app::filings::{Filing, mine};
use beian_app::orders::{OrderLine, list_own};
use beian_app::resources::{ResourceLine, list_own as list_servers};
use beian_app::{App, Page as ListPage};
use beian_domain::order::snapshot::Access;
use beian_domain::order::waiting::Party;
use maud::{Markup, html};

use super::order_href;
use crate::i18n::{Words, beijing};
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{self, Accent, Column, Heading, Look, Meaning, Page, Pages, Row, Table, Width, link_button};

/// Orders looked through for those that have not ended.
const RECENT: u32 = 20;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/console", get(show))
}

async fn show(State(web): State<Web>, me: Customer) -> Result<Markup, Problem> {
    let filings = mine(web.app(), me.actor).await?;
    let servers = list_servers(web.app(), me.actor).await?;
    let orders = list_own(web.app(), me.actor, ListPage::first(RECENT)).await?;
    let running: Vec<OrderLine> =
        orders.lines.into_iter().filter(|line| !line.row.stage.name().is_final()).collect();
    Ok(page(web.app(), &me, &filings, &servers, &running))
}

fn page(
    app: &App,
    me: &Customer,
    filings: &[Filing],
    servers: &[ResourceLine],
    running: &[OrderLine],
) -> Markup {
    let words = me.words;
    let title = words.t("console-home-title");
    let start = link_button(Look::Main, "/console/orders/new", &words.t("console-start"));
    let body = html! {
        @if filings.is_empty() && running.is_empty() {
            (Heading::new(&title))
            (ui::empty(&words.t("console-home-empty"), &words.t("console-home-empty-text"), &start))
        } @else {
            (Heading::new(&title).beside(start))
            @if !running.is_empty() {
                section { h2 { (words.t("console-home-running")) } @for line in running { (running_order(app, words, line)) } }
            }
            @for filing in filings { (subject(words, filing, servers)) }
        }
    };
    Page::new(&me.frame, title).width(Width::Wide).show(&body)
}

/// An order that is under way, with the one thing to know about it.
fn running_order(app: &App, words: Words, line: &OrderLine) -> Markup {
    let row = &line.row;
    let meaning = say::stage_meaning(&row.stage);
    let name = row.domain.clone().or_else(|| row.subject_name.clone()).unwrap_or_else(|| row.id.to_string());
    let waits = super::line::deadline(words, app, &line.waiting);
    html! {
        section class={ "card edge running " (meaning.class()) } {
            div {
                h3 { a href=(order_href(row.id)) { (name) } }
                small { (say::order_kind(words, row.kind)) @if let Some(subject) = &row.subject_name { " · " (subject) } }
            }
            div {
                (ui::badge(meaning, &say::stage(words, &row.stage)))
                @if line.waiting.party != Party::Nobody {
                    small { (words.with("console-acts", &[("who", say::party(words, line.waiting.party).into())])) @if let Some(waits) = &waits { " · " (waits) } }
                }
            }
            (link_button(if meaning == Meaning::Wait { Look::Quiet } else { Look::Main }, &order_href(row.id), &words.t(if meaning == Meaning::Wait { "console-look" } else { "console-continue" })))
        }
    }
}

fn subject(words: Words, filing: &Filing, servers: &[ResourceLine]) -> Markup {
    let subject = &filing.subject;
    let rows = filing.services.iter().map(|filed| {
        Row::new([
            html! { a href=(order_href(filed.order)) { (filed.service.name) } },
            html! { (filed.service.domain.unicode()) },
            html! { (ui::copy_text(words, filed.number.as_str())) },
            html! { (server(servers, &filed.service.access)) },
            html! { (words.date(beijing(filed.granted_at).date_naive())) },
        ])
    });
    let table = Table {
        words,
        caption: words.t("console-home-services"),
        columns: vec![
            Column::text(words.t("console-home-service")),
            Column::text(words.t("console-home-domain")),
            Column::numbers(words.t("console-home-number")),
            Column::text(words.t("console-home-server")),
            Column::numbers(words.t("console-home-granted")),
        ],
        rows: rows.collect(),
        pages: Pages::default(),
    };
    let head = html! {
        p { (words.t("console-home-subject-number")) " " (ui::copy_text(words, subject.number.as_str())) }
        p { small { (say::nature(words, subject.subject.nature)) " · " (say::province(words, subject.subject.province)) } }
        (table)
    };
    ui::card(Accent::Meaning(Meaning::Done), subject.subject.name.as_str(), &head)
}

/// The server a service stands on: its name, and its address in any case.
fn server(servers: &[ResourceLine], access: &Access) -> String {
    let name = servers.iter().find(|line| line.resource.id == access.resource);
    let name = name.map(|line| line.resource.name.clone());
    let address = access.addresses.first().map(ToString::to_string);
    name.into_iter().chain(address).collect::<Vec<_>>().join(" · ")
}
