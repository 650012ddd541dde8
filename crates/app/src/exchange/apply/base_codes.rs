//! JCDM 基础代码: the delivered tables take the place of those that held so far.

use beian_authority::codes::{BureauDetails, CodeEntry, Details, Table, UnitDetails};
use beian_authority::message::download::BaseCodes;
use beian_authority::message::download::base_codes::{
    Bureau, Code, CodeTables, Combinable, FilingUnit, validity,
};
use beian_store::{DeliveredCodes, Download, Tx};
use sha2::{Digest as _, Sha256};

use crate::exchange::Setback;
use crate::exchange::codes::name;
use crate::failure::Failure;

/// Keeps every table that was delivered; one without rows was not.
pub(super) async fn apply(tx: &Tx, download: &Download, codes: &BaseCodes) -> Result<(), Setback> {
    for (table, entries) in delivered(codes) {
        if entries.is_empty() {
            continue;
        }
        let json = serde_json::to_string(&entries).map_err(Failure::fault)?;
        let delivered = DeliveredCodes {
            name: name(table),
            rows: u32::try_from(entries.len()).unwrap_or(u32::MAX),
            digest: Sha256::digest(json.as_bytes()).to_vec(),
            entries: json,
            file_name: download.file_name.clone(),
            at: download.at,
        };
        tx.put_codes(&download.authority, &delivered).await?;
    }
    Ok(())
}

/// The tables of the document as our tables.
pub(in crate::exchange) fn delivered(codes: &BaseCodes) -> Vec<(Table, Vec<CodeEntry>)> {
    let units = (Table::FilingUnits, codes.filing_units.iter().map(unit).collect());
    let mut all = vec![units];
    if let Some(tables) = &codes.tables {
        all.extend(plain(tables));
        all.extend(detailed(tables));
    }
    all
}

fn plain(tables: &CodeTables) -> [(Table, Vec<CodeEntry>); 9] {
    let codes = |table, list: &[Code]| (table, list.iter().map(code).collect());
    let combinables = |table, list: &[Combinable]| (table, list.iter().map(combinable).collect());
    [
        codes(Table::UnitClasses, &tables.unit_classes),
        codes(Table::Natures, &tables.natures),
        codes(Table::AdministrativeRanks, &tables.administrative_ranks),
        codes(Table::VerificationOpinions, &tables.verification_opinions),
        codes(Table::DomainKinds, &tables.domain_kinds),
        codes(Table::AttachmentFormats, &tables.attachment_formats),
        codes(Table::Languages, &tables.languages),
        combinables(Table::Contents, &tables.contents),
        combinables(Table::AccessModes, &tables.access_modes),
    ]
}

fn detailed(tables: &CodeTables) -> [(Table, Vec<CodeEntry>); 9] {
    let regions = tables.regions.iter().map(|row| {
        let entry = entry(row.id, &row.name, row.remark.as_deref(), row.valid);
        CodeEntry { details: Details::Region { level: row.level }, ..entry }
    });
    let topics = tables.feedback_topics.iter().map(|row| {
        let entry = entry(row.id, &row.name, row.remark.as_deref(), row.valid);
        CodeEntry { details: Details::Topic { group: row.wider.clone() }, ..entry }
    });
    let industries = tables.industries.iter().map(|row| {
        let entry = entry(row.id, &row.name, row.remark.as_deref(), row.valid);
        CodeEntry { details: Details::Letters { letters: row.letters.clone() }, ..entry }
    });
    let certificates = tables.certificate_types.iter().map(|row| {
        let entry = entry(row.id, &row.name, row.remark.as_deref(), row.valid);
        CodeEntry { parent: Some(row.nature), ..entry }
    });
    let approvals = tables.approvals.iter().map(|row| {
        let entry = entry(row.id, &row.name, row.remark.as_deref(), row.valid);
        let details = Details::Approval { needs_permission: row.needs_permission == 1 };
        CodeEntry { bits: Some(row.bits), details, ..entry }
    });
    let reasons =
        tables.cancel_reasons.iter().map(|row| entry(row.id, &row.text, row.remark.as_deref(), row.valid));
    let handling = tables
        .unfiled_handling
        .iter()
        .map(|row| entry(row.id, &row.name, row.remark.as_deref(), validity::VALID));
    let purposes = tables.attachment_purposes.iter().map(|row| {
        let entry = entry(row.id, &row.name, row.remark.as_deref(), row.valid);
        CodeEntry { details: Details::Purpose { owner: row.owner }, ..entry }
    });
    [
        (Table::Regions, regions.collect()),
        (Table::FeedbackTopics, topics.collect()),
        (Table::Bureaus, tables.bureaus.iter().map(bureau).collect()),
        (Table::Industries, industries.collect()),
        (Table::CertificateTypes, certificates.collect()),
        (Table::Approvals, approvals.collect()),
        (Table::CancelReasons, reasons.collect()),
        (Table::UnfiledHandling, handling.collect()),
        (Table::AttachmentPurposes, purposes.collect()),
    ]
}

fn entry(id: i64, name: &str, remark: Option<&str>, valid: i64) -> CodeEntry {
    CodeEntry {
        valid: valid != validity::WITHDRAWN,
        note: remark.map(str::to_owned),
        ..CodeEntry::new(id, name)
    }
}

fn code(row: &Code) -> CodeEntry {
    entry(row.id, &row.name, row.remark.as_deref(), row.valid)
}

fn combinable(row: &Combinable) -> CodeEntry {
    CodeEntry { bits: Some(row.bits), ..entry(row.id, &row.name, row.remark.as_deref(), row.valid) }
}

fn bureau(row: &Bureau) -> CodeEntry {
    let details = BureauDetails {
        letters: row.letters.clone(),
        province: row.province,
        short: row.short.clone(),
        email: row.email.clone(),
        mobile: row.mobile.clone(),
    };
    CodeEntry {
        bits: Some(row.bits),
        details: Details::Bureau(Box::new(details)),
        ..entry(row.id, &row.name, row.remark.as_deref(), row.valid)
    }
}

fn unit(row: &FilingUnit) -> CodeEntry {
    let details = UnitDetails {
        class: row.class,
        industry: row.industry,
        licence: row.licence.clone(),
        province: row.province,
        city: row.city,
        county: row.county,
        street: row.street.clone(),
    };
    CodeEntry {
        details: Details::Unit(Box::new(details)),
        ..entry(row.id, &row.name, row.remark.as_deref(), row.valid)
    }
}
