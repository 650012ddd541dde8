//! The frame around every page: head, brand, navigation, breadcrumbs, notices, foot.

use maud::{DOCTYPE, Markup, html};

use super::errors::FormErrors;
use super::form::csrf;
use super::icon::{Icon, icon};
use super::notice::{Notice, notice};
use crate::assets;
use crate::i18n::Words;

/// Who looks at the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Not signed in: public pages.
    Visitor,
    /// A person of a customer account (账号).
    Customer {
        /// The person, as greeted.
        name: String,
        /// The account's name.
        account: String,
    },
    /// The provider's filing staff (备案专员): a dense page made for the keyboard.
    Staff {
        /// The person.
        name: String,
        /// What they do, in words.
        role: String,
    },
}

/// A link of the navigation, with how many things wait behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Where it goes.
    pub href: String,
    /// What it says.
    pub label: String,
    /// How many things wait there; nothing is shown for `None`.
    pub count: Option<u64>,
}

impl Link {
    /// A link without a count.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into(), count: None }
    }

    /// Shows how many things wait behind it.
    #[must_use]
    pub const fn count(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }
}

/// One step of the way back; the last one is the page itself and has no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Where it goes; empty for the page itself.
    pub href: String,
    /// What it says.
    pub label: String,
}

impl Crumb {
    /// A page above this one.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into() }
    }

    /// This page.
    pub fn here(label: impl Into<String>) -> Self {
        Self { href: String::new(), label: label.into() }
    }
}

/// The foot of every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footer {
    /// Help, rules, privacy, API, …
    pub links: Vec<Link>,
    /// The provider's own filing number (备案号), linked to the ministry as it must be.
    pub filing_number: Option<String>,
    /// Telephone for questions.
    pub hotline: Option<String>,
}

/// What is the same on every page of one request.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The reader's language.
    pub words: Words,
    /// The provider's name for its filing service.
    pub brand: String,
    /// Path and query of this request: marks the navigation, brings people back after switching language.
    pub path: String,
    /// Token for forms.
    pub csrf: String,
    /// Who looks.
    pub viewer: Viewer,
    /// Navigation for this viewer.
    pub nav: Vec<Link>,
    /// Links below the person's name.
    pub own: Vec<Link>,
    /// What has just happened.
    pub notices: Vec<Notice>,
    /// The foot.
    pub footer: Footer,
    /// The other side is the simulator: a strip says that nothing here is real.
    pub rehearsal: bool,
}

/// How wide the page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// Forms and messages.
    Form,
    /// Reading, one column.
    Reading,
    /// Tables, two columns.
    #[default]
    Wide,
    /// The whole window: the review desk.
    Full,
}

impl Width {
    const fn class(self) -> &'static str {
        match self {
            Self::Form => "page form-wide",
            Self::Reading => "page reading",
            Self::Wide => "page wide",
            Self::Full => "page full",
        }
    }
}

/// One page in its frame.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    frame: &'a Frame,
    title: String,
    crumbs: Vec<Crumb>,
    width: Width,
    wrong: bool,
}

impl<'a> Page<'a> {
    /// A page with this title in the browser's tab.
    pub fn new(frame: &'a Frame, title: impl Into<String>) -> Self {
        Self { frame, title: title.into(), crumbs: Vec::new(), width: Width::default(), wrong: false }
    }

    /// The way back.
    #[must_use]
    pub fn crumbs(mut self, crumbs: impl IntoIterator<Item = Crumb>) -> Self {
        self.crumbs = crumbs.into_iter().collect();
        self
    }

    /// How wide it is.
    #[must_use]
    pub const fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// Prefixes the title when the form has errors, so that they are heard first.
    #[must_use]
    pub const fn errors(mut self, errors: &FormErrors) -> Self {
        self.wrong = !errors.is_empty();
        self
    }

    /// The whole document.
    pub fn show(&self, body: &Markup) -> Markup {
        let frame = self.frame;
        let words = frame.words;
        let staff = matches!(frame.viewer, Viewer::Staff { .. });
        html! {
            (DOCTYPE)
            html lang=(words.lang.tag()) {
                (self.head())
                body .staff[staff] data-words=(script_words(words)) {
                    a .skip href="#main" { (words.t("ui-skip")) }
                    (top(frame))
                    main #main class=(self.width.class()) tabindex="-1" {
                        @if !self.crumbs.is_empty() { (crumbs(words, &self.crumbs)) }
                        @for one in &frame.notices { (notice(one)) }
                        (body)
                    }
                    (foot(frame))
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let words = self.frame.words;
        let title = if self.wrong {
            words.with("ui-title-wrong", &[("title", self.title.as_str().into())])
        } else {
            self.title.clone()
        };
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (self.frame.brand) }
                link rel="icon" href=(assets::icon_href()) type="image/svg+xml";
                link rel="stylesheet" href=(assets::css_href());
                script src=(assets::js_href()) defer {}
            }
        }
    }
}

/// The words the script needs, as JSON.
pub(crate) fn script_words(words: Words) -> String {
    let pairs = [
        ("copied", "ui-copied"),
        ("sending", "ui-sending"),
        ("sent", "ui-sent"),
        ("arrived", "ui-arrived"),
        ("tooLarge", "ui-file-too-large"),
        ("lost", "ui-connection-lost"),
        ("choose", "ui-choose"),
        ("digits", "ui-characters"),
    ];
    let map: serde_json::Map<String, serde_json::Value> =
        pairs.into_iter().map(|(name, key)| (name.to_owned(), words.t(key).into())).collect();
    serde_json::Value::Object(map).to_string()
}

fn top(frame: &Frame) -> Markup {
    let words = frame.words;
    let here = current(&frame.nav, &frame.path);
    html! {
        header .top {
            @if frame.rehearsal { p .rehearsal { (icon(Icon::Info)) " " (words.t("ui-rehearsal")) } }
            div {
                a .brand href="/" { span .seal aria-hidden="true" { "备" } span { (frame.brand) } }
                nav aria-label=(words.t("ui-navigation")) {
                    @for (index, item) in frame.nav.iter().enumerate() {
                        a href=(item.href) aria-current=[(here == Some(index)).then_some("page")] {
                            (item.label)
                            @if let Some(count) = item.count { " " span .count { (count) } }
                        }
                    }
                }
                div .own { (person(frame)) a lang=(words.lang.other().tag()) hreflang=(words.lang.other().tag())
                    href=(words.switch_href(&frame.path)) rel="nofollow" { (words.t("ui-other-language")) } }
            }
        }
    }
}

fn person(frame: &Frame) -> Markup {
    let words = frame.words;
    let (name, belongs) = match &frame.viewer {
        Viewer::Visitor => {
            return html! { @for link in &frame.own { a href=(link.href) { (link.label) } } };
        }
        Viewer::Customer { name, account } => (name, account),
        Viewer::Staff { name, role } => (name, role),
    };
    html! {
        details .person data-closes {
            summary { span .who { (belongs) } }
            div .menu {
                p { b { (name) } br; small { (belongs) } }
                @for link in &frame.own { a href=(link.href) { (link.label) } }
                form method="post" action="/sign-out" {
                    (csrf(&frame.csrf))
                    button .btn.plain type="submit" { (words.t("ui-sign-out")) }
                }
            }
        }
    }
}

/// The navigation link with the longest address that leads to this path.
fn current(nav: &[Link], path: &str) -> Option<usize> {
    let path = path.split('?').next().unwrap_or_default();
    let covers = |href: &str| {
        path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
    };
    nav.iter()
        .enumerate()
        .filter(|(_, link)| covers(&link.href))
        .max_by_key(|(_, l)| l.href.len())
        .map(|(i, _)| i)
}

fn crumbs(words: Words, crumbs: &[Crumb]) -> Markup {
    html! {
        nav .crumbs aria-label=(words.t("ui-crumbs")) {
            ol {
                @for crumb in crumbs {
                    li {
                        @if crumb.href.is_empty() { span aria-current="page" { (crumb.label) } }
                        @else { a href=(crumb.href) { (crumb.label) } }
                    }
                }
            }
        }
    }
}

fn foot(frame: &Frame) -> Markup {
    let words = frame.words;
    html! {
        footer .foot {
            div {
                nav aria-label=(words.t("ui-foot")) {
                    @for link in &frame.footer.links { a href=(link.href) { (link.label) } }
                    a href="https://beian.miit.gov.cn/" rel="noreferrer" { (words.t("ui-ministry")) }
                }
                p {
                    (frame.brand)
                    @if let Some(hotline) = &frame.footer.hotline { " · " (words.with("ui-hotline", &[("number", hotline.as_str().into())])) }
                    @if let Some(number) = &frame.footer.filing_number {
                        " · " a .whole href="https://beian.miit.gov.cn/" rel="noreferrer" { (number) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_address_is_the_current_one() {
        let nav = [Link::new("/", "a"), Link::new("/desk", "b"), Link::new("/desk/cases", "c")];
        assert_eq!(current(&nav, "/"), Some(0));
        assert_eq!(current(&nav, "/desk/cases/12?tab=1"), Some(2));
        assert_eq!(current(&nav, "/desk/orders"), Some(1));
        assert_eq!(current(&nav, "/desks"), None);
    }
}
