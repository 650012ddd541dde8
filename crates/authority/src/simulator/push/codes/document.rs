//! The rows of the bureau's tables as the document carries them.

use crate::codes::{BureauDetails, CodeEntry, CodeTables, Details, Table, UnitDetails};
use crate::message::download::base_codes::{
    ApprovalType, AttachmentPurpose, BaseCodes, Bureau, CancelReason, CertificateType, Code,
    CodeTables as Tables, Combinable, FeedbackTopic, FilingUnit, Handling, Industry, Region,
};

/// The document of some tables.
pub(super) fn of(tables: &CodeTables, delivered: &[Table]) -> BaseCodes {
    let mut units = Vec::new();
    let mut others = Tables::default();
    for table in delivered {
        let rows = tables.entries(*table);
        match table {
            Table::FilingUnits => units = all(rows, unit),
            Table::UnitClasses => others.unit_classes = all(rows, code),
            Table::Natures => others.natures = all(rows, code),
            Table::Regions => others.regions = all(rows, region),
            Table::FeedbackTopics => others.feedback_topics = all(rows, topic),
            Table::Bureaus => others.bureaus = all(rows, bureau),
            Table::Industries => others.industries = all(rows, industry),
            Table::AdministrativeRanks => others.administrative_ranks = all(rows, code),
            Table::CertificateTypes => others.certificate_types = all(rows, certificate),
            Table::Approvals => others.approvals = all(rows, approval),
            Table::Contents => others.contents = all(rows, combinable),
            Table::AccessModes => others.access_modes = all(rows, combinable),
            Table::CancelReasons => others.cancel_reasons = all(rows, reason),
            Table::UnfiledHandling => others.unfiled_handling = all(rows, handling),
            Table::VerificationOpinions => others.verification_opinions = all(rows, code),
            Table::DomainKinds => others.domain_kinds = all(rows, code),
            Table::AttachmentFormats => others.attachment_formats = all(rows, code),
            Table::AttachmentPurposes => others.attachment_purposes = all(rows, purpose),
            Table::Languages => others.languages = all(rows, code),
        }
    }
    let tables = (others != Tables::default()).then_some(others);
    BaseCodes { filing_units: units, tables }
}

fn all<T>(rows: &[CodeEntry], of: impl Fn(&CodeEntry) -> T) -> Vec<T> {
    rows.iter().map(of).collect()
}

fn code(row: &CodeEntry) -> Code {
    Code { id: row.id, name: row.name.clone(), remark: row.note.clone(), valid: i64::from(row.valid) }
}

/// The bits of a row; without any of its own the bit at the place that its id names.
fn bits(row: &CodeEntry) -> i64 {
    let place = u32::try_from(row.id - 1).ok().and_then(|place| 1_i64.checked_shl(place));
    row.bits.or(place.filter(|bits| *bits > 0)).unwrap_or(row.id)
}

fn combinable(row: &CodeEntry) -> Combinable {
    let Code { id, name, remark, valid } = code(row);
    Combinable { id, bits: bits(row), name, remark, valid }
}

fn region(row: &CodeEntry) -> Region {
    let level = if let Details::Region { level } = row.details { level } else { None };
    let Code { id, name, remark, valid } = code(row);
    Region { id, name, level, remark, valid }
}

fn topic(row: &CodeEntry) -> FeedbackTopic {
    let wider = if let Details::Topic { group } = &row.details { group.clone() } else { row.name.clone() };
    let Code { id, name, remark, valid } = code(row);
    FeedbackTopic { id, wider, name, remark, valid }
}

fn bureau(row: &CodeEntry) -> Bureau {
    let details = if let Details::Bureau(details) = &row.details {
        (**details).clone()
    } else {
        BureauDetails::default()
    };
    let Code { id, name, remark, valid } = code(row);
    let letters = if details.letters.is_empty() { id.to_string() } else { details.letters };
    let BureauDetails { province, short, email, mobile, .. } = details;
    Bureau { id, bits: bits(row), letters, name, province, short, remark, valid, email, mobile }
}

fn industry(row: &CodeEntry) -> Industry {
    let letters =
        if let Details::Letters { letters } = &row.details { letters.clone() } else { row.id.to_string() };
    let Code { id, name, remark, valid } = code(row);
    Industry { id, letters, name, remark, valid }
}

fn certificate(row: &CodeEntry) -> CertificateType {
    let Code { id, name, remark, valid } = code(row);
    CertificateType { id, name, nature: row.parent.unwrap_or(1), remark, valid }
}

fn approval(row: &CodeEntry) -> ApprovalType {
    let needed = !matches!(row.details, Details::Approval { needs_permission: false });
    let Code { id, name, remark, valid } = code(row);
    ApprovalType { id, bits: bits(row), name, needs_permission: i64::from(needed), remark, valid }
}

fn reason(row: &CodeEntry) -> CancelReason {
    let Code { id, name, remark, valid } = code(row);
    CancelReason { id, text: name, remark, valid }
}

fn handling(row: &CodeEntry) -> Handling {
    Handling { id: row.id, name: row.name.clone(), remark: row.note.clone() }
}

fn purpose(row: &CodeEntry) -> AttachmentPurpose {
    let owner = if let Details::Purpose { owner } = row.details { owner } else { 1 };
    let Code { id, name, remark, valid } = code(row);
    AttachmentPurpose { id, name, owner, remark, valid }
}

fn unit(row: &CodeEntry) -> FilingUnit {
    let details =
        if let Details::Unit(details) = &row.details { (**details).clone() } else { UnitDetails::default() };
    let UnitDetails { class, industry, licence, province, city, county, street } = details;
    let Code { id, name, remark, valid } = code(row);
    FilingUnit { id, name, class, industry, licence, province, city, county, street, valid, remark }
}
