//! Logs: text for people or JSON for collectors, on standard error.

use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

use crate::config::{Format, Log};

/// Starts logging; every later call changes nothing.
pub fn start(log: &Log) {
    // The configuration has checked the filter.
    let filter = EnvFilter::new(&log.filter);
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let lines = lines.with_ansi(std::io::stderr().is_terminal());
    let _ = match log.format {
        Format::Text => lines.try_init(),
        Format::Json => lines.json().flatten_event(true).try_init(),
    };
}

/// Logging for commands that print their result: only what went wrong.
pub fn quiet() {
    start(&Log { format: Format::Text, filter: "warn".to_owned() });
}
