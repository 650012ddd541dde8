//! Beside the order: of what kind it is and why, what was submitted, what else can be done, who helps.

use beian_domain::order::event::Event;
use beian_domain::order::stage::Stage;
use maud::{Markup, html};

use super::Sheet;
use crate::ui::{self, Accent, copy_text};

pub(super) fn cards(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    html! {
        (ui::card(Accent::None, &words.t("order-about"), &order(sheet)))
        (ui::card(Accent::None, &words.t("order-help"), &help(sheet)))
    }
}

fn order(sheet: &Sheet<'_>) -> Markup {
    let (words, view) = (sheet.words, sheet.view);
    let submitted = view.history.iter().any(|line| matches!(line.event, Event::Submitted { .. }));
    html! {
        p { small { (words.t(&format!("order-why-{}", view.kind.slug()))) } }
        @if submitted { p { a href=(sheet.href("submitted")) { (words.t("order-see-submitted")) } } }
        @if view.can.abandon { p { a href=(sheet.href("abandon")) { (words.t("order-abandon")) } } }
        @if let Some(rule) = rule(sheet) { p { small { (rule) } } }
    }
}

/// When it can be edited.
fn rule(sheet: &Sheet<'_>) -> Option<String> {
    let words = sheet.words;
    match &sheet.view.stage {
        Stage::Checking { .. } | Stage::InReview { .. } | Stage::Sending { departed: None, .. } => {
            Some(words.t("order-rule-review"))
        }
        Stage::Sending { departed: Some(_), .. } | Stage::PhoneCheck { .. } | Stage::WithAuthority { .. } => {
            Some(words.t("order-rule-left"))
        }
        Stage::Draft | Stage::Returned { .. } | Stage::Filed { .. } | Stage::Abandoned => None,
    }
}

/// Whom to ask, with the number they will ask for.
fn help(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    let contact = sheet.web.app().settings().provider.contact.as_str();
    html! {
        p { (words.with("order-help-text", &[("contact", contact.into())])) }
        p { (copy_text(words, &sheet.view.id.to_string())) }
    }
}
