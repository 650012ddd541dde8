//! What was answered to somebody who asked for something that cannot be.

use std::collections::BTreeSet;
use std::fmt::Debug;

use beian_app::{Failure, Refused};

/// The refusal.
///
/// # Panics
/// When it ended any other way.
pub fn refused<T: Debug>(outcome: Result<T, Failure>) -> Refused {
    match outcome {
        Err(Failure::Refused(refused)) => refused,
        other => panic!("not refused: {other:?}"),
    }
}

/// The fields that could not be read, each with why: `subject.person.mobile: mobile-length`.
///
/// # Panics
/// When it ended any other way.
pub fn invalid_fields<T: Debug>(outcome: Result<T, Failure>) -> BTreeSet<String> {
    match outcome {
        Err(Failure::Invalid(problems)) => {
            problems.iter().map(|problem| format!("{}: {}", problem.field, problem.code)).collect()
        }
        other => panic!("everything could be read: {other:?}"),
    }
}
