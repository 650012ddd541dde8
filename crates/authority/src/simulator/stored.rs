//! Elements of documents in the state: kept as the XML they are sent as.

use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::element::{Content, Reading, Writer};
use crate::message::DocumentError;

/// The name of the outermost element in the state; what it is called on the wire does not matter here.
const NAME: &str = "r";

/// An element that is kept in the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stored<T>(pub T);

impl<T> Deref for Stored<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Stored<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Content> Serialize for Stored<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        let mut out = Writer::new(&mut text);
        self.0.write(NAME, &mut out);
        out.finish();
        serializer.serialize_str(&text)
    }
}

impl<'de, T: Content> Deserialize<'de> for Stored<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        read(&text).map(Self).map_err(serde::de::Error::custom)
    }
}

fn read<T: Content>(text: &str) -> Result<T, DocumentError> {
    let mut source = text.as_bytes();
    let mut reading = Reading::new(&mut source);
    reading.root()?;
    let value = T::read(&mut reading)?;
    reading.end()?;
    Ok(value)
}
