//! Days, moments and deadlines as people write them, always in Beijing time.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike, Utc};

use super::Words;

/// How much time is left, counted by whoever knows the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Working days (工作日).
    WorkingDays(u32),
    /// Calendar days.
    Days(u32),
    /// Hours.
    Hours(u32),
    /// Minutes.
    Minutes(u32),
    /// The deadline has passed.
    Over,
}

impl Left {
    /// Counts plain time from `now` to `until`: minutes below an hour, hours below two days, else days.
    pub fn between(now: DateTime<Utc>, until: DateTime<Utc>) -> Self {
        let span = until - now;
        let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
        match (span.num_minutes(), span.num_hours(), span.num_days()) {
            (minutes, _, _) if minutes <= 0 => Self::Over,
            (minutes, 0, _) => Self::Minutes(count(minutes)),
            (_, hours, _) if hours < 48 => Self::Hours(count(hours)),
            (_, _, days) => Self::Days(count(days)),
        }
    }
}

/// The same moment on a Beijing clock (UTC+8, no summer time since 1991).
pub fn beijing(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&BEIJING)
}

const BEIJING: FixedOffset = FixedOffset::east_opt(8 * 3600).expect("eight hours is a valid offset");

impl Words {
    /// `2026-11-23`, in both languages.
    pub fn date(self, day: NaiveDate) -> String {
        day.format("%Y-%m-%d").to_string()
    }

    /// `11 月 26 日`, `26 Nov`.
    pub fn day(self, day: NaiveDate) -> String {
        self.with("ui-day", &[("month", day.month().into()), ("day", day.day().into())])
    }

    /// `2026-11-23 14:05`.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        beijing(at).format("%Y-%m-%d %H:%M").to_string()
    }

    /// `11-23 14:05`, for lists where the year is clear.
    pub fn short_moment(self, at: DateTime<Utc>) -> String {
        beijing(at).format("%m-%d %H:%M").to_string()
    }

    /// `11 月 26 日 18:00`, `18:00, 26 Nov`.
    pub fn day_time(self, at: DateTime<Utc>) -> String {
        let local = beijing(at);
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        self.with("ui-day-time", &[("day", self.day(local.date_naive()).into()), ("time", time.into())])
    }

    /// `3 个工作日`, `3 working days`.
    pub fn span(self, left: Left) -> String {
        let (key, n) = match left {
            Left::WorkingDays(n) => ("ui-span-working-days", n),
            Left::Days(n) => ("ui-span-days", n),
            Left::Hours(n) => ("ui-span-hours", n),
            Left::Minutes(n) => ("ui-span-minutes", n),
            Left::Over => return self.t("ui-span-over"),
        };
        self.with(key, &[("n", n.into())])
    }

    /// `还剩 3 个工作日（11 月 26 日 18:00 前）`, `3 working days left (before 18:00, 26 Nov)`.
    pub fn deadline(self, left: Left, until: DateTime<Utc>) -> String {
        let when = self.day_time(until);
        match left {
            Left::Over => self.with("ui-deadline-over", &[("when", when.into())]),
            Left::WorkingDays(_) | Left::Days(_) | Left::Hours(_) | Left::Minutes(_) => {
                self.with("ui-deadline", &[("span", self.span(left).into()), ("when", when.into())])
            }
        }
    }

    /// `1.2 MB`, sizes as file managers show them.
    pub fn size(self, bytes: u64) -> String {
        match bytes {
            0..1_024 => format!("{bytes} B"),
            1_024..1_048_576 => format!("{} KB", bytes.div_ceil(1_024)),
            1_048_576..1_073_741_824 => {
                let tenths = bytes * 10 / 1_048_576;
                format!("{}.{} MB", tenths / 10, tenths % 10)
            }
            _ => {
                let tenths = u128::from(bytes) * 10 / 1_073_741_824;
                format!("{}.{} GB", tenths / 10, tenths % 10)
            }
        }
    }
}
