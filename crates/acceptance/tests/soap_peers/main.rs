//! SOAP programs that nobody here wrote, in other languages and from package registries, as the other end of
//! the line: clients against our simulator, and a server against our client.
//!
//! The programs are in `peers/`; `cargo xtask test` installs what they need.

#[cfg(test)]
mod clients;
#[cfg(test)]
mod programs;
#[cfg(test)]
mod sandbox;
#[cfg(test)]
mod server;
