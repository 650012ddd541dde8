//! Working days (工作日) by the yearly notices of the State Council, and China civil time.

mod civil_time;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::{Datelike, Days, NaiveDate, Weekday};
pub use civil_time::{china_date, china_midnight, china_offset};
use serde::{Deserialize, Serialize};

/// The days off and the weekends worked of every year that has been announced.
///
/// Deadlines of the law count in working days without statutory holidays (行政许可法 Art 82; 互联网信息服务备案
/// within 20 working days: 工业和信息化部令33号 Art 12); the day of receipt is not counted.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    years: BTreeMap<i32, Year>,
}

/// A file of `rulebook/calendar/` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Notice {
    year: i32,
    title: String,
    source: String,
    worked: BTreeSet<NaiveDate>,
    off: Vec<Holiday>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    name: String,
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Clone, Debug)]
struct Year {
    title: String,
    source: String,
    worked: BTreeSet<NaiveDate>,
    off: BTreeMap<NaiveDate, String>,
}

/// Whether a day is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WorkingDay {
    /// It is a working day.
    pub working: bool,
    /// The year has not been announced: guessed from the week and the holidays that never move.
    pub provisional: bool,
}

/// The last day of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Deadline {
    /// The day.
    pub date: NaiveDate,
    /// The period touches a year that has not been announced, so the day may still move.
    pub provisional: bool,
}

/// Why a calendar file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// It is no TOML of the expected shape.
    #[error("calendar file: {0}")]
    Shape(#[from] toml::de::Error),
    /// A date lies outside the year of the file, a period runs backwards, or a day is both off and worked.
    #[error("calendar file {year}: {date} contradicts the rest")]
    Contradiction {
        /// Year of the file.
        year: i32,
        /// The date that does not fit.
        date: NaiveDate,
    },
}

static BUILTIN: LazyLock<Calendar> = LazyLock::new(|| {
    Calendar::from_toml(&[
        include_str!("../../../rulebook/calendar/2024.toml"),
        include_str!("../../../rulebook/calendar/2025.toml"),
        include_str!("../../../rulebook/calendar/2026.toml"),
    ])
    .expect("the calendar files compiled in are read by a test")
});

impl Calendar {
    /// The years compiled in.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// Reads one file per year; a later file of the same year replaces the earlier.
    ///
    /// # Errors
    /// The first file that cannot be read or contradicts itself.
    pub fn from_toml(files: &[&str]) -> Result<Self, CalendarError> {
        let mut calendar = Self::default();
        for file in files {
            let notice: Notice = toml::from_str(file)?;
            calendar.years.insert(notice.year, notice.checked()?);
        }
        Ok(calendar)
    }

    /// The years that have been announced.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.years.keys().copied()
    }

    /// Title and address of the notice for a year.
    pub fn source(&self, year: i32) -> Option<(&str, &str)> {
        self.years.get(&year).map(|year| (year.title.as_str(), year.source.as_str()))
    }

    /// The statutory name of the holiday on a day that is off by notice.
    pub fn holiday(&self, day: NaiveDate) -> Option<&str> {
        self.years.get(&day.year())?.off.get(&day).map(String::as_str)
    }

    /// Whether a day is worked. Years without a notice are guessed and marked so.
    pub fn is_working_day(&self, day: NaiveDate) -> WorkingDay {
        let weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match self.years.get(&day.year()) {
            Some(year) => WorkingDay {
                working: year.worked.contains(&day) || (weekday && !year.off.contains_key(&day)),
                provisional: false,
            },
            None => WorkingDay { working: weekday && !is_fixed_holiday(day), provisional: true },
        }
    }

    /// The `days`-th working day after `start`, which itself is not counted; zero gives `start`.
    pub fn add_working_days(&self, start: NaiveDate, days: u32) -> Deadline {
        let mut deadline = Deadline { date: start, provisional: false };
        let mut left = days;
        while left > 0 {
            let Some(next) = deadline.date.checked_add_days(Days::new(1)) else { break };
            let day = self.is_working_day(next);
            deadline.date = next;
            deadline.provisional |= day.provisional;
            left -= u32::from(day.working);
        }
        deadline
    }

    /// Working days after `from` up to and including `to`; negative when `to` comes first.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        days.map(|day| i64::from(self.is_working_day(day).working)).sum()
    }
}

impl Notice {
    fn checked(self) -> Result<Year, CalendarError> {
        let year = self.year;
        let contradiction = |date| CalendarError::Contradiction { year, date };
        let mut off = BTreeMap::new();
        for holiday in self.off {
            if holiday.from > holiday.to || holiday.from.year() != year || holiday.to.year() != year {
                return Err(contradiction(holiday.from));
            }
            let days = holiday.from.iter_days().take_while(|day| *day <= holiday.to);
            off.extend(days.map(|day| (day, holiday.name.clone())));
        }
        let misplaced = self.worked.iter().find(|day| off.contains_key(day) || day.year() != year);
        match misplaced {
            Some(day) => Err(contradiction(*day)),
            None => Ok(Year { title: self.title, source: self.source, worked: self.worked, off }),
        }
    }
}

/// The holidays with a fixed date in the solar calendar (全国年节及纪念日放假办法, as of 2025): New Year, two days
/// of May, three of October. Spring Festival and the others follow the moon and are known by notice only.
fn is_fixed_holiday(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (1, 1) | (5, 1 | 2) | (10, 1..=3))
}

#[cfg(test)]
mod tests;
