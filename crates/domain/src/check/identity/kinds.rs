//! Which certificate somebody shows, and what its number says about who that is.

use super::super::applied::Applied;
use super::super::sight::Sight;
use crate::finding::Finding;
use crate::identity::Passport;
use crate::order::field::Field;
use crate::rulebook::{TableKind, Value};
use crate::tables::CertificateType;

/// The certificate of the subject is one of its nature.
pub(super) fn of_nature(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let subject = &sight.dossier.subject;
    let (Some(nature), Some(kind)) = (subject.nature, subject.certificate_type) else { return };
    // Of some types the tables do not say whose they are.
    if kind.nature().is_none_or(|own| own == nature) {
        return;
    }
    let row = sight.rules.row(TableKind::Natures, nature.slug());
    let fitting = row.map(|row| row.value.words("certificates")).unwrap_or_default().iter();
    let offered: Vec<_> = fitting.map(String::as_str).filter(|code| !withdrawn(sight, code)).collect();
    let finding = applied.at(Field::SubjectCertificateType);
    out.push(
        finding
            .with("found", format!("@certificates/{kind}"))
            .with("nature", format!("@natures/{nature}"))
            .with("expected", format!("@certificates/{}", offered.join(","))),
    );
}

/// Whether the form no longer offers a certificate.
fn withdrawn(sight: &Sight<'_>, code: &str) -> bool {
    let row = sight.rules.row(TableKind::Certificates, code);
    row.and_then(|row| row.value.get("offered")).and_then(Value::flag) == Some(false)
}

/// The form still offers the certificate of the subject.
pub(super) fn offered(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(kind) = sight.dossier.subject.certificate_type else { return };
    if withdrawn(sight, kind.slug()) {
        let finding = applied.at(Field::SubjectCertificateType);
        out.push(finding.with("found", format!("@certificates/{kind}")));
    }
}

/// The certificate of the subject is none of those the rule names.
pub(super) fn free_of(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(kind) = sight.dossier.subject.certificate_type else { return };
    if applied.with().words.iter().any(|word| word == kind.slug()) {
        let finding = applied.at(Field::SubjectCertificateType);
        out.push(finding.with("found", format!("@certificates/{kind}")));
    }
}

/// The unified code starts as the rule says.
pub(super) fn unified_code_starts(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(code) = sight.certificate.good().and_then(|number| number.unified_code()) else { return };
    let words = &applied.with().words;
    if !words.iter().any(|start| code.as_str().starts_with(start)) {
        let finding = applied.at(Field::SubjectCertificateNumber);
        out.push(finding.with("found", &code.as_str()[..1]).with("expected", words.join("/")));
    }
}

/// Codes that begin with 92 are those of sole traders, and no others.
pub(super) fn sole_trader(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(code) = sight.certificate.good().and_then(|number| number.unified_code()) else { return };
    let Some(sole_trader) = sight.dossier.subject.sole_trader else { return };
    let start = &code.as_str()[..2];
    if start.starts_with('9') && (start == "92") != sole_trader {
        out.push(applied.at(Field::SubjectCertificateNumber).with("found", start));
    }
}

/// The licence bears a unified code, no number of fifteen digits.
pub(super) fn licence_number_current(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(number) = sight.certificate.good() else { return };
    if number.certificate_type() == CertificateType::BusinessLicence && number.unified_code().is_none() {
        out.push(applied.at(Field::SubjectCertificateNumber));
    }
}

/// Nobody files with a passport of the country.
pub(super) fn passport_of_foreigner(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        let passport =
            who.certificate.good().filter(|number| number.certificate_type() == CertificateType::Passport);
        let passport = passport.and_then(|number| Passport::parse(number.as_str()).ok());
        if passport.is_some_and(|passport| passport.has_chinese_layout()) {
            out.push(applied.finding(who.path(who.fields.certificate_type)));
        }
    }
}

/// A travel permit of Taiwan with ten digits has its letter too.
pub(super) fn taiwan_permit_letter(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        let Some(number) = who.certificate.good() else { continue };
        let permit = number.certificate_type() == CertificateType::TaiwanTravelPermit;
        if permit && number.as_str().len() == 10 {
            out.push(applied.finding(who.path(who.fields.certificate_number)));
        }
    }
}
