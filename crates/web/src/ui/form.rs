//! The frame of a form: method, protection against forged requests, multipart when files go with it.

use maud::{Markup, html};

/// The hidden field that proves a form came from our own page.
pub fn csrf(token: &str) -> Markup {
    html! { input type="hidden" name="csrf" value=(token); }
}

/// A form that changes something. Answers are checked by the server; the browser's own bubbles are off.
#[derive(Clone, Debug)]
pub struct Form {
    action: String,
    token: String,
    files: bool,
    id: Option<String>,
}

impl Form {
    /// A form sent to `action` with the session's token.
    pub fn post(action: impl Into<String>, token: impl Into<String>) -> Self {
        Self { action: action.into(), token: token.into(), files: false, id: None }
    }

    /// Files go with it; with script their progress is shown.
    #[must_use]
    pub const fn with_files(mut self) -> Self {
        self.files = true;
        self
    }

    /// Buttons elsewhere on the page can submit it.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Puts fields and buttons inside.
    pub fn holds(&self, body: &Markup) -> Markup {
        let encoding = self.files.then_some("multipart/form-data");
        html! {
            form .form id=[&self.id] method="post" action=(self.action) enctype=[encoding] novalidate
                data-upload-form[self.files] {
                (csrf(&self.token))
                (body)
                @if self.files {
                    progress .sending max="100" value="0" hidden {}
                    p .sent role="status" hidden {}
                }
            }
        }
    }
}
