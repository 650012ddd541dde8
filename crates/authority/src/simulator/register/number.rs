//! Numbers and ids: issued per province, never twice.

use chrono::{DateTime, Datelike, Duration, Utc};
use serde::{Deserialize, Serialize};

use super::{FiledSubject, Ids};
use crate::codes::base::{PROVINCES, Province};
use crate::number::{FilingNumber, Suffix};
use crate::simulator::state::{Counter, State};

/// What a service is; V3.0 of the interface does not tell, so whoever approves it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::simulator) enum ServiceKind {
    /// 网站.
    #[default]
    Website,
    /// App.
    App,
    /// 小程序.
    MiniProgram,
    /// 快应用.
    QuickApp,
}

impl ServiceKind {
    fn suffix(self, running: u32) -> Suffix {
        match self {
            Self::Website => Suffix::Website(running),
            Self::App => Suffix::App(running),
            Self::MiniProgram => Suffix::MiniProgram(running),
            Self::QuickApp => Suffix::QuickApp(running),
        }
    }
}

impl State {
    /// Begins to draw twelve-digit bureau ids: province and running number.
    pub(super) fn draw_ids(&self, province: &Province) -> Ids {
        let last = self.counters.get(&Counter::BureauIds).copied().unwrap_or(0);
        Ids { base: province.code * 10_000_000_000, last }
    }

    /// Keeps how many were drawn.
    pub(super) fn drawn(&mut self, ids: &Ids) {
        self.counters.insert(Counter::BureauIds, ids.last);
    }

    /// One bureau id.
    pub fn draw_id(&mut self, province: &Province) -> i64 {
        let mut ids = self.draw_ids(province);
        let id = ids.draw();
        self.drawn(&ids);
        id
    }

    pub(super) fn issue(&mut self, province: &Province, now: DateTime<Utc>) -> FilingNumber {
        let year = (now + Duration::hours(8)).year();
        let key = format!("{}{year}", province.short);
        let running = self.issued.get(&key).map_or(1, |last| last + 1);
        self.issued.insert(key, running);
        FilingNumber::of_subject(province.short, year, running)
    }
}

impl FiledSubject {
    /// The next service number of this subject. Kinds share one count.
    pub(super) fn next_number(&mut self, kind: ServiceKind) -> String {
        self.last_suffix += 1;
        match FilingNumber::parse(self.number()) {
            Some(number) => number.with(kind.suffix(self.last_suffix)).to_string(),
            None => format!("{}-{}", self.number(), self.last_suffix),
        }
    }
}

/// The province that a bureau id was drawn in.
pub(in crate::simulator) fn province_of(bureau_id: i64) -> Option<&'static Province> {
    PROVINCES.iter().find(|province| province.code == bureau_id / 10_000_000_000)
}
