//! Filing passwords (备案密码): one per filed subject, as the bureau sends it to the person in charge, and
//! the method that checks one.
//!
//! | request | answer |
//! | --- | --- |
//! | `GET /control/filing-passwords` | number and password of every subject in the register |

use std::collections::BTreeMap;

use axum::extract;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use chrono::{DateTime, Duration, Utc};
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

use super::Simulator;
use super::bureau::Bureau;
use super::intake::answer;
use super::state::{Row, State};
use crate::codes::MsgCode;
use crate::credentials::{Secret, password_md5};
use crate::reply::Return;
use crate::soap::Request;

/// No letter or digit that is mistaken for another.
const ALPHABET: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH: usize = 8;

/// The password of a subject. Kept, so that another seed does not change what a person was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Issued {
    password: String,
}

impl Row for Issued {}

/// When a number was asked about in the last hour.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Tries {
    times: Vec<DateTime<Utc>>,
}

impl Row for Tries {}

fn draw(seed: u64, number: &str) -> String {
    let digest = Md5::new().chain_update(seed.to_le_bytes()).chain_update(number).finalize();
    let letter = |byte: &u8| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]);
    digest.iter().take(LENGTH).map(letter).collect()
}

/// Whether a text is the MD5 of a password, in hexadecimal with letters in either case.
fn is_hash_of(text: &str, password: &str) -> bool {
    let hash = password_md5(&Secret::new(password));
    hash.is_ok_and(|hash| hash.eq_ignore_ascii_case(text))
}

impl State {
    /// Whether a document carries the password of a subject (`ICPmm`, its MD5).
    pub fn password_fits(&self, number: &str, carried: &str) -> bool {
        let issued = self.passwords.get(&number.to_owned());
        issued.is_some_and(|issued| is_hash_of(carried.trim(), &issued.password))
    }
}

impl Bureau<'_> {
    /// The password of a subject; given out now if it has none yet.
    pub fn password_of(&mut self, number: &str) -> String {
        let key = number.to_owned();
        if let Some(issued) = self.state.passwords.get(&key) {
            return issued.password.clone();
        }
        let same = self.state.settings().filing_password;
        let password = same.unwrap_or_else(|| draw(self.config.seed, number));
        self.state.passwords.insert(key, Issued { password: password.clone() });
        password
    }

    /// Every subject with its password; those that have none yet get one.
    pub fn filing_passwords(&mut self) -> BTreeMap<String, String> {
        let numbers: Vec<String> =
            self.state.subjects.values().map(|subject| subject.number().to_owned()).collect();
        numbers.into_iter().map(|number| (number.clone(), self.password_of(&number))).collect()
    }

    /// Notes one more question; false if there were too many in the last hour.
    fn may_ask(&mut self, number: &str) -> bool {
        let (most, hour_ago) = (self.state.settings().limits.password_tries, self.now - Duration::hours(1));
        let table = &mut self.state.tries;
        // Anybody may ask about any number: what is over is forgotten, or the table would grow for ever.
        let over = table.iter().filter(|(_, tries)| tries.times.iter().all(|time| *time <= hour_ago));
        let over: Vec<String> = over.map(|(number, _)| number.clone()).collect();
        for number in &over {
            table.remove(number);
        }
        let mut tries = table.get(&number.to_owned()).cloned().unwrap_or_default();
        tries.times.retain(|time| *time > hour_ago);
        let may = tries.times.len() < most;
        if may {
            tries.times.push(self.now);
            table.insert(number.to_owned(), tries);
        }
        may
    }

    /// `isp_verifybamm`: the number is that of the subject or of one of its services. A number that nobody
    /// has is answered like a wrong password.
    pub fn verify_password(&mut self, request: &Request) -> Return {
        let given = |name| request.parameter(name).unwrap_or_default().trim();
        let (number, password) = (given("baxh"), given("bamm"));
        if number.is_empty() || number.chars().count() > 64 {
            return Return::bare(MsgCode::OTHER, "备案号无效");
        }
        let subject = self.state.with_number(number);
        let subject = subject.map(|subject| subject.number().to_owned());
        let asked = subject.as_deref().unwrap_or(number);
        if !self.may_ask(asked) {
            return answer(MsgCode::CHECKED_TOO_OFTEN);
        }
        let right = subject.is_some_and(|subject| {
            let known = self.password_of(&subject);
            password == known || is_hash_of(password, &known)
        });
        Return { verified: Some(right), ..answer(MsgCode::DONE) }
    }
}

pub(super) fn routes() -> Router<Simulator> {
    Router::new().route("/control/filing-passwords", get(passwords))
}

#[derive(Debug, Serialize)]
struct PasswordView {
    number: String,
    password: String,
}

async fn passwords(extract::State(simulator): extract::State<Simulator>) -> Response {
    let view = |(number, password)| PasswordView { number, password };
    match simulator.run(|bureau| Ok(bureau.filing_passwords())).await {
        Ok(all) => Json(all.into_iter().map(view).collect::<Vec<_>>()).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
