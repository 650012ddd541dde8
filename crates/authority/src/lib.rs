//! The interface to the 管局: documents, packing, SOAP, client, and (feature `simulator`) a stand-in.
//!
//! What is spoken here is the interface published as 企业系统接口规范 V3.0 (2013-10) and YD/T 2431—2019,
//! in the strict profile `V.3.0`. Start with [`message`] for the documents, [`packing`] for the way they
//! travel and [`client`] for the calls. The crate knows nothing of the rest of this project.

pub mod client;
pub mod codes;
pub mod credentials;
mod element;
pub mod gbk;
pub mod message;
pub mod number;
pub mod packing;
pub mod reply;
#[cfg(feature = "simulator")]
pub mod sample;
#[cfg(feature = "simulator")]
pub mod simulator;
pub mod soap;
pub mod value;
pub mod wsdl;
pub mod xml;

pub use element::{Unreadable, Violation, Warning};

/// The version every document and reply carries in its root (interface document, section on versions).
pub const VERSION: &str = "V.3.0";
