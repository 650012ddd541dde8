//! The shelf: the rulebook in force, which stays when a newer one cannot be read.

use std::sync::Arc;

use super::Rulebook;
use super::layer::Layer;
use super::problem::Problem;

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
        match Rulebook::load(layers) {
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
