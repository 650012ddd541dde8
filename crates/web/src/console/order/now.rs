//! The card that says what to do now, stage by stage.

use beian_domain::finding::{Finding, Severity};
use beian_domain::order::stage::{Round, Stage};
use chrono::TimeDelta;
use maud::{Markup, html};

use super::{Sheet, filed, phone_check, returned, steps};
use crate::say;
use crate::ui::{self, Accent, Look, Meaning, link_button, mark};

/// A check that takes longer than this waits for the authority's answer.
const LONG_CHECK: TimeDelta = TimeDelta::minutes(5);

pub(super) fn card(sheet: &Sheet<'_>) -> Markup {
    match &sheet.view.stage {
        Stage::Draft => html! {
            (plain(sheet, Meaning::Do, "draft", &Markup::default()))
            (steps::card(sheet))
        },
        Stage::Checking { .. } => checking(sheet),
        Stage::InReview { round, .. } => in_review(sheet, *round),
        Stage::Returned { reason, .. } => returned::card(sheet, reason),
        Stage::Sending { departed, .. } => sending(sheet, departed.is_some()),
        Stage::PhoneCheck { until, .. } => phone_check::card(sheet, *until),
        Stage::WithAuthority { .. } => with_authority(sheet),
        Stage::Filed { outcome, .. } => filed::card(sheet, outcome),
        Stage::Abandoned => plain(sheet, Meaning::No, "abandoned", &anew(sheet)),
    }
}

/// A card with the title and the text of `slug`, the deadline if there is one, and `more` below.
pub(super) fn plain(sheet: &Sheet<'_>, meaning: Meaning, slug: &str, more: &Markup) -> Markup {
    let words = sheet.words;
    let body = html! {
        p {
            (words.t(&format!("order-now-{slug}-text")))
            @if let Some(deadline) = sheet.deadline() { " " b { (deadline) } }
        }
        (more)
    };
    ui::card(Accent::Meaning(meaning), &words.t(&format!("order-now-{slug}")), &body)
}

fn checking(sheet: &Sheet<'_>) -> Markup {
    let long = sheet.web.app().now() - sheet.view.since > LONG_CHECK;
    let more = html! {
        @if long { p { (mark(Meaning::Wait, &sheet.words.t("order-checking-long"))) } }
        (taking_back(sheet))
    };
    plain(sheet, Meaning::Wait, "checking", &more)
}

fn in_review(sheet: &Sheet<'_>, round: Round) -> Markup {
    let words = sheet.words;
    let slug = match round {
        Round::First | Round::Resubmitted => "in-review",
        Round::PhoneCheckMissed => "phone-check-missed",
        Round::PhoneCheckFailed => "phone-check-failed",
        Round::FileRefused => "file-refused",
    };
    let more = html! {
        ul {
            li { (words.t("order-tip-phone")) }
            li { (words.t("order-tip-closed")) }
        }
        (reminders(sheet))
        (taking_back(sheet))
    };
    plain(sheet, Meaning::Wait, slug, &more)
}

/// What the automatic check let pass but the reviewer will look at.
fn reminders(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    let warns: Vec<&Finding> =
        sheet.view.findings.iter().filter(|finding| finding.severity == Severity::Warn).collect();
    if warns.is_empty() {
        return Markup::default();
    }
    let list = html! {
        ul {
            @for finding in &warns {
                @let told = say::finding(words, finding);
                li {
                    b { (say::field(words, finding.field.field())) } (words.pick("：", ": "))
                    (told.what) " " (told.remedy)
                }
            }
        }
    };
    ui::fold(&words.with("order-reminders", &[("n", warns.len().into())]), &list)
}

fn sending(sheet: &Sheet<'_>, departed: bool) -> Markup {
    let more = html! {
        @if departed { p { (sheet.words.t("order-sending-departed")) } } @else { (taking_back(sheet)) }
    };
    plain(sheet, Meaning::Wait, "sending", &more)
}

fn with_authority(sheet: &Sheet<'_>) -> Markup {
    let more = html! { ul { li { (sheet.words.t("order-tip-call")) } } };
    plain(sheet, Meaning::Wait, "with-authority", &more)
}

fn anew(sheet: &Sheet<'_>) -> Markup {
    html! { div .actions { (link_button(Look::Main, "/console/orders/new", &sheet.words.t("console-start"))) } }
}

/// Changing one's mind, while that is still possible.
fn taking_back(sheet: &Sheet<'_>) -> Markup {
    let words = sheet.words;
    html! {
        @if sheet.view.can.withdraw {
            div .actions {
                (link_button(Look::Quiet, &sheet.href("withdraw"), &words.t("order-withdraw")))
                small { (words.t("order-rule-review")) }
            }
        }
    }
}
