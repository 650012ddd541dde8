//! Notices in plain wording: the template and its facts, for stories that look only at who is told what.
use beian_app::notices::{Letter, Text};

/// Words a letter by its template and facts.
pub fn plain(letter: Letter<'_>) -> Text {
    let facts: Vec<String> = letter.facts.values().cloned().collect();
    Text { subject: letter.template.to_owned(), body: facts.join("\n") }
}
