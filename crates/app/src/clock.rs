//! The clock: the one place that knows what time it is, and one that stands still until it is told to move.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, TimeZone as _, Utc};

/// Where the time comes from. Always whole microseconds, which is what both databases keep.
#[derive(Debug, Clone)]
pub struct Clock(Source);

#[derive(Debug, Clone)]
enum Source {
    System,
    Held(HeldClock),
}

impl Clock {
    /// The computer's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that shows what `held` was last set to.
    pub fn held(held: &HeldClock) -> Self {
        Self(Source::Held(held.clone()))
    }

    /// What time it is.
    #[expect(clippy::disallowed_methods, reason = "the one place where time enters")]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Source::System => from_micros(Utc::now().timestamp_micros()),
            Source::Held(held) => held.now(),
        }
    }
}

/// The hand of a clock that stands still: clones share it.
#[derive(Debug, Clone)]
pub struct HeldClock(Arc<AtomicI64>);

impl HeldClock {
    /// A clock that shows `at`.
    pub fn at(at: DateTime<Utc>) -> Self {
        Self(Arc::new(AtomicI64::new(at.timestamp_micros())))
    }

    /// What it shows.
    pub fn now(&self) -> DateTime<Utc> {
        from_micros(self.0.load(Ordering::SeqCst))
    }

    /// Moves it on, or back.
    pub fn advance(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
    }

    /// Sets it.
    pub fn set(&self, at: DateTime<Utc>) {
        self.0.store(at.timestamp_micros(), Ordering::SeqCst);
    }
}

fn from_micros(micros: i64) -> DateTime<Utc> {
    Utc.timestamp_micros(micros).single().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_clock_moves_only_when_told() {
        let held = HeldClock::at(Utc.with_ymd_and_hms(2026, 11, 23, 1, 0, 0).unwrap());
        let clock = Clock::held(&held);
        let before = clock.now();
        assert_eq!(clock.now(), before);
        held.advance(TimeDelta::hours(24));
        assert_eq!(clock.now() - before, TimeDelta::hours(24));
    }
}
