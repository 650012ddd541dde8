//! `/desk/accounts`: customers' accounts, the people in them, and the mark that their real name is verified.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use beian_app::accounts::{CustomerAccount, account, find_account, list_accounts, verify_account};
use beian_app::{Cursor, Page as Rows, Paged};
use beian_domain::access::{Action, may};
use beian_domain::account::Account;
use beian_domain::id::AccountId;
use maud::{Markup, html};
use serde::Deserialize;

use super::page::{ROWS, href};
use crate::csrf::{Checked, Pairs};
use crate::flash::{Flash, go};
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{
    Accent, Button, Column, Crumb, Field, Heading, Input, Look, Meaning, Page, Pages, Row, SummaryRow, Table,
    badge, card, copy_text, empty, filter, link_button, mark, post_button, summary,
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    /// The e-mail address of a user, or the account's id.
    text: String,
    after: String,
}

pub(super) async fn list(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let text = wanted.text.trim();
    let found = if text.is_empty() {
        let page = Rows { after: Cursor::parse(&wanted.after), limit: ROWS };
        list_accounts(web.app(), staff.actor, page).await?
    } else {
        match find_account(web.app(), staff.actor, text).await? {
            Some(found) => return Ok(go(&format!("/desk/accounts/{}", found.id))),
            None => Paged { rows: Vec::new(), next: None },
        }
    };
    Ok(list_page(&staff, text, &found).into_response())
}

fn list_page(staff: &StaffMember, text: &str, found: &Paged<Account>) -> Markup {
    let words = staff.words;
    let fields = Field::new(words, "text", words.t("desk-accounts-text")).value(text).text(Input::Text);
    let clear = if text.is_empty() { "" } else { "/desk/accounts" };
    let next = found.next.as_ref().map(|next| href("/desk/accounts", &[("after", &next.to_string())]));
    let table = Table {
        words,
        caption: words.t("desk-accounts-title"),
        columns: vec![
            Column::text(words.t("desk-column-account")),
            Column::text(words.t("desk-column-account-kind")),
            Column::text(words.t("desk-column-verified")),
            Column::numbers(words.t("desk-column-id")),
        ],
        rows: found.rows.iter().map(|account| row(words, account)).collect(),
        pages: Pages { before: String::new(), after: next.unwrap_or_default() },
    };
    let body = html! {
        (Heading::new(words.t("desk-accounts-title")).term(words.pick("", "账号")))
        (filter(words, "/desk/accounts", &fields, clear))
        @if found.rows.is_empty() {
            (empty(&words.t("desk-accounts-none-title"), &words.t("desk-accounts-none-text"), &html! {}))
        } @else { (table) }
    };
    Page::new(&staff.frame, words.t("desk-accounts-title")).show(&body)
}

fn row(words: Words, account: &Account) -> Row {
    Row::new([
        html! { a href={ "/desk/accounts/" (account.id) } { (account.name) } },
        html! { (say::account_kind(words, account.kind)) },
        verified(words, account),
        html! { span .aside { (account.id) } },
    ])
}

fn verified(words: Words, account: &Account) -> Markup {
    if account.real_name_verified {
        badge(Meaning::Done, &words.t("desk-verified"))
    } else {
        badge(Meaning::Do, &words.t("desk-unverified"))
    }
}

pub(super) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<AccountId>,
) -> Result<Markup, Problem> {
    let found = account(web.app(), staff.actor, id).await?;
    Ok(page(&staff, &found))
}

fn page(staff: &StaffMember, found: &CustomerAccount) -> Markup {
    let words = staff.words;
    let account = &found.account;
    let id = account.id.to_string();
    let rows = [
        SummaryRow::new(words.t("desk-column-account-kind"), &say::account_kind(words, account.kind), ""),
        SummaryRow {
            label: words.t("desk-column-id"),
            value: copy_text(words, &id),
            change: String::new(),
            remark: None,
        },
    ];
    let users = Table {
        words,
        caption: words.t("desk-account-users"),
        columns: vec![
            Column::text(words.t("desk-column-user")),
            Column::text(words.t("desk-column-role")),
            Column::text(words.t("desk-column-email")),
        ],
        rows: found
            .users
            .iter()
            .map(|user| {
                Row::new([
                    html! { (user.name) },
                    html! { (say::role(words, user.role)) },
                    html! { (user.email.masked()) },
                ])
            })
            .collect(),
        pages: Pages::default(),
    };
    let links = html! {
        (link_button(Look::Quiet, &href("/desk/resources", &[("account", &id)]), &words.t("desk-account-resources")))
        @if may(staff.actor, Action::ViewJournal) {
            " " (link_button(Look::Quiet, &href("/desk/journal", &[("account", &id)]), &words.t("desk-account-journal")))
        }
    };
    let body = html! {
        (Heading::new(&account.name).badge(verified(words, account)).beside(links))
        div .columns {
            div { (summary(words, "", &rows)) h2 { (words.t("desk-account-users")) } (users) }
            aside { (card(Accent::None, &words.t("desk-verify-title"), &verifying(staff, account))) }
        }
    };
    let crumbs = [Crumb::new("/desk/accounts", words.t("desk-accounts-title")), Crumb::here(&account.name)];
    Page::new(&staff.frame, &account.name).crumbs(crumbs).show(&body)
}

fn verifying(staff: &StaffMember, account: &Account) -> Markup {
    let words = staff.words;
    let action = format!("/desk/accounts/{}/verify", account.id);
    let button = if account.real_name_verified {
        Button::new(words.t("desk-verify-undo")).look(Look::Quiet).sends("verified", "no")
    } else {
        Button::new(words.t("desk-verify-do")).sends("verified", "yes")
    };
    html! {
        @if account.real_name_verified { p { (mark(Meaning::Done, &words.t("desk-verified-text"))) } }
        @else { p { (words.t("desk-unverified-text")) } }
        @if may(staff.actor, Action::ApproveOrder) { (post_button(&action, &staff.frame.csrf, &button)) }
    }
}

pub(super) async fn verify(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<AccountId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let yes = pairs.one("verified") == "yes";
    verify_account(web.app(), staff.actor, id, yes).await?;
    let done = if yes { "desk-account-verified" } else { "desk-account-not-verified" };
    Ok(Flash::done(done).go(&format!("/desk/accounts/{id}")))
}
