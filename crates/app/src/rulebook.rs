//! The rulebook in force: what every use case asks, exchanged while the application runs.

use std::sync::{Arc, PoisonError, RwLock};

use beian_domain::rulebook::{Layer, Problem, Rulebook, Shelf};

use crate::App;

/// The last good rulebook, and what was wrong with one that was refused after it.
#[derive(Debug)]
pub struct Rules(RwLock<Shelf>);

impl Rules {
    /// The rules compiled in; every application of a process shares one copy of them.
    pub fn built_in() -> Self {
        Self(RwLock::new(Shelf::built_in()))
    }

    /// Rules that have been read already.
    pub fn new(rulebook: Rulebook) -> Self {
        Self(RwLock::new(Shelf::new(rulebook)))
    }

    fn look<T>(&self, at: impl FnOnce(&Shelf) -> T) -> T {
        at(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reading takes tens of milliseconds, so it comes before the lock and nobody waits for it.
    fn offer(&self, layers: &[Layer]) -> Result<(), Vec<Problem>> {
        let read = Rulebook::prove(layers);
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if held.settle(read) { Ok(()) } else { Err(held.rejected().to_vec()) }
    }
}

impl App {
    /// The rulebook in force. Whoever judges one thing keeps it until done, so that it is one and the same.
    pub fn rulebook(&self) -> Arc<Rulebook> {
        self.rules().look(|shelf| Arc::clone(shelf.current()))
    }

    /// Puts a rulebook of these layers, the lowest first, in force. Blocks while it is read.
    ///
    /// # Errors
    /// Every problem of every file; then the last good rulebook stays in force.
    pub fn offer_rulebook(&self, layers: &[Layer]) -> Result<(), Vec<Problem>> {
        self.rules().offer(layers)
    }

    /// What was wrong with the layers offered last; empty if they are in force.
    pub fn rulebook_problems(&self) -> Vec<Problem> {
        self.rules().look(|shelf| shelf.rejected().to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGE: &str = "province = \"zhejiang\"\n[unit.minimum-age]\nvalue = 16\nseverity = \"warn\"\n\
        sources = [\"T\"]\nconfidence = \"single\"\nrow = \"unit-persons 浙\"\n";

    fn layers(text: &str) -> [Layer; 2] {
        let file = ("provinces/zhejiang.toml".to_owned(), text.to_owned());
        [Layer::built_in(), Layer::overlay("ours", [file])]
    }

    #[test]
    fn applications_share_the_rules_compiled_in() {
        let copies = [Rules::built_in(), Rules::built_in()];
        let [one, other] = copies.map(|rules| rules.look(|shelf| Arc::clone(shelf.current())));
        assert!(Arc::ptr_eq(&one, &other));
    }

    #[test]
    fn what_cannot_be_read_leaves_the_last_good_rulebook_and_says_why() {
        let rules = Rules::built_in();
        let before = rules.look(|shelf| Arc::clone(shelf.current()));
        rules.offer(&layers(AGE)).unwrap();
        assert_eq!(before.layers(), ["built-in"], "whoever holds a rulebook keeps it");
        let problems = rules.offer(&layers("province = \"zhejiang\"\n[unit]\nage = 3\n")).unwrap_err();
        assert!(problems.iter().all(|problem| &*problem.place.file == "provinces/zhejiang.toml"));
        assert_eq!(rules.look(|shelf| shelf.rejected().to_vec()), problems);
        assert_eq!(rules.look(|shelf| shelf.current().layers().to_vec()), ["built-in", "ours"]);
        rules.offer(&[Layer::built_in()]).unwrap();
        assert!(rules.look(|shelf| shelf.rejected().is_empty()));
    }
}
