//! The review page: evidence large on the left, fields and the decision on the right, history below.

use beian_app::desk::ReviewView;
use beian_domain::order::field::Field;
use beian_domain::order::waiting::Party;
use maud::{Markup, html};

use super::Review;
use super::changes::{changed, elsewhere, history, lead};
use super::fields::{evidence, readable, tickable};
use crate::desk::page::href;
use crate::i18n::Words;
use crate::say;
use crate::session::StaffMember;
use crate::ui::{
    self, Button, Form, Heading, Look, Meaning, Notice, Page, Width, empty, key_link, link_button, notice,
    review_bar,
};

pub(super) fn page(staff: &StaffMember, review: &Review) -> Markup {
    let words = staff.words;
    let view = &review.view;
    let title = title(words, view);
    let heading = Heading::new(&title).lead(lead(words, review)).beside(keys(words, review));
    let body = html! {
        (heading)
        @if let Some(problem) = &review.problem { (notice(&Notice::no(problem))) }
        @if view.snapshot.is_none() { (nothing(words)) } @else { (desk(staff, review)) }
        (history(words, review))
    };
    Page::new(&staff.frame, title).width(Width::Full).show(&body)
}

/// What the order is, in one line: kind, domain, province, nature.
fn title(words: Words, view: &ReviewView) -> String {
    let value = |field: Field| {
        let fields = view.steps.iter().flat_map(|step| &step.fields);
        let found = fields.into_iter().find(|shown| shown.path.field() == field)?;
        Some(crate::desk::text::plain(words, field, &found.value, &[]))
    };
    let parts = [
        Some(say::order_kind(words, view.kind)),
        value(Field::ServiceDomain),
        value(Field::SubjectProvince),
        value(Field::SubjectNature),
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn keys(words: Words, review: &Review) -> Markup {
    let next = href("/desk/next", &[("after", &review.view.id.to_string())]);
    html! {
        div .keys {
            @if review.view.can.decide {
                span { kbd { "1" } "–" kbd { "9" } " " (words.t("desk-key-tick")) }
                span { kbd { "E" } " " (words.t("desk-key-evidence")) }
                span { kbd { "T" } " " (words.t("desk-key-turn")) }
            }
            span { (key_link(&next, &words.t("desk-key-next"), "N")) }
        }
    }
}

fn nothing(words: Words) -> Markup {
    empty(
        &words.t("desk-nothing-title"),
        &words.t("desk-nothing-text"),
        &link_button(Look::Quiet, "/desk", &words.t("desk-back")),
    )
}

fn desk(staff: &StaffMember, review: &Review) -> Markup {
    let words = staff.words;
    let pieces = evidence(words, review);
    html! {
        div .desk {
            @if review.view.can.unmask { (ui::evidence(words, &pieces)) } @else { (hidden(words)) }
            @if review.view.can.decide { (decide(staff, review)) } @else { (read(staff, review)) }
        }
    }
}

/// Auditors read what was done, not the pictures of people.
fn hidden(words: Words) -> Markup {
    html! { section .evidence { div .evidence-stage { figure { figcaption { (words.t("desk-evidence-hidden")) } } } } }
}

fn decide(staff: &StaffMember, review: &Review) -> Markup {
    let words = staff.words;
    let view = &review.view;
    let at = |act: &str| format!("/desk/orders/{}/{act}", view.id);
    let buttons = html! {
        (Button::new(words.t("desk-approve")).to(at("approve")).key("A").when_ticked(false))
        (Button::new(words.t("desk-return")).to(at("return")).look(Look::Grave).key("R").when_ticked(true))
        span .num { b data-tick-count { (review.draft.ticked()) } " " (words.t("desk-ticked")) }
    };
    let form = html! {
        // Enter in a box or a list presses the first button of the form: this one only shows the page again.
        button type="submit" name="hold" value="yes" hidden {}
        input type="hidden" name="version" value=(view.version);
        div .fields {
            (changed(words, review))
            (elsewhere(words, review))
            (mask_bar(words, review, &at("unmask")))
            (tickable(words, review))
            div .comment {
                label for="f-comment" { (words.t("desk-comment")) }
                textarea #f-comment .control name="comment" rows="2" data-key="C" aria-keyshortcuts="C" { (review.draft.comment) }
            }
        }
        (review_bar(&buttons, &words.t("desk-bar-note")))
    };
    Form::post(at("return"), &staff.frame.csrf).id("review").holds(&form)
}

fn read(staff: &StaffMember, review: &Review) -> Markup {
    let words = staff.words;
    let action = format!("/desk/orders/{}/unmask", review.view.id);
    Form::post(&action, &staff.frame.csrf).holds(&html! {
        div .fields {
            (notice(&Notice { meaning: Meaning::Note, text: stands(words, &review.view), go: None }))
            (changed(words, review))
            (mask_bar(words, review, &action))
            (readable(words, review))
        }
    })
}

/// Why there is nothing to decide.
fn stands(words: Words, view: &ReviewView) -> String {
    let stage = say::stage(words, &view.stage);
    match view.waiting.party {
        Party::Nobody => words.with("desk-ended", &[("stage", stage.into())]),
        Party::Reviewer => words.with("desk-reviewer-only", &[("stage", stage.into())]),
        party @ (Party::Customer | Party::System | Party::PersonsInCharge | Party::Authority) => {
            let who = words.t(&format!("desk-party-{}", party.slug()));
            words.with("desk-not-in-review", &[("stage", stage.into()), ("who", who.into())])
        }
    }
}

/// The way to see hidden numbers, or that they are seen now.
fn mask_bar(words: Words, review: &Review, action: &str) -> Markup {
    let view = &review.view;
    let any = view.steps.iter().flat_map(|step| &step.fields).any(|field| field.masked);
    html! {
        @if view.unmasked { p .mask-bar { (ui::mark(Meaning::Note, &words.t("desk-unmasked"))) } }
        @else if any && view.can.unmask {
            p .mask-bar {
                (Button::new(words.t("desk-unmask")).to(action).look(Look::Plain).small().key("U"))
                small { (words.t("ui-unmask-note")) }
            }
        }
    }
}
