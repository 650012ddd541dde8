//! The link of a hand-off: one order, one person's rights to bring pictures, half an hour, signed by us.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use beian_domain::access::Actor;
use beian_domain::account::Role;
use beian_domain::id::{AccountId, OrderId, UserId};
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::state::Web;

/// How long a link works.
pub(crate) const VALID_MINUTES: i64 = 30;
/// Order, account, user: 8 bytes each; the end in seconds: 8 bytes.
const CONTENT: usize = 32;
/// Half of the digest keeps the QR code coarse and cannot be guessed in half an hour.
const SEAL: usize = 16;

/// What a link allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) order: OrderId,
    pub(crate) actor: Actor,
    pub(crate) until: DateTime<Utc>,
}

impl Link {
    /// A link for a customer's order; staff have none.
    pub(crate) fn new(order: OrderId, actor: Actor, until: DateTime<Utc>) -> Option<Self> {
        match actor {
            Actor::Customer { .. } => Some(Self { order, actor, until }),
            Actor::Staff { .. } | Actor::System | Actor::Authority => None,
        }
    }

    /// The whole address, for the QR code.
    pub(crate) fn url(&self, web: &Web) -> String {
        format!("{}/phone/{}", web.app().settings().base_url, self.token(&web.settings().link_key))
    }

    fn token(&self, key: &[u8; 32]) -> String {
        let (account, user) = match self.actor {
            Actor::Customer { account, user, .. } => (account.as_i64(), user.as_i64()),
            Actor::Staff { .. } | Actor::System | Actor::Authority => (0, 0),
        };
        let parts = [self.order.as_i64(), account, user, self.until.timestamp()];
        let mut bytes: Vec<u8> = parts.iter().flat_map(|part| part.to_be_bytes()).collect();
        let seal = seal(key, &bytes);
        bytes.extend_from_slice(&seal);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a token that we sealed and that has not ended. It gives the right to file and no more, whatever
    /// the person who made it may do.
    pub(crate) fn read(web: &Web, token: &str) -> Option<Self> {
        Self::opened(&web.settings().link_key, token, web.app().now())
    }

    fn opened(key: &[u8; 32], token: &str, now: DateTime<Utc>) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let (content, sealed) = bytes.split_at_checked(CONTENT)?;
        let mut mac = mac(key);
        mac.update(content);
        if sealed.len() != SEAL || mac.verify_truncated_left(sealed).is_err() {
            return None;
        }
        let part = |n: usize| content.get(n * 8..n * 8 + 8)?.try_into().ok().map(i64::from_be_bytes);
        let until = DateTime::from_timestamp(part(3)?, 0)?;
        if until <= now {
            return None;
        }
        let actor = Actor::Customer {
            account: AccountId::from_i64(part(1)?).ok()?,
            user: UserId::from_i64(part(2)?).ok()?,
            role: Role::Filer,
        };
        Some(Self { order: OrderId::from_i64(part(0)?).ok()?, actor, until })
    }
}

fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes keys of any length")
}

fn seal(key: &[u8; 32], content: &[u8]) -> [u8; SEAL] {
    let mut mac = mac(key);
    mac.update(content);
    let digest = mac.finalize().into_bytes();
    let mut seal = [0; SEAL];
    seal.copy_from_slice(&digest[..SEAL]);
    seal
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 32] = [7; 32];

    fn link() -> Link {
        let actor = Actor::Customer {
            account: AccountId::from_i64(5).unwrap(),
            user: UserId::from_i64(6).unwrap(),
            role: Role::Filer,
        };
        Link::new(OrderId::from_i64(4).unwrap(), actor, DateTime::from_timestamp(1_800_000_000, 0).unwrap())
            .unwrap()
    }

    #[test]
    fn a_link_works_until_its_end_and_only_as_it_was_made() {
        let token = link().token(&KEY);
        let before = link().until - chrono::TimeDelta::seconds(1);
        assert_eq!(Link::opened(&KEY, &token, before), Some(link()));
        assert_eq!(Link::opened(&KEY, &token, link().until), None);
        assert_eq!(Link::opened(&[8; 32], &token, before), None);
        let mut forged = URL_SAFE_NO_PAD.decode(&token).unwrap();
        forged[7] ^= 1;
        assert_eq!(Link::opened(&KEY, &URL_SAFE_NO_PAD.encode(forged), before), None);
        assert_eq!(Link::opened(&KEY, "rubbish", before), None);
    }
}
