//! Supervision (监管下发): what the authority sends by itself, beside the answers to our orders.
//!
//! Each thing it sends is a [`Matter`]. Records hold what was told, with the authority's numbers where its
//! tables decide what they mean; nothing is refused for its content, because all of it must be kept.

mod fact;
mod held;
mod inspection;
mod listing;
mod lists;
mod matter;
mod personal;
mod reported;
#[cfg(any(test, feature = "samples"))]
pub mod sample;
#[cfg(test)]
mod tests;
mod told;
mod words;

pub use fact::{Fact, FactGroup, FactValue};
pub use held::{
    HeldAccess, HeldApproval, HeldDomain, HeldPerson, HeldRange, HeldService, HeldSubject, KnownService,
    KnownSubject, VerificationTask,
};
pub use inspection::{
    AccessInspection, AddressInspection, BeyondRange, ConflictingRange, Inspection, LivenessInspection,
    ShellInspection, SubjectInspection, UnreportedRange,
};
pub use lists::{BlacklistedService, BlacklistedSubject, IllegalAccess, UnfiledSite};
pub use matter::{Identity, Keys, ListChange, Matter, MatterKind};
pub use personal::{Named, PaperNumber, Reach, Sensitive};
pub use reported::{
    AddressAllocation, AddressBroadcast, AddressHolder, AddressSource, DomainParty, KnownAddress,
    KnownDomain, OwnAddress,
};
pub use told::{AuthorityNotice, Cancellation, InvolvedRange, ReportResult, ResultLine, UnmatchedResult};
pub use words::{
    AccessFault, AddressMatter, Allotted, Answered, ApprovalCode, AreaCode, Asked, BureauCode, CHOICES,
    Cancelled, CertificateCode, CodeList, ContentCode, DomainKindCode, FiledBy, IndustryCode, KnownFrom,
    LanguageCode, ModeCode, NatureCode, Rectify, Report, Reported, ResultCode, Shell, UnitClassCode,
    UnitCode, Unmatched, Usage,
};

/// The stable names of the fields of every record.
pub const FACTS: &[&[&str]] = &[
    BlacklistedSubject::FACTS,
    BlacklistedService::FACTS,
    IllegalAccess::FACTS,
    UnfiledSite::FACTS,
    VerificationTask::FACTS,
    KnownSubject::FACTS,
    KnownService::FACTS,
    HeldSubject::FACTS,
    HeldPerson::FACTS,
    HeldService::FACTS,
    HeldApproval::FACTS,
    HeldDomain::FACTS,
    HeldAccess::FACTS,
    HeldRange::FACTS,
    SubjectInspection::FACTS,
    AccessInspection::FACTS,
    ShellInspection::FACTS,
    LivenessInspection::FACTS,
    BeyondRange::FACTS,
    ConflictingRange::FACTS,
    UnreportedRange::FACTS,
    AuthorityNotice::FACTS,
    Cancellation::FACTS,
    UnmatchedResult::FACTS,
    ResultLine::FACTS,
    InvolvedRange::FACTS,
    ReportResult::FACTS,
    AddressSource::FACTS,
    AddressAllocation::FACTS,
    AddressHolder::FACTS,
    AddressBroadcast::FACTS,
    OwnAddress::FACTS,
    KnownDomain::FACTS,
    DomainParty::FACTS,
];
