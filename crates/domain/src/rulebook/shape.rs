//! The shapes a value may have, and the values themselves.

use super::choices::{Choice, Options};
use super::reader::{Cell, Page};
use super::table::TableKind;

/// What a value of a parameter or of a column looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// True or false.
    Flag,
    /// A whole number from zero.
    Number,
    /// One line of text.
    Text,
    /// Several short texts.
    Words,
    /// One member of a list.
    Choice(Options),
    /// Some members of a list.
    Choices(Options),
    /// The code of a row.
    Row(TableKind),
    /// Codes of rows.
    Rows(TableKind),
}

/// A value that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// True or false.
    Flag(bool),
    /// A whole number.
    Number(u32),
    /// One line of text.
    Text(String),
    /// Several short texts.
    Words(Vec<String>),
    /// One member of a list.
    Choice(&'static str),
    /// Some members of a list.
    Choices(Vec<&'static str>),
    /// The code of a row.
    Row(TableKind, String),
    /// Codes of rows.
    Rows(TableKind, Vec<String>),
}

impl Value {
    pub(super) fn read(cell: &Cell<'_>, shape: Shape, page: &mut Page<'_>) -> Option<Self> {
        Some(match shape {
            Shape::Flag => Self::Flag(cell.flag(page)?),
            Shape::Number => Self::Number(cell.number(page)?),
            Shape::Text => Self::Text(cell.text(page)?),
            Shape::Words => Self::Words(cell.texts(page)),
            Shape::Choice(options) => Self::Choice(cell.slug(options.slugs, page)?),
            Shape::Choices(options) => Self::Choices(
                cell.list(page).iter().filter_map(|item| item.slug(options.slugs, page)).collect(),
            ),
            Shape::Row(table) => Self::Row(table, cell.text(page)?),
            Shape::Rows(table) => Self::Rows(table, cell.texts(page)),
        })
    }

    /// The flag, if it is one.
    pub fn flag(&self) -> Option<bool> {
        if let Self::Flag(flag) = self { Some(*flag) } else { None }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<u32> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The text or the code of a row.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Row(_, text) => Some(text),
            Self::Choice(slug) => Some(slug),
            Self::Flag(_) | Self::Number(_) | Self::Words(_) | Self::Choices(_) | Self::Rows(..) => None,
        }
    }

    /// The words or the codes of rows; empty if it is neither.
    pub fn words(&self) -> &[String] {
        match self {
            Self::Words(words) | Self::Rows(_, words) => words,
            Self::Flag(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Row(..)
            | Self::Choice(_)
            | Self::Choices(_) => &[],
        }
    }

    /// The member of the list `C`, if it is one.
    pub fn choice<C: Choice>(&self) -> Option<C> {
        if let Self::Choice(slug) = self { C::from_slug(slug) } else { None }
    }

    /// The members of the list `C`.
    pub fn choices<C: Choice>(&self) -> Vec<C> {
        let slugs: &[&str] = if let Self::Choices(slugs) = self { slugs } else { &[] };
        slugs.iter().filter_map(|slug| C::from_slug(slug)).collect()
    }

    /// The rows it points at.
    pub(super) fn references(&self) -> Vec<(TableKind, &str)> {
        match self {
            Self::Row(table, code) => vec![(*table, code)],
            Self::Rows(table, codes) => codes.iter().map(|code| (*table, code.as_str())).collect(),
            Self::Flag(_)
            | Self::Number(_)
            | Self::Text(_)
            | Self::Words(_)
            | Self::Choice(_)
            | Self::Choices(_) => Vec::new(),
        }
    }
}
