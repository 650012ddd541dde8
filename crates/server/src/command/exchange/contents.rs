//! What a file turns out to hold: looks through base64, envelopes, return documents and archives.

use std::path::Path;

use beian_authority::codes::MsgCode;
use beian_authority::message::download::DownloadDocument;
use beian_authority::message::upload::UploadDocument;
use beian_authority::packing::{Packed, unpack_text};
use beian_authority::reply::{DeliveredFile, Return};
use beian_authority::soap::{self, Request};
use beian_authority::value::decode_base64;
use beian_authority::xml;

use super::key::Keys;
use super::{Stop, input};

/// What was found.
pub enum Contents {
    /// The text of a document.
    Document(String),
    /// An answer without a file.
    Answer(Return),
}

/// A document as a person wants to know it.
pub struct Described {
    /// Its kind, as it stands below the root: `UploadData ICP: XZBA 3`.
    pub kind: String,
    /// What was not understood.
    pub warnings: Vec<String>,
    /// Why it cannot be read, where it cannot.
    pub problem: Option<String>,
}

/// Looks through everything that is around a document.
pub fn look(file: &Path, bytes: Vec<u8>, keys: &Keys) -> Result<Contents, Stop> {
    let not = |why: String| Stop::Unusable(format!("{}: {why}. 无法解包。", file.display()));
    if bytes.starts_with(b"PK") {
        return unpack_text(&bytes).map(Contents::Document).map_err(|error| not(error.to_string()));
    }
    let text = input::text(file, bytes)?;
    if !text.trim_start().starts_with('<') {
        let body = decode_base64(&text)
            .filter(|body| !body.is_empty())
            .ok_or_else(|| not("neither zip nor XML nor base64 text".to_owned()))?;
        return archive(body, keys).map_err(not);
    }
    match root(&text) {
        "Envelope" => envelope(text, keys).map_err(not),
        "return" => returned(&text, keys).map_err(not),
        _ => Ok(Contents::Document(text)),
    }
}

/// The local name of the root, without reading the rest.
fn root(text: &str) -> &str {
    let mut rest = text;
    loop {
        let Some((_, behind)) = rest.split_once('<') else { return "" };
        if !behind.starts_with(['?', '!']) {
            let end = behind.find(|ch: char| ch.is_whitespace() || ch == '>' || ch == '/');
            let name = &behind[..end.unwrap_or(behind.len())];
            return name.rsplit_once(':').map_or(name, |(_, local)| local);
        }
        let end = if behind.starts_with("!--") { "-->" } else { ">" };
        let Some((_, after)) = behind.split_once(end) else { return "" };
        rest = after;
    }
}

/// A reply with a return document, or a call with a file.
fn envelope(text: String, keys: &Keys) -> Result<Contents, String> {
    if let Ok(call) = Request::from_xml(&text) {
        let parameter = |name| call.parameter(name).unwrap_or_default();
        let bytes = |name| decode_base64(parameter(name)).unwrap_or_default();
        let number = |name| parameter(name).trim().parse().unwrap_or(0);
        let file = DeliveredFile {
            name: String::new(),
            encryption: number("encryptAlgorithm"),
            hashing: number("hashAlgorithm"),
            compression: number("compressionFormat"),
            body: bytes("beianInfo"),
            hash: bytes("beianInfoHash"),
        };
        if file.body.is_empty() {
            return Err(format!("a call of {} without a file", call.method.name()));
        }
        return delivered(&file, keys);
    }
    returned(&soap::returned(text).map_err(|error| error.to_string())?, keys)
}

fn returned(text: &str, keys: &Keys) -> Result<Contents, String> {
    let answer = Return::from_xml(text).map_err(|error| error.to_string())?;
    match &answer.file {
        Some(file) => delivered(file, keys),
        None => Ok(Contents::Answer(answer)),
    }
}

fn delivered(file: &DeliveredFile, keys: &Keys) -> Result<Contents, String> {
    text_of(&keys.open(file)?)
}

/// Bytes of which it is not said whether they are encrypted: an archive says it by how it begins.
fn archive(body: Vec<u8>, keys: &Keys) -> Result<Contents, String> {
    if body.starts_with(b"PK") {
        return text_of(&Packed::from_zip(body));
    }
    let zip = keys.decrypt(&body)?;
    text_of(&Packed::from_zip(zip))
}

fn text_of(packed: &Packed) -> Result<Contents, String> {
    unpack_text(&packed.zip).map(Contents::Document).map_err(|error| error.to_string())
}

/// The same text with a first line that says what it is written in.
pub fn in_utf8(text: &str) -> String {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let body = match text.strip_prefix("<?xml") {
        Some(behind) => behind.split_once("?>").map_or(text, |(_, body)| body.trim_start()),
        None => text,
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}")
}

/// Reads a document as what its root says it is.
pub fn describe(text: &str) -> Described {
    let read = match root(text) {
        "UploadData" => UploadDocument::from_xml(text).map(|(_, warnings)| warnings),
        _ => DownloadDocument::from_xml(text).map(|(_, warnings)| warnings),
    };
    let (warnings, problem) = match read {
        Ok(warnings) => (warnings.iter().map(ToString::to_string).collect(), None),
        Err(error) => (Vec::new(), Some(error.to_string())),
    };
    Described { kind: kind(text), warnings, problem }
}

/// The blocks below the root with the number of entries in each.
fn kind(text: &str) -> String {
    let Ok(tree) = xml::parse(text) else { return "no XML".to_owned() };
    let mut kind = tree.name.clone();
    for area in &tree.children {
        let mut blocks = Vec::new();
        for block in &area.children {
            let entries = block.children.iter().filter(|entry| !entry.children.is_empty()).count();
            if !block.children.is_empty() {
                blocks.push(format!("{} {entries}", block.name));
            }
        }
        kind.push_str(&format!(" {}: {}", area.name, blocks.join(", ")));
    }
    kind
}

/// A code of the interface in both languages.
pub fn worded(code: MsgCode) -> String {
    match code.wording() {
        Some((zh, en)) => format!("{code} {en}. {zh}。"),
        None => format!("{code} is not known. 未知代码。"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_behind_whatever_precedes_it() {
        assert_eq!(root("<?xml version=\"1.0\"?>\n<!-- <a> --><s:Envelope xmlns:s=\"x\">"), "Envelope");
        assert_eq!(root("<return/>"), "return");
        assert_eq!(root("no markup"), "");
    }

    #[test]
    fn the_first_line_says_what_the_text_is_written_in() {
        let truthful = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a/>";
        assert_eq!(in_utf8("<?xml version=\"1.0\" encoding=\"GBK\"?>\r\n<a/>"), truthful);
        assert_eq!(in_utf8("<a/>"), truthful);
    }
}
