//! How a typed document is tied to its wire names: one table per element gives writing in table order,
//! reading in any order with warnings, checking against the published limits, and instances for tests.

pub(crate) mod check;
#[cfg(feature = "simulator")]
pub(crate) mod make;
pub(crate) mod read;
mod reading;
pub(crate) mod write;
mod writer;

pub(crate) use check::{Checking, Facet};
#[cfg(feature = "simulator")]
pub(crate) use make::Maker;
pub(crate) use reading::Reading;
pub(crate) use writer::Writer;

use crate::codes::Table;
use crate::message::DocumentError;

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
    /// More content than a document of the largest size can mean.
    #[error("{path}: the document holds more than can be kept")]
    TooMuch {
        /// Where, from the root.
        path: String,
    },
}

/// A value outside the limits the published schema sets, or one the authority would not take. Paths are from
/// the block below the root; members of lists are counted from 1: `ICP/XZBA/Baxx[2]/Zt_xx/Dwmc`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// Text shorter or longer, or number smaller or larger, than allowed (code 5001).
    #[error("{path}: {found} is outside {least}–{most}")]
    Range {
        /// Where.
        path: String,
        /// Characters counted, or the number itself.
        found: i64,
        /// Least allowed.
        least: i64,
        /// Most allowed.
        most: i64,
    },
    /// A list with too few or too many entries (code 5001).
    #[error("{path}: {found} entries, {least}–{most} allowed")]
    Count {
        /// Where.
        path: String,
        /// Entries found.
        found: usize,
        /// Least allowed.
        least: usize,
        /// Most allowed.
        most: usize,
    },
    /// A character that XML cannot carry (code 5008).
    #[error("{path}: the character U+{:04X} cannot be sent", u32::from(*.ch))]
    Character {
        /// Where.
        path: String,
        /// The character.
        ch: char,
    },
    /// A character that GBK, the encoding of the files, does not have (生僻字; code 5008).
    #[error("{path}: the character {ch} (U+{:04X}) is not in GBK", u32::from(*.ch))]
    Encoding {
        /// Where.
        path: String,
        /// The character.
        ch: char,
    },
    /// A code that is not in the authority's table, or no longer valid there.
    #[error("{path}: {id} is not in the table {}", .table.wrapper())]
    Code {
        /// Where.
        path: String,
        /// Which table.
        table: Table,
        /// The code.
        id: i64,
        /// It was valid once.
        withdrawn: bool,
    },
    /// A rule beside the schema, of those that can be told from the document alone.
    #[error("{path}: would come back with code {code}")]
    Rule {
        /// Where; for something missing, where it would stand.
        path: String,
        /// The result code the authority would give (返回码).
        code: i64,
    },
}

impl Violation {
    /// Where, from the block below the root.
    pub fn path(&self) -> &str {
        match self {
            Self::Range { path, .. }
            | Self::Count { path, .. }
            | Self::Character { path, .. }
            | Self::Encoding { path, .. }
            | Self::Code { path, .. }
            | Self::Rule { path, .. } => path,
        }
    }

    /// Which record of the document it is in, counted from 0; `None` where it concerns the whole document.
    /// Records are the members of the first list on the way.
    pub fn record(&self) -> Option<usize> {
        let (_, behind) = self.path().split_once('[')?;
        let number: usize = behind.split_once(']')?.0.parse().ok()?;
        number.checked_sub(1)
    }
}

/// What can stand as the content of an element.
pub(crate) trait Content: Sized {
    /// True for a value, false for an element with elements in it.
    const IS_VALUE: bool;

    fn write(&self, name: &str, out: &mut Writer<'_>);
    /// Reads up to and including the end of the element, whose start was read.
    fn read(reading: &mut Reading<'_>) -> Result<Self, DocumentError>;
    fn check(&self, facet: &Facet, checking: &mut Checking<'_>);
    #[cfg(feature = "simulator")]
    fn make(facet: &Facet, maker: &mut Maker) -> Self;
}

/// Declares an element: fields in wire order, each as
/// `name: Type = occurrence "WireName" [/ "ItemName"] [of Table] [also number] [in limits] [; most entries]`.
///
/// Occurrences are the functions of [`read`]: `one`, `maybe`, `any`, `many`, `inside`, `inside_maybe`,
/// `each`. `of` names the table a code is out of. Limits count characters of text or bound a number; `also`
/// is a number beyond them that authorities send in spite of their schema: it may be written, but is not made.
macro_rules! element {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $(
                $(#[$field_meta:meta])*
                $field:ident: $type:ty = $occurs:ident $wire:literal $(/ $item:literal)? $(of $table:ident)? $(also $beyond:literal)? $(in $limits:expr)? $(; $most:literal)?
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $( $(#[$field_meta])* pub $field: $type ),+
        }

        impl $crate::element::Content for $name {
            const IS_VALUE: bool = false;

            fn write(&self, name: &str, out: &mut $crate::element::Writer<'_>) {
                out.open(name);
                $( $crate::element::write::$occurs(&self.$field, out, $wire $(, $item)?); )+
                out.close(name);
            }

            fn read(
                reading: &mut $crate::element::Reading<'_>,
            ) -> Result<Self, $crate::message::DocumentError> {
                const NAMES: &[&str] = &[$($wire),+];
                $( let mut $field = $crate::element::read::$occurs(); )+
                let mut near = 0;
                while let Some(found) = reading.child(NAMES, &mut near)? {
                    let mut at = 0..;
                    $(
                        if at.next() == Some(found) {
                            $field.take(reading, $wire $(, $item)?)?;
                            continue;
                        }
                    )+
                }
                Ok(Self { $( $field: $field.finish(reading, $wire)? ),+ })
            }

            fn check(
                &self,
                _: &$crate::element::Facet,
                checking: &mut $crate::element::Checking<'_>,
            ) {
                $(
                    $crate::element::check::$occurs(
                        &self.$field,
                        checking,
                        &$crate::element::element!(@facet [$($table)?] [$($beyond)?] [$($limits)?] [$($most)?]),
                        $wire
                        $(, $item)?
                    );
                )+
            }

            #[cfg(feature = "simulator")]
            fn make(_: &$crate::element::Facet, maker: &mut $crate::element::Maker) -> Self {
                Self {
                    $(
                        $field: $crate::element::make::$occurs(
                            maker,
                            &$crate::element::element!(@facet [$($table)?] [$($beyond)?] [$($limits)?] [$($most)?]),
                        )
                    ),+
                }
            }
        }
    };
    (@facet [$($table:ident)?] [$($beyond:literal)?] [$($limits:expr)?] [$($most:literal)?]) => {
        $crate::element::Facet {
            table: $crate::element::element!(@table $($table)?),
            beyond: $crate::element::element!(@beyond $($beyond)?),
            limits: $crate::element::element!(@limits $($limits)?),
            most: $crate::element::element!(@most $($most)?),
        }
    };
    (@table) => { None };
    (@table $table:ident) => { Some($crate::codes::Table::$table) };
    (@beyond) => { None };
    (@beyond $beyond:literal) => { Some($beyond) };
    (@limits) => { None };
    (@limits $limits:expr) => { Some($limits) };
    (@most) => { usize::MAX };
    (@most $most:literal) => { $most };
}
pub(crate) use element;

/// Declares an element that holds exactly one of several others:
/// `Variant(Type) = "WireName" [of Table] [also number] [in limits]`.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident($type:ty) = $wire:literal $(of $table:ident)? $(also $beyond:literal)? $(in $limits:expr)?
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant($type) ),+
        }

        impl $name {
            /// Writes what was chosen, without the element around it.
            pub(crate) fn write_chosen(&self, out: &mut $crate::element::Writer<'_>) {
                match self {
                    $( Self::$variant(value) => $crate::element::write::one(value, out, $wire), )+
                }
            }

            /// Reads up to and including the end of the element around it; `None` if nothing was chosen.
            pub(crate) fn read_chosen(
                reading: &mut $crate::element::Reading<'_>,
            ) -> Result<Option<Self>, $crate::message::DocumentError> {
                const NAMES: &[&str] = &[$($wire),+];
                let mut chosen = None;
                let mut near = 0;
                while let Some(found) = reading.child(NAMES, &mut near)? {
                    if chosen.is_some() {
                        reading.repeated(NAMES[found])?;
                        continue;
                    }
                    let mut at = 0..;
                    $(
                        if at.next() == Some(found) {
                            chosen = Some(Self::$variant(reading.inside($wire, <$type as $crate::element::Content>::read)?));
                            continue;
                        }
                    )+
                }
                Ok(chosen)
            }
        }

        impl $crate::element::Content for $name {
            const IS_VALUE: bool = false;

            fn write(&self, name: &str, out: &mut $crate::element::Writer<'_>) {
                out.open(name);
                self.write_chosen(out);
                out.close(name);
            }

            fn read(
                reading: &mut $crate::element::Reading<'_>,
            ) -> Result<Self, $crate::message::DocumentError> {
                let chosen = Self::read_chosen(reading)?;
                chosen.ok_or_else(|| reading.missing([$($wire),+][0]))
            }

            fn check(
                &self,
                _: &$crate::element::Facet,
                checking: &mut $crate::element::Checking<'_>,
            ) {
                match self {
                    $(
                        Self::$variant(value) => $crate::element::check::one(
                            value,
                            checking,
                            &$crate::element::element!(@facet [$($table)?] [$($beyond)?] [$($limits)?] []),
                            $wire,
                        ),
                    )+
                }
            }

            #[cfg(feature = "simulator")]
            fn make(_: &$crate::element::Facet, maker: &mut $crate::element::Maker) -> Self {
                let chosen = maker.choice([$($wire),+].len());
                let mut at = 0..;
                $(
                    if at.next() == Some(chosen) {
                        return Self::$variant($crate::element::make::one(
                            maker,
                            &$crate::element::element!(@facet [$($table)?] [$($beyond)?] [$($limits)?] []),
                        ));
                    }
                )+
                unreachable!("a variant was chosen out of those there are")
            }
        }
    };
}
pub(crate) use choice;
