//! Reading, one function per way an element can occur.

use super::{Content, Reading, Unreadable, Warning};
use crate::xml::Node;

fn first<'n>(node: &'n Node, reading: &mut Reading, name: &str) -> Option<&'n Node> {
    let mut found = node.children.iter().filter(|child| child.name == name);
    let first = found.next();
    if found.next().is_some() {
        reading.warnings.push(Warning::Repeated(reading.path_to(name)));
    }
    first
}

fn children<T: Content>(node: &Node, reading: &mut Reading, name: &str) -> Result<Vec<T>, Unreadable> {
    let found = node.children.iter().filter(|child| child.name == name);
    found.map(|child| reading.at(name, |reading| T::read(child, reading))).collect()
}

/// Exactly once.
pub fn one<T: Content>(node: &Node, reading: &mut Reading, name: &str) -> Result<T, Unreadable> {
    match first(node, reading, name) {
        Some(child) => reading.at(name, |reading| T::read(child, reading)),
        None => Err(Unreadable::Missing(reading.path_to(name))),
    }
}

/// At most once; an empty element counts as absent.
pub fn maybe<T: Content>(node: &Node, reading: &mut Reading, name: &str) -> Result<Option<T>, Unreadable> {
    match first(node, reading, name) {
        Some(child) if child.children.is_empty() && child.text.trim().is_empty() => Ok(None),
        Some(child) => reading.at(name, |reading| T::read(child, reading)).map(Some),
        None => Ok(None),
    }
}

/// Any number of times, also none.
pub fn any<T: Content>(node: &Node, reading: &mut Reading, name: &str) -> Result<Vec<T>, Unreadable> {
    children(node, reading, name)
}

/// Once or more.
pub fn many<T: Content>(node: &Node, reading: &mut Reading, name: &str) -> Result<Vec<T>, Unreadable> {
    let found = children(node, reading, name)?;
    if found.is_empty() { Err(Unreadable::Missing(reading.path_to(name))) } else { Ok(found) }
}

/// One wrapper holding one or more items.
pub fn inside<T: Content>(
    node: &Node,
    reading: &mut Reading,
    name: &str,
    item: &str,
) -> Result<Vec<T>, Unreadable> {
    match first(node, reading, name) {
        Some(wrapper) => reading.at(name, |reading| {
            reading.expect_only(wrapper, &[item]);
            many(wrapper, reading, item)
        }),
        None => Err(Unreadable::Missing(reading.path_to(name))),
    }
}

/// A wrapper that is left out when there are no items.
pub fn inside_maybe<T: Content>(
    node: &Node,
    reading: &mut Reading,
    name: &str,
    item: &str,
) -> Result<Vec<T>, Unreadable> {
    match first(node, reading, name) {
        Some(wrapper) => reading.at(name, |reading| {
            reading.expect_only(wrapper, &[item]);
            any(wrapper, reading, item)
        }),
        None => Ok(Vec::new()),
    }
}

/// A wrapper repeated around every single item.
pub fn each<T: Content>(
    node: &Node,
    reading: &mut Reading,
    name: &str,
    item: &str,
) -> Result<Vec<T>, Unreadable> {
    let wrappers = node.children.iter().filter(|child| child.name == name);
    wrappers.map(|wrapper| reading.at(name, |reading| one(wrapper, reading, item))).collect()
}
