//! Which orders the demo shows, and when what happened to each.

use chrono::TimeDelta;

/// How long ago the first of them began, and a little more.
pub const PAST: TimeDelta = TimeDelta::hours(320);

/// Something that happens to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// The customer begins and types the first two steps.
    Begun,
    /// The customer types the rest, brings evidence and submits.
    Submitted,
    /// The same, with one e-mail address for both persons in charge: the automatic check says no.
    SubmittedWrong,
    /// The reviewer approves.
    Approved,
    /// The reviewer returns it.
    Returned,
    /// The persons in charge answer the ministry's SMS.
    PhonesAnswered,
    /// The authority grants it.
    Granted,
    /// The authority refuses it.
    Refused,
    /// The customer gives it up.
    Abandoned,
}

/// One order: what happened to it, each so many hours ago.
pub type Journey = &'static [(i64, Happening)];

use Happening::{
    Abandoned, Approved, Begun, Granted, PhonesAnswered, Refused, Returned, Submitted, SubmittedWrong,
};

/// The orders, the first company's first.
pub const ALL: &[Journey] = &[
    &[(310, Begun), (308, Submitted), (286, Approved), (285, PhonesAnswered), (190, Granted)],
    &[(240, Begun), (239, Submitted), (218, Approved), (217, PhonesAnswered), (98, Granted)],
    &[(215, Begun), (214, Submitted), (194, Approved), (193, PhonesAnswered), (74, Refused)],
    &[(144, Begun), (143, Submitted), (121, Approved), (120, PhonesAnswered)],
    &[(97, Begun), (96, Submitted), (73, Approved), (71, PhonesAnswered)],
    &[(51, Begun), (50, Submitted), (3, Approved)],
    &[(125, Begun), (124, Submitted)],
    &[(28, Begun), (27, Submitted)],
    &[(3, Begun), (2, Submitted)],
    &[(76, Begun), (75, Submitted), (49, Returned)],
    &[(5, Begun)],
    &[(22, Begun), (21, SubmittedWrong)],
    &[(170, Begun), (160, Abandoned)],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_moves_forward_and_nobody_waits_too_long_for_an_sms() {
        for journey in ALL {
            assert!(journey.windows(2).all(|pair| pair[0].0 > pair[1].0), "{journey:?}");
            assert!(journey.iter().all(|(hours, _)| TimeDelta::hours(*hours) < PAST));
            let approved = journey.iter().find(|(_, what)| *what == Approved);
            let answered = journey.iter().find(|(_, what)| *what == PhonesAnswered);
            if let Some((approved, _)) = approved {
                let until = answered.map_or(0, |(answered, _)| *answered);
                assert!(approved - until < 24, "{journey:?}");
            }
        }
    }
}
