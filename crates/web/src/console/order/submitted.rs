//! `/console/orders/{order}/submitted`: what the reviewer and the authority were handed, to read only.

use axum::extract::{Path, State};
use beian_app::orders::{self, OrderView, Submitted};
use beian_domain::id::OrderId;
use beian_domain::order::field::{Field, FieldPath, Step};
use maud::{Markup, html};

use super::super::crumbs;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::Customer;
use crate::state::Web;
use crate::ui::{self, Heading, Page, SummaryRow, Width};

pub(super) async fn show(
    State(web): State<Web>,
    me: Customer,
    Path(order): Path<OrderId>,
) -> Result<Markup, Problem> {
    let view = orders::view(web.app(), me.actor, order).await?;
    let submitted = orders::submitted(web.app(), me.actor, order).await?;
    Ok(page(&me, &view, &submitted))
}

fn page(me: &Customer, view: &OrderView, submitted: &Submitted) -> Markup {
    let words = me.words;
    let title = words.t("order-submitted-title");
    let lead = words.with("order-submitted-lead", &[("at", words.moment(submitted.at).into())]);
    let body = html! {
        (Heading::new(&title).lead(lead))
        @for step in Step::ALL {
            @if step == Step::Evidence { (pictures(words, submitted)) } @else { (section(words, view, submitted, step)) }
        }
    };
    Page::new(&me.frame, &title).crumbs(crumbs(words, view, Some(&title))).width(Width::Reading).show(&body)
}

/// The fields of a step, those of its person in charge below a heading of their own.
fn section(words: Words, view: &OrderView, submitted: &Submitted, step: Step) -> Markup {
    let (people, things): (Vec<FieldPath>, Vec<FieldPath>) =
        answered(submitted, step).into_iter().partition(|path| path.field().pattern().contains(".person."));
    let rows = |paths: &[FieldPath]| -> Vec<SummaryRow> {
        let row = |path: &FieldPath| {
            let label = say::field(words, path.field());
            SummaryRow::new(label, &value(words, view, submitted, *path), "")
        };
        paths.iter().map(row).collect()
    };
    let person = words.t(if step == Step::Subject { "order-person-subject" } else { "order-person-service" });
    html! {
        (ui::summary(words, &say::step(words, step), &rows(&things)))
        @if !people.is_empty() { (ui::summary(words, &person, &rows(&people))) }
    }
}

/// The fields of a step that have an answer, service by service.
fn answered(submitted: &Submitted, step: Step) -> Vec<FieldPath> {
    let answers = &submitted.answers;
    let services = u8::try_from(answers.services.len()).unwrap_or(u8::MAX);
    let of_step = |number: u8| {
        let fields = Field::ALL.iter().filter(move |field| field.step() == step);
        let fields = fields.filter(move |field| number == 0 || field.pattern().contains('*'));
        fields.map(move |field| FieldPath::in_service(*field, number))
    };
    (0..services.max(1)).flat_map(of_step).filter(|path| !answers.text(*path).is_empty()).collect()
}

fn value(words: Words, view: &OrderView, submitted: &Submitted, path: FieldPath) -> String {
    if path.field() != Field::AccessResource {
        return say::answer(words, path.field(), &submitted.answers.text(path));
    }
    let id = submitted.answers.text(path);
    let found = view.resources.iter().find(|choice| choice.resource.id.to_string() == id);
    found.map_or(id, |choice| format!("{} ({})", choice.resource.name, choice.resource.instance))
}

fn pictures(words: Words, submitted: &Submitted) -> Markup {
    let row = |piece: &beian_domain::evidence::Evidence| {
        let href = format!("/console/evidence/{}", piece.id);
        let name = say::evidence_kind(words, piece.kind);
        let mut row = SummaryRow::new(&name, "", "");
        row.value = html! { a .thumb href=(href) { img src=(href) alt=(name) loading="lazy"; } };
        row
    };
    let rows: Vec<SummaryRow> = submitted.answers.evidence.iter().map(row).collect();
    ui::summary(words, &say::step(words, Step::Evidence), &rows)
}
