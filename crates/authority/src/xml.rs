//! Reading XML that strangers send: a small tree with caps, and the escaping used when writing.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// Elements may nest this deep; the deepest published document needs nine levels.
pub(crate) const MAX_DEPTH: usize = 32;
/// Attributes one element may carry, namespace declarations included.
pub(crate) const MAX_ATTRIBUTES: usize = 16;
/// Elements one document may hold: a thousand records of two hundred elements, ten times over.
pub(crate) const MAX_ELEMENTS: usize = 2_000_000;

/// One element with its namespace resolved, its text joined and its children in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// Local name.
    pub name: String,
    /// Namespace, if the element is in one.
    pub namespace: Option<String>,
    /// Attributes without namespace declarations, by local name.
    pub attributes: Vec<(String, String)>,
    /// Child elements in document order.
    pub children: Vec<Node>,
    /// All text directly inside the element, entities resolved.
    pub text: String,
}

impl Node {
    /// The first child of that name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Why a text was not accepted as XML.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum XmlError {
    /// A document type declaration; refused because it can pull in or multiply anything.
    #[error("a document type declaration is not accepted")]
    Doctype,
    /// Nested too deep.
    #[error("elements nest deeper than {MAX_DEPTH}")]
    TooDeep,
    /// An element with too many attributes.
    #[error("an element has more than {MAX_ATTRIBUTES} attributes")]
    TooManyAttributes,
    /// Too many elements in all.
    #[error("the document has more than {MAX_ELEMENTS} elements")]
    TooManyElements,
    /// An entity that XML itself does not define.
    #[error("the entity &{0}; is not defined")]
    Entity(String),
    /// A prefix without a namespace.
    #[error("the prefix {0} has no namespace")]
    Prefix(String),
    /// Not well-formed.
    #[error("not well-formed: {0}")]
    Syntax(String),
    /// No root element, or something after it.
    #[error("there must be exactly one root element")]
    Root,
}

/// Reads a whole document. The encoding in the declaration is ignored: the text is Unicode already.
pub fn parse(text: &str) -> Result<Node, XmlError> {
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    let mut tree = Tree::default();
    loop {
        let (namespace, event) = match reader.read_resolved_event() {
            Ok((namespace, event)) => (resolved(namespace)?, event),
            Err(error) => return Err(XmlError::Syntax(error.to_string())),
        };
        match event {
            Event::Start(start) => tree.open(&start, namespace)?,
            Event::Empty(start) => {
                tree.open(&start, namespace)?;
                tree.close()?;
            }
            Event::End(_) => tree.close()?,
            Event::Text(text) => tree.text(&text.xml10_content())?,
            Event::CData(data) => tree.text(&data.xml10_content())?,
            Event::GeneralRef(reference) => tree.text(entity(&reference)?.as_ref())?,
            Event::DocType(_) => return Err(XmlError::Doctype),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => return tree.finish(),
        }
    }
}

#[derive(Default)]
struct Tree {
    open: Vec<Node>,
    root: Option<Node>,
    elements: usize,
}

impl Tree {
    fn open(&mut self, start: &BytesStart<'_>, namespace: Option<String>) -> Result<(), XmlError> {
        self.elements += 1;
        if self.root.is_some() {
            return Err(XmlError::Root);
        }
        if self.elements > MAX_ELEMENTS {
            return Err(XmlError::TooManyElements);
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(XmlError::TooDeep);
        }
        self.open.push(Node {
            name: start.local_name().into_inner().to_owned(),
            namespace,
            attributes: attributes(start)?,
            ..Node::default()
        });
        Ok(())
    }

    fn close(&mut self) -> Result<(), XmlError> {
        let node = self.open.pop().ok_or(XmlError::Root)?;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(node),
            None => self.root = Some(node),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), XmlError> {
        match self.open.last_mut() {
            Some(node) => node.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(XmlError::Root),
        }
        Ok(())
    }

    fn finish(self) -> Result<Node, XmlError> {
        if !self.open.is_empty() {
            return Err(XmlError::Syntax("an element is not closed".to_owned()));
        }
        self.root.ok_or(XmlError::Root)
    }
}

fn resolved(namespace: ResolveResult<'_>) -> Result<Option<String>, XmlError> {
    match namespace {
        ResolveResult::Unbound => Ok(None),
        ResolveResult::Bound(bound) if bound.0.is_empty() => Ok(None),
        ResolveResult::Bound(bound) => Ok(Some(bound.0.to_owned())),
        ResolveResult::Unknown(prefix) => Err(XmlError::Prefix(prefix)),
    }
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, XmlError> {
    let mut found = Vec::new();
    for (index, attribute) in start.attributes().enumerate() {
        if index >= MAX_ATTRIBUTES {
            return Err(XmlError::TooManyAttributes);
        }
        let attribute = attribute.map_err(|error| XmlError::Syntax(error.to_string()))?;
        let name = attribute.key;
        if name.as_namespace_binding().is_some() {
            continue;
        }
        let value = attribute
            .normalized_value(XmlVersion::default())
            .map_err(|error| XmlError::Syntax(error.to_string()))?;
        found.push((name.local_name().into_inner().to_owned(), value.into_owned()));
    }
    Ok(found)
}

pub(crate) fn entity(reference: &BytesRef<'_>) -> Result<Cow<'static, str>, XmlError> {
    match reference.resolve_char_ref() {
        Ok(Some(char)) => return Ok(Cow::Owned(char.to_string())),
        Ok(None) => {}
        Err(error) => return Err(XmlError::Syntax(error.to_string())),
    }
    let name = reference.xml10_content();
    match name.as_ref() {
        "amp" => Ok("&".into()),
        "lt" => Ok("<".into()),
        "gt" => Ok(">".into()),
        "quot" => Ok("\"".into()),
        "apos" => Ok("'".into()),
        other => Err(XmlError::Entity(other.to_owned())),
    }
}

/// Escapes text for element content and attribute values; carriage returns survive as references.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\r']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' => escaped.push_str("&#13;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

/// The first character that XML 1.0 cannot carry at all, if there is one.
pub fn first_forbidden(text: &str) -> Option<char> {
    text.chars().find(|char| {
        matches!(char, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
    })
}

/// Appends `<name>text</name>`.
pub(crate) fn push_element(out: &mut String, name: &str, text: &str) {
    open_tag(out, name);
    out.push_str(&escape(text));
    close_tag(out, name);
}

pub(crate) fn open_tag(out: &mut String, name: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
}

pub(crate) fn close_tag(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}
