//! A person at a browser without script: pages are read as HTML, forms are filled and sent as they stand.

mod applicant;
mod form;
mod markup;

use std::time::Duration;

use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use reqwest::{RequestBuilder, Response, StatusCode};

pub use applicant::{Applicant, control, fill_step, step_path};
pub use form::Form;

/// How long a page may take, by the real clock. Far more than a busy machine needs.
const PATIENCE: Duration = Duration::from_mins(1);
/// The most redirects followed for one page.
const HOPS: usize = 5;

/// A browser with its own cookies.
#[derive(Debug, Clone)]
pub struct Browser {
    http: reqwest::Client,
    base: String,
}

/// A page as it was shown.
#[derive(Debug, Clone)]
pub struct Page {
    browser: Browser,
    /// The status of the answer; of the last one when it was redirected.
    pub status: StatusCode,
    /// Path and query it was shown at.
    pub path: String,
    /// The HTML.
    pub html: String,
}

impl Browser {
    /// A fresh browser on the pages at `base`.
    ///
    /// # Panics
    /// When no HTTP client can be made.
    pub fn new(base: &str) -> Self {
        let http = reqwest::Client::builder()
            .no_proxy()
            .cookie_store(true)
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .build()
            .expect("a plain client");
        Self { http, base: base.to_owned() }
    }

    /// Opens a page.
    pub async fn opens(&self, path: &str) -> Page {
        self.follow(self.http.get(format!("{}{path}", self.base)), path).await
    }

    /// Asks what is thought of a text while it is typed, as the script of the form does.
    ///
    /// # Panics
    /// When the server does not answer with a text.
    pub async fn asks_of(&self, kind: &str, typed: &str) -> String {
        let sent = self.http.post(format!("{}/check/{kind}", self.base)).body(typed.to_owned()).send().await;
        sent.expect("the server answers").text().await.expect("to the end")
    }

    /// Asks for something that is no page; gives status and bytes.
    ///
    /// # Panics
    /// When the server does not answer.
    pub async fn fetches(&self, path: &str) -> (StatusCode, Vec<u8>) {
        let sent = self.http.get(format!("{}{path}", self.base)).send().await;
        let answer = sent.expect("the server answers");
        (answer.status(), answer.bytes().await.expect("to the end").to_vec())
    }

    /// The client behind it, signed in as the browser is.
    pub fn client(&self) -> &reqwest::Client {
        &self.http
    }

    async fn follow(&self, request: RequestBuilder, path: &str) -> Page {
        let mut path = path.to_owned();
        let mut answer = request.send().await.expect("the server answers");
        for _ in 0..HOPS {
            let Some(next) = target(&answer) else { break };
            answer = self.http.get(format!("{}{next}", self.base)).send().await.expect("the server answers");
            path = next;
        }
        let status = answer.status();
        let html = answer.text().await.expect("the page comes to its end");
        Page { browser: self.clone(), status, path, html }
    }
}

/// Where an answer sends the browser, within the same site.
fn target(answer: &Response) -> Option<String> {
    if !answer.status().is_redirection() {
        return None;
    }
    let target = answer.headers().get(LOCATION)?.to_str().ok()?;
    assert!(target.starts_with('/'), "led away from the site: {target}");
    Some(target.split('#').next().unwrap_or_default().to_owned())
}

impl Page {
    /// The form that is sent to `action`.
    ///
    /// # Panics
    /// When the page has none.
    pub fn form(&self, action: &str) -> Form {
        let mut forms = self.forms();
        let found = forms.iter().position(|form| form.action() == action);
        let Some(place) = found else {
            let actions: Vec<&str> = forms.iter().map(Form::action).collect();
            panic!("{} ({}) has forms for {actions:?} only\n{}", self.path, self.status, self.words());
        };
        forms.swap_remove(place)
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<Form> {
        form::forms(&self.browser, &self.path, &self.html)
    }

    /// Follows the link that reads so.
    ///
    /// # Panics
    /// When the page has none.
    pub async fn follows(&self, label: &str) -> Page {
        let mut links = markup::tags(&self.html).filter(|tag| tag.name == "a" && tag.text.trim() == label);
        let href = links.find_map(|tag| tag.attribute("href"));
        let href = href.unwrap_or_else(|| panic!("{} has no link {label}\n{}", self.path, self.words()));
        self.browser.opens(&href).await
    }

    /// What can be read, without the markup.
    pub fn words(&self) -> String {
        markup::words(&self.html)
    }

    /// Whether a text can be read.
    pub fn says(&self, text: &str) -> bool {
        self.words().contains(text)
    }

    /// The errors named in the summary at the top, as the fields they lead to.
    pub fn errors(&self) -> Vec<String> {
        let links = markup::tags(&self.html).filter(|tag| tag.name == "a");
        let targets = links.filter_map(|tag| tag.attribute("href"));
        let mut fields: Vec<String> =
            targets.filter_map(|href| href.strip_prefix("#f-").map(ToOwned::to_owned)).collect();
        fields.dedup();
        fields
    }
}
