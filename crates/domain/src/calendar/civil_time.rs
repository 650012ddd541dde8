//! China civil time (北京时间): one offset all year, UTC+8.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone, Utc};

/// UTC+8, without summer time since 1992.
pub fn china_offset() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours are less than a day")
}

/// The date in China at an instant: deadlines and dates on documents are meant so.
pub fn china_date(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&china_offset()).date_naive()
}

/// The instant a day begins in China. A deadline on a day ends when the next day begins.
pub fn china_midnight(day: NaiveDate) -> DateTime<Utc> {
    let midnight = china_offset().from_local_datetime(&day.and_time(NaiveTime::MIN));
    midnight.single().expect("a fixed offset has every local time once").to_utc()
}
