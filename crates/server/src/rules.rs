//! The rules of this process: those compiled in, and the directories that are laid over them.

mod directory;
mod watch;

use std::path::PathBuf;

use beian_app::Rules;
use beian_domain::rulebook::{Layer, Problem, Rulebook};

use crate::config::Overlays;
pub use directory::Unreadable;
pub use watch::Watch;

/// The built-in rules and the directories over them, the lowest first.
pub fn layers(directories: &[PathBuf]) -> Result<Vec<Layer>, Unreadable> {
    let overlays = directories.iter().map(|directory| directory::read(directory));
    std::iter::once(Ok(Layer::built_in())).chain(overlays).collect()
}

/// The rules to start with, and what looks after them; or everything that is wrong with them.
pub fn open(overlays: &Overlays) -> anyhow::Result<(Rules, Watch)> {
    let see = |why: String| anyhow::anyhow!("the rules need mending, see rulebook.overlays:\n  {why}");
    let layers = layers(&overlays.directories).map_err(|unreadable| see(unreadable.to_string()))?;
    let rules = if overlays.directories.is_empty() {
        Rules::built_in()
    } else {
        Rules::new(Rulebook::prove(&layers).map_err(|problems| see(told(&problems, "\n  ")))?)
    };
    Ok((rules, Watch::new(overlays.clone(), layers)))
}

/// Every problem with its layer, file, line and key.
fn told(problems: &[Problem], between: &str) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join(between)
}
