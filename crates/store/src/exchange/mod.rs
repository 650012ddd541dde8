//! The books of the exchange with the authority (管局): numbers without gaps, files as they were sent and
//! fetched, and who of many workers leads.

mod books;
mod company;
mod downloads;
mod leader;
mod members;
mod numbers;
mod retention;
mod uploads;

pub use books::{FetchedFile, SentFile};
pub use downloads::{Backlog, Download, Waiting};
pub use leader::Leader;
pub use members::UploadItem;
pub use uploads::{OpenUpload, Upload, UploadState};
