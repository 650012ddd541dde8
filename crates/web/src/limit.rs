//! Brakes on strangers: how often one network address may knock at each door.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::problem::Problem;

/// After so many knocks the addresses that have gone quiet are forgotten.
const SWEEP_EVERY: u32 = 1_024;

/// Requests per minute from one address; 0 is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestLimits {
    /// Signing in, with or without success.
    pub sign_in: u32,
    /// Opening accounts.
    pub sign_up: u32,
    /// The public query (备案查询), and what asks the authority before an order is opened.
    pub query: u32,
    /// Checks while typing.
    pub check: u32,
    /// Pictures from phones that came by a link.
    pub phone: u32,
    /// Packages of Apps handed in to be read.
    pub inspect: u32,
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self { sign_in: 20, sign_up: 6, query: 60, check: 240, phone: 60, inspect: 12 }
    }
}

/// A door with a brake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    SignIn,
    SignUp,
    Query,
    Check,
    Phone,
    Inspect,
}

#[derive(Debug)]
struct Brake {
    limiter: Option<DefaultKeyedRateLimiter<IpAddr>>,
    knocks: AtomicU32,
}

impl Brake {
    fn new(per_minute: u32) -> Self {
        let limiter = NonZeroU32::new(per_minute).map(|n| RateLimiter::keyed(Quota::per_minute(n)));
        Self { limiter, knocks: AtomicU32::new(0) }
    }

    fn knock(&self, address: IpAddr) -> Result<(), Problem> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if self.knocks.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            limiter.retain_recent();
        }
        limiter.check_key(&address).map_err(|early| {
            let wait = early.wait_time_from(DefaultClock::default().now());
            Problem::too_many(wait)
        })
    }
}

/// The brakes of all doors.
#[derive(Debug)]
pub(crate) struct Limiters {
    sign_in: Brake,
    sign_up: Brake,
    query: Brake,
    check: Brake,
    phone: Brake,
    inspect: Brake,
}

impl Limiters {
    pub(crate) fn new(limits: &RequestLimits) -> Self {
        Self {
            sign_in: Brake::new(limits.sign_in),
            sign_up: Brake::new(limits.sign_up),
            query: Brake::new(limits.query),
            check: Brake::new(limits.check),
            phone: Brake::new(limits.phone),
            inspect: Brake::new(limits.inspect),
        }
    }

    /// Lets `address` through, or says when to come back.
    pub(crate) fn knock(&self, door: Door, address: IpAddr) -> Result<(), Problem> {
        let brake = match door {
            Door::SignIn => &self.sign_in,
            Door::SignUp => &self.sign_up,
            Door::Query => &self.query,
            Door::Check => &self.check,
            Door::Phone => &self.phone,
            Door::Inspect => &self.inspect,
        };
        brake.knock(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_braked_and_another_is_not() {
        let limits = RequestLimits { sign_in: 3, query: 0, ..RequestLimits::default() };
        let limiters = Limiters::new(&limits);
        let (one, other) = ([192, 0, 2, 1].into(), [192, 0, 2, 2].into());
        for _ in 0..3 {
            assert!(limiters.knock(Door::SignIn, one).is_ok());
        }
        assert!(limiters.knock(Door::SignIn, one).is_err());
        assert!(limiters.knock(Door::SignIn, other).is_ok());
        for _ in 0..500 {
            assert!(limiters.knock(Door::Query, one).is_ok(), "0 is no limit");
        }
    }
}
