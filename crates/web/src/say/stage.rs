//! Where an order stands, who acts, and what has happened, in words.

use beian_app::orders::Who;
use beian_domain::order::event::Event;
use beian_domain::order::stage::{Outcome, Reason, Round, Stage, StageName};
use beian_domain::order::waiting::Party;

use crate::i18n::Words;
use crate::ui::Meaning;

/// The stops every order passes.
const STOPS: [&str; 6] = [
    "stage-stop-fill",
    "stage-stop-check",
    "stage-stop-review",
    "stage-stop-phone",
    "stage-stop-authority",
    "stage-stop-filed",
];

/// The names of the stops, in order; their numbers are those of `beian_domain::order::waiting::stop`.
pub(crate) fn line_stops(words: Words) -> [String; 6] {
    STOPS.map(|key| words.t(key))
}

/// Where an order stands, as people know it: 待完善备案信息, 初审驳回, …
pub(crate) fn stage(words: Words, stage: &Stage) -> String {
    let key = match stage {
        Stage::InReview { round: Round::First, .. } => "stage-in-review-first",
        Stage::InReview { round: Round::Resubmitted, .. } => "stage-in-review-resubmitted",
        Stage::InReview { round: Round::PhoneCheckMissed, .. } => "stage-in-review-phone-check-missed",
        Stage::InReview { round: Round::PhoneCheckFailed, .. } => "stage-in-review-phone-check-failed",
        Stage::InReview { round: Round::FileRefused, .. } => "stage-in-review-file-refused",
        Stage::Returned { reason: Reason::Precheck { .. }, .. } => "stage-returned-precheck",
        Stage::Returned { reason: Reason::Provider { .. }, .. } => "stage-returned-provider",
        Stage::Returned { reason: Reason::Authority { .. }, .. } => "stage-returned-authority",
        Stage::Filed { outcome: Outcome::Done, .. } => "stage-done",
        Stage::Draft
        | Stage::Checking { .. }
        | Stage::Sending { .. }
        | Stage::PhoneCheck { .. }
        | Stage::WithAuthority { .. }
        | Stage::Filed { .. }
        | Stage::Abandoned => return stage_name(words, stage.name()),
    };
    words.t(key)
}

/// The stage without its facts, for filters.
pub(crate) fn stage_name(words: Words, name: StageName) -> String {
    words.t(&format!("stage-{}", name.slug()))
}

/// What a stage means for the customer.
pub(crate) const fn stage_meaning(stage: &Stage) -> Meaning {
    match stage {
        Stage::Draft | Stage::PhoneCheck { .. } => Meaning::Do,
        Stage::Checking { .. }
        | Stage::InReview { .. }
        | Stage::Sending { .. }
        | Stage::WithAuthority { .. } => Meaning::Wait,
        Stage::Returned { .. } | Stage::Abandoned => Meaning::No,
        Stage::Filed { .. } => Meaning::Done,
    }
}

/// Who acts.
pub(crate) fn party(words: Words, party: Party) -> String {
    words.t(&format!("stage-party-{}", party.slug()))
}

/// Who did something, by name where one is known.
pub(crate) fn who(words: Words, by: &Who) -> String {
    match by {
        Who::Customer(Some(name)) => name.clone(),
        Who::Staff(Some(name)) => words.with("stage-who-staff-named", &[("name", name.as_str().into())]),
        Who::Customer(None) => words.t("stage-who-customer"),
        Who::Staff(None) => words.t("stage-who-staff"),
        Who::System => words.t("stage-who-system"),
        Who::Authority => words.t("stage-who-authority"),
    }
}

/// An event as a line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    /// What was done.
    pub(crate) what: String,
    /// What it means for the order.
    pub(crate) meaning: Option<Meaning>,
    /// What was said with it; may be empty.
    pub(crate) opinion: String,
}

/// What happened.
pub(crate) fn event(words: Words, event: &Event) -> Told {
    let meaning = match event {
        Event::Opened | Event::Submitted { .. } | Event::Withdrawn | Event::Departed { .. } => None,
        Event::CheckPassed { .. }
        | Event::ApprovedByReviewer { .. }
        | Event::ClaimConfirmed { .. }
        | Event::PhoneCheckPassed { .. }
        | Event::Granted { .. } => Some(Meaning::Done),
        Event::PhoneCheckStarted { .. } => Some(Meaning::Do),
        Event::ReceivedByAuthority { .. } => Some(Meaning::Wait),
        Event::CheckBlocked { .. }
        | Event::Abandoned
        | Event::ReturnedByReviewer { .. }
        | Event::PhoneCheckMissed { .. }
        | Event::PhoneCheckFailed { .. }
        | Event::FileRefused { .. }
        | Event::RefusedByAuthority { .. } => Some(Meaning::No),
    };
    Told { what: words.t(&format!("order-event-{}", event.slug())), meaning, opinion: opinion(words, event) }
}

fn opinion(words: Words, event: &Event) -> String {
    match event {
        Event::ReturnedByReviewer { opinions, comment, .. } => {
            let count = || words.with("order-opinions", &[("n", opinions.len().into())]);
            match (opinions.is_empty(), comment.trim()) {
                (true, comment) => comment.to_owned(),
                (false, "") => count(),
                (false, comment) => format!("{} · {comment}", count()),
            }
        }
        Event::CheckBlocked { findings, .. } => {
            let blocks = findings.iter().filter(|finding| finding.blocks()).count();
            words.with("order-opinions", &[("n", blocks.into())])
        }
        Event::ApprovedByReviewer { comment, .. } | Event::ClaimConfirmed { comment, .. } => {
            comment.trim().to_owned()
        }
        Event::RefusedByAuthority { opinion, .. } => opinion.trim().to_owned(),
        Event::FileRefused { codes, words: said, .. } => {
            let codes = codes.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
            format!("{codes} {}", said.trim()).trim().to_owned()
        }
        Event::Granted { outcome: Outcome::Numbers { services, .. }, .. } => {
            services.iter().map(|granted| granted.number.to_string()).collect::<Vec<_>>().join(" ")
        }
        Event::Opened
        | Event::Submitted { .. }
        | Event::CheckPassed { .. }
        | Event::Withdrawn
        | Event::Abandoned
        | Event::Departed { .. }
        | Event::PhoneCheckStarted { .. }
        | Event::ReceivedByAuthority { .. }
        | Event::PhoneCheckPassed { .. }
        | Event::PhoneCheckMissed { .. }
        | Event::PhoneCheckFailed { .. }
        | Event::Granted { outcome: Outcome::Done, .. } => String::new(),
    }
}
