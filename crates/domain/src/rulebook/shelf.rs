//! The shelf: the rulebook in force, which stays when a newer one cannot be read.

use std::sync::Arc;

use super::layer::Layer;
use super::problem::Problem;
use super::{BUILT_IN_RULES, Rulebook};

/// Holds the last good rulebook, and what was wrong with the one offered last.
#[derive(Debug, Clone)]
pub struct Shelf {
    current: Arc<Rulebook>,
    rejected: Vec<Problem>,
}

impl Shelf {
    /// A shelf with a rulebook that has been read.
    pub fn new(rulebook: Rulebook) -> Self {
        Self { current: Arc::new(rulebook), rejected: Vec::new() }
    }

    /// A shelf with the rules compiled in, which are read once per process.
    pub fn built_in() -> Self {
        Self { current: Arc::clone(&BUILT_IN_RULES), rejected: Vec::new() }
    }

    /// The rulebook in force.
    pub fn current(&self) -> &Arc<Rulebook> {
        &self.current
    }

    /// What was wrong with the layers offered last; empty if they were taken.
    pub fn rejected(&self) -> &[Problem] {
        &self.rejected
    }

    /// Takes the layers if they can be read whole; else the last good rulebook stays.
    pub fn offer(&mut self, layers: &[Layer]) -> bool {
        self.settle(Rulebook::load(layers))
    }

    /// Takes what came of reading layers elsewhere, as [`Self::offer`] does.
    pub fn settle(&mut self, read: Result<Rulebook, Vec<Problem>>) -> bool {
        match read {
            Ok(rulebook) => {
                self.current = Arc::new(rulebook);
                self.rejected.clear();
                true
            }
            Err(problems) => {
                self.rejected = problems;
                false
            }
        }
    }
}
