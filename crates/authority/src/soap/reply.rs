//! The envelope of a reply: the return document travels as text inside.

use super::{Method, SoapError, close_envelope, close_wrapper, content, open_envelope, open_wrapper};
use crate::xml::{close_tag, open_tag, push_element};

/// The envelope of a reply.
pub fn reply_to_xml(method: Method, returned: &str) -> String {
    let name = format!("{}Response", method.name());
    let mut out = String::with_capacity(returned.len() + returned.len() / 32 + 1024);
    open_envelope(&mut out);
    open_wrapper(&mut out, &name);
    push_element(&mut out, "return", returned);
    close_wrapper(&mut out, &name);
    close_envelope(&mut out);
    out
}

/// The envelope of a fault.
pub fn fault_to_xml(text: &str) -> String {
    let mut out = String::new();
    open_envelope(&mut out);
    open_tag(&mut out, "s:Fault");
    push_element(&mut out, "faultcode", "s:Client");
    push_element(&mut out, "faultstring", text);
    close_tag(&mut out, "s:Fault");
    close_envelope(&mut out);
    out
}

/// Takes the return document out of a reply. Name and namespace of the wrapper are not insisted on, because
/// they carry nothing; `return` may be qualified or not, escaped or in a CDATA section. A text that is handed
/// over is freed as soon as it is read.
pub fn returned(text: impl AsRef<str>) -> Result<String, SoapError> {
    let mut reply = content(text.as_ref())?;
    drop(text);
    if reply.name == "Fault" {
        let reason = reply.child("faultstring").map_or("", |reason| reason.text.trim());
        return Err(SoapError::Fault(reason.chars().take(500).collect()));
    }
    let returned = reply.take_child("return").ok_or(SoapError::NoReturn)?;
    if returned.text.trim().is_empty() {
        return Err(if returned.children.is_empty() {
            SoapError::NoReturn
        } else {
            SoapError::ReturnIsMarkup
        });
    }
    Ok(returned.text)
}
