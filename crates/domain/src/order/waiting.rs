//! Who must act on an order now, and until when.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone as _, Utc};

use super::stage::{Stage, StageName};
use crate::account::slugs;
use crate::calendar::{Calendar, china_date, china_offset};

/// First review takes at most two working days, as providers commonly promise.
pub const REVIEW_WORKING_DAYS: u32 = 2;
/// The authority has 20 working days from the full material (非经营性互联网信息服务备案管理办法, art. 12).
pub const AUTHORITY_WORKING_DAYS: u32 = 20;
/// The persons in charge have 24 hours to answer the ministry's SMS (all provinces since 2020-08-17).
pub const PHONE_CHECK_HOURS: i64 = 24;
/// When a working day ends, China time.
const CLOSING: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("18:00 is a time of day");

slugs! {
    /// Who acts.
    Party {
        /// The customer.
        Customer = "customer",
        /// The platform.
        System = "system",
        /// The provider's reviewer.
        Reviewer = "reviewer",
        /// The persons in charge, on their phones.
        PersonsInCharge = "persons-in-charge",
        /// The authority.
        Authority = "authority",
        /// Nobody: the order has ended.
        Nobody = "nobody",
    }
}

/// Until when, and whether the calendar of that time is official yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Until {
    /// The instant.
    pub at: DateTime<Utc>,
    /// Computed beyond the published calendars, from weekends and fixed holidays.
    pub provisional: bool,
}

/// Who must act, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Who.
    pub party: Party,
    /// Until when, where a rule says so.
    pub until: Option<Until>,
}

/// Who must act on an order that entered `stage` at `since`, and until when.
pub fn waiting(stage: &Stage, since: DateTime<Utc>, calendar: &Calendar) -> Waiting {
    let (party, until) = match stage {
        Stage::Draft | Stage::Returned { .. } => (Party::Customer, None),
        Stage::Checking { .. } | Stage::Sending { .. } => (Party::System, None),
        Stage::InReview { .. } => (Party::Reviewer, Some(after(calendar, since, REVIEW_WORKING_DAYS))),
        Stage::PhoneCheck { until, .. } => {
            (Party::PersonsInCharge, Some(Until { at: *until, provisional: false }))
        }
        Stage::WithAuthority { .. } => {
            (Party::Authority, Some(after(calendar, since, AUTHORITY_WORKING_DAYS)))
        }
        Stage::Filed { .. } | Stage::Abandoned => (Party::Nobody, None),
    };
    Waiting { party, until }
}

/// The instant before which an order must have come into review to be overdue at `now`: the deadline depends on
/// the day alone, and later days have no earlier deadlines.
pub fn review_overdue_before(now: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    let midnight = |day: NaiveDate| {
        let start = china_offset().from_local_datetime(&day.and_time(NaiveTime::MIN));
        start.single().map_or(now, |start| start.with_timezone(&Utc))
    };
    let mut day = china_date(now);
    while after(calendar, midnight(day), REVIEW_WORKING_DAYS).at >= now {
        let Some(before) = day.pred_opt() else { return midnight(day) };
        day = before;
    }
    day.succ_opt().map_or(now, midnight)
}

/// The close of business on the `days`-th working day after `since`.
fn after(calendar: &Calendar, since: DateTime<Utc>, days: u32) -> Until {
    let deadline = calendar.add_working_days(china_date(since), days);
    let close = china_offset().from_local_datetime(&deadline.date.and_time(CLOSING));
    let at = close.single().map_or(since, |close| close.with_timezone(&Utc));
    Until { at, provisional: deadline.provisional }
}

/// The five stops a customer sees, and which of them the order has reached.
pub fn stop(stage: StageName) -> usize {
    match stage {
        StageName::Draft | StageName::Returned | StageName::Abandoned => 0,
        StageName::Checking => 1,
        StageName::InReview | StageName::Sending => 2,
        StageName::PhoneCheck => 3,
        StageName::WithAuthority => 4,
        StageName::Filed => 5,
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn overdue_is_what_came_before_the_cut() {
        let calendar = Calendar::builtin();
        let start = Utc.with_ymd_and_hms(2026, 9, 20, 0, 30, 0).unwrap();
        // Across the holidays of October, at all times of the day.
        for hours in (0..24 * 40).step_by(7) {
            let now = start + TimeDelta::hours(hours);
            let cut = review_overdue_before(now, calendar);
            let overdue = |since| after(calendar, since, REVIEW_WORKING_DAYS).at < now;
            assert!(overdue(cut - TimeDelta::seconds(1)), "{now}");
            assert!(!overdue(cut), "{now}");
        }
    }
}
