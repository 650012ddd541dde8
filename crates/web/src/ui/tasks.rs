//! The task list of a long form: what is filled in, what is missing, what must wait.

use maud::{Markup, html};

use super::badge::{Meaning, mark};
use crate::i18n::Words;

/// How far a task is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// Nothing answered.
    ToDo,
    /// Some answers.
    Begun,
    /// All answers, nothing wrong.
    Complete,
    /// So many things to put right.
    Wrong(usize),
    /// Cannot be begun yet; says what comes first.
    Later(String),
}

/// One page or group of pages to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// What it is about.
    pub label: String,
    /// What it holds, in a line; may be empty.
    pub hint: String,
    /// Where it is done.
    pub href: String,
    /// How far it is.
    pub state: TaskState,
}

/// The list, numbered, each task a link as a whole.
pub fn tasks(words: Words, tasks: &[Task]) -> Markup {
    html! {
        ol .tasks {
            @for task in tasks {
                li {
                    div {
                        @if matches!(task.state, TaskState::Later(_)) { span { (task.label) } }
                        @else { a href=(task.href) { (task.label) } }
                        @if !task.hint.is_empty() { small { (task.hint) } }
                    }
                    span .state { (state(words, &task.state)) }
                }
            }
        }
    }
}

fn state(words: Words, state: &TaskState) -> Markup {
    match state {
        TaskState::ToDo => mark(Meaning::Do, &words.t("ui-task-to-do")),
        TaskState::Begun => mark(Meaning::Do, &words.t("ui-task-begun")),
        TaskState::Complete => mark(Meaning::Done, &words.t("ui-task-complete")),
        TaskState::Wrong(n) => mark(Meaning::No, &words.with("ui-task-wrong", &[("n", (*n).into())])),
        TaskState::Later(why) => html! { span .later { (why) } },
    }
}
