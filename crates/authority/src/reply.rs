//! Return documents: what the methods answer, written by the authority and read by the provider.

use crate::codes::MsgCode;
use crate::value::{decode_base64, push_base64, push_wrapped_base64};
use crate::xml::{self, Node, close_tag, open_tag, push_element};

/// Elements a return document may hold: missing numbers by the ten thousand at most.
const MOST_ELEMENTS: usize = 20_000;

/// A file as the authority hands it over: still encrypted, hash not yet compared.
#[derive(Clone, PartialEq, Eq)]
pub struct DeliveredFile {
    /// `return_FileName`: to be named in the acknowledgement.
    pub name: String,
    /// `encryptAlgorithm`: 0 none, 1 AES.
    pub encryption: i64,
    /// `hashAlgorithm`: 0 MD5.
    pub hashing: i64,
    /// `compressionFormat`: 0 zip.
    pub compression: i64,
    /// The bytes, base64 removed.
    pub body: Vec<u8>,
    /// The hash over the plain archive, base64 removed.
    pub hash: Vec<u8>,
}

impl std::fmt::Debug for DeliveredFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DeliveredFile({}, {} bytes)", self.name, self.body.len())
    }
}

/// What the status query says about one domain or certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusInfo {
    /// `Cxtjlx`: kind of the condition, 0 domain, else a certificate type.
    pub condition_kind: i64,
    /// `Cxtj`: the condition.
    pub condition: String,
    /// `Wzmc`: site name.
    pub service_name: Option<String>,
    /// `Ztbah`: subject number.
    pub subject_number: Option<String>,
    /// `Wzbah`: site number.
    pub service_number: Option<String>,
    /// `Bazt`: true if filed (0 on the wire).
    pub filed: bool,
}

/// A return document. Which of the optional parts is there depends on the method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// `msg_code`.
    pub code: MsgCode,
    /// `msg`: the authority's own words.
    pub text: String,
    /// `dataSequences`: missing numbers, with code 14.
    pub missing: Vec<i64>,
    /// `dataSequence` of the last upload, in the answer to the previous-upload query.
    pub sequence: Option<i64>,
    /// `fileInfos`, when a file is delivered.
    pub file: Option<DeliveredFile>,
    /// `StatusInfo`, in the answer to the status query.
    pub status: Option<StatusInfo>,
    /// `VerifyRes`, in the answer to the password check: true if it is right (0 on the wire).
    pub verified: Option<bool>,
}

/// A text that is no return document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a return document: {0}")]
pub struct NotAReturn(pub String);

impl Return {
    /// An answer with nothing but a code.
    pub fn bare(code: MsgCode, text: &str) -> Self {
        Self {
            code,
            text: text.to_owned(),
            missing: Vec::new(),
            sequence: None,
            file: None,
            status: None,
            verified: None,
        }
    }

    /// The document as text. With `wrapped`, base64 is broken every 76 characters, as bureaus send it.
    pub fn to_xml(&self, wrapped: bool) -> String {
        let room = self.file.as_ref().map_or(0, |file| file.body.len() / 57 * 77);
        let mut out = String::with_capacity(room + 1024);
        out.push_str("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<return version=\"");
        out.push_str(crate::VERSION);
        out.push_str("\">");
        push_element(&mut out, "msg_code", &self.code.to_string());
        push_element(&mut out, "msg", &self.text);
        if !self.missing.is_empty() {
            open_tag(&mut out, "dataSequences");
            for number in &self.missing {
                push_element(&mut out, "dataSequence", &number.to_string());
            }
            close_tag(&mut out, "dataSequences");
        }
        if self.sequence.is_some() || self.file.is_some() {
            write_file(&mut out, self.file.as_ref(), self.sequence, wrapped);
        }
        if let Some(status) = &self.status {
            write_status(&mut out, status);
        }
        if let Some(right) = self.verified {
            push_element(&mut out, "VerifyRes", if right { "0" } else { "1" });
        }
        close_tag(&mut out, "return");
        out
    }

    /// Reads a document; order, version attribute and extra elements are not insisted on. A text that is
    /// handed over is freed as soon as it is read.
    pub fn from_xml(text: impl AsRef<str>) -> Result<Self, NotAReturn> {
        let tree = xml::parse_up_to(text.as_ref(), MOST_ELEMENTS);
        drop(text);
        let mut root = tree.map_err(|error| NotAReturn(error.to_string()))?;
        if root.name != "return" {
            return Err(NotAReturn(format!("the root is {:.100}", root.name)));
        }
        let code = number(&root, "msg_code").ok_or_else(|| NotAReturn("no msg_code".to_owned()))?;
        let missing = root.child("dataSequences").map_or(&[][..], |list| &list.children);
        let missing = missing.iter().filter_map(|entry| entry.text.trim().parse().ok()).collect();
        let mut infos = root.take_child("fileInfos");
        Ok(Self {
            code: MsgCode(code),
            text: root.child("msg").map_or_else(String::new, |msg| msg.text.trim().to_owned()),
            missing,
            sequence: infos.as_ref().and_then(|infos| number(infos, "dataSequence")),
            file: infos.as_mut().map(read_file).transpose()?.flatten(),
            status: root.child("StatusInfo").map(read_status).transpose()?,
            verified: root.child("VerifyRes").map(read_verified).transpose()?,
        })
    }
}

fn write_file(out: &mut String, file: Option<&DeliveredFile>, sequence: Option<i64>, wrapped: bool) {
    open_tag(out, "fileInfos");
    let id = |of: fn(&DeliveredFile) -> i64| file.map_or(0, of).to_string();
    push_element(out, "hashAlgorithm", &id(|file| file.hashing));
    push_element(out, "compressionFormat", &id(|file| file.compression));
    push_element(out, "encryptAlgorithm", &id(|file| file.encryption));
    if let Some(sequence) = sequence {
        push_element(out, "dataSequence", &sequence.to_string());
    }
    push_element(out, "return_FileName", file.map_or("", |file| &file.name));
    let mut bytes = |name: &str, bytes: &[u8]| {
        open_tag(out, name);
        if wrapped {
            push_wrapped_base64(out, bytes);
        } else {
            push_base64(out, bytes);
        }
        close_tag(out, name);
    };
    bytes("beianInfo", file.map_or(&[], |file| &file.body));
    bytes("beianInfoHash", file.map_or(&[], |file| &file.hash));
    close_tag(out, "fileInfos");
}

fn write_status(out: &mut String, status: &StatusInfo) {
    open_tag(out, "StatusInfo");
    push_element(out, "Cxtjlx", &status.condition_kind.to_string());
    push_element(out, "Cxtj", &status.condition);
    for (name, value) in
        [("Wzmc", &status.service_name), ("Ztbah", &status.subject_number), ("Wzbah", &status.service_number)]
    {
        if let Some(value) = value {
            push_element(out, name, value);
        }
    }
    push_element(out, "Bazt", if status.filed { "0" } else { "1" });
    close_tag(out, "StatusInfo");
}

/// An empty `beianInfo` means that there is no file (nothing uploaded yet).
fn read_file(infos: &mut Node) -> Result<Option<DeliveredFile>, NotAReturn> {
    // Each text is freed as soon as it is decoded.
    let mut bytes = |name: &str| match infos.take_child(name) {
        Some(child) => decode_base64(&child.text).ok_or_else(|| NotAReturn(format!("{name} is not base64"))),
        None => Ok(Vec::new()),
    };
    let (body, hash) = (bytes("beianInfo")?, bytes("beianInfoHash")?);
    if body.is_empty() {
        return Ok(None);
    }
    Ok(Some(DeliveredFile {
        name: infos.child("return_FileName").map_or_else(String::new, |name| name.text.trim().to_owned()),
        encryption: number(infos, "encryptAlgorithm").unwrap_or(0),
        hashing: number(infos, "hashAlgorithm").unwrap_or(0),
        compression: number(infos, "compressionFormat").unwrap_or(0),
        body,
        hash,
    }))
}

fn read_status(info: &Node) -> Result<StatusInfo, NotAReturn> {
    let text = |name: &str| {
        let text = info.child(name).map(|child| child.text.trim().to_owned());
        text.filter(|text| !text.is_empty())
    };
    let filed = match text("Bazt").as_deref() {
        Some("0") => true,
        Some("1") => false,
        other => return Err(NotAReturn(format!("Bazt is {other:?}"))),
    };
    Ok(StatusInfo {
        condition_kind: number(info, "Cxtjlx").unwrap_or(0),
        condition: text("Cxtj").unwrap_or_default(),
        service_name: text("Wzmc"),
        subject_number: text("Ztbah"),
        service_number: text("Wzbah"),
        filed,
    })
}

fn read_verified(answer: &Node) -> Result<bool, NotAReturn> {
    match answer.text.trim() {
        "0" => Ok(true),
        "1" => Ok(false),
        other => Err(NotAReturn(format!("VerifyRes is {other:.40}"))),
    }
}

fn number(node: &Node, name: &str) -> Option<i64> {
    node.child(name)?.text.trim().parse().ok()
}
