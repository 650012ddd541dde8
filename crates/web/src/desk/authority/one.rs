//! One matter: every field of it, every time it came, and what was done about it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use beian_app::Failure;
use beian_app::supervision::{self, MatterView, ShownFact, ShownGroup};
use beian_domain::id::MatterId;
use chrono::{DateTime, Utc};
use maud::{Markup, html};

use super::list::standing;
use super::list_href;
use crate::csrf::{Checked, Pairs};
use crate::flash::Flash;
use crate::forms::errors_of;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{
    Accent, Button, Column, Crumb, Field, Form, FormErrors, Heading, Icon, Look, Meaning, Page, Pages, Row,
    SummaryRow, Table, card, icon, mark, post_button, summary,
};

pub(crate) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<MatterId>,
) -> Result<Markup, Problem> {
    let view = supervision::matter(web.app(), staff.actor, id).await?;
    Ok(page(&staff, &view, "", &FormErrors::new()))
}

/// Answers with the page itself: a redirect would have to carry the right to look somewhere.
pub(crate) async fn unmask(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<MatterId>,
    Checked(_): Checked<Pairs>,
) -> Result<Markup, Problem> {
    let view = supervision::unmask(web.app(), staff.actor, id).await?;
    Ok(page(&staff, &view, "", &FormErrors::new()))
}

pub(crate) async fn handle(
    State(web): State<Web>,
    staff: StaffMember,
    Path(id): Path<MatterId>,
    Checked(pairs): Checked<Pairs>,
) -> Result<Response, Problem> {
    let comment = pairs.one("comment");
    let seen: DateTime<Utc> = pairs.one("seen").parse().map_err(|_| Problem::from(Failure::Stale))?;
    match supervision::handle(web.app(), staff.actor, id, seen, &comment).await {
        Ok(()) => {
            let view = supervision::matter(web.app(), staff.actor, id).await?;
            Ok(Flash::done("matter-handled").go(&list_href(view.kind)))
        }
        Err(Failure::Invalid(problems)) => {
            let view = supervision::matter(web.app(), staff.actor, id).await?;
            let errors = errors_of(staff.words, &problems);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&staff, &view, &comment, &errors)).into_response())
        }
        Err(other) => Err(Problem::from(other).at(format!("/desk/authority/{id}"))),
    }
}

fn page(staff: &StaffMember, view: &MatterView, typed: &str, errors: &FormErrors) -> Markup {
    let words = staff.words;
    let title = say::fact_text(words, &view.title);
    let kind = say::matter_kind(words, view.kind);
    let badge = standing(words, view.open, view.handled.is_some(), view.ended_at.is_some());
    let heading = Heading::new(&title).badge(badge).lead(lead(words, view));
    let body = html! {
        (errors.summary(words))
        (heading)
        div .columns {
            div {
                (unmasking(staff, view))
                @for group in &view.groups { (fields(words, group)) }
                h2 { (words.t("supervision-deliveries")) }
                (deliveries(words, view))
            }
            aside { (looked_after(staff, view, typed, errors)) }
        }
    };
    let crumbs = [
        Crumb::new("/desk/authority", words.t("supervision-title")),
        Crumb::new(list_href(view.kind), kind),
        Crumb::here(&title),
    ];
    Page::new(&staff.frame, &title).crumbs(crumbs).errors(errors).show(&body)
}

fn lead(words: Words, view: &MatterView) -> Markup {
    html! {
        (say::matter_kind(words, view.kind)) " · " (view.authority) " · "
        (words.with("supervision-came", &[("at", words.moment(view.at).into()), ("n", view.times.into())]))
        @if view.ours { " · " (mark(Meaning::Note, &words.t("supervision-ours"))) }
    }
}

fn unmasking(staff: &StaffMember, view: &MatterView) -> Markup {
    let words = staff.words;
    html! {
        @if view.unmasked { p { (mark(Meaning::Note, &words.t("supervision-unmasked"))) } }
        @else if view.can.unmask {
            div .unmasking {
                (post_button(
                    &format!("/desk/authority/{}/unmask", view.id),
                    &staff.frame.csrf,
                    &Button::new(words.t("supervision-unmask")).look(Look::Quiet).small(),
                ))
            }
        }
    }
}

fn fields(words: Words, group: &ShownGroup) -> Markup {
    let mut rows: Vec<(&'static str, Vec<&ShownFact>)> = Vec::new();
    for fact in &group.facts {
        match rows.last_mut().filter(|(name, _)| *name == fact.name) {
            Some((_, facts)) => facts.push(fact),
            None => rows.push((fact.name, vec![fact])),
        }
    }
    let rows: Vec<SummaryRow> = rows
        .into_iter()
        .map(|(name, facts)| SummaryRow {
            label: say::fact_label(words, name),
            value: html! { @for fact in facts { div { (value(words, fact)) } } },
            change: String::new(),
            remark: None,
        })
        .collect();
    summary(words, &say::fact_group(words, group.title, group.number), &rows)
}

fn value(words: Words, fact: &ShownFact) -> Markup {
    html! {
        (say::fact_value(words, fact))
        @if fact.masked { " " span .locked { (icon(Icon::Locked)) span .vh { (words.t("supervision-masked")) } } }
    }
}

fn deliveries(words: Words, view: &MatterView) -> Markup {
    let table = Table {
        words,
        caption: words.t("supervision-deliveries"),
        columns: vec![
            Column::numbers(words.t("supervision-column-at")),
            Column::text(words.t("supervision-column-change")),
            Column::text(words.t("supervision-column-file")),
        ],
        rows: view
            .deliveries
            .iter()
            .map(|one| {
                Row::new([
                    html! { (words.moment(one.at)) },
                    html! { (say::list_change(words, one.change)) },
                    html! { code .trace { (one.file_name) } },
                ])
            })
            .collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}

fn looked_after(staff: &StaffMember, view: &MatterView, typed: &str, errors: &FormErrors) -> Markup {
    let words = staff.words;
    if let Some(handled) = &view.handled {
        let body = html! {
            p { (words.with("supervision-handled-by", &[
                ("who", say::who(words, &handled.by).into()),
                ("at", words.moment(handled.at).into()),
            ])) }
            p { (handled.comment) }
        };
        return card(Accent::Meaning(Meaning::Done), &words.t("supervision-state-handled"), &body);
    }
    if view.can.handle {
        let action = format!("/desk/authority/{}/handle", view.id);
        let field = Field::new(words, "comment", words.t("supervision-comment"));
        let fields = html! {
            input type="hidden" name="seen" value=(view.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true));
            (field.hint(words.t("supervision-comment-hint")).value(typed).among(errors).textarea(4))
            (Button::new(words.t("supervision-handle")))
        };
        let body = html! {
            p { (words.t("supervision-do")) }
            (Form::post(action.as_str(), staff.frame.csrf.as_str()).holds(&fields))
        };
        return card(Accent::Meaning(Meaning::Do), &words.t("supervision-state-open"), &body);
    }
    let key = if view.open { "supervision-do-who" } else { "supervision-do-nothing" };
    card(Accent::None, &words.t("supervision-column-state"), &html! { p { (words.t(key)) } })
}
