//! `/console/orders/{id}/evidence`: the pictures an order needs, each with samples, and the way to the phone.

mod handoff;
mod show;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use beian_app::orders::{OrderView, Wanted, add_evidence, remove_evidence, view};
use beian_app::{Failure, Refused};
use beian_domain::evidence::{Evidence, EvidenceKind, MAX_BYTES};
use beian_domain::id::{EvidenceId, OrderId};
use beian_domain::order::field::{FieldPath, Step};
use maud::{Markup, html};
use serde::Deserialize;

use super::{crumbs, order_href, step, step_href};
use crate::csrf::{Checked, CheckedFile, Handed};
use crate::flash::{Flash, go};
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{
    self, Accent, Button, Form, FormErrors, Heading, Look, Meaning, Page, Upload, Width, link_button,
};

/// What is read of a form with a picture before the connection is cut; pictures above the limit are read to
/// their end so that the browser shows the page that says so.
const LONGEST_UPLOAD: usize = 32 * 1024 * 1024;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(
            "/console/orders/{order}/pictures",
            get(back).post(add).layer(DefaultBodyLimit::max(LONGEST_UPLOAD)),
        )
        .route("/console/orders/{order}/pictures/{picture}/remove", post(remove))
        .route("/console/orders/{order}/phone", get(handoff::show))
        .route("/console/orders/{order}/phone/state", get(handoff::state))
        .route("/console/evidence/{picture}", get(show::show))
}

async fn add(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
    CheckedFile(handed): CheckedFile,
) -> Result<Response, Problem> {
    let (kind, document) = piece_of(&handed)?;
    let slug = handed.fields.one("kind");
    let href = format!("{}#{}", step_href(order, Step::Evidence), piece_id(&slug));
    let refused = if handed.chosen.is_none() {
        Refused::new("picture-not-a-picture")
    } else {
        match add_evidence(web.app(), me.actor, order, kind, document, handed.file).await {
            Ok(_) => return Ok(Flash::done("uploaded").go(&href)),
            Err(Failure::Refused(refused)) => refused,
            Err(other) => return Err(Problem::from(other).at(href)),
        }
    };
    let view = view(web.app(), me.actor, order).await?;
    if !view.can.edit {
        return Err(Problem::from(Failure::Refused(refused)).at(order_href(order)));
    }
    let (what, remedy) = say::refused(me.words, &refused);
    let errors =
        [(control(&slug), format!("{what}{}{remedy}", me.words.pick("", " ")))].into_iter().collect();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&web, &me, &view, &errors)).into_response())
}

/// A page with a refused picture, loaded again.
async fn back(Path(order): Path<OrderId>) -> Response {
    go(&step_href(order, Step::Evidence))
}

/// Which piece a form is for: `other/plan`, or the kind alone.
pub(crate) fn piece_of(handed: &Handed) -> Result<(EvidenceKind, Option<String>), Problem> {
    let slug = handed.fields.one("kind");
    let (kind, document) = match slug.split_once('/') {
        Some((kind, document)) => (kind, Some(document.to_owned())),
        None => (slug.as_str(), None),
    };
    Ok((EvidenceKind::from_slug(kind).ok_or_else(Problem::unreadable)?, document))
}

#[derive(Deserialize)]
struct Nothing {}

async fn remove(
    State(web): State<Web>,
    me: Customer,
    Path((order, picture)): Path<(OrderId, EvidenceId)>,
    Checked(Nothing {}): Checked<Nothing>,
) -> Result<Response, Problem> {
    let href = step_href(order, Step::Evidence);
    match remove_evidence(web.app(), me.actor, order, picture).await {
        // Removed already, by a doubled click: the page shows it.
        Ok(_) | Err(Failure::Stale) => Ok(Flash::done("removed").go(&href)),
        Err(other) => Err(Problem::from(other).at(order_href(order))),
    }
}

/// The control that takes a piece, by the slug of what is wanted. The first of a kind is what findings link to.
pub(crate) fn control(slug: &str) -> String {
    let (kind, document) = slug.split_once('/').unwrap_or((slug, ""));
    let field = EvidenceKind::from_slug(kind).map(EvidenceKind::field);
    let control = field.map(|field| say::control(FieldPath::of(field))).unwrap_or_default();
    if document.is_empty() { control } else { format!("{control}-{document}") }
}

/// Where a piece stands on the page. Not its control: that may be folded away once a picture is there.
fn piece_id(slug: &str) -> String {
    format!("piece-{}", slug.replace('/', "-"))
}

/// The step's page.
pub(super) fn page(_: &Web, me: &Customer, view: &OrderView, errors: &FormErrors) -> Markup {
    let words = me.words;
    let title = say::step(words, Step::Evidence);
    let body = html! {
        (errors.summary(words))
        (step::progress(words, Step::Evidence))
        (Heading::new(&title).lead(words.t("form-step-lead-evidence")))
        (ui::card(Accent::Action, &words.t("form-evidence-phone"), &html! {
            p { (words.t("form-evidence-phone-text")) }
            (link_button(Look::Quiet, &format!("{}/phone", order_href(view.id)), &words.t("form-evidence-phone-do")))
        }))
        div .pieces { @for wanted in &view.needed { (landing(view, wanted)) (piece(me, view, wanted, errors)) } }
        div .actions {
            (link_button(Look::Main, &format!("{}/answers", order_href(view.id)), &words.t("form-evidence-next")))
            (link_button(Look::Quiet, &order_href(view.id), &words.t("form-evidence-later")))
        }
    };
    Page::new(&me.frame, title.clone())
        .crumbs(crumbs(words, view, Some(&title)))
        .width(Width::Wide)
        .errors(errors)
        .show(&body)
}

/// Findings lead to the field of a kind: the first of several documents of the kind is where they land.
fn landing(view: &OrderView, wanted: &Wanted) -> Markup {
    let bare = view.needed.iter().any(|other| other.kind == wanted.kind && other.document.is_none());
    let first = view.needed.iter().find(|other| other.kind == wanted.kind) == Some(wanted);
    let lands = first && !bare;
    html! { @if lands { span id=(control(wanted.kind.slug())) {} } }
}

/// One piece: what is there, or its samples and the form to hand it in.
fn piece(me: &Customer, view: &OrderView, wanted: &Wanted, errors: &FormErrors) -> Markup {
    let words = me.words;
    let slug = wanted.slug();
    let there: Vec<&Evidence> = brought(view, wanted).collect();
    let form = html! {
        input type="hidden" name="kind" value=(slug);
        (upload(words, wanted, errors))
        (Button::new(words.t("form-evidence-upload")).look(Look::Quiet))
    };
    let form =
        Form::post(format!("{}/pictures", order_href(view.id)), &me.frame.csrf).with_files().holds(&form);
    // A refused picture is shown with what is wrong, also beside one that is there.
    let wrong = errors.of(&control(&slug)).is_some();
    html! {
        section .card.piece id=(piece_id(&slug)) {
            @if there.is_empty() || wrong { (form) }
            @if !there.is_empty() {
                @if !wrong { h3 { (say::wanted(words, wanted)) } }
                @for picture in there { (stored(me, view, picture)) }
                @if !wrong { (ui::fold(&words.t("form-evidence-another"), &form)) }
            }
        }
    }
}

/// The part that takes a picture; also on the phone.
pub(crate) fn upload(words: Words, wanted: &Wanted, errors: &FormErrors) -> Upload {
    let kind = wanted.kind;
    let label = say::wanted(words, wanted);
    let label = if wanted.required { label } else { format!("{label}{}", words.t("ui-optional")) };
    let upload = Upload::new(words, &control(&wanted.slug()), &label, MAX_BYTES).among(errors);
    let upload = match say::wanted_hint(words, wanted) {
        Some(hint) => upload.hint(hint),
        None => upload,
    };
    if kind == EvidenceKind::Other { upload } else { upload.samples(say::document(kind)) }
}

fn stored(me: &Customer, view: &OrderView, picture: &Evidence) -> Markup {
    let words = me.words;
    let href = format!("/console/evidence/{}", picture.id);
    let size = words.size(picture.bytes);
    let label = say::field(words, picture.kind.field());
    html! {
        div .stored {
            a href=(href) { img src=(href) alt=(label) loading="lazy"; }
            div {
                (ui::mark(Meaning::Done, &words.t("form-evidence-there")))
                br;
                small .num { (picture.width) " × " (picture.height) " · " (size) }
                br;
                (ui::post_button(
                    &format!("{}/pictures/{}/remove", order_href(view.id), picture.id),
                    &me.frame.csrf,
                    &Button::new(words.t("form-evidence-remove")).look(Look::Plain).small(),
                ))
            }
        }
    }
}

/// The pieces with a sign for those that are there, for pages that only tell how far it is.
pub(crate) fn pieces(words: Words, view: &OrderView) -> Markup {
    html! {
        ul .people {
            @for needed in view.needed.iter().filter(|needed| needed.required) {
                li {
                    span { (say::wanted(words, needed)) }
                    @if is_there(view, needed) { (ui::mark(Meaning::Done, &words.t("form-evidence-there"))) }
                    @else { (ui::mark(Meaning::Do, &words.t("form-evidence-missing"))) }
                }
            }
        }
    }
}

/// The pictures that were brought for what is wanted.
pub(crate) fn brought<'v>(view: &'v OrderView, wanted: &'v Wanted) -> impl Iterator<Item = &'v Evidence> {
    view.answers.evidence.iter().filter(|piece| wanted.is(piece))
}

/// Whether what is wanted has been brought.
pub(crate) fn is_there(view: &OrderView, wanted: &Wanted) -> bool {
    brought(view, wanted).next().is_some()
}
