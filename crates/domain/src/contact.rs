//! How somebody is reached: mobile phone, landline, e-mail.

mod area_code;
mod email;
mod landline;
mod mobile;

pub use email::Email;
pub use landline::Landline;
pub use mobile::{Mobile, SegmentWarning};

#[cfg(test)]
mod tests;
