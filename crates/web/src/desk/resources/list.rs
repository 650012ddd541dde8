//! `GET /desk/resources`: the resources of one account, and the ways to bring more.

use axum::extract::{Query, State};
use beian_app::accounts::find_account;
use beian_app::resources::{ResourceLine, list_of};
use beian_domain::access::{Action, may};
use beian_domain::account::Account;
use maud::{Markup, html};
use serde::Deserialize;

use super::import::import_form;
use crate::desk::page::href;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{
    Column, Field, FormErrors, Heading, Input, Look, Meaning, Page, Pages, Row, Table, badge, empty, filter,
    link_button, mark,
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::desk) struct Wanted {
    /// An account's id, or the e-mail address of one of its users.
    account: String,
}

/// What the page shows.
pub(super) struct Shown<'a> {
    /// What was looked for.
    pub(super) text: &'a str,
    /// Whose resources, when the account was found.
    pub(super) account: Option<&'a Account>,
    /// The resources.
    pub(super) lines: &'a [ResourceLine],
    /// What was wrong with an imported file.
    pub(super) errors: &'a FormErrors,
}

pub(in crate::desk) async fn list(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let text = wanted.account.trim();
    let account = match text {
        "" => None,
        text => find_account(web.app(), staff.actor, text).await?,
    };
    let lines = match &account {
        Some(account) => list_of(web.app(), staff.actor, account.id).await?,
        None => Vec::new(),
    };
    let errors = FormErrors::new();
    Ok(page(&staff, &Shown { text, account: account.as_ref(), lines: &lines, errors: &errors }))
}

pub(super) fn page(staff: &StaffMember, shown: &Shown<'_>) -> Markup {
    let words = staff.words;
    let manages = may(staff.actor, Action::ManageResources);
    let field = Field::new(words, "account", words.t("resource-find")).value(shown.text).text(Input::Text);
    let clear = if shown.text.is_empty() { "" } else { "/desk/resources" };
    let add = html! {
        @if manages { (link_button(Look::Main, &href("/desk/resources/add", &[("account", shown.text)]), &words.t("resource-add"))) }
    };
    let body = html! {
        (shown.errors.summary(words))
        (Heading::new(words.t("resource-title")).term(words.pick("", "备案资源")).lead(words.t("resource-lead")).beside(add))
        (filter(words, "/desk/resources", &field, clear))
        (found(words, shown))
        @if manages { (import_form(staff, shown.errors)) } @else { p .aside { (words.t("resource-who")) } }
    };
    Page::new(&staff.frame, words.t("resource-title")).errors(shown.errors).show(&body)
}

fn found(words: Words, shown: &Shown<'_>) -> Markup {
    let nothing = |title: &str, text: &str| empty(&words.t(title), &words.t(text), &html! {});
    match shown.account {
        None if shown.text.is_empty() => nothing("resource-choose-title", "resource-choose-text"),
        None => nothing("resource-unknown-title", "resource-account-unknown"),
        Some(_) if shown.lines.is_empty() => nothing("resource-none-title", "resource-none-text"),
        Some(account) => html! {
            h2 { a href={ "/desk/accounts/" (account.id) } { (account.name) } }
            (table(words, shown.lines))
        },
    }
}

fn table(words: Words, lines: &[ResourceLine]) -> Table {
    let column = |key: &str| Column::text(words.t(key));
    Table {
        words,
        caption: words.t("resource-title"),
        columns: vec![
            column("resource-column-name"),
            Column::numbers(words.t("resource-column-addresses")),
            column("resource-column-place"),
            column("resource-column-mode"),
            column("resource-column-billing"),
            Column::numbers(words.t("resource-column-term")),
            Column::numbers(words.t("resource-column-used")),
            column("resource-column-fit"),
        ],
        rows: lines.iter().map(|line| row(words, line)).collect(),
        pages: Pages::default(),
    }
}

fn row(words: Words, line: &ResourceLine) -> Row {
    let resource = &line.resource;
    Row::new([
        html! { (resource.name) @if resource.name != resource.instance { br; small { (resource.instance) } } },
        html! { @for address in &resource.addresses { div { (address) } } },
        html! {
            @match resource.place { Some(place) => (say::province(words, place)), None => (words.t("resource-abroad")) }
        },
        html! { (say::access_mode(words, resource.mode)) },
        html! { (say::billing(words, resource.billing)) },
        html! { (words.date(resource.starts_on)) " – " (words.date(resource.ends_on)) },
        html! { (line.used) "/" (resource.places) },
        html! {
            @if line.unfit.is_empty() { (badge(Meaning::Done, &words.t("resource-fit"))) }
            @for unfit in &line.unfit { div { (mark(Meaning::No, &say::unfit(words, *unfit))) } }
        },
    ])
}
