//! How a typed document is tied to its wire names: one table per element gives writing in table order,
//! reading in any order with warnings, and checking against the published limits.

pub(crate) mod check;
pub(crate) mod read;
pub(crate) mod write;

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
