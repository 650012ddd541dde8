//! Certificates, keystores, iOS and HarmonyOS packages: made here by `openssl` and `keytool`, and what is read from
//! them compared with what these tools say of them, value by value.
#![expect(clippy::unwrap_used, reason = "tests")]

mod apple;
mod apple_package;
mod cases;
mod damage;
mod document;
mod harmony;
mod harmony_package;
mod keys;
mod keystores;
mod tools;
