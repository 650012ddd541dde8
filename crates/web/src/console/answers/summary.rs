//! Everything that was answered, section by section, each answer with its way back.

use beian_app::orders::OrderView;
use beian_domain::finding::{Finding, Severity};
use beian_domain::order::field::{Field as Name, FieldPath, Step};
use maud::{Markup, html};

use crate::console::{evidence, field_href};
use crate::i18n::Words;
use crate::say;
use crate::ui::{self, Meaning, SummaryRow};

/// All sections. An answer that may be left out and was is not shown.
pub(super) fn sections(words: Words, view: &OrderView, findings: &[Finding]) -> Markup {
    html! {
        @for step in [Step::Basics, Step::Subject, Step::Service, Step::Access] {
            (section(words, &say::step(words, step), &rows(words, view, findings, |name| {
                name.step() == step && whose(name).is_none()
            })))
            @if let Some(key) = person_of(step) {
                (section(words, &words.t(key), &rows(words, view, findings, |name| {
                    name.step() == step && whose(name).is_some()
                })))
            }
        }
        (section(words, &say::step(words, Step::Evidence), &pictures(words, view)))
    }
}

fn section(words: Words, title: &str, rows: &[SummaryRow]) -> Markup {
    html! { @if !rows.is_empty() { (ui::summary(words, title, rows)) } }
}

/// The person in charge a step asks about.
const fn person_of(step: Step) -> Option<&'static str> {
    match step {
        Step::Subject => Some("form-subject-person"),
        Step::Service => Some("form-service-person"),
        Step::Basics | Step::Access | Step::Evidence => None,
    }
}

/// Whose the answer is, if it is about a person in charge.
fn whose(name: Name) -> Option<&'static str> {
    let pattern = name.pattern();
    if pattern.starts_with("subject.person.") {
        Some("form-person-subject")
    } else if pattern.starts_with("services.*.person.") {
        Some("form-person-service")
    } else {
        None
    }
}

/// A field's name where it stands alone; those of persons say whose they are.
pub(in crate::console) fn label(words: Words, path: FieldPath) -> String {
    let name = say::field(words, path.field());
    match whose(path.field()) {
        Some(key) => format!("{} · {name}", words.t(key)),
        None => name,
    }
}

fn rows(
    words: Words,
    view: &OrderView,
    findings: &[Finding],
    belongs: impl Fn(Name) -> bool,
) -> Vec<SummaryRow> {
    let names = Name::ALL.iter().copied().filter(|name| belongs(*name));
    names.filter_map(|name| row(words, view, FieldPath::of(name), findings)).collect()
}

fn row(words: Words, view: &OrderView, path: FieldPath, findings: &[Finding]) -> Option<SummaryRow> {
    let answer = if path.field() == Name::AccessResource {
        resource(words, view)
    } else {
        say::answer(words, path.field(), &view.answers.text(path))
    };
    let found = findings.iter().find(|finding| finding.field == path);
    if answer.is_empty() && found.is_none() {
        return None;
    }
    let change = if view.can.edit { field_href(view.id, path) } else { String::new() };
    let row = SummaryRow::new(say::field(words, path.field()), &answer, change);
    Some(match found.filter(|_| !answer.is_empty()) {
        Some(finding) => {
            let meaning = if finding.severity == Severity::Block { Meaning::No } else { Meaning::Wait };
            row.remark(meaning, say::finding(words, finding).what)
        }
        None => row,
    })
}

/// The chosen server by its name.
fn resource(words: Words, view: &OrderView) -> String {
    let Some(id) = view.answers.service(0).access.resource else { return String::new() };
    let found = view.resources.iter().find(|choice| choice.resource.id == id);
    found.map_or_else(
        || words.t("form-access-gone"),
        |choice| format!("{} ({})", choice.resource.name, choice.resource.instance),
    )
}

fn pictures(words: Words, view: &OrderView) -> Vec<SummaryRow> {
    let asked = view.needed.iter().filter(|needed| needed.required || evidence::is_there(view, needed));
    asked
        .map(|needed| {
            let path = FieldPath::of(needed.kind.field());
            let change = if view.can.edit { field_href(view.id, path) } else { String::new() };
            let mut row = SummaryRow::new(say::wanted(words, needed), "", change);
            row.value = html! {
                @for picture in evidence::brought(view, needed) {
                    @let href = format!("/console/evidence/{}", picture.id);
                    a .thumb href=(href) { img src=(href) alt=(say::wanted(words, needed)) loading="lazy"; }
                }
            };
            row
        })
        .collect()
}
