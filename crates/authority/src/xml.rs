//! Reading XML that strangers send: a small tree with caps, and the escaping used when writing.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

/// Elements may nest this deep; the deepest published document needs nine levels.
pub(crate) const MAX_DEPTH: usize = 32;
/// Attributes one element may carry, namespace declarations included.
pub(crate) const MAX_ATTRIBUTES: usize = 16;
/// Bytes one tag may have, from its name to its last attribute.
const MAX_TAG: usize = 8 * 1024;
/// Elements one document may hold: a thousand records of two hundred elements, ten times over.
pub(crate) const MAX_ELEMENTS: usize = 2_000_000;

/// One element with its namespace resolved, its text joined and its children in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// Local name.
    pub name: String,
    /// Namespace, if the element is in one.
    pub namespace: Option<Arc<str>>,
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

    /// Moves the first child of that name out.
    pub fn take_child(&mut self, name: &str) -> Option<Self> {
        let place = self.children.iter().position(|child| child.name == name)?;
        Some(self.children.remove(place))
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
    /// A tag that is too long, be it by its name, an attribute or a namespace.
    #[error("a tag has more than {MAX_TAG} bytes")]
    LongTag,
    /// Too many elements in all.
    #[error("the document has more than {0} elements")]
    TooManyElements(usize),
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
    parse_up_to(text, MAX_ELEMENTS)
}

/// [`parse`] for a document of which it is known that it has few elements.
pub fn parse_up_to(text: &str, most_elements: usize) -> Result<Node, XmlError> {
    let before_root = |char: char| char == '\u{feff}' || char.is_ascii_whitespace();
    let mut reader = NsReader::from_str(text.trim_start_matches(before_root));
    let mut tree = Tree { most_elements, ..Tree::default() };
    loop {
        let (namespace, event) =
            reader.read_resolved_event().map_err(|error| XmlError::Syntax(error.to_string()))?;
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
    most_elements: usize,
    /// Each namespace is kept once, however many elements are in it.
    namespaces: BTreeSet<Arc<str>>,
}

impl Tree {
    fn open(&mut self, start: &BytesStart<'_>, namespace: ResolveResult<'_>) -> Result<(), XmlError> {
        self.elements += 1;
        if self.root.is_some() {
            return Err(XmlError::Root);
        }
        if self.elements > self.most_elements {
            return Err(XmlError::TooManyElements(self.most_elements));
        }
        if start.len() > MAX_TAG {
            return Err(XmlError::LongTag);
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(XmlError::TooDeep);
        }
        let namespace = self.namespace(namespace)?;
        self.open.push(Node {
            name: start.local_name().into_inner().to_owned(),
            namespace,
            attributes: attributes(start)?,
            ..Node::default()
        });
        Ok(())
    }

    fn namespace(&mut self, resolved: ResolveResult<'_>) -> Result<Option<Arc<str>>, XmlError> {
        let name = match resolved {
            ResolveResult::Unbound => return Ok(None),
            ResolveResult::Bound(bound) if bound.0.is_empty() => return Ok(None),
            ResolveResult::Bound(bound) => bound.0,
            ResolveResult::Unknown(prefix) => return Err(XmlError::Prefix(prefix)),
        };
        if let Some(known) = self.namespaces.get(name) {
            return Ok(Some(Arc::clone(known)));
        }
        let new: Arc<str> = name.into();
        self.namespaces.insert(Arc::clone(&new));
        Ok(Some(new))
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
    push_escaped(&mut escaped, text);
    Cow::Owned(escaped)
}

/// Appends escaped text; what needs no escaping is copied in one piece.
fn push_escaped(out: &mut String, text: &str) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let reference = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\r' => "&#13;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(reference);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
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
    push_escaped(out, text);
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
