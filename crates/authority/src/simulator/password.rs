//! Filing passwords (备案密码): one per filed subject, as the bureau sends it to the person in charge, and
//! the method that checks one.
//!
//! | request | answer |
//! | --- | --- |
//! | `GET /control/filing-passwords` | number and password of every subject in the register |

use std::collections::BTreeMap;

use axum::extract::State;
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
use crate::codes::MsgCode;
use crate::credentials::{Secret, password_md5};
use crate::reply::Return;
use crate::soap::Request;

/// No letter or digit that is mistaken for another.
const ALPHABET: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH: usize = 8;

/// The passwords that were given out, and when each number was asked about in the last hour.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Passwords {
    /// By subject number. Kept, so that another seed does not change what a person was told.
    issued: BTreeMap<String, String>,
    tries: BTreeMap<String, Vec<DateTime<Utc>>>,
}

impl Passwords {
    /// The password of a subject; given out now if it has none yet.
    pub fn of_subject(&mut self, seed: u64, number: &str) -> &str {
        self.issued.entry(number.to_owned()).or_insert_with(|| draw(seed, number))
    }

    /// Notes one more question; false if there were too many in the last hour.
    fn may_ask(&mut self, number: &str, most: usize, now: DateTime<Utc>) -> bool {
        self.tries.retain(|_, times| {
            times.retain(|time| now - *time < Duration::hours(1));
            !times.is_empty()
        });
        let times = self.tries.entry(number.to_owned()).or_default();
        let may = times.len() < most;
        if may {
            times.push(now);
        }
        may
    }
}

fn draw(seed: u64, number: &str) -> String {
    let digest = Md5::new().chain_update(seed.to_le_bytes()).chain_update(number).finalize();
    let letter = |byte: &u8| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]);
    digest.iter().take(LENGTH).map(letter).collect()
}

impl Bureau<'_> {
    /// Every subject with its password; those that have none yet get one.
    pub fn filing_passwords(&mut self) -> BTreeMap<String, String> {
        let numbers: Vec<String> =
            self.state.register.subjects.iter().map(|subject| subject.number.clone()).collect();
        let seed = self.config.seed;
        let mut password = |number: &str| self.state.passwords.of_subject(seed, number).to_owned();
        numbers.into_iter().map(|number| (number.clone(), password(&number))).collect()
    }

    /// `isp_verifybamm`: the number is that of the subject or of one of its services. A number that nobody
    /// has is answered like a wrong password.
    pub fn verify_password(&mut self, request: &Request) -> Return {
        let given = |name| request.parameter(name).unwrap_or_default().trim();
        let (number, password) = (given("baxh"), given("bamm"));
        if number.is_empty() || number.chars().count() > 64 {
            return Return::bare(MsgCode::OTHER, "备案号无效");
        }
        let subject = self.state.register.subjects.iter().find(|subject| {
            subject.number == number || subject.services.iter().any(|service| service.number == number)
        });
        let subject = subject.map(|subject| subject.number.clone());
        let asked = subject.as_deref().unwrap_or(number);
        if !self.state.passwords.may_ask(asked, self.config.password_tries, self.now) {
            return answer(MsgCode::CHECKED_TOO_OFTEN);
        }
        let seed = self.config.seed;
        let right = subject.is_some_and(|subject| {
            let known = self.state.passwords.of_subject(seed, &subject);
            let hash = password_md5(&Secret::new(known));
            password == known || hash.is_ok_and(|hash| hash.eq_ignore_ascii_case(password))
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

async fn passwords(State(simulator): State<Simulator>) -> Response {
    let view = |(number, password)| PasswordView { number, password };
    match simulator.run(|bureau| Ok(bureau.filing_passwords())).await {
        Ok(all) => Json(all.into_iter().map(view).collect::<Vec<_>>()).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
