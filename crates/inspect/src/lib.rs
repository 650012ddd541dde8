//! Reads App packages, certificates and keystores that strangers send: bytes in, facts out.
//!
//! The filing of an App (App 备案) asks for its package name, the public key (公钥) and the fingerprint of the
//! certificate it is signed with, one set per platform. [`inspect`] reads them from the package itself. It does no
//! I/O of its own, reads only the parts it needs through a [`Source`], trusts no number in them, and holds no more
//! memory than [`Limits`] allows. It reads signatures; it does not verify that the whole package fits them.

mod android;
mod apple;
mod archive;
mod bytes;
pub mod facts;
pub mod finding;
mod harmony;
mod icon;
mod keys;
mod limits;
pub mod refusal;
mod source;
pub mod spelling;

pub use facts::Facts;
pub use finding::{Expected, Finding, judge};
pub use limits::Limits;
pub use refusal::Refusal;
pub use source::{Counted, Seeking, Source};
