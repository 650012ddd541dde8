//! What is worth knowing before the first field: what the checks found, what changed, what was asked for.

use beian_domain::finding::Severity;
use beian_domain::order::event::Event;
use beian_domain::order::waiting::Party;
use maud::{Markup, html};

use super::Review;
use crate::desk::queue::desk_meaning;
use crate::i18n::Words;
use crate::say;
use crate::ui::{self, Meaning, badge, mark};

/// One line below the title.
pub(super) fn lead(words: Words, review: &Review) -> Markup {
    let view = &review.view;
    let rounds = view.history.iter().filter(|line| matches!(line.event, Event::Submitted { .. })).count();
    let weighing = |severity| view.findings.iter().filter(|finding| finding.severity == severity).count();
    let (blocks, warns) = (weighing(Severity::Block), weighing(Severity::Warn));
    html! {
        (badge(desk_meaning(view.stage.name()), &say::stage(words, &view.stage))) " "
        @if view.waiting.party != Party::Nobody {
            (words.with("desk-age-waited", &[("n", review.age.into())]))
            @if review.late { " " (mark(Meaning::No, &words.t("desk-late"))) }
            " · "
        }
        (words.with("desk-round", &[("n", rounds.into())]))
        " · "
        @if blocks + warns == 0 { (mark(Meaning::Done, &words.t("desk-check-clean"))) }
        @else { (words.with("desk-check-found", &[("blocks", blocks.into()), ("warns", warns.into())])) }
        " · " a href={ "/desk/accounts/" (view.account.id) } { (view.account.name) }
        @if !view.account.real_name_verified { " " (mark(Meaning::Do, &words.t("desk-account-unverified"))) }
    }
}

/// The fields that differ from the submission before, each a link to where it stands.
pub(super) fn changed(words: Words, review: &Review) -> Markup {
    let fields = review.view.steps.iter().flat_map(|step| &step.fields);
    let changed: Vec<_> = fields.filter(|field| field.before.is_some()).collect();
    html! {
        @if !changed.is_empty() {
            p .changed {
                (words.with("desk-changed", &[("n", changed.len().into())])) " "
                @for (index, field) in changed.iter().enumerate() {
                    @if index > 0 { (words.pick("、", ", ")) }
                    a href={ "#tick-" (field.path) } { (say::field(words, field.path.field())) }
                }
            }
        }
    }
}

/// Findings that belong to no field on the page.
pub(super) fn elsewhere(words: Words, review: &Review) -> Markup {
    let shown: Vec<_> =
        review.view.steps.iter().flat_map(|step| &step.fields).map(|field| field.path).collect();
    let rest = review.view.findings.iter().filter(|finding| !shown.contains(&finding.field));
    html! {
        @for finding in rest {
            p {
                @let meaning = if finding.blocks() { Meaning::No } else { Meaning::Do };
                (mark(meaning, &format!("{} · {}", say::field(words, finding.field.field()), say::finding(words, finding).what)))
            }
        }
    }
}

/// What happened, newest first.
pub(super) fn history(words: Words, review: &Review) -> Markup {
    let entries: Vec<ui::Entry> = review
        .view
        .history
        .iter()
        .rev()
        .map(|line| {
            let told = say::event(words, &line.event);
            ui::Entry {
                at: words.moment(line.at),
                who: say::who(words, &line.by),
                what: told.what,
                meaning: told.meaning,
                opinion: told.opinion,
            }
        })
        .collect();
    ui::card(ui::Accent::None, &words.t("desk-history"), &ui::timeline(words, &entries))
}
