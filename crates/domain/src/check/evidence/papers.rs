//! Papers that were signed: when, and how long they are good for.

use chrono::Months;

use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::evidence::EvidenceKind;
use crate::finding::Finding;
use crate::rulebook::{DayCount, TableKind, Value};

/// A letter is not older than so many months.
pub(super) fn letter_age(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(months) = applied.number() else { return };
    for piece in sight.dossier.evidence.iter().filter(|piece| piece.kind == Some(EvidenceKind::Authorisation))
    {
        let last = piece.signed_on.and_then(|day| day.checked_add_months(Months::new(months)));
        if let Some((signed, _)) = piece.signed_on.zip(last).filter(|(_, last)| *last < sight.day) {
            let finding = applied.at(EvidenceKind::Authorisation.field());
            out.push(finding.with("found", signed.to_string()).with("expected", months.to_string()));
        }
    }
}

/// Nothing was signed after today.
pub(super) fn signed_by_today(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for piece in &sight.dossier.evidence {
        if let (Some(kind), Some(signed)) = (piece.kind, piece.signed_on.filter(|day| *day > sight.day)) {
            out.push(applied.at(kind.field()).with("found", signed.to_string()));
        }
    }
}

/// A document that is good for some days is not older; letters are minded by their months.
pub(super) fn days(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for piece in sight.dossier.evidence.iter().filter(|piece| !piece.document.is_empty()) {
        let (Some(kind), Some(signed)) = (piece.kind, piece.signed_on) else { continue };
        let row = sight.rules.row(TableKind::Documents, &piece.document);
        let Some(row) = row.filter(|_| kind != EvidenceKind::Authorisation) else { continue };
        let Some(days) = row.value.number("days") else { continue };
        let working = row.value.get("days-are").and_then(Value::choice) == Some(DayCount::Working);
        let past = (sight.day - signed).num_days();
        // Working days are counted only where calendar days leave it open.
        let over = past > i64::from(days)
            && (!working
                || past > 4 * i64::from(days)
                || sight.rules.calendar().working_days_between(signed, sight.day) > i64::from(days));
        if over {
            let finding = applied.at(kind.field()).with("document", format!("@documents/{}", piece.document));
            let count = if working { "working" } else { "calendar" };
            let finding = finding.with("count", format!("@choices/day-count/{count}"));
            out.push(finding.with("found", signed.to_string()).with("expected", days.to_string()));
        }
    }
}
