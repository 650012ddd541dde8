//! The books of the exchange with the authority (管局): numbers without gaps, files as they were sent and
//! fetched, and who of many workers leads.

mod books;
mod downloads;
mod leader;
mod uploads;

pub use books::{FetchedFile, SentFile};
pub use downloads::{Download, Waiting};
pub use uploads::{Upload, UploadState};
