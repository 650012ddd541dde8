//! Looking after the directories of rules: what changes there takes effect while the process runs.

use std::io;
use std::time::Duration;

use beian_app::App;
use beian_domain::rulebook::{Layer, Problem};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};
use tokio_util::sync::CancellationToken;

use super::{Unreadable, layers, told};
use crate::config::Overlays;

/// What was seen in the directories last.
///
/// The texts themselves are compared, not sizes and times: they are small, and a copy may keep the time of
/// what it replaces.
#[derive(Debug, Clone)]
pub struct Watch {
    overlays: Overlays,
    seen: Result<Vec<Layer>, Unreadable>,
}

/// What a look brought.
#[derive(Debug, PartialEq, Eq)]
enum Look {
    Same,
    Taken,
    Refused(Vec<Problem>),
    Unreadable(Unreadable),
}

impl Watch {
    /// Directories of which these layers have been taken already.
    pub fn new(overlays: Overlays, taken: Vec<Layer>) -> Self {
        Self { overlays, seen: Ok(taken) }
    }

    /// Looks from time to time and on SIGHUP, until the token is cancelled; not at all without directories.
    pub fn start(self, app: App, token: CancellationToken) -> io::Result<()> {
        if !self.overlays.directories.is_empty() {
            // Taken over before anybody can send it: unhandled, it would end the process.
            let told = signal(SignalKind::hangup())?;
            tokio::spawn(token.run_until_cancelled_owned(self.run(app, told)));
        }
        Ok(())
    }

    async fn run(mut self, app: App, mut told: Signal) {
        let mut ticks = self.overlays.every.map(ticks);
        loop {
            tokio::select! {
                _ = told.recv() => tracing::info!("told to look at the rules"),
                () = next(&mut ticks) => {}
            }
            let app = app.clone();
            let look = move || (self.look(|layers| app.offer_rulebook(layers)), self);
            let Ok((look, watch)) = tokio::task::spawn_blocking(look).await else {
                return tracing::error!(
                    "the rules are not looked at any more: reading them ended in a panic"
                );
            };
            self = watch;
            look.log();
        }
    }

    /// Reads the directories, and offers what is new there.
    fn look(&mut self, offer: impl FnOnce(&[Layer]) -> Result<(), Vec<Problem>>) -> Look {
        let now = layers(&self.overlays.directories);
        if now == self.seen {
            return Look::Same;
        }
        let look = match &now {
            Ok(layers) => offer(layers).map_or_else(Look::Refused, |()| Look::Taken),
            Err(unreadable) => Look::Unreadable(unreadable.clone()),
        };
        self.seen = now;
        look
    }
}

fn ticks(every: Duration) -> Interval {
    let mut ticks = interval_at(Instant::now() + every, every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

async fn next(ticks: &mut Option<Interval>) {
    match ticks {
        Some(ticks) => drop(ticks.tick().await),
        None => std::future::pending().await,
    }
}

impl Look {
    fn log(&self) {
        match self {
            Self::Same => {}
            Self::Taken => tracing::info!("the rules have changed and are in force"),
            Self::Refused(problems) => {
                tracing::error!(problems = told(problems, "; "), "the rules are refused, the last good stay");
            }
            Self::Unreadable(why) => {
                tracing::error!(%why, "the rules cannot be read, the last good stay");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use beian_domain::rulebook::Shelf;

    use super::*;
    use crate::rules::open;

    fn write(directory: &Path, age: &str) {
        let text = format!(
            "province = \"zhejiang\"\n[unit.minimum-age]\nvalue = {age}\nseverity = \"warn\"\nsources = [\"T\"]\n\
             confidence = \"single\"\nrow = \"unit-persons 浙\"\n"
        );
        fs::create_dir_all(directory.join("provinces")).unwrap();
        fs::write(directory.join("provinces/zhejiang.toml"), text).unwrap();
    }

    /// A shelf, and a look that offers to it.
    fn look(watch: &mut Watch, shelf: &mut Shelf) -> Look {
        watch.look(|layers| if shelf.offer(layers) { Ok(()) } else { Err(shelf.rejected().to_vec()) })
    }

    #[test]
    fn what_is_laid_over_takes_effect_and_what_is_broken_does_not() {
        let here = tempfile::tempdir().unwrap();
        write(here.path(), "16");
        let overlays = Overlays { directories: vec![here.path().to_owned()], every: None };
        let (_, mut watch) = open(&overlays).unwrap();
        let mut shelf = Shelf::built_in();
        assert_eq!(look(&mut watch, &mut shelf), Look::Same, "taken at the start");
        write(here.path(), "17");
        assert_eq!(look(&mut watch, &mut shelf), Look::Taken);
        let good = shelf.current().clone();
        assert_eq!(good.layers().len(), 2);

        write(here.path(), "\"young\"");
        let Look::Refused(problems) = look(&mut watch, &mut shelf) else { panic!("taken") };
        assert!(told(&problems, "").contains("provinces/zhejiang.toml:3: unit.minimum-age.value: expected"));
        assert_eq!(look(&mut watch, &mut shelf), Look::Same, "told once per change");
        fs::remove_dir_all(here.path().join("provinces")).unwrap();
        assert!(matches!(look(&mut watch, &mut shelf), Look::Unreadable(_)));
        assert!(std::sync::Arc::ptr_eq(&good, shelf.current()));

        write(here.path(), "17");
        fs::write(here.path().join(".#zhejiang.toml"), "what an editor leaves").unwrap();
        assert_eq!(look(&mut watch, &mut shelf), Look::Taken);
        assert!(shelf.rejected().is_empty());
    }

    #[test]
    fn broken_rules_are_no_start() {
        let here = tempfile::tempdir().unwrap();
        write(here.path(), "\"young\"");
        fs::write(here.path().join("nothing.toml"), "").unwrap();
        let overlays = Overlays { directories: vec![here.path().to_owned()], every: None };
        let told = open(&overlays).unwrap_err().to_string();
        assert!(told.contains("nothing.toml:1: no file of this name"), "{told}");
        assert!(told.contains("provinces/zhejiang.toml:3: unit.minimum-age.value"), "{told}");
    }
}
