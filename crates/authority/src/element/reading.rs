//! The reader of documents: pulls elements out of a stream one after the other, notes what is unknown, and
//! keeps no more than a document of the largest size can mean.

use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{Unreadable, Warning};
use crate::message::DocumentError;
use crate::xml::{MAX_ATTRIBUTES, MAX_DEPTH, MAX_ELEMENTS, XmlError, entity};

/// What a document may take in memory once read: a file of 50 MB does not mean more, only lists of nearly
/// empty elements try to.
const MAX_KEPT: usize = 128 * 1024 * 1024;
/// So many warnings are kept; more of them say nothing new.
const MAX_WARNINGS: usize = 200;

/// What came next in the stream. The name of a start and the text of a text lie beside it in the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Start,
    Text,
    End,
    Eof,
}

/// Where a reader stands, and what it noticed.
pub(crate) struct Reading<'r> {
    xml: Reader<&'r mut dyn BufRead>,
    buffer: Vec<u8>,
    name: String,
    text: String,
    /// Read and not yet taken: a text, and what ended it.
    ahead: [Option<Token>; 2],
    depth: usize,
    elements: usize,
    kept: usize,
    version: Option<String>,
    path: Vec<&'static str>,
    pub warnings: Vec<Warning>,
}

impl<'r> Reading<'r> {
    /// Reads UTF-8 from a source. What its declaration says of the encoding is ignored.
    pub fn new(source: &'r mut dyn BufRead) -> Self {
        let mut xml = Reader::from_reader(source);
        xml.config_mut().expand_empty_elements = true;
        Self {
            xml,
            buffer: Vec::new(),
            name: String::new(),
            text: String::new(),
            ahead: [None; 2],
            depth: 0,
            elements: 0,
            kept: 0,
            version: None,
            path: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Takes the start of the root; gives its name and its version.
    pub fn root(&mut self) -> Result<(String, Option<String>), DocumentError> {
        loop {
            match self.next()? {
                Token::Start => return Ok((self.name.clone(), self.version.take())),
                Token::Text if self.text.trim().is_empty() => {}
                Token::Text | Token::End | Token::Eof => return Err(XmlError::Root.into()),
            }
        }
    }

    /// Makes sure that nothing follows the root.
    pub fn end(&mut self) -> Result<(), DocumentError> {
        loop {
            match self.next()? {
                Token::Eof => return Ok(()),
                Token::Text if self.text.trim().is_empty() => {}
                Token::Text | Token::Start | Token::End => return Err(XmlError::Root.into()),
            }
        }
    }

    /// Takes the start of the next child that is one of `names`, and gives its place among them; `None` when
    /// the element ends. Others are noted and passed over. `near` is where to look first.
    pub fn child(
        &mut self,
        names: &[&'static str],
        near: &mut usize,
    ) -> Result<Option<usize>, DocumentError> {
        loop {
            match self.next()? {
                Token::Text => {}
                Token::End => return Ok(None),
                Token::Eof => return Err(unclosed()),
                Token::Start => {
                    let places = (*near..names.len()).chain(0..*near);
                    if let Some(found) = places.into_iter().find(|place| names[*place] == self.name) {
                        *near = found;
                        return Ok(Some(found));
                    }
                    let path = self.path_to(&self.name);
                    self.warn(Warning::Unknown(path));
                    self.skip()?;
                }
            }
        }
    }

    /// Reads what stands inside the element of that name, whose start was taken.
    pub fn inside<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Self) -> Result<T, DocumentError>,
    ) -> Result<T, DocumentError> {
        self.path.push(name);
        let result = read(self)?;
        self.path.pop();
        Ok(result)
    }

    /// Reads what stands inside an element that holds nothing; `None` if something would have to.
    pub fn blank<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Self) -> Result<T, DocumentError>,
    ) -> Result<Option<T>, DocumentError> {
        let depth = self.path.len();
        match self.inside(name, read) {
            Err(DocumentError::Content(Unreadable::Missing(_))) => {
                self.path.truncate(depth);
                Ok(None)
            }
            read => read.map(Some),
        }
    }

    /// The text of the element whose start was taken, up to and including its end.
    pub fn value(&mut self) -> Result<&str, DocumentError> {
        match self.next()? {
            Token::End => {
                self.text.clear();
                return Ok("");
            }
            Token::Text if self.peek()? == Token::End => {
                self.next()?;
                return Ok(&self.text);
            }
            Token::Eof => return Err(unclosed()),
            Token::Text => {}
            Token::Start => {
                self.text.clear();
                self.ahead = [Some(Token::Start), None];
            }
        }
        self.mixed_value()
    }

    /// A value with elements in it that nobody expects: they are passed over, the text around them counts.
    fn mixed_value(&mut self) -> Result<&str, DocumentError> {
        let mut text = std::mem::take(&mut self.text);
        loop {
            match self.next()? {
                Token::Text => text.push_str(&self.text),
                Token::End => break,
                Token::Eof => return Err(unclosed()),
                Token::Start => {
                    let path = self.path_to(&self.name);
                    self.warn(Warning::Unknown(path));
                    self.skip()?;
                }
            }
        }
        self.text = text;
        Ok(&self.text)
    }

    /// True if the element whose start was taken holds nothing.
    pub fn is_blank(&mut self) -> Result<bool, DocumentError> {
        while self.peek()? == Token::Text {
            if !self.text.trim().is_empty() {
                return Ok(false);
            }
            self.next()?;
        }
        Ok(self.peek()? == Token::End)
    }

    /// Passes over the rest of the element whose start was taken.
    pub fn skip(&mut self) -> Result<(), DocumentError> {
        let mut open = 1;
        while open > 0 {
            match self.next()? {
                Token::Start => open += 1,
                Token::End => open -= 1,
                Token::Text => {}
                Token::Eof => return Err(unclosed()),
            }
        }
        Ok(())
    }

    /// Notes an element that came once more, and passes over it.
    pub fn repeated(&mut self, name: &str) -> Result<(), DocumentError> {
        self.warn(Warning::Repeated(self.path_to(name)));
        self.skip()
    }

    /// Counts what is kept of the document, in bytes.
    pub fn charge(&mut self, bytes: usize) -> Result<(), DocumentError> {
        self.kept = self.kept.saturating_add(bytes);
        if self.kept > MAX_KEPT { Err(Unreadable::TooMuch { path: self.path() }.into()) } else { Ok(()) }
    }

    pub fn wrong_value(&self) -> DocumentError {
        Unreadable::Value { path: self.path() }.into()
    }

    pub fn missing(&self, name: &str) -> DocumentError {
        Unreadable::Missing(self.path_to(name)).into()
    }

    pub fn path(&self) -> String {
        self.path.join("/")
    }

    fn path_to(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}/{name}", self.path()) }
    }

    fn warn(&mut self, warning: Warning) {
        if self.warnings.len() < MAX_WARNINGS {
            self.warnings.push(warning);
        }
    }

    fn next(&mut self) -> Result<Token, DocumentError> {
        let token = self.peek()?;
        self.ahead = [self.ahead[1], None];
        Ok(token)
    }

    fn peek(&mut self) -> Result<Token, DocumentError> {
        if let Some(token) = self.ahead[0] {
            return Ok(token);
        }
        self.text.clear();
        let mut has_text = false;
        let ended_by = loop {
            self.buffer.clear();
            let event = self.xml.read_event_into(&mut self.buffer);
            match event.map_err(|error| XmlError::Syntax(error.to_string()))? {
                Event::Start(start) => {
                    self.depth += 1;
                    self.elements += 1;
                    start.local_name().as_ref().clone_into(&mut self.name);
                    let version = version(&start)?;
                    if self.depth == 1 {
                        self.version = version;
                    }
                    break Token::Start;
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    break Token::End;
                }
                Event::Eof => break Token::Eof,
                Event::Text(text) => {
                    has_text = true;
                    self.text.push_str(&text.xml10_content());
                }
                Event::CData(data) => {
                    has_text = true;
                    self.text.push_str(&data.xml10_content());
                }
                Event::GeneralRef(reference) => {
                    has_text = true;
                    self.text.push_str(&entity(&reference)?);
                }
                Event::DocType(_) => return Err(XmlError::Doctype.into()),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        };
        if self.depth > MAX_DEPTH {
            return Err(XmlError::TooDeep.into());
        }
        if self.elements > MAX_ELEMENTS {
            return Err(XmlError::TooManyElements(MAX_ELEMENTS).into());
        }
        if ended_by == Token::Eof && self.depth > 0 {
            return Err(unclosed());
        }
        self.ahead = if has_text { [Some(Token::Text), Some(ended_by)] } else { [Some(ended_by), None] };
        Ok(self.ahead[0].unwrap_or(Token::Eof))
    }
}

/// The attribute `version`, which the root has. The documents have no other attributes, so there are few.
fn version(start: &BytesStart<'_>) -> Result<Option<String>, XmlError> {
    let mut version = None;
    if start.attributes_raw().trim_ascii().is_empty() {
        return Ok(version);
    }
    for (index, attribute) in start.attributes().enumerate() {
        if index >= MAX_ATTRIBUTES {
            return Err(XmlError::TooManyAttributes);
        }
        let attribute = attribute.map_err(|error| XmlError::Syntax(error.to_string()))?;
        if attribute.key.local_name().as_ref() == "version" {
            let value = attribute.normalized_value(XmlVersion::default());
            version = Some(value.map_err(|error| XmlError::Syntax(error.to_string()))?.into_owned());
        }
    }
    Ok(version)
}

fn unclosed() -> DocumentError {
    XmlError::Syntax("an element is not closed".to_owned()).into()
}
