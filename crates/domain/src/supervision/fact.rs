//! What is told about a thing, field by field: so that a page can show all of it, and hide what is personal.

use std::net::Ipv4Addr;

use chrono::{DateTime, NaiveDate, Utc};

use super::personal::Sensitive;
use super::words::CodeList;

/// One field that was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its stable name.
    pub name: &'static str,
    /// What was told.
    pub value: FactValue,
}

/// What was told in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactValue {
    /// Words that may be shown.
    Text(String),
    /// A number: an id or a count.
    Number(i64),
    /// A moment.
    Moment(DateTime<Utc>),
    /// A day.
    Day(NaiveDate),
    /// An address.
    Address(Ipv4Addr),
    /// A number out of one of the authority's tables.
    Code(CodeList, i64),
    /// A member of a closed list, by the list's name and the member's.
    Choice(&'static str, &'static str),
    /// Personal data.
    Personal(Sensitive, String),
}

/// Fields that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactGroup {
    /// The stable name of what they are about.
    pub title: &'static str,
    /// Which of several alike, from 1.
    pub number: Option<usize>,
    /// The fields in their order; several with one name are the members of a list.
    pub facts: Vec<Fact>,
}

/// Everything that is told, group by group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    groups: Vec<FactGroup>,
    open: Vec<usize>,
    number: Option<usize>,
}

impl Facts {
    /// Everything that a record tells.
    pub(super) fn of(record: &impl Told) -> Vec<FactGroup> {
        let mut facts = Self::default();
        record.tell("matter", &mut facts);
        facts.groups
    }

    pub(super) fn group(&mut self, title: &'static str, tell: impl FnOnce(&mut Self)) {
        let number = self.number.take();
        self.open.push(self.groups.len());
        self.groups.push(FactGroup { title, number, facts: Vec::new() });
        tell(self);
        self.open.pop();
    }

    fn push(&mut self, name: &'static str, value: FactValue) {
        self.number = None;
        if let Some(group) = self.open.last().and_then(|open| self.groups.get_mut(*open)) {
            group.facts.push(Fact { name, value });
        }
    }
}

/// What can be told in a field.
pub(super) trait Told {
    /// Tells it under the name of the field.
    fn tell(&self, name: &'static str, to: &mut Facts);
}

impl<T: Told> Told for Option<T> {
    fn tell(&self, name: &'static str, to: &mut Facts) {
        if let Some(value) = self {
            value.tell(name, to);
        }
    }
}

impl<T: Told> Told for Vec<T> {
    fn tell(&self, name: &'static str, to: &mut Facts) {
        for (index, value) in self.iter().enumerate() {
            to.number = (self.len() > 1).then_some(index + 1);
            value.tell(name, to);
        }
        to.number = None;
    }
}

/// A value that is one fact.
pub(super) trait Plain {
    /// The fact.
    fn value(&self) -> FactValue;
}

macro_rules! plain {
    ($($type:ty: $self:ident => $value:expr;)*) => {$(
        impl Plain for $type {
            fn value(&$self) -> FactValue { $value }
        }
        impl Told for $type {
            fn tell(&self, name: &'static str, to: &mut Facts) { to.push(name, self.value()); }
        }
    )*};
}

plain! {
    String: self => FactValue::Text(self.clone());
    i64: self => FactValue::Number(*self);
    bool: self => FactValue::Choice("yes", if *self { "yes" } else { "no" });
    Ipv4Addr: self => FactValue::Address(*self);
    DateTime<Utc>: self => FactValue::Moment(*self);
    NaiveDate: self => FactValue::Day(*self);
}

/// Tells a value of a type of this module.
pub(super) fn tell(value: FactValue, name: &'static str, to: &mut Facts) {
    to.push(name, value);
}

/// Declares a record whose fields can all be told, each by its stable name.
macro_rules! record {
    ($(#[$doc:meta])* pub struct $name:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty = $fact:literal,)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl $name {
            /// The stable names of the fields.
            pub const FACTS: &'static [&'static str] = &[$($fact),+];
        }

        impl $crate::supervision::fact::Told for $name {
            fn tell(&self, name: &'static str, to: &mut $crate::supervision::fact::Facts) {
                to.group(name, |to| {
                    $($crate::supervision::fact::Told::tell(&self.$field, $fact, to);)+
                });
            }
        }
    };
}
pub(super) use record;
