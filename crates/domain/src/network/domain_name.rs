//! Domain names (域名) in ASCII form, and where in them the registrable part begins.

use std::net::IpAddr;

use crate::{
    invalid::Invalid,
    text::{compact, parsed_text},
};

/// A domain name (域名) in lower-case ASCII form (A-labels), of at least two labels and at most 128 characters
/// (limit of the MIIT enterprise interface V3.0).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DomainName(String);

parsed_text!(DomainName);

/// Second-level names under `.cn` that are open for registration and absent from the public suffix list:
/// 政务.cn and 公益.cn (工业和信息化部公告 on the domain name system).
const MORE_CN_SUFFIXES: [&str; 2] = ["xn--zfr164b.cn", "xn--55qw42g.cn"];

impl DomainName {
    /// Accepts Unicode labels, capitals, the Chinese full stop and a trailing dot.
    ///
    /// # Errors
    /// `domain-scheme` (the bare domain is wanted), `domain-port`, `domain-wildcard`, `domain-is-address`,
    /// `domain-single-label`, `domain-length` (with `max`, `got`), `domain-label`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = compact(text).replace('。', ".");
        if text.contains("://") || text.contains('/') {
            return Err(Invalid::new("domain-scheme"));
        }
        let text = text.strip_suffix('.').unwrap_or(&text);
        if is_address(text) {
            return Err(Invalid::new("domain-is-address"));
        }
        if text.contains(':') {
            return Err(Invalid::new("domain-port"));
        }
        if text.contains('*') {
            return Err(Invalid::new("domain-wildcard"));
        }
        let name = ascii_host(text)?;
        if !name.contains('.') {
            return Err(Invalid::new("domain-single-label"));
        }
        if name.len() > 128 {
            return Err(Invalid::new("domain-length").with("max", 128).with("got", name.len()));
        }
        Ok(Self(name))
    }

    /// The name as people read it, with Chinese labels.
    pub fn unicode(&self) -> String {
        idna::domain_to_unicode(&self.0).0
    }

    /// The suffix under which names are registered: `cn`, `com.cn`, `xn--55qx5d.cn`.
    ///
    /// Suffixes that companies opened below their own names (such as hosting platforms) do not count: what a
    /// filing names is registered with a registry.
    pub fn public_suffix(&self) -> &str {
        MORE_CN_SUFFIXES
            .into_iter()
            .find(|suffix| {
                self.0.strip_suffix(suffix).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            })
            .unwrap_or_else(|| registry_suffix(&self.0))
    }

    /// The suffix and one label: what is registered and filed; `None` when the name is itself a suffix.
    pub fn registrable(&self) -> Option<Self> {
        let labels_below = self.0.strip_suffix(self.public_suffix())?.strip_suffix('.')?;
        let start = labels_below.rfind('.').map_or(0, |dot| dot + 1);
        Some(Self(self.0[start..].to_owned()))
    }

    /// Whether it is exactly a suffix and one label.
    pub fn is_registrable(&self) -> bool {
        self.registrable().as_ref() == Some(self)
    }

    /// The last label, in ASCII form.
    pub fn top_level(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or_default()
    }

    /// Whether this name is `other` or lies below it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.strip_suffix(other.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    }
}

/// The longest suffix a registry opened, skipping those in the private part of the list.
fn registry_suffix(name: &str) -> &str {
    let mut rest = name;
    loop {
        let Some(suffix) = psl::suffix(rest.as_bytes()) else { return rest };
        let is_private = suffix.typ() == Some(psl::Type::Private);
        let start = rest.len() - suffix.as_bytes().len();
        match rest[start..].split_once('.') {
            Some((_, above)) if is_private => rest = above,
            _ => return &rest[start..],
        }
    }
}

/// A host name of one or more labels as ASCII: letters, digits and inner hyphens, IDNA mapped.
pub(crate) fn ascii_host(text: &str) -> Result<String, Invalid> {
    if text.is_empty() {
        return Err(Invalid::new("domain-label"));
    }
    if text.len() > 1024 {
        return Err(Invalid::new("domain-length").with("max", 128).with("got", text.len()));
    }
    let name = if is_canonical(text) {
        text.to_owned()
    } else {
        idna::domain_to_ascii_strict(text).map_err(|_| Invalid::new("domain-label"))?
    };
    // Without a letter in the last label it is an address written badly, such as `1.2.3`.
    let last = name.rsplit('.').next().unwrap_or_default();
    if last.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Invalid::new("domain-label"));
    }
    Ok(name)
}

/// Whether a host is in ASCII form already, so that IDNA would give it back as it is: labels of small letters, digits and
/// inner hyphens, none of them encoded.
fn is_canonical(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|label| {
            let bytes = label.as_bytes();
            (1..=63).contains(&bytes.len())
                && bytes
                    .iter()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
                && bytes.get(2..4) != Some(b"--")
        })
}

fn is_address(text: &str) -> bool {
    let bare = text.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or(text);
    let without_port = bare.rsplit_once(':').map_or(bare, |(host, _)| host);
    bare.parse::<IpAddr>().is_ok() || without_port.parse::<IpAddr>().is_ok()
}
