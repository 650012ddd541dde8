//! Certificates, chains of them, and the keystores they come in.

pub(crate) mod ber;
pub(crate) mod certificate;
pub(crate) mod chain;
pub(crate) mod cms;
mod public_key;
#[cfg(test)]
mod tests;
