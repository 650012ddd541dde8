//! `/desk/resources/add`: one resource by hand.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use beian_app::Failure;
use beian_app::resources::{RawResource, import};
use beian_domain::access::{Action, may};
use beian_domain::region::Province;
use beian_domain::resource::Billing;
use beian_domain::tables::AccessMode;
use maud::{Markup, html};
use serde::Deserialize;

use super::{label, place_of, said};
use crate::csrf::{Checked, Pairs};
use crate::desk::page::href;
use crate::flash::Flash;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{Button, Choice, Crumb, Field, Form, FormErrors, Heading, Input, Page, Span, Width};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::desk) struct Wanted {
    account: String,
}

pub(in crate::desk) async fn form(
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    if !may(staff.actor, Action::ManageResources) {
        return Err(Failure::Forbidden.into());
    }
    let typed = RawResource {
        account: wanted.account,
        billing: Billing::Subscription.slug().to_owned(),
        ..RawResource::default()
    };
    Ok(page(&staff, &typed, &FormErrors::new()))
}

pub(in crate::desk) async fn add(
    State(web): State<Web>,
    staff: StaffMember,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let typed = read(&pairs);
    match import(web.app(), staff.actor, std::slice::from_ref(&typed)).await {
        Ok(_) => {
            let back = href("/desk/resources", &[("account", &typed.account)]);
            Ok(Flash::done("desk-resource-added").fact("name", &typed.instance).go(&back))
        }
        Err(Failure::Invalid(problems)) => {
            let errors: FormErrors = problems
                .iter()
                .map(|problem| {
                    let column = place_of(problem).1;
                    (column.to_owned(), said(staff.words, column, problem))
                })
                .collect();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&staff, &typed, &errors)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn read(pairs: &Pairs) -> RawResource {
    RawResource {
        account: pairs.one("account"),
        instance: pairs.one("instance"),
        name: pairs.one("name"),
        addresses: pairs.one("addresses"),
        place: pairs.one("place"),
        mode: pairs.one("mode"),
        billing: pairs.one("billing"),
        starts_on: pairs.one("starts-on"),
        ends_on: pairs.one("ends-on"),
        places: pairs.one("places"),
    }
}

fn page(staff: &StaffMember, typed: &RawResource, errors: &FormErrors) -> Markup {
    let words = staff.words;
    let body = html! {
        (errors.summary(words))
        (Heading::new(words.t("resource-add")).lead(words.t("resource-add-lead")))
        (Form::post("/desk/resources/add", staff.frame.csrf.as_str()).holds(&fields(words, typed, errors)))
    };
    let crumbs =
        [Crumb::new("/desk/resources", words.t("resource-title")), Crumb::here(words.t("resource-add"))];
    Page::new(&staff.frame, words.t("resource-add"))
        .crumbs(crumbs)
        .width(Width::Form)
        .errors(errors)
        .show(&body)
}

fn fields(words: Words, typed: &RawResource, errors: &FormErrors) -> Markup {
    let field =
        |name: &str, value: &str| Field::new(words, name, label(words, name)).value(value).among(errors);
    let places: Vec<Choice> =
        Province::ALL.iter().map(|p| Choice::new(p.slug(), say::province(words, *p))).collect();
    let modes: Vec<Choice> =
        AccessMode::ALL.iter().map(|mode| Choice::new(mode.slug(), say::access_mode(words, *mode))).collect();
    let billings: Vec<Choice> = Billing::ALL
        .iter()
        .map(|billing| Choice::new(billing.slug(), say::billing(words, *billing)))
        .collect();
    html! {
        (field("account", &typed.account).hint(words.t("resource-account-hint")).example("owner@example.cn").text(Input::Text))
        (field("instance", &typed.instance).hint(words.t("resource-instance-hint")).example("ecs-0001").text(Input::Text))
        (field("name", &typed.name).optional().text(Input::Text))
        (field("addresses", &typed.addresses).hint(words.t("resource-addresses-hint")).example("121.36.0.10").textarea(3))
        (field("place", &typed.place).hint(words.t("resource-place-hint")).optional().span(Span::Middle).select(&places))
        (field("mode", &typed.mode).span(Span::Middle).select(&modes))
        (field("billing", &typed.billing).radios(&billings))
        (field("starts-on", &typed.starts_on).date(None, None))
        (field("ends-on", &typed.ends_on).hint(words.t("resource-ends-on-hint")).date(None, None))
        (field("places", &typed.places).hint(words.t("resource-places-hint")).optional().span(Span::Short).text(Input::Digits))
        (Button::new(words.t("resource-save")))
    }
}
