//! Notices (通知): who is told what at which event, and how it reaches them.

mod compose;
mod inbox;
mod mail;
mod sms;
mod wording;

pub use beian_store::Channel;
pub use compose::{ALL_TEMPLATES, template};
pub(crate) use compose::{Draft, compose};
pub use inbox::{InboxLine, inbox};
pub use mail::{Mail, MailSettings};
pub use sms::{Sms, SmsSettings};
pub use wording::{Letter, Text, Wording};

/// Why a notice did not leave.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// The address is none; trying again will not help.
    #[error("not an address: {0}")]
    Address(String),
    /// The mail server or SMS provider did not take it; try again.
    #[error("not taken: {0}")]
    Later(String),
    /// Settings with which nothing can be sent.
    #[error("settings: {0}")]
    Settings(String),
}
