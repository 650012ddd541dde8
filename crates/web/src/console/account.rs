//! `/console/account`: the account, its people, the language, the password.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::Failure;
use beian_app::accounts::{CustomerAccount, account, change_password};
use maud::{Markup, html};
use serde::Deserialize;

use crate::csrf::Checked;
use crate::flash::Flash;
use crate::forms::errors_of;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::{Customer, Door};
use crate::state::Web;
use crate::ui::{
    self, Accent, Button, Field, Form, FormErrors, Heading, Input, Look, Meaning, Page, SummaryRow, Width,
    link_button,
};
use crate::visit::append;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/console/account", get(show).post(change))
}

async fn show(State(web): State<Web>, me: Customer) -> Result<Markup, Problem> {
    let shown = account(web.app(), me.actor, me.account.id).await?;
    Ok(page(&me, &shown, &FormErrors::new()))
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Passwords {
    #[serde(default)]
    old_password: String,
    #[serde(default)]
    password: String,
}

async fn change(
    State(web): State<Web>,
    me: Customer,
    Checked(passwords): Checked<Passwords>,
) -> Result<Response, Problem> {
    match change_password(web.app(), me.actor, passwords.old_password, passwords.password).await {
        Ok(session) => {
            let mut response = Flash::done("password-changed").go("/console/account");
            append(&mut response, &Door::Customer.cookie(&web, &session));
            Ok(response)
        }
        Err(Failure::Invalid(problems)) => {
            let shown = account(web.app(), me.actor, me.account.id).await?;
            let errors = errors_of(me.words, &problems);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&me, &shown, &errors)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn page(me: &Customer, shown: &CustomerAccount, errors: &FormErrors) -> Markup {
    let words = me.words;
    let title = words.t("console-nav-account");
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title))
        (ui::summary(words, "", &about(words, shown)))
        (ui::card(Accent::None, &words.t("account-people"), &people(words, shown)))
        (ui::card(Accent::None, &words.t("account-language"), &html! {
            p { (words.t("account-language-text")) }
            (link_button(Look::Quiet, &words.switch_href("/console/account"), &words.t("ui-other-language")))
        }))
        (ui::card(Accent::None, &words.t("account-password"), &password(me, errors)))
    };
    Page::new(&me.frame, title).width(Width::Form).errors(errors).show(&body)
}

fn about(words: Words, shown: &CustomerAccount) -> Vec<SummaryRow> {
    let account = &shown.account;
    let verified = SummaryRow::new(words.t("account-verified"), "", "");
    let verified = if account.real_name_verified {
        verified.remark(Meaning::Done, words.t("account-verified-yes"))
    } else {
        verified.remark(Meaning::Wait, words.t("account-verified-no"))
    };
    let mut verified = verified;
    // The remark alone is the answer.
    verified.value = html! { span {} };
    vec![
        SummaryRow::new(words.t("account-name"), &account.name, ""),
        SummaryRow::new(words.t("account-kind"), &say::account_kind(words, account.kind), ""),
        verified,
    ]
}

fn people(words: Words, shown: &CustomerAccount) -> Markup {
    html! {
        ul .people {
            @for user in &shown.users {
                li { span { (user.name) small { (user.email) } } small { (say::role(words, user.role)) } }
            }
        }
    }
}

fn password(me: &Customer, errors: &FormErrors) -> Markup {
    let words = me.words;
    let field = |name: &str, label: &str| Field::new(words, name, words.t(label)).among(errors);
    let form = html! {
        (field("old-password", "account-password-old").autocomplete("current-password").text(Input::Password))
        (field("password", "account-password-new").hint(words.t("public-sign-up-password-hint"))
            .autocomplete("new-password").text(Input::Password))
        div .actions { (Button::new(words.t("account-password-do"))) }
    };
    Form::post("/console/account", &me.frame.csrf).holds(&form)
}
