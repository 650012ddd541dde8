//! What a command prints: results on standard output, one line at a time.

use std::io::Write as _;

/// Prints a line. A reader that has gone away (`| head`) is no reason to fail.
pub fn say(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
