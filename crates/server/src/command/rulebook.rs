//! `rulebook`: looking at the rules and at what is wrong with them.

mod show;

use std::path::PathBuf;

use beian_domain::rulebook::{Layer, Problem, Rulebook};

use super::Stop;
use crate::cli;
use crate::rules;
use crate::terminal::say;

/// Runs one of the commands.
pub fn rulebook(asked: &cli::Rulebook) -> anyhow::Result<()> {
    match asked {
        cli::Rulebook::Lint { dirs } => lint(dirs),
        cli::Rulebook::Show(asked) => show::run(asked),
    }
}

fn lint(dirs: &[PathBuf]) -> anyhow::Result<()> {
    let layers = with_built_in(dirs)?;
    let files: usize = layers.iter().map(|layer| layer.files.len()).sum();
    match Rulebook::prove(&layers) {
        Ok(_) => {
            say(format!("{} layers, {files} files: nothing to mend. 没有需要修改的地方。", layers.len()));
            Ok(())
        }
        Err(problems) => Err(refused(&problems).into()),
    }
}

/// The built-in rules and the directories over them.
pub(super) fn with_built_in(dirs: &[PathBuf]) -> Result<Vec<Layer>, Stop> {
    rules::layers(dirs).map_err(|unreadable| Stop::Unusable(unreadable.to_string()))
}

/// Every problem on a line of its own: on standard output, so that it can be counted and sorted.
pub(super) fn refused(problems: &[Problem]) -> Stop {
    for problem in problems {
        say(problem);
    }
    Stop::Refused(format!("{} problems in the rules. 规则有需要修改的地方。", problems.len()))
}
