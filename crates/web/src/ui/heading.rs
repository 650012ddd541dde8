//! The head of a page: what it is about, in what state.

use maud::{Markup, Render, html};

/// Title, the state above it, one line below it and things to do beside it.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    title: String,
    term: Option<String>,
    badge: Option<Markup>,
    lead: Option<Markup>,
    beside: Option<Markup>,
}

impl Heading {
    /// A page's `h1`.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// The statutory Chinese term, shown beside an English title because people will meet it again; an empty one
    /// is not shown.
    #[must_use]
    pub fn term(mut self, term: impl Into<String>) -> Self {
        self.term = Some(term.into()).filter(|term| !term.is_empty());
        self
    }

    /// The state, above the title.
    #[must_use]
    pub fn badge(mut self, badge: Markup) -> Self {
        self.badge = Some(badge);
        self
    }

    /// One line below the title.
    #[must_use]
    pub fn lead(mut self, lead: impl Render) -> Self {
        self.lead = Some(lead.render());
        self
    }

    /// What can be done with the whole page, to the right of the title.
    #[must_use]
    pub fn beside(mut self, beside: Markup) -> Self {
        self.beside = Some(beside);
        self
    }
}

impl Render for Heading {
    fn render(&self) -> Markup {
        html! {
            div .heading {
                div {
                    @if let Some(badge) = &self.badge { div .over { (badge) } }
                    h1 { (self.title) @if let Some(term) = &self.term { " " small lang="zh-CN" { (term) } } }
                    @if let Some(lead) = &self.lead { p .lead { (lead) } }
                }
                @if let Some(beside) = &self.beside { div .beside { (beside) } }
            }
        }
    }
}
