//! Who calls: the session of the console, and for writes the token that proves the call is meant.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use beian_app::accounts::Signed;
use beian_domain::access::Actor;
use beian_domain::account::Role;

use crate::csrf::{equal, same_site};
use crate::i18n::Words;
use crate::problem::Problem;
use crate::state::Web;
use crate::visit;

/// The header that carries the token.
const TOKEN: &str = "x-csrf-token";

/// A user of a customer's account.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    pub(super) actor: Actor,
    pub(super) role: Role,
    pub(super) name: String,
    pub(super) account: String,
    pub(super) csrf: String,
    pub(super) words: Words,
}

/// A caller whose token was right.
#[derive(Clone, Debug)]
pub(super) struct Writer {
    pub(super) caller: Caller,
}

impl FromRequestParts<Web> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Self, Problem> {
        let visit = visit::of(parts)?;
        match &visit.customer {
            Some(Signed {
                actor: actor @ Actor::Customer { role, .. },
                account: Some(account),
                name,
                csrf,
                ..
            }) => Ok(Self {
                actor: *actor,
                role: *role,
                name: name.clone(),
                account: account.name.clone(),
                csrf: csrf.clone(),
                words: Arc::clone(&visit).words,
            }),
            Some(_) | None => Err(Problem::not_signed_in()),
        }
    }
}

impl FromRequestParts<Web> for Writer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Problem> {
        let caller = Caller::from_request_parts(parts, web).await?;
        same_site(&parts.headers)?;
        let token = parts.headers.get(TOKEN).and_then(|token| token.to_str().ok()).unwrap_or_default();
        if equal(token, &caller.csrf) { Ok(Self { caller }) } else { Err(Problem::forged()) }
    }
}
