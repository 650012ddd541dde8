//! The wording of notices is not known here: the server hands in a function over its translations.

use std::collections::BTreeMap;
use std::sync::Arc;

use beian_store::Channel;

/// What is to be worded.
#[derive(Debug, Clone, Copy)]
pub struct Letter<'a> {
    /// Which text, see [`super::ALL_TEMPLATES`].
    pub template: &'a str,
    /// For mail or for SMS, which is short.
    pub channel: Channel,
    /// `zh-CN` or `en`.
    pub language: &'a str,
    /// Facts to be named in it.
    pub facts: &'a BTreeMap<String, String>,
}

/// A worded notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The subject line of a mail; not used for SMS.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// Words a letter.
pub type Wording = Arc<dyn Fn(Letter<'_>) -> Text + Send + Sync>;
