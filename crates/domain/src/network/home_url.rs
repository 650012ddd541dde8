//! The address of a home page (首页网址).

use super::DomainName;
use crate::{
    invalid::Invalid,
    text::{half_width, is_unprintable, parsed_text},
};

/// The address of a website's home page (首页URL): `http` or `https`, at most 255 characters.
///
/// Scheme and host are lower-case and ASCII; a missing path is not added.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HomeUrl(String);

parsed_text!(HomeUrl);

impl HomeUrl {
    /// # Errors
    /// `home-url-scheme`, `home-url-characters`, `home-url-host`, `home-url-length` (with `max`, `got`).
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = half_width(text);
        let text = text.trim();
        let Some((scheme, rest)) = text.split_once("://") else {
            return Err(Invalid::new("home-url-scheme"));
        };
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "http" && scheme != "https" {
            return Err(Invalid::new("home-url-scheme"));
        }
        let path_at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(path_at);
        if !path.is_ascii()
            || path.chars().any(|c| c.is_whitespace() || is_unprintable(c) || "<>\"\\^`{|}".contains(c))
        {
            return Err(Invalid::new("home-url-characters"));
        }
        let (host, port) = match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        };
        let port = match port.map(str::parse::<u16>) {
            None => String::new(),
            Some(Ok(port)) if port > 0 => format!(":{port}"),
            Some(_) => return Err(Invalid::new("home-url-host")),
        };
        let host = DomainName::parse(host).map_err(|_| Invalid::new("home-url-host"))?;
        let url = format!("{scheme}://{host}{port}{path}");
        if url.len() > 255 {
            return Err(Invalid::new("home-url-length").with("max", 255).with("got", url.len()));
        }
        Ok(Self(url))
    }

    /// Parses a home page of this domain: its host is the domain or `www.` before it.
    ///
    /// # Errors
    /// Those of [`HomeUrl::parse`]; `home-url-domain` (with `expected`).
    pub fn parse_for(text: &str, domain: &DomainName) -> Result<Self, Invalid> {
        let url = Self::parse(text)?;
        if url.belongs_to(domain) {
            Ok(url)
        } else {
            Err(Invalid::new("home-url-domain").with("expected", domain))
        }
    }

    /// Whether the host is the domain or `www.` before it (return code 1041 of the MIIT interface otherwise).
    pub fn belongs_to(&self, domain: &DomainName) -> bool {
        let host = self.host();
        host.strip_prefix("www.").unwrap_or(host) == domain.as_str() || host == domain.as_str()
    }

    /// The host, in ASCII form.
    pub fn host(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.split([':', '/', '?', '#']).next().unwrap_or_default()
    }
}
