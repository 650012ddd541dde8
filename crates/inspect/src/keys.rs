//! Certificates, chains of them, and the keystores they come in.

pub(crate) mod bare;
pub(crate) mod ber;
pub(crate) mod certificate;
pub(crate) mod chain;
pub(crate) mod cms;
pub(crate) mod jks;
mod pbe;
pub(crate) mod pem;
pub(crate) mod pkcs12;
pub(crate) mod public_key;
