//! Windows of maintenance: a span of time, once or every day, for uploads, for downloads or for both.

use chrono::{DateTime, Duration, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::soap::Method;

/// A time of maintenance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WindowLine", into = "WindowLine")]
pub struct Window {
    /// What is not served; both without it.
    pub on: Option<Side>,
    /// When.
    pub span: Span,
}

/// What maintenance is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// `isp_upload` (code 901).
    Upload,
    /// `isp_download`, `isp_downloadack`, `isp_querypreviousupload` (code 902).
    Download,
}

/// From a moment (included) to another (excluded).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Once.
    Once {
        /// First moment.
        from: DateTime<Utc>,
        /// First moment after.
        until: DateTime<Utc>,
    },
    /// Every day, Beijing time; past midnight if it ends before it begins.
    Daily {
        /// First moment.
        from: NaiveTime,
        /// First moment after.
        until: NaiveTime,
    },
}

/// A window as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WindowLine {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<Side>,
    from: String,
    until: String,
}

/// Why two texts are no window.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "from {from:?} until {until:?}: give two moments like 2025-06-01T04:00:00Z or two Beijing times like 02:00"
)]
pub struct NoWindow {
    from: String,
    until: String,
}

impl Window {
    /// Whether a call is not served at that moment.
    pub fn covers(&self, method: Method, now: DateTime<Utc>) -> bool {
        let side = match method {
            Method::Upload => Side::Upload,
            Method::Download | Method::Acknowledge | Method::PreviousUpload => Side::Download,
            Method::Status | Method::VerifyPassword => return false,
        };
        self.on.is_none_or(|on| on == side) && self.span.contains(now)
    }
}

impl Span {
    fn contains(&self, now: DateTime<Utc>) -> bool {
        match self {
            Self::Once { from, until } => (*from..*until).contains(&now),
            Self::Daily { from, until } => {
                let time = (now + Duration::hours(8)).time();
                if from <= until { (*from..*until).contains(&time) } else { time >= *from || time < *until }
            }
        }
    }
}

impl TryFrom<WindowLine> for Window {
    type Error = NoWindow;

    fn try_from(line: WindowLine) -> Result<Self, NoWindow> {
        let moment = |text: &str| DateTime::parse_from_rfc3339(text).ok().map(|moment| moment.to_utc());
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
        let span = match (moment(&line.from), moment(&line.until), time(&line.from), time(&line.until)) {
            (Some(from), Some(until), ..) if from < until => Span::Once { from, until },
            (_, _, Some(from), Some(until)) if from != until => Span::Daily { from, until },
            _ => return Err(NoWindow { from: line.from, until: line.until }),
        };
        Ok(Self { on: line.on, span })
    }
}

impl From<Window> for WindowLine {
    fn from(window: Window) -> Self {
        let (from, until) = match window.span {
            Span::Once { from, until } => (from.to_rfc3339(), until.to_rfc3339()),
            Span::Daily { from, until } => {
                (from.format("%H:%M").to_string(), until.format("%H:%M").to_string())
            }
        };
        Self { on: window.on, from, until }
    }
}
