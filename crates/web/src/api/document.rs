//! What the API answers with: plain documents with stable names, apart from the types of the pages.

mod answers;
mod filing;
mod finding;
mod history;
mod order;
mod problem;
mod session;

pub(super) use answers::{AnswersDocument, apply};
pub(super) use filing::{FilingDocument, FilingsDocument, QueryDocument};
pub(super) use finding::FieldProblemDocument;
pub(super) use order::{
    EvidenceAddedDocument, OrderDocument, OrdersDocument, StartDocument, VersionDocument,
};
pub(super) use problem::ProblemDocument;
pub(super) use session::SessionDocument;
