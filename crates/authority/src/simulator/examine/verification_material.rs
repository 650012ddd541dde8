//! XZHYD 新增核验单: verification material of what is filed; the only document that is answered with success at
//! once.

use super::{Arrival, attachments};
use crate::codes::result::SHEET_STORED;
use crate::message::download::bajg::{RequestResult, operation};
use crate::message::parts::attachment::{FiledAttachment, OwnerIdentifier};
use crate::simulator::bureau::Bureau;
use crate::simulator::checks::content::Content;
use crate::simulator::checks::{Library, against};
use crate::simulator::outbox::{line, result};

impl Bureau<'_> {
    /// Examines one attachment.
    pub(super) fn material(&mut self, arrival: &Arrival, one: &FiledAttachment) -> RequestResult {
        let reference = match &one.owner.identifier {
            OwnerIdentifier::Record(id) => id.to_string(),
            OwnerIdentifier::Number(number) => number.trim().to_owned(),
        };
        let mut codes = failing(one, &self.library(arrival));
        if let Some(forced) = self.forced(arrival.account, std::slice::from_ref(&reference)) {
            codes = forced;
        }
        if codes.is_empty() {
            codes.push(SHEET_STORED);
        }
        let lines = codes.into_iter().map(|code| line(code, None)).collect();
        result(operation::VERIFICATION_ONLY, Some(reference), lines, None)
    }
}

/// It belongs to a filing that the provider serves.
fn failing(one: &FiledAttachment, library: &Library<'_>) -> Vec<i64> {
    let mut codes = against(&Content::of_material(std::slice::from_ref(one)), library);
    match attachments::owner_of(one.owner.kind, &one.owner.identifier, library) {
        Ok(subject) if subject.providers().contains(&library.account) => {}
        Ok(_) => codes.push(attachments::ELSEWHERE),
        Err(code) => codes.push(code),
    }
    codes
}
