//! One person's line to the server: cookies, the token of forms, and what comes back if anything does.

use std::cell::RefCell;

use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::Value;

use crate::machines::Server;

/// An answer that came back whole.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{}: {}", self.status, self.body))
    }

    /// Whether the server said that it has done it.
    pub fn is_acknowledged(&self) -> bool {
        self.status.is_success() || self.status.is_redirection()
    }
}

/// One person's line to the server.
pub struct Line<'s> {
    server: &'s Server,
    http: Client,
    token: RefCell<String>,
}

impl<'s> Line<'s> {
    /// A line that keeps cookies and follows no redirects.
    pub fn new(server: &'s Server) -> Self {
        let http = Client::builder()
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .timeout(std::time::Duration::from_secs(20))
            .build()
            .unwrap();
        Self { server, http, token: RefCell::default() }
    }

    /// Asks for a page or a document; `None` when the line broke.
    pub async fn get(&self, path: &str) -> Option<Answer> {
        self.send(self.http.get(self.at(path).await)).await
    }

    /// Sends a form with the token of the page it stands on; `None` when the line broke.
    pub async fn form(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let shown = self.get(page).await?;
        let token = hidden(&shown.body, "csrf").unwrap_or_else(|| panic!("{page}: {}", shown.body));
        let version = hidden(&shown.body, "version").unwrap_or_default();
        let mut all = vec![("csrf", token.as_str()), ("version", version.as_str())];
        all.extend_from_slice(fields);
        self.send(self.http.post(self.at(action).await).form(&all)).await
    }

    /// Takes the token of the session for calls of the API; `false` when the line broke.
    pub async fn take_token(&self) -> bool {
        let Some(session) = self.get("/api/v1/session").await else { return false };
        session.json()["csrf"]
            .as_str()
            .expect("a session has a token")
            .clone_into(&mut self.token.borrow_mut());
        true
    }

    /// Calls the API with JSON; `None` when the line broke.
    pub async fn call(
        &self,
        method: reqwest::Method,
        path: &str,
        version: i64,
        body: &Value,
    ) -> Option<Answer> {
        let request = self.http.request(method, self.at(path).await).json(body);
        self.send(self.signed(request).header("If-Match", format!("\"{version}\""))).await
    }

    /// Sends a picture; `None` when the line broke.
    pub async fn picture(&self, path: &str, bytes: Vec<u8>) -> Option<Answer> {
        let request = self.http.post(self.at(path).await).header("Content-Type", "image/jpeg").body(bytes);
        self.send(self.signed(request)).await
    }

    fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("X-CSRF-Token", self.token.borrow().as_str())
    }

    async fn at(&self, path: &str) -> String {
        format!("{}{path}", self.server.url().await)
    }

    async fn send(&self, request: RequestBuilder) -> Option<Answer> {
        let response = request.send().await.ok()?;
        let status = response.status();
        let body = response.text().await.ok()?;
        // Busy is the server's way of saying: not done, come back.
        assert!(!status.is_server_error() || status == StatusCode::SERVICE_UNAVAILABLE, "{status}: {body}");
        (status != StatusCode::SERVICE_UNAVAILABLE).then_some(Answer { status, body })
    }
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> Option<String> {
    let start = page.find(&format!("name=\"{name}\""))?;
    let rest = &page[start..];
    let tag = &rest[..rest.find('>')?];
    let value = tag.split_once("value=\"")?.1;
    Some(value[..value.find('"')?].to_owned())
}
