//! Samples: type, buttons, meanings, notices, cards.

use maud::{Markup, html};

use crate::i18n::Words;
use crate::ui::{
    Accent, Button, Icon, Look, Meaning, Notice, badge, card, copy_text, empty, fold, icon, link_button,
    mark, masked, notice,
};

const SIGNS: [Icon; 18] = [
    Icon::Wait,
    Icon::Do,
    Icon::Done,
    Icon::No,
    Icon::Note,
    Icon::Info,
    Icon::Copy,
    Icon::Upload,
    Icon::Phone,
    Icon::Search,
    Icon::Back,
    Icon::Next,
    Icon::Turn,
    Icon::Larger,
    Icon::Smaller,
    Icon::Outside,
    Icon::Locked,
    Icon::Paper,
];

pub(super) fn section(words: Words) -> Markup {
    let nothing = empty(
        &words.t("design-empty"),
        &words.t("design-empty-text"),
        &link_button(Look::Main, "/start", &words.t("design-begin")),
    );
    html! {
        div .halves {
            (card(Accent::None, &words.t("design-type"), &type_scale(words)))
            (card(Accent::Action, &words.t("design-buttons"), &buttons(words)))
        }
        (notice(&Notice::done(words.t("design-notice-done"))))
        (notice(&Notice {
            go: Some((words.t("design-notice-go"), "#order".to_owned())),
            ..Notice::act(words.t("design-notice-act"))
        }))
        (notice(&Notice::wait(words.t("design-notice-wait"))))
        (notice(&Notice::no(words.t("design-notice-no"))))
        (card(Accent::None, "", &nothing))
    }
}

fn type_scale(words: Words) -> Markup {
    html! {
        p { strong .num.whole { "浙ICP备2026012345号-1" } }
        h1 { (words.t("design-sample-title")) }
        h2 { (words.t("design-sample-title")) }
        p { (words.t("design-sample-text")) " " a href="#signs" { (words.t("design-sample-link")) } }
        p { small { (words.t("design-sample-text")) } }
        (fold(&words.t("design-sample-link"), &html! { p { (words.t("design-sample-text")) } }))
        p { @for sign in SIGNS { (icon(sign)) " " } }
    }
}

fn buttons(words: Words) -> Markup {
    let states = [
        (Meaning::Wait, "design-state-authority"),
        (Meaning::Do, "design-state-phone"),
        (Meaning::Done, "design-state-filed"),
        (Meaning::No, "design-state-returned"),
        (Meaning::Note, "design-state-expiring"),
    ];
    html! {
        div .actions {
            (Button::new(words.t("design-submit")))
            (Button::new(words.t("design-save")).look(Look::Quiet))
            (Button::new(words.t("design-later")).look(Look::Plain))
        }
        div .actions {
            (Button::new(words.t("design-abandon")).look(Look::Grave).confirm(words.t("design-abandon-question")))
            (Button::new(words.t("design-submit")).disabled(true))
            small { (words.t("design-submit-when")) }
        }
        p {}
        p { @for (meaning, key) in states { (badge(meaning, &words.t(key))) " " } }
        p { @for (meaning, key) in states { (mark(meaning, &words.t(key))) " " } }
        p { (copy_text(words, "0F3K-2M7Q")) }
        div { (masked(words, "330108********0019", "/unmask", "sample")) }
    }
}
