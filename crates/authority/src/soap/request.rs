//! The envelope of a call, written into one buffer and read by moving its texts out.

use super::{Method, SoapError, TARGET, close_envelope, close_wrapper, content, open_envelope, open_wrapper};
use crate::value::push_base64;
use crate::xml::{close_tag, open_tag, push_element};

/// A call as it was read: the method and its parameters in the order they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which method.
    pub method: Method,
    /// Name and value of each parameter.
    pub parameters: Vec<(String, String)>,
}

impl Request {
    /// The value of a parameter; names are compared without regard to case, because senders disagree on
    /// `ispId` and `ispID`.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The envelope as text (UTF-8).
    pub fn to_xml(&self) -> String {
        let mut call = CallWriter::new(self.method, 0);
        for (parameter, value) in &self.parameters {
            call.text(parameter, value);
        }
        call.finish()
    }

    /// Reads an envelope; parameters may be qualified or not, in any order. A text that is handed over is
    /// freed as soon as it is read.
    pub fn from_xml(text: impl AsRef<str>) -> Result<Self, SoapError> {
        let call = content(text.as_ref())?;
        drop(text);
        let method = Method::named(&call.name).filter(|_| call.namespace.as_deref() == Some(TARGET));
        let Some(method) = method else {
            return Err(SoapError::Method(call.name));
        };
        let parameters = call.children.into_iter().map(|child| (child.name, child.text));
        Ok(Self { method, parameters: parameters.collect() })
    }
}

/// Writes a call parameter by parameter. Parameters carry no namespace and stand in the order written.
#[derive(Debug)]
pub struct CallWriter {
    method: Method,
    out: String,
}

impl CallWriter {
    /// Begins a call; `room` is how many bytes of parameters to expect.
    pub fn new(method: Method, room: usize) -> Self {
        let mut out = String::with_capacity(room + 1024);
        open_envelope(&mut out);
        open_wrapper(&mut out, method.name());
        Self { method, out }
    }

    /// A parameter that is text.
    pub fn text(&mut self, name: &str, value: &str) {
        push_element(&mut self.out, name, value);
    }

    /// A parameter that is bytes, as base64 in one line; `write` is given what takes them piece by piece.
    /// Every piece but the last must be a multiple of three long.
    pub fn base64(&mut self, name: &str, write: impl FnOnce(&mut dyn FnMut(&[u8]))) {
        open_tag(&mut self.out, name);
        write(&mut |piece| push_base64(&mut self.out, piece));
        close_tag(&mut self.out, name);
    }

    /// The envelope as text (UTF-8).
    pub fn finish(mut self) -> String {
        close_wrapper(&mut self.out, self.method.name());
        close_envelope(&mut self.out);
        self.out
    }
}
