//! Passwords: what is long enough, how they are hashed, and how they are compared without telling anything.

use std::sync::OnceLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

use crate::app::App;
use crate::failure::{Failure, FieldProblem};

/// The fewest characters of a password (NIST SP 800-63B-4, single factor: 15; with lock-out and for people who
/// come once a year we ask for 10 and forbid the obvious).
const MIN_CHARACTERS: usize = 10;
/// The most, so that hashing cannot be used to keep us busy.
const MAX_CHARACTERS: usize = 128;

/// Refuses a password that is too short, too long, or the person's own address.
pub(super) fn judge(field: &str, password: &str, email: &str) -> Result<(), FieldProblem> {
    let length = password.chars().count();
    if length < MIN_CHARACTERS {
        return Err(FieldProblem::new(field, "password-too-short").with("min", MIN_CHARACTERS));
    }
    if length > MAX_CHARACTERS {
        return Err(FieldProblem::new(field, "password-too-long").with("max", MAX_CHARACTERS));
    }
    let first = password.chars().next();
    if password.eq_ignore_ascii_case(email) || password.chars().all(|character| Some(character) == first) {
        return Err(FieldProblem::new(field, "password-obvious"));
    }
    Ok(())
}

/// Hashes a password with argon2id and a fresh salt, away from the threads that serve others.
pub(super) async fn hash(app: &App, password: String) -> Result<String, Failure> {
    let salt: [u8; 16] = app.chance().bytes();
    let _turn = app.hashing().acquire().await.map_err(Failure::fault)?;
    tokio::task::spawn_blocking(move || hash_with(&password, &salt)).await.map_err(Failure::fault)?
}

/// Whether the password is the one behind `hash`. Without a hash the same work is done in vain, so that the
/// time does not tell whether somebody is known here.
pub(super) async fn verify(app: &App, password: String, hash: Option<String>) -> Result<bool, Failure> {
    let _turn = app.hashing().acquire().await.map_err(Failure::fault)?;
    tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = match hash {
            Some(hash) => hash,
            None => nobody()?.to_owned(),
        };
        let hash = PasswordHash::new(&hash).map_err(|error| Failure::fault(error.to_string()))?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && known)
    })
    .await
    .map_err(Failure::fault)?
}

fn hash_with(password: &str, salt: &[u8]) -> Result<String, Failure> {
    let hashed = Argon2::default().hash_password_with_salt(password.as_bytes(), salt);
    hashed.map(|hash| hash.to_string()).map_err(|error| Failure::fault(error.to_string()))
}

/// The hash of a password nobody has.
fn nobody() -> Result<&'static str, Failure> {
    static NOBODY: OnceLock<String> = OnceLock::new();
    if let Some(hash) = NOBODY.get() {
        return Ok(hash);
    }
    let hash = hash_with("nobody has this password", b"the salt of nobody")?;
    Ok(NOBODY.get_or_init(|| hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_password() {
        let code = |password: &str| judge("password", password, "zhang@example.cn").unwrap_err().code;
        assert_eq!(code("short"), "password-too-short");
        assert_eq!(code(&"x".repeat(200)), "password-too-long");
        assert_eq!(code("aaaaaaaaaaaa"), "password-obvious");
        assert_eq!(code("Zhang@Example.cn"), "password-obvious");
        assert_eq!(judge("password", "一二三四五六七八九十", "zhang@example.cn"), Ok(()));
    }

    #[test]
    fn hashes_are_argon2id_and_differ_by_salt() {
        let first = hash_with("correct horse", b"0123456789abcdef").unwrap();
        assert!(first.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{first}");
        assert_ne!(first, hash_with("correct horse", b"0123456789abcdeg").unwrap());
    }
}
