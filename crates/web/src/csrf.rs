//! Forms that provably come from our own pages.

use axum::extract::multipart::Multipart;
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum_extra::extract::Form;
use beian_app::Failure;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::problem::Problem;
use crate::session::Door;
use crate::state::Web;
use crate::visit::{self, Visit};

/// A form whose token was right.
pub(crate) struct Checked<T>(pub(crate) T);

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    csrf: String,
}

impl<T: DeserializeOwned> FromRequest<Web> for Checked<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let visit = visit::of(&parts)?;
        same_site(&parts.headers)?;
        let headers = parts.headers.clone();
        let bytes = axum::body::Bytes::from_request(Request::from_parts(parts, body), web)
            .await
            .map_err(|_| Problem::unreadable())?;
        let Form(token): Form<Token> = read(&headers, bytes.clone(), web).await?;
        honest(&visit, &token.csrf)?;
        let Form(answers) = read(&headers, bytes, web).await?;
        Ok(Self(answers))
    }
}

async fn read<T: DeserializeOwned>(
    headers: &HeaderMap,
    bytes: axum::body::Bytes,
    web: &Web,
) -> Result<Form<T>, Problem> {
    let mut request = Request::post("/").body(axum::body::Body::from(bytes)).map_err(Failure::fault)?;
    if let Some(kind) = headers.get(CONTENT_TYPE) {
        request.headers_mut().insert(CONTENT_TYPE, kind.clone());
    }
    Form::from_request(request, web).await.map_err(|_| Problem::unreadable())
}

/// Browsers say whether another site sent the form; those that do not say are judged by the token alone.
pub(crate) fn same_site(headers: &HeaderMap) -> Result<(), Problem> {
    let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if site == Some("cross-site") { Err(Problem::forged()) } else { Ok(()) }
}

/// The token must be the one this browser was given at this door; signing out is done from either.
pub(crate) fn honest(visit: &Visit, token: &str) -> Result<(), Problem> {
    let own = |door| equal(visit.form_token(door), token);
    let right = match visit.bare_path() {
        "/sign-out" => own(Door::Customer) || own(Door::Staff),
        path => own(Door::of_path(path)),
    };
    if right { Ok(()) } else { Err(Problem::forged()) }
}

/// Compares without telling by the time how much was right.
pub(crate) fn equal(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// A form with one file.
#[derive(Debug, Default)]
pub(crate) struct Handed {
    /// The other answers.
    pub(crate) fields: Pairs,
    /// The file's bytes; cut off one byte above the limit.
    pub(crate) file: Vec<u8>,
    /// The name of the field the file came in, and whether a file was chosen at all.
    pub(crate) chosen: Option<String>,
}

/// A multipart form whose token was right. The token comes first in all our forms.
pub(crate) struct CheckedFile(pub(crate) Handed);

impl FromRequest<Web> for CheckedFile {
    type Rejection = Problem;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let visit = visit::of(&parts)?;
        same_site(&parts.headers)?;
        let form = Multipart::from_request(Request::from_parts(parts, body), web)
            .await
            .map_err(|_| Problem::unreadable())?;
        let handed = take(form).await?;
        honest(&visit, &handed.fields.one("csrf"))?;
        Ok(Self(handed))
    }
}

/// Reads the form to its end, keeping no more of a file than says that it is too large: a browser that is cut
/// off while sending shows no page at all.
async fn take(mut form: Multipart) -> Result<Handed, Problem> {
    const LONGEST_ANSWER: usize = 4_096;
    const MOST_ANSWERS: usize = 64;
    let largest = usize::try_from(beian_domain::evidence::MAX_BYTES).unwrap_or(usize::MAX).saturating_add(1);
    let mut handed = Handed::default();
    while let Some(mut field) = form.next_field().await.map_err(|_| Problem::unreadable())? {
        if handed.fields.0.len() >= MOST_ANSWERS {
            return Err(Problem::unreadable());
        }
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = field.file_name().is_some();
        let limit = if is_file { largest } else { LONGEST_ANSWER };
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(|_| Problem::unreadable())? {
            let room = limit.saturating_sub(bytes.len()).min(chunk.len());
            bytes.extend_from_slice(&chunk[..room]);
        }
        if !is_file {
            handed.fields.0.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        } else if !bytes.is_empty() && handed.chosen.is_none() {
            handed.chosen = Some(name);
            handed.file = bytes;
        }
    }
    Ok(handed)
}

/// Answers by name, as they were sent.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Pairs(pub(crate) Vec<(String, String)>);

impl Pairs {
    /// The answer by this name, trimmed; empty when it was not sent.
    pub(crate) fn one(&self, name: &str) -> String {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    }

    /// Every answer by this name that is not empty.
    pub(crate) fn all(&self, name: &str) -> Vec<String> {
        let found = self.0.iter().filter(|(key, value)| key == name && !value.is_empty());
        found.map(|(_, value)| value.clone()).collect()
    }

    /// The version of the order the form was made for; 0 when it was not sent, which is never current.
    pub(crate) fn version(&self) -> i64 {
        self.one("version").parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_compared_whole() {
        assert!(equal("abc", "abc"));
        for other in ["abd", "ab", "abcd", ""] {
            assert!(!equal("abc", other), "{other:?}");
        }
    }

    #[tokio::test]
    async fn answers_by_the_same_name_are_all_kept() {
        let request = Request::post("/")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(axum::body::Body::from(
                "csrf=t&contents=news&contents=blog&name=+%E7%A4%BA%E4%BE%8B+&version=7",
            ))
            .unwrap();
        let Form(pairs): Form<Pairs> = Form::from_request(request, &()).await.unwrap();
        assert_eq!(pairs.all("contents"), ["news", "blog"]);
        assert_eq!(pairs.one("name"), "示例");
        assert_eq!(pairs.one("absent"), "");
        assert_eq!(pairs.version(), 7);
    }
}
