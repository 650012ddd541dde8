//! `/phone/{token}`: taking pictures for one order on a phone, by a short-lived link instead of a sign-in.

mod link;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use beian_app::orders::{OrderView, add_evidence, view};
use beian_app::{Failure, Refused};
use maud::{Markup, html};

use crate::console::evidence::{control, is_there, piece_of, upload};
use crate::console::pieces;
use crate::csrf::CheckedFile;
use crate::flash::Flash;
use crate::frame;
use crate::limit;
use crate::problem::Problem;
use crate::say;
use crate::session::Door;
use crate::state::Web;
use crate::ui::{self, Accent, Button, Form, FormErrors, Heading, Meaning, Page, Viewer, Width};
use crate::visit::{Visit, Visitor};

pub(crate) use link::{Link, VALID_MINUTES};

pub(crate) fn router() -> Router<Web> {
    let limit = DefaultBodyLimit::max(32 * 1024 * 1024);
    Router::new().route("/phone/{token}", get(show).post(add).layer(limit))
}

/// The order behind a link that still works.
async fn behind(web: &Web, visit: &Visit, token: &str) -> Result<(Link, OrderView), Problem> {
    web.limiters().knock(limit::Door::Phone, visit.address)?;
    let link = Link::read(web, token).ok_or(Failure::Missing)?;
    let view = view(web.app(), link.actor, link.order).await?;
    Ok((link, view))
}

async fn show(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Path(token): Path<String>,
) -> Result<Markup, Problem> {
    let (link, view) = behind(&web, &visit, &token).await?;
    Ok(page(&web, &visit, &link, &view, &token, &FormErrors::new()))
}

async fn add(
    State(web): State<Web>,
    Visitor(visit): Visitor,
    Path(token): Path<String>,
    CheckedFile(handed): CheckedFile,
) -> Result<Response, Problem> {
    let (link, before) = behind(&web, &visit, &token).await?;
    let (kind, document) = piece_of(&handed)?;
    let handed_slug = handed.fields.one("kind");
    let refused = if handed.chosen.is_none() {
        Refused::new("picture-not-a-picture")
    } else {
        match add_evidence(web.app(), link.actor, before.id, kind, document, handed.file).await {
            Ok(_) => return Ok(Flash::done("uploaded").go(&format!("/phone/{token}"))),
            Err(Failure::Refused(refused)) => refused,
            Err(other) => return Err(other.into()),
        }
    };
    let words = visit.words;
    let (what, remedy) = say::refused(words, &refused);
    let control = control(&handed_slug);
    let errors = [(control, format!("{what}{}{remedy}", words.pick("", " ")))].into_iter().collect();
    let page = page(&web, &visit, &link, &before, &token, &errors);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn page(web: &Web, visit: &Visit, link: &Link, view: &OrderView, token: &str, errors: &FormErrors) -> Markup {
    let words = visit.words;
    let mut frame = frame::of_door(web, visit, Door::Customer);
    // Whoever holds the phone is nobody in particular, and the address is a secret not to be passed on.
    frame.viewer = Viewer::Visitor;
    frame.nav.clear();
    frame.own.clear();
    let title = words.t("form-phone-task");
    let until = words.with("form-phone-until", &[("until", words.day_time(link.until).into())]);
    let missing = view.needed.iter().filter(|needed| needed.required && !is_there(view, needed));
    let open = view.can.edit;
    let body = html! {
        (errors.summary(words))
        (Heading::new(&title).lead(html! { (view.answers.service(0).domain) " · " (until) }))
        (ui::card(Accent::None, "", &pieces(words, view)))
        @if open {
            @for needed in missing {
                (Form::post(format!("/phone/{token}"), &frame.csrf).with_files().holds(&html! {
                    input type="hidden" name="kind" value=(needed.slug());
                    (upload(words, needed, errors).camera(false))
                    (Button::new(words.t("form-evidence-upload")))
                }))
            }
            @if view.needed.iter().all(|needed| !needed.required || is_there(view, needed)) {
                (ui::notice(&ui::Notice::done(words.t("form-phone-all"))))
            }
        } @else {
            p { (ui::mark(Meaning::Wait, &words.t("form-phone-closed"))) }
        }
    };
    Page::new(&frame, title).width(Width::Form).errors(errors).show(&body)
}
