//! The dossier (备案资料): what an order says, as it was typed, with what is known of the world.
//!
//! It is the one form in which every door hands an order to the check: the console while somebody types, the
//! order that was submitted, the register, the API, and a file on the command line. Everything may be absent;
//! what is there need not be right. A file is read by [`Dossier::from_json`], which tells all that is wrong
//! with it by path, and described by [`Dossier::schema`].

mod filed;
mod known;
mod order;
mod part;
mod read;
mod service;
mod texts;
mod typed;

pub use filed::dossier_of_filing;
pub use known::{Known, Match, Record, Site, Use};
pub use order::{Dossier, Expiry, Person, Piece, Subject};
pub use read::{Amiss, Wrong};
pub use service::{
    Access, Domain, Icon, Owner, Platform, PreApproval, Resolution, Resource, Service, System,
};
pub(crate) use texts::{Seen, can_be_seen};
pub use typed::dossier_of;
