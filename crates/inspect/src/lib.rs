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
mod detect;
pub mod facts;
pub mod finding;
#[doc(hidden)]
pub mod fuzzing;
mod harmony;
mod icon;
mod inspect;
mod keys;
mod limits;
mod refusal;
mod source;
pub mod spelling;

pub use facts::Facts;
pub use finding::{Expected, Finding, judge};
pub use inspect::{Asked, inspect};
pub use limits::Limits;
pub use refusal::{Likeness, Refusal, Trick};
pub use source::{Counted, Seeking, Source};
