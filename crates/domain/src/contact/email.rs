//! E-mail addresses (电子邮件).

use crate::{
    invalid::Invalid,
    network::ascii_host,
    text::{compact, parsed_text},
};

/// An e-mail address (电子邮件): 6–128 characters with one `@` (limits of the MIIT enterprise interface V3.0).
/// The domain is lower-case and in ASCII form; the local part stays as typed.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

parsed_text!(Email, personal);

impl Email {
    /// # Errors
    /// `email-at-sign`, `email-characters`, `email-domain`, `email-length` (with `min`, `max`, `got`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let address = compact(text);
        if address.matches('@').count() != 1 {
            return Err(Invalid::new("email-at-sign"));
        }
        let (local, domain) = address.split_once('@').expect("it has one");
        if !is_local_part(local) {
            return Err(Invalid::new("email-characters"));
        }
        let domain = ascii_host(domain).map_err(|_| Invalid::new("email-domain"))?;
        if !domain.contains('.') {
            return Err(Invalid::new("email-domain"));
        }
        let address = format!("{local}@{domain}");
        if !(6..=128).contains(&address.len()) {
            return Err(Invalid::new("email-length")
                .with("min", 6)
                .with("max", 128)
                .with("got", address.len()));
        }
        Ok(Self(address))
    }

    /// The domain in ASCII form.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }

    /// The first character and the domain: `z***@example.cn`.
    pub fn masked(&self) -> String {
        format!("{}***@{}", &self.0[..1], self.domain())
    }
}

/// Dot-atom of RFC 5322, at most 64 characters.
fn is_local_part(local: &str) -> bool {
    local.len() <= 64
        && local.split('.').all(|atom| {
            !atom.is_empty()
                && atom
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte))
        })
}
