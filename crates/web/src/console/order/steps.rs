//! The five steps and the last page, each with how far it is, and the way on.

use beian_app::orders::{Completeness, StepView};
use maud::{Markup, html};

use super::super::answers::is_missing;
use super::super::step_href;
use super::Sheet;
use crate::say;
use crate::ui::{self, Accent, Look, Task, TaskState, link_button};

/// The list with its button.
pub(super) fn card(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    let body = html! {
        (list(sheet))
        @if sheet.view.can.edit { p .actions { (on(sheet)) small { (words.t("order-kept")) } } }
        @else { p { small { (words.t("order-viewer")) } } }
    };
    ui::card(Accent::None, &words.t("order-tasks"), &body)
}

/// The list alone.
fn list(sheet: &Sheet<'_>) -> Markup {
    let (words, view) = (sheet.words, sheet.view);
    let mut list: Vec<Task> = view.steps.iter().map(|step| task(sheet, step)).collect();
    let later = || TaskState::Later(words.t("order-task-later"));
    list.push(Task {
        label: words.t("order-task-answers"),
        hint: words.t("order-task-answers-hint"),
        href: sheet.href("answers"),
        state: next(sheet).map_or(TaskState::ToDo, |_| later()),
    });
    ui::tasks(words, &list)
}

/// To the first step that is not complete, or to the last page.
fn on(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    match next(sheet) {
        Some(step) => link_button(Look::Main, &step_href(sheet.view.id, step.step), &words.t("order-go-on")),
        None => link_button(Look::Main, &sheet.href("answers"), &words.t("order-go-answers")),
    }
}

fn next<'a>(sheet: &Sheet<'a>) -> Option<&'a StepView> {
    sheet.view.steps.iter().find(|step| step.completeness != Completeness::Complete)
}

fn task(sheet: &Sheet<'_>, step: &StepView) -> Task {
    let words = sheet.words;
    Task {
        label: say::step(words, step.step),
        hint: words.t(&format!("order-step-{}-hint", step.step.slug())),
        href: step_href(sheet.view.id, step.step),
        state: state(step),
    }
}

fn state(step: &StepView) -> TaskState {
    let wrong = step.problems.iter().filter(|finding| finding.blocks() && !is_missing(finding)).count();
    match step.completeness {
        Completeness::Empty => TaskState::ToDo,
        Completeness::Complete => TaskState::Complete,
        // What is only not there yet is no mistake.
        Completeness::Started if wrong == 0 => TaskState::Begun,
        Completeness::Started => TaskState::Wrong(wrong),
    }
}
