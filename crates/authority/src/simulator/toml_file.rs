//! Reading a TOML file so that a mistake is named with its line and key.

use serde::de::DeserializeOwned;

/// A mistake in a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {key}: {what}")]
pub struct FileError {
    /// Line, from 1.
    pub line: usize,
    /// The key, with the table it stands in.
    pub key: String,
    /// What is wrong.
    pub what: String,
}

/// Reads a file.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        FileError::at(text, at, error.message())
    })
}

impl FileError {
    /// A mistake at a byte of the text.
    pub(super) fn at(text: &str, byte: usize, what: &str) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count();
        let mut table = None;
        for (number, content) in text.lines().enumerate().take(line + 1) {
            let header = content.trim_start().starts_with('[') && !content.contains('=');
            if header || number == 0 {
                table = header.then(|| content.trim().trim_matches(['[', ']']).to_owned());
            }
        }
        let own = text.lines().nth(line).unwrap_or_default();
        let name = own.split_once('=').map(|(name, _)| name.trim().to_owned());
        let key = match (table, name) {
            (Some(table), Some(name)) => format!("{table}.{name}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => "file".to_owned(),
        };
        Self { line: line + 1, key, what: what.trim().to_owned() }
    }

    /// A mistake in the `n`th place (from 0) where a text stands.
    pub(super) fn at_nth(text: &str, wanted: &str, n: usize, what: &str) -> Self {
        let byte = text.match_indices(wanted).nth(n).map_or(0, |(byte, _)| byte);
        Self::at(text, byte, what)
    }
}
