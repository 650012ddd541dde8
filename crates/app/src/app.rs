//! The application: everything a use case needs, handed from one to the next.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use beian_domain::access::Actor;
use beian_domain::calendar::{Calendar, china_date};
use beian_domain::id::Id;
use beian_domain::order::Stamp;
use beian_domain::region::Province;
use beian_store::{Blobs, Store, Tx};
use chrono::{DateTime, NaiveDate, Utc};
use tokio::sync::{Mutex, MutexGuard, Notify, Semaphore};

use crate::chance::Chance;
use crate::clock::Clock;
use crate::exchange::codes::CodesCache;
use crate::failure::Failure;
use crate::notices::{Mail, Sms, Wording};
use crate::rulebook::Rules;
use crate::settings::{AuthorityLink, Settings};

/// What the application is built from.
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The bytes of evidence.
    pub blobs: Blobs,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub chance: Chance,
    /// Working days.
    pub calendar: &'static Calendar,
    /// What the provinces ask.
    pub rulebook: Rules,
    /// The authorities we exchange with; none is possible, then orders wait at sending.
    pub links: Vec<AuthorityLink>,
    /// How notices are worded.
    pub wording: Wording,
    /// How mail leaves.
    pub mail: Mail,
    /// How SMS leave.
    pub sms: Sms,
    /// Everything else.
    pub settings: Settings,
}

/// The application. Cheap to clone; all clones are the same one.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    parts: Parts,
    work: Notify,
    hashing: Semaphore,
    turns: BTreeMap<String, Mutex<()>>,
    codes: CodesCache,
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Self {
        let hashing = Semaphore::new(parts.settings.limits.hashing.max(1));
        let turns = parts.links.iter().map(|link| (link.name.clone(), Mutex::new(()))).collect();
        Self(Arc::new(Inner { parts, work: Notify::new(), hashing, turns, codes: CodesCache::default() }))
    }

    /// The time, in whole microseconds.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.parts.clock.now()
    }

    /// The day it is in China.
    pub fn today(&self) -> NaiveDate {
        china_date(self.now())
    }

    /// A fresh id.
    pub fn id<T: From<Id>>(&self) -> T {
        T::from(Id::new(self.now(), self.0.parts.chance.number()))
    }

    /// Randomness.
    pub fn chance(&self) -> &Chance {
        &self.0.parts.chance
    }

    /// Working days.
    pub fn calendar(&self) -> &'static Calendar {
        self.0.parts.calendar
    }

    /// Settings.
    pub fn settings(&self) -> &Settings {
        &self.0.parts.settings
    }

    /// The authorities we exchange with.
    pub fn links(&self) -> &[AuthorityLink] {
        &self.0.parts.links
    }

    /// The authority that takes the filings of a province.
    pub fn link_of(&self, province: Province) -> Option<&AuthorityLink> {
        self.links().iter().find(|link| link.provinces.contains(&province))
    }

    /// The link with this name.
    pub fn link(&self, name: &str) -> Option<&AuthorityLink> {
        self.links().iter().find(|link| link.name == name)
    }

    /// Whether the database answers, for readiness probes.
    pub async fn ready(&self) -> Result<(), Failure> {
        Ok(self.store().ready().await?)
    }

    /// Waits for the turn to speak to an authority: one conversation per account and process at a time.
    /// `None` for a link that is not configured.
    pub(crate) async fn turn(&self, link: &str) -> Option<MutexGuard<'_, ()>> {
        match self.0.turns.get(link) {
            Some(turn) => Some(turn.lock().await),
            None => None,
        }
    }

    /// Waits until this process has queued a job.
    pub(crate) async fn work_queued(&self) {
        self.0.work.notified().await;
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.parts.store
    }

    pub(crate) fn blobs(&self) -> &Blobs {
        &self.0.parts.blobs
    }

    pub(crate) fn rules(&self) -> &Rules {
        &self.0.parts.rulebook
    }

    pub(crate) fn wording(&self) -> &Wording {
        &self.0.parts.wording
    }

    pub(crate) fn mail(&self) -> &Mail {
        &self.0.parts.mail
    }

    pub(crate) fn sms(&self) -> &Sms {
        &self.0.parts.sms
    }

    pub(crate) fn codes(&self) -> &CodesCache {
        &self.0.codes
    }

    pub(crate) fn hashing(&self) -> &Semaphore {
        &self.0.hashing
    }

    /// Who acts, now.
    pub(crate) fn stamp(&self, by: Actor) -> Stamp {
        Stamp { at: self.now(), by }
    }

    /// Commits, and wakes the worker of this process for the jobs that came with it.
    pub(crate) async fn commit(&self, tx: Tx) -> Result<(), Failure> {
        tx.commit().await?;
        self.0.work.notify_one();
        Ok(())
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").field("settings", &self.0.parts.settings).finish_non_exhaustive()
    }
}
