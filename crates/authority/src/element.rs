//! How a typed document is tied to its wire names: one table per element gives writing in table order,
//! reading in any order with warnings, and checking against the published limits.

use std::ops::RangeInclusive;

use crate::xml::{self, Node};

/// Something in a document that was not understood but does not make it unusable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Warning {
    /// An element nobody expected here; path from the root.
    #[error("unknown element {0}")]
    Unknown(String),
    /// An element that may stand once stood more often; the first one counts.
    #[error("element {0} repeated")]
    Repeated(String),
}

/// A document that is well-formed but lacks something or holds the wrong kind of value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// A required element is absent; path from the root.
    #[error("{0} is missing")]
    Missing(String),
    /// A value does not have the form of its type (whole number, date, base64).
    #[error("{path} holds no value of its type")]
    Value {
        /// Where, from the root.
        path: String,
    },
}

/// A value outside the limits the published schema sets; the document would come back with code 5001.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// Text shorter or longer, or number smaller or larger, than allowed.
    #[error("{path}: {found} is outside {least}–{most}")]
    Range {
        /// Where, from the root.
        path: String,
        /// Characters counted, or the number itself.
        found: i64,
        /// Least allowed.
        least: i64,
        /// Most allowed.
        most: i64,
    },
    /// A list with too few or too many entries.
    #[error("{path}: {found} entries, {least}–{most} allowed")]
    Count {
        /// Where, from the root.
        path: String,
        /// Entries found.
        found: usize,
        /// Least allowed.
        least: usize,
        /// Most allowed.
        most: usize,
    },
    /// A character that XML cannot carry.
    #[error("{path}: the character U+{:04X} cannot be sent", u32::from(*.ch))]
    Character {
        /// Where, from the root.
        path: String,
        /// The character.
        ch: char,
    },
}

/// What can stand as the content of an element.
pub(crate) trait Content: Sized {
    fn write(&self, name: &str, out: &mut String);
    fn read(node: &Node, reading: &mut Reading) -> Result<Self, Unreadable>;
    fn check(&self, limits: Option<&RangeInclusive<i64>>, checking: &mut Checking);
}

/// Where a reader stands, and what it noticed.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    path: Vec<String>,
    pub warnings: Vec<Warning>,
}

impl Reading {
    pub fn at<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Self) -> Result<T, Unreadable>,
    ) -> Result<T, Unreadable> {
        self.path.push(name.to_owned());
        let result = read(self);
        self.path.pop();
        result
    }

    pub fn path(&self) -> String {
        self.path.join("/")
    }

    fn path_to(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}/{name}", self.path()) }
    }

    pub fn wrong_value(&self) -> Unreadable {
        Unreadable::Value { path: self.path() }
    }

    /// Notes every child whose name is not in the list.
    pub fn expect_only(&mut self, node: &Node, known: &[&str]) {
        for child in &node.children {
            if !known.contains(&child.name.as_str()) {
                self.warnings.push(Warning::Unknown(self.path_to(&child.name)));
            }
        }
    }
}

/// Where a check stands, and what it found.
#[derive(Debug, Default)]
pub(crate) struct Checking {
    path: Vec<&'static str>,
    pub violations: Vec<Violation>,
}

impl Checking {
    fn at(&mut self, name: &'static str, check: impl FnOnce(&mut Self)) {
        self.path.push(name);
        check(self);
        self.path.pop();
    }

    pub fn range(&mut self, found: i64, limits: Option<&RangeInclusive<i64>>) {
        if let Some(limits) = limits.filter(|limits| !limits.contains(&found)) {
            let (least, most) = (*limits.start(), *limits.end());
            self.violations.push(Violation::Range { path: self.path.join("/"), found, least, most });
        }
    }

    pub fn characters(&mut self, text: &str) {
        if let Some(ch) = xml::first_forbidden(text) {
            self.violations.push(Violation::Character { path: self.path.join("/"), ch });
        }
    }

    fn count(&mut self, found: usize, least: usize, most: usize) {
        if found < least || found > most {
            self.violations.push(Violation::Count { path: self.path.join("/"), found, least, most });
        }
    }
}

/// Reading, one function per way an element can occur.
pub(crate) mod read {
    use super::{Content, Node, Reading, Unreadable, Warning};

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
    pub fn maybe<T: Content>(
        node: &Node,
        reading: &mut Reading,
        name: &str,
    ) -> Result<Option<T>, Unreadable> {
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
}

/// Writing, one function per way an element can occur.
pub(crate) mod write {
    use super::Content;
    use crate::xml::{close_tag, open_tag};

    pub fn one<T: Content>(value: &T, out: &mut String, name: &str) {
        value.write(name, out);
    }

    #[expect(clippy::ref_option, reason = "the macro hands over references to fields")]
    pub fn maybe<T: Content>(value: &Option<T>, out: &mut String, name: &str) {
        if let Some(value) = value {
            value.write(name, out);
        }
    }

    pub fn any<T: Content>(values: &[T], out: &mut String, name: &str) {
        for value in values {
            value.write(name, out);
        }
    }

    pub fn many<T: Content>(values: &[T], out: &mut String, name: &str) {
        any(values, out, name);
    }

    pub fn inside<T: Content>(values: &[T], out: &mut String, name: &str, item: &str) {
        open_tag(out, name);
        any(values, out, item);
        close_tag(out, name);
    }

    pub fn inside_maybe<T: Content>(values: &[T], out: &mut String, name: &str, item: &str) {
        if !values.is_empty() {
            inside(values, out, name, item);
        }
    }

    pub fn each<T: Content>(values: &[T], out: &mut String, name: &str, item: &str) {
        for value in values {
            open_tag(out, name);
            value.write(item, out);
            close_tag(out, name);
        }
    }
}

/// Checking, one function per way an element can occur.
pub(crate) mod check {
    use super::{Checking, Content};
    use std::ops::RangeInclusive;

    type Limits<'l> = Option<&'l RangeInclusive<i64>>;

    pub fn one<T: Content>(value: &T, to: &mut Checking, limits: Limits, _: usize, name: &'static str) {
        to.at(name, |to| value.check(limits, to));
    }

    #[expect(clippy::ref_option, reason = "the macro hands over references to fields")]
    pub fn maybe<T: Content>(
        value: &Option<T>,
        to: &mut Checking,
        limits: Limits,
        _: usize,
        name: &'static str,
    ) {
        if let Some(value) = value {
            to.at(name, |to| value.check(limits, to));
        }
    }

    fn list<T: Content>(
        values: &[T],
        to: &mut Checking,
        limits: Limits,
        count: (usize, usize),
        name: &'static str,
    ) {
        to.at(name, |to| {
            to.count(values.len(), count.0, count.1);
            for value in values {
                value.check(limits, to);
            }
        });
    }

    pub fn any<T: Content>(values: &[T], to: &mut Checking, limits: Limits, most: usize, name: &'static str) {
        list(values, to, limits, (0, most), name);
    }

    pub fn many<T: Content>(
        values: &[T],
        to: &mut Checking,
        limits: Limits,
        most: usize,
        name: &'static str,
    ) {
        list(values, to, limits, (1, most), name);
    }

    pub fn inside<T: Content>(
        values: &[T],
        to: &mut Checking,
        limits: Limits,
        most: usize,
        name: &'static str,
        item: &'static str,
    ) {
        to.at(name, |to| list(values, to, limits, (1, most), item));
    }

    pub fn inside_maybe<T: Content>(
        values: &[T],
        to: &mut Checking,
        limits: Limits,
        most: usize,
        name: &'static str,
        item: &'static str,
    ) {
        to.at(name, |to| list(values, to, limits, (0, most), item));
    }

    pub fn each<T: Content>(
        values: &[T],
        to: &mut Checking,
        limits: Limits,
        most: usize,
        name: &'static str,
        item: &'static str,
    ) {
        to.at(name, |to| list(values, to, limits, (0, most), item));
    }
}

/// Declares an element: fields in wire order, each as
/// `name: Type = occurrence "WireName" [/ "ItemName"] [in limits] [; most entries]`.
///
/// Occurrences are the functions of [`read`]: `one`, `maybe`, `any`, `many`, `inside`, `inside_maybe`,
/// `each`. Limits count characters of text or bound a number.
macro_rules! element {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[$field_meta:meta])*
                $field:ident: $type:ty = $occurs:ident $wire:literal $(/ $item:literal)? $(in $limits:expr)? $(; $most:literal)?
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type ),+
        }

        impl $crate::element::Content for $name {
            fn write(&self, name: &str, out: &mut String) {
                $crate::xml::open_tag(out, name);
                $( $crate::element::write::$occurs(&self.$field, out, $wire $(, $item)?); )+
                $crate::xml::close_tag(out, name);
            }

            fn read(
                node: &$crate::xml::Node,
                reading: &mut $crate::element::Reading,
            ) -> Result<Self, $crate::element::Unreadable> {
                reading.expect_only(node, &[$($wire),+]);
                Ok(Self {
                    $( $field: $crate::element::read::$occurs(node, reading, $wire $(, $item)?)? ),+
                })
            }

            fn check(
                &self,
                _: Option<&std::ops::RangeInclusive<i64>>,
                checking: &mut $crate::element::Checking,
            ) {
                $(
                    $crate::element::check::$occurs(
                        &self.$field,
                        checking,
                        $crate::element::element!(@limits $($limits)?),
                        $crate::element::element!(@most $($most)?),
                        $wire
                        $(, $item)?
                    );
                )+
            }
        }
    };
    (@limits) => { None };
    (@limits $limits:expr) => { Some(&$limits) };
    (@most) => { usize::MAX };
    (@most $most:literal) => { $most };
}
pub(crate) use element;
