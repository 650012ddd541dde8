//! The rules that stand beside the schema in the interface document, as far as a document alone tells whether
//! it keeps them. Each is named with the code the authority would answer with.

mod icp;
mod ip;

use std::net::Ipv4Addr;

use super::{MAX_RECORDS, UploadDocument};
use crate::Violation;
use crate::codes::result::FILE_INVALID;
use crate::element::Checking;
use crate::element::check::Strictness;

/// Every rule that is broken.
pub(super) fn violations(document: &UploadDocument) -> Vec<Violation> {
    let mut checking = Checking::new(Strictness::default());
    let (name, empty) = match document {
        UploadDocument::Icp(icp) => ("ICP", icp.is_empty()),
        UploadDocument::Ip(ip) => ("IP", ip.is_empty()),
        UploadDocument::Domain(domain) => ("YM", domain.is_empty()),
    };
    checking.at(name, |to| {
        // 必须包含各种操作之中的一种.
        if empty {
            to.broken(FILE_INVALID);
        }
        let records = document.records_by_document();
        // One document that is too long has its own entry in what breaks the schema.
        if records.iter().all(|count| *count <= MAX_RECORDS) {
            to.count(records.iter().sum(), 0, MAX_RECORDS);
        }
        match document {
            UploadDocument::Icp(icp) => icp::check(icp, to),
            UploadDocument::Ip(ip) => ip::check(ip, to),
            UploadDocument::Domain(_) => {}
        }
    });
    checking.violations
}

/// A range begins at or before its end.
fn ordered(first: Ipv4Addr, last: Ipv4Addr, code: i64, to: &mut Checking<'_>) {
    if first > last {
        to.broken_at("Qsip", code);
    }
}
