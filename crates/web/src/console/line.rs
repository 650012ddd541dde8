//! The line with stops of one order: what is passed and when, who acts now and until when, what comes.

use beian_app::App;
use beian_app::orders::{HistoryLine, OrderView};
use beian_domain::calendar::china_date;
use beian_domain::order::waiting::{AUTHORITY_WORKING_DAYS, Party, REVIEW_WORKING_DAYS, Waiting, stop};
use chrono::{DateTime, Utc};

use crate::i18n::{Left, Words};
use crate::say;
use crate::ui::{Stop, StopState};

/// The stops of an order.
pub(super) fn stops(words: Words, app: &App, view: &OrderView) -> Vec<Stop> {
    let passed = passed(&view.history);
    let future = future(words);
    let meaning = say::stage_meaning(&view.stage);
    say::line_stops(words)
        .into_iter()
        .zip(future)
        .enumerate()
        .map(|(index, (label, later))| match index.cmp(&view.stop) {
            std::cmp::Ordering::Less => {
                let at = passed[index].map(|at| words.short_moment(at)).unwrap_or_default();
                Stop::new(label, StopState::Past, "", at)
            }
            std::cmp::Ordering::Equal => Stop::new(
                label,
                StopState::Now(meaning),
                party(words, view.waiting.party),
                deadline(words, app, &view.waiting).unwrap_or_default(),
            ),
            std::cmp::Ordering::Greater => Stop::new(label, StopState::Future, later, ""),
        })
        .collect()
}

/// Who acts; nothing once nobody does.
fn party(words: Words, party: Party) -> String {
    if party == Party::Nobody { String::new() } else { say::party(words, party) }
}

/// When each stop was left for a later one, the last time that happened.
fn passed(history: &[HistoryLine]) -> [Option<DateTime<Utc>>; 6] {
    let mut passed = [None; 6];
    let mut before = 0;
    for line in history {
        let now = stop(line.event.stage().name());
        for (index, at) in passed.iter_mut().enumerate() {
            if index >= now {
                *at = None;
            } else if index >= before {
                *at = Some(line.at);
            }
        }
        before = now;
    }
    passed
}

/// How long the stops that are to come take.
fn future(words: Words) -> [String; 6] {
    [
        String::new(),
        words.t("order-time-check"),
        words.with("order-time-review", &[("n", REVIEW_WORKING_DAYS.into())]),
        words.t("order-time-phone"),
        words.with("order-time-authority", &[("n", AUTHORITY_WORKING_DAYS.into())]),
        String::new(),
    ]
}

/// How much time is left, in the unit people count that deadline in.
pub(super) fn deadline(words: Words, app: &App, waiting: &Waiting) -> Option<String> {
    let until = waiting.until?;
    let now = app.now();
    let by_working_days = matches!(waiting.party, Party::Reviewer | Party::Authority);
    let days = app.calendar().working_days_between(app.today(), china_date(until.at));
    let left = match u32::try_from(days) {
        Ok(days) if by_working_days && days > 0 && until.at > now => Left::WorkingDays(days),
        Ok(_) | Err(_) => Left::between(now, until.at),
    };
    let said = words.deadline(left, until.at);
    Some(if until.provisional { format!("{said} {}", words.t("order-provisional")) } else { said })
}
