//! A form: what it asks, what is filled in already, and sending it as a browser without script does.

use reqwest::multipart;

use super::markup::{Tag, plain, tags};
use super::{Browser, Page};

/// A form on a page, to be filled and sent.
#[derive(Debug, Clone)]
pub struct Form {
    browser: Browser,
    id: Option<String>,
    action: String,
    method: String,
    with_files: bool,
    /// Names of everything that can be answered.
    asks: Vec<String>,
    answers: Vec<(String, String)>,
    buttons: Vec<Button>,
    files: Vec<(String, String, Vec<u8>)>,
}

/// A button that sends the form, perhaps saying something of its own, perhaps elsewhere.
#[derive(Debug, Clone)]
struct Button {
    name: String,
    value: String,
    action: Option<String>,
}

impl Form {
    fn open(browser: &Browser, tag: &Tag<'_>, path: &str) -> Self {
        let here = path.split('?').next().unwrap_or_default().to_owned();
        Self {
            browser: browser.clone(),
            id: tag.attribute("id"),
            action: tag.attribute("action").filter(|action| !action.is_empty()).unwrap_or(here),
            method: tag.attribute("method").unwrap_or_default().to_lowercase(),
            with_files: tag.attribute("enctype").as_deref() == Some("multipart/form-data"),
            asks: Vec::new(),
            answers: Vec::new(),
            buttons: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Where it is sent.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Whether it asks for something of this name.
    pub fn asks(&self, name: &str) -> bool {
        self.asks.iter().any(|asked| asked == name)
    }

    /// What stands in a field now.
    pub fn answer(&self, name: &str) -> Option<&str> {
        self.answers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Fills a field.
    ///
    /// # Panics
    /// When the form asks for nothing of that name: a person could not answer it either.
    #[must_use]
    pub fn fill(self, name: &str, value: &str) -> Self {
        self.fill_all(name, &[value])
    }

    /// Fills a field that takes several answers.
    ///
    /// # Panics
    /// When the form asks for nothing of that name.
    #[must_use]
    pub fn fill_all(mut self, name: &str, values: &[&str]) -> Self {
        assert!(self.asks(name), "{} does not ask for {name}, only for {:?}", self.action, self.asks);
        self.answers.retain(|(key, _)| key != name);
        self.answers.extend(values.iter().map(|value| (name.to_owned(), (*value).to_owned())));
        self
    }

    /// Changes what a person cannot change: hidden fields.
    #[must_use]
    pub fn forge(mut self, name: &str, value: &str) -> Self {
        self.answers.retain(|(key, _)| key != name);
        self.answers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same form, sent to an address the page does not name.
    #[must_use]
    pub fn redirected(mut self, action: &str) -> Self {
        action.clone_into(&mut self.action);
        self
    }

    /// Chooses a file.
    ///
    /// # Panics
    /// When the form takes no file of that name.
    #[must_use]
    pub fn attach(mut self, name: &str, file: &str, bytes: Vec<u8>) -> Self {
        assert!(self.asks(name), "{} does not ask for {name}, only for {:?}", self.action, self.asks);
        self.files.push((name.to_owned(), file.to_owned(), bytes));
        self
    }

    /// Sends it by a button that says something of its own.
    ///
    /// # Panics
    /// When there is no such button.
    pub async fn press(mut self, name: &str, value: &str) -> Page {
        let found = self.buttons.iter().find(|button| button.name == name && button.value == value);
        let button = found.unwrap_or_else(|| panic!("no {name}={value} among {:?}", self.buttons)).clone();
        if let Some(action) = button.action {
            self.action = action;
        }
        self.answers.push((name.to_owned(), value.to_owned()));
        self.send().await
    }

    /// Sends it by a button that leads elsewhere.
    ///
    /// # Panics
    /// When there is no such button.
    pub async fn press_to(mut self, action: &str) -> Page {
        let leads = |button: &Button| button.action.as_deref() == Some(action);
        assert!(self.buttons.iter().any(leads), "nothing leads to {action} among {:?}", self.buttons);
        action.clone_into(&mut self.action);
        self.send().await
    }

    /// Sends it by its button.
    ///
    /// # Panics
    /// When the server does not answer.
    pub async fn send(self) -> Page {
        let url = format!("{}{}", self.browser.base, self.action);
        let http = &self.browser.http;
        let request = match (self.method.as_str(), self.with_files) {
            ("post", true) => {
                let mut parts = multipart::Form::new();
                for (name, value) in self.answers {
                    parts = parts.text(name, value);
                }
                for (name, file, bytes) in self.files {
                    parts = parts.part(name, multipart::Part::bytes(bytes).file_name(file));
                }
                http.post(url).multipart(parts)
            }
            ("post", false) => http.post(url).form(&self.answers),
            _ => {
                let asked = reqwest::Url::parse_with_params(&url, &self.answers).expect("an address");
                let query = asked.query().unwrap_or_default();
                return self.browser.opens(&format!("{}?{query}", self.action)).await;
            }
        };
        self.browser.follow(request, &self.action).await
    }

    fn take(&mut self, tag: &Tag<'_>) {
        if tag.has("disabled") {
            return;
        }
        let name = tag.attribute("name").unwrap_or_default();
        let value = tag.attribute("value").unwrap_or_default();
        match (tag.name, tag.attribute("type").as_deref().unwrap_or("text")) {
            ("button", "submit" | "text") | ("input", "submit") => {
                self.buttons.push(Button { name, value, action: tag.attribute("formaction") });
                return;
            }
            ("button", _) => return,
            _ if name.is_empty() => return,
            ("input", "checkbox" | "radio") if tag.has("checked") => self.answers.push((name.clone(), value)),
            ("input", "checkbox" | "radio" | "file") | ("select", _) => {}
            ("textarea", _) => {
                let typed = plain(tag.text).trim_start_matches('\n').to_owned();
                self.answers.push((name.clone(), typed));
            }
            _ => self.answers.push((name.clone(), value)),
        }
        self.asks.push(name);
    }
}

/// A list that is being read: the place of its form, its name, its first and its chosen answers.
struct List {
    form: usize,
    name: String,
    first: Option<String>,
    chosen: Vec<String>,
}

/// Every form of a page, with the controls that belong to it, inside or by its id.
pub fn forms(browser: &Browser, path: &str, html: &str) -> Vec<Form> {
    let opened = tags(html).filter(|tag| tag.name == "form");
    let mut forms: Vec<Form> = opened.map(|tag| Form::open(browser, &tag, path)).collect();
    let (mut seen, mut inside) = (0, None);
    let mut list: Option<List> = None;
    for tag in tags(html) {
        match tag.name {
            "form" => {
                inside = Some(seen);
                seen += 1;
            }
            "/form" => inside = None,
            "input" | "textarea" | "select" | "button" => {
                let named = tag.attribute("form");
                let owner = match &named {
                    Some(id) => forms.iter().position(|form| form.id.as_ref() == Some(id)),
                    None => inside,
                };
                let Some(owner) = owner else { continue };
                forms[owner].take(&tag);
                if let (true, Some(name)) = (tag.name == "select", tag.attribute("name")) {
                    list = Some(List { form: owner, name, first: None, chosen: Vec::new() });
                }
            }
            "option" => {
                if let Some(list) = &mut list {
                    let value = tag.attribute("value").unwrap_or_else(|| plain(tag.text));
                    if tag.has("selected") {
                        list.chosen.push(value.clone());
                    }
                    list.first.get_or_insert(value);
                }
            }
            "/select" => {
                if let Some(List { form, name, first, mut chosen }) = list.take() {
                    if chosen.is_empty() {
                        chosen.extend(first);
                    }
                    forms[form].answers.extend(chosen.into_iter().map(|value| (name.clone(), value)));
                }
            }
            _ => {}
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_filled_as_the_page_says() {
        let html = r#"<form id="f" method="post" action="/a"><input type="hidden" name="csrf" value="t">
            <input type="radio" name="kind" value="one"><input type="radio" name="kind" value="two" checked>
            <select name="place"><option value="">-</option><option value="330000" selected>浙江</option></select>
            <textarea name="note">一
二</textarea><button name="act" value="later">later</button><input name="gone" disabled></form>
            <button form="f" name="act" value="now" formaction="/b">now</button>"#;
        let form = forms(&Browser::new("http://127.0.0.1"), "/x", html).remove(0);
        assert_eq!((form.action(), form.method.as_str()), ("/a", "post"));
        let answers = [("csrf", "t"), ("kind", "two"), ("place", "330000"), ("note", "一\n二")];
        for (name, value) in answers {
            assert_eq!(form.answer(name), Some(value), "{name}");
        }
        assert!(!form.asks("gone"));
        assert_eq!(form.buttons.len(), 2);
        let form = form.fill("kind", "one");
        assert_eq!(form.answers.iter().filter(|(name, _)| name == "kind").count(), 1);
    }
}
