use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Working days per month, counted by hand from the notices.
const PER_MONTH: [(i32, [i64; 12]); 3] = [
    (2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]),
    (2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]),
    (2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]),
];

#[test]
fn months_have_their_working_days() {
    let calendar = Calendar::builtin();
    for (year, months) in PER_MONTH {
        for (month, expected) in (1..).zip(months) {
            let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
            let before = first.pred_opt().unwrap();
            let last = before.checked_add_months(chrono::Months::new(1)).unwrap();
            let last = last.with_day(31).or(last.with_day(30)).or(last.with_day(29)).unwrap_or(last);
            let last = if last.month() == month { last } else { first + Days::new(27) };
            assert_eq!(calendar.working_days_between(before, last), expected, "{year}-{month:02}");
        }
    }
}

#[test]
fn deadlines_skip_holidays_and_count_worked_weekends() {
    let calendar = Calendar::builtin();
    for (start, two, twenty) in [
        ("2024-02-05", "2024-02-07", "2024-03-08"),
        ("2025-01-20", "2025-01-22", "2025-02-21"),
        ("2025-09-26", "2025-09-29", "2025-10-30"),
        ("2026-02-10", "2026-02-12", "2026-03-16"),
        ("2026-09-18", "2026-09-21", "2026-10-22"),
        ("2026-09-28", "2026-09-30", "2026-10-30"),
    ] {
        let certain = |date| Deadline { date: day(date), provisional: false };
        // 2025-09-28 and 2026-09-20 are worked Sundays, so two days may end on a Monday.
        assert_eq!(calendar.add_working_days(day(start), 2), certain(two), "{start} + 2");
        assert_eq!(calendar.add_working_days(day(start), 20), certain(twenty), "{start} + 20");
    }
}

#[test]
fn a_year_without_notice_is_a_guess() {
    let calendar = Calendar::builtin();
    assert_eq!(calendar.is_working_day(day("2027-01-01")), WorkingDay { working: false, provisional: true });
    assert_eq!(calendar.is_working_day(day("2027-03-01")), WorkingDay { working: true, provisional: true });
    assert_eq!(calendar.is_working_day(day("2027-10-04")), WorkingDay { working: true, provisional: true });
    let across = calendar.add_working_days(day("2026-12-30"), 3);
    assert_eq!(across, Deadline { date: day("2027-01-05"), provisional: true });
}

#[test]
fn notices_are_named() {
    let calendar = Calendar::builtin();
    assert_eq!(calendar.years().collect::<Vec<_>>(), [2024, 2025, 2026]);
    assert!(calendar.source(2026).unwrap().1.starts_with("https://www.gov.cn/"));
    assert_eq!(calendar.holiday(day("2026-02-17")), Some("春节"));
    assert_eq!(calendar.holiday(day("2026-02-28")), None);
}

#[test]
fn a_file_that_contradicts_itself_is_refused() {
    let both = "year=2030\ntitle='t'\nsource='s'\nworked=['2030-01-01']\n[[off]]\nname='n'\nfrom='2030-01-01'\nto='2030-01-02'";
    let backwards =
        "year=2030\ntitle='t'\nsource='s'\nworked=[]\n[[off]]\nname='n'\nfrom='2030-01-03'\nto='2030-01-02'";
    for file in [both, backwards] {
        assert!(matches!(Calendar::from_toml(&[file]), Err(CalendarError::Contradiction { year: 2030, .. })));
    }
    assert!(matches!(Calendar::from_toml(&["year = 'x'"]), Err(CalendarError::Shape(_))));
}

#[test]
fn the_chinese_day_begins_at_four_in_the_afternoon_utc() {
    let instant = "2026-09-18T16:00:00Z".parse().unwrap();
    assert_eq!(china_date(instant), day("2026-09-19"));
    assert_eq!(china_midnight(day("2026-09-19")), instant);
    assert_eq!(china_date(instant - chrono::TimeDelta::seconds(1)), day("2026-09-18"));
}

proptest! {
    #[test]
    fn more_days_end_later(offset in 0_u64..1400, days in 0_u32..60) {
        let calendar = Calendar::builtin();
        let start = day("2024-01-01") + Days::new(offset);
        let earlier = calendar.add_working_days(start, days);
        let later = calendar.add_working_days(start, days + 1);
        prop_assert!(earlier.date < later.date);
        prop_assert!(days == 0 || calendar.is_working_day(earlier.date).working);
        prop_assert_eq!(calendar.working_days_between(start, earlier.date), i64::from(days));
        prop_assert_eq!(calendar.working_days_between(earlier.date, start), -i64::from(days));
    }

    #[test]
    fn a_later_start_never_ends_earlier(offset in 0_u64..1400, days in 0_u32..60) {
        let calendar = Calendar::builtin();
        let start = day("2024-01-01") + Days::new(offset);
        let next = calendar.add_working_days(start + Days::new(1), days);
        prop_assert!(calendar.add_working_days(start, days).date <= next.date);
    }
}
