//! What the API answers with: plain documents with stable names, apart from the types of the pages.

mod answers;
mod evidence;
mod filing;
mod finding;
mod history;
mod line;
mod order;
mod problem;
mod session;
mod start;

pub(super) use answers::{AnswersDocument, apply};
pub(super) use evidence::EvidenceAddedDocument;
pub(super) use filing::{FilingDocument, FilingsDocument, QueryDocument};
pub(super) use finding::FieldProblemDocument;
pub(super) use line::OrdersDocument;
pub(super) use order::OrderDocument;
pub(super) use problem::ProblemDocument;
pub(super) use session::SessionDocument;
pub(super) use start::{StartDocument, VersionDocument};
