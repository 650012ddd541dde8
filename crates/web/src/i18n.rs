//! Sentences in two languages: which one the reader wants, and how a key becomes text.

mod bundle;
mod dates;
mod files;
mod switch;
#[cfg(test)]
mod tests;

pub use dates::{Left, beijing};
pub use fluent::FluentValue as Value;
pub use switch::router;
pub(crate) use switch::{escaped, local};

use serde::{Deserialize, Serialize};

/// A language the pages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// Simplified Chinese (简体中文), the language of the law and the default.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag: the `lang` attribute, the cookie's value and the directory under `locales/`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The language of a tag, if we have it; regions and scripts are ignored.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().trim();
        match primary.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The one the reader can switch to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// What the reader wants: the choice kept in the cookie, else the browser's, else Chinese.
    pub fn wanted(cookie: Option<&str>, accept_language: Option<&str>) -> Self {
        cookie.and_then(Self::from_tag).or_else(|| accept_language.and_then(preferred)).unwrap_or(Self::Zh)
    }
}

/// The best of an `Accept-Language` header. Readers who have neither language get English.
fn preferred(header: &str) -> Option<Lang> {
    let mut best: Option<(Lang, f32)> = None;
    let mut named_any = false;
    for part in header.split(',') {
        let mut pieces = part.trim().split(';');
        let tag = pieces.next().unwrap_or_default().trim();
        if tag.is_empty() || tag == "*" {
            continue;
        }
        named_any = true;
        let weight = pieces.find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
        if let Some(lang) = Lang::from_tag(tag)
            && best.is_none_or(|(_, w)| weight > w)
        {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang).or(named_any.then_some(Lang::En))
}

/// The sentences of one language. Cheap to copy; every page part that speaks takes one.
///
/// It is also an axum extractor: the language comes from the cookie `lang`, else `Accept-Language`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language spoken.
    pub lang: Lang,
}

impl Words {
    /// The sentences of `lang`.
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The sentence behind `key`. An unknown key is a programming error: it panics in this crate's
    /// tests, and in production it is shown as it is and logged once.
    pub fn t(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The sentence behind `key` with its arguments filled in.
    pub fn with(self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        bundle::format(self.lang, key, args)
    }

    /// Whether there is a sentence for `key`; for codes that come from data (rules, findings).
    pub fn has(self, key: &str) -> bool {
        bundle::has(self.lang, key)
    }

    /// Chooses between two texts that data already carries in both languages.
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
