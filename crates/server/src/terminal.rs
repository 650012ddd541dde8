//! What a command prints: results on standard output one line at a time, failures with all that is known.

use std::fmt::Write as _;
use std::io::Write as _;

use beian_app::Failure;

/// Prints a line. A reader that has gone away (`| head`) is no reason to fail.
pub fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// A failure of a use case for whoever runs the platform: codes and facts, which the pages would word.
pub fn explained(failure: &Failure) -> String {
    match failure {
        Failure::Invalid(problems) => {
            let mut text = String::new();
            for problem in problems {
                let _ = write!(text, "\n  {}: {}", problem.field, problem.code);
                for (name, value) in &problem.facts {
                    let _ = write!(text, ", {name} {value}");
                }
            }
            text
        }
        Failure::Fault(fault) => fault.chain(),
        Failure::Refused(_)
        | Failure::Forbidden
        | Failure::Missing
        | Failure::Stale
        | Failure::Busy { .. } => failure.to_string(),
    }
}
