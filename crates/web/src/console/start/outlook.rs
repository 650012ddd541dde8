//! What the filing will be: its kind, what it will need, how long it takes. Nothing is opened yet.

use beian_app::orders::{Prospect, Wanted};
use beian_domain::order::answers::Answers;
use beian_domain::tables::SubjectNature;
use maud::{Markup, html};

use super::way_back;
use crate::console::steps::basics;
use crate::i18n::Words;
use crate::say;
use crate::session::Customer;
use crate::ui::{self, Accent, Button, Form, Heading, Look, Notice, Page, Width, notice};

pub(super) fn page(me: &Customer, answers: &Answers, found: &Prospect) -> Markup {
    let words = me.words;
    let title = words.with(
        "form-outlook-title",
        &[
            ("province", say::province(words, found.province).into()),
            ("kind", say::order_kind(words, found.kind).into()),
        ],
    );
    let form = html! {
        (basics::hidden(answers))
        div .actions {
            @if found.offered { (Button::new(words.t("form-outlook-open")).sends("act", "open")) }
            (Button::new(words.t("form-outlook-change")).look(Look::Quiet).sends("act", "change"))
            @if found.offered { small { (words.t("form-outlook-kept")) } }
        }
    };
    let body = html! {
        (Heading::new(&title).lead(lead(words, answers)))
        @if !found.offered {
            (notice(&Notice::act(words.with("refused-not-offered", &[("kind", say::order_kind(words, found.kind).into())]))))
        }
        (ui::card(Accent::Action, "", &html! { div .halves { (needs(words, found)) (times(words, found)) } }))
        (Form::post("/console/orders/new", &me.frame.csrf).holds(&form))
    };
    Page::new(&me.frame, title).crumbs(way_back(words)).width(Width::Reading).show(&body)
}

fn lead(words: Words, answers: &Answers) -> String {
    let nature = SubjectNature::from_slug(&answers.subject.nature);
    let nature = nature.map(|nature| say::nature(words, nature)).unwrap_or_default();
    format!("{} · {nature} · {}", answers.service(0).domain, answers.subject.name)
}

fn needs(words: Words, found: &Prospect) -> Markup {
    let required: Vec<_> = found.evidence.iter().filter(|needed| needed.required).collect();
    let perhaps: Vec<_> =
        found.evidence.iter().filter(|needed| !needed.required && needed.document.is_some()).collect();
    html! {
        div {
            h3 { (words.with("form-outlook-need", &[("n", (required.len() + 1).into())])) }
            ul {
                @for needed in required { (document(words, needed)) }
                li { (words.t("public-home-need-server")) }
            }
            @if !perhaps.is_empty() {
                h4 { (words.t("form-outlook-perhaps")) }
                ul { @for needed in perhaps { (document(words, needed)) } }
            }
        }
    }
}

/// A document with how it looks and who asks for it.
fn document(words: Words, needed: &Wanted) -> Markup {
    html! {
        li {
            (say::wanted(words, needed))
            @if let Some(hint) = say::wanted_hint(words, needed) { br; small { (hint) } }
        }
    }
}

fn times(words: Words, found: &Prospect) -> Markup {
    html! {
        div {
            h3 { (words.t("form-outlook-time")) }
            ul {
                li { (words.t("form-outlook-time-fill")) }
                li { (words.with("form-outlook-time-review", &[("n", found.review_days.into())])) }
                li { (words.t("form-outlook-time-phone")) }
                li { (words.with("form-outlook-time-authority", &[("n", found.authority_days.into())])) }
            }
        }
    }
}
