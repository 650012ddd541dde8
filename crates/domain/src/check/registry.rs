//! The closed set of checks that rules choose from: each a pure function, by its slug.

use super::applied::Applied;
use super::sight::Sight;
use super::{
    access, apps, clauses, contacts, contents, domains, evidence, identity, names, orders, persons, places,
    quantity, texts,
};
use crate::finding::Finding;

/// What a check needs to be told by its rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A parameter of the province.
    Asks,
    /// A field.
    Field,
    /// A limit.
    Number,
    /// Words, or lists of words.
    Words,
    /// A document.
    Document,
    /// A remark.
    Remark,
    /// A day.
    Day,
}

impl Need {
    /// The key in rule files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asks => "asks",
            Self::Field => "field",
            Self::Number => "number",
            Self::Words => "words",
            Self::Document => "document",
            Self::Remark => "remark",
            Self::Day => "day",
        }
    }
}

/// A check.
#[derive(Clone, Copy)]
pub struct Check {
    /// Its name in rule files.
    pub slug: &'static str,
    /// What it needs to be told.
    pub needs: &'static [Need],
    /// The function: looks, and adds what it finds.
    pub run: fn(&Sight<'_>, &Applied<'_>, &mut Vec<Finding>),
}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug)
    }
}

impl PartialEq for Check {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

impl Eq for Check {}

/// The checks of one topic.
pub(super) type Topic = &'static [Check];

/// Names a check and what it needs: `check!("slug", function; Need, Need)`.
macro_rules! check {
    ($slug:literal, $run:path $(; $($need:ident),+)?) => {
        $crate::check::registry::Check {
            slug: $slug,
            needs: &[$($($crate::check::registry::Need::$need),+)?],
            run: $run,
        }
    };
}
pub(super) use check;

const TOPICS: &[Topic] = &[
    texts::CHECKS,
    identity::CHECKS,
    persons::CHECKS,
    contacts::CHECKS,
    places::CHECKS,
    names::CHECKS,
    contents::CHECKS,
    domains::CHECKS,
    quantity::CHECKS,
    access::CHECKS,
    evidence::CHECKS,
    orders::CHECKS,
    apps::CHECKS,
    clauses::CHECKS,
];

impl Check {
    /// All of them, by topic.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        TOPICS.iter().flat_map(|topic| topic.iter())
    }

    /// Whether it is clauses of the provinces or the nation that speak through it, with their own sources and weight.
    pub fn speaks_for_clauses(&self) -> bool {
        self.slug.starts_with("clause-")
    }

    /// The check with this name.
    pub fn from_slug(slug: &str) -> Option<&'static Self> {
        Self::all().find(|check| check.slug == slug)
    }
}
