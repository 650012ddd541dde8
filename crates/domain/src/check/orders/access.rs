//! Orders that add an access: what is filed must agree with the record.

use super::{differ, person_differs, record};
use crate::check::applied::{Applied, Asked};
use crate::check::checker;
use crate::check::sight::{Read, Sight};
use crate::dossier::Record;
use crate::finding::Finding;
use crate::network::DomainName;
use crate::order::field::{Field, FieldPath};
use crate::rulebook::{AccessMatch, Choice as _, Parameter, Where};

fn ask<'r>(sight: &Sight<'r>, parameter: Parameter) -> Option<Asked<'r>> {
    checker::answer(sight.rules, sight.province(), parameter)
}

/// Calls `each` with everything in which the order differs from the record.
fn differences(sight: &Sight<'_>, record: &Record, mut each: impl FnMut(AccessMatch, FieldPath)) {
    let subject = &sight.dossier.subject;
    if differ(&record.name, &subject.name) {
        each(AccessMatch::Name, FieldPath::of(Field::SubjectName));
    }
    if differ(&record.certificate_number, &subject.certificate_number) {
        each(AccessMatch::Number, FieldPath::of(Field::SubjectCertificateNumber));
    }
    if person_differs(record.person.as_deref(), &subject.person) {
        each(AccessMatch::Representative, FieldPath::of(Field::SubjectPersonName));
    }
    for offer in &sight.offers {
        if person_differs(record.service_person.as_deref(), &offer.service.person) {
            each(AccessMatch::SitePrincipal, offer.path(Field::ServicePersonName));
        }
    }
}

/// What comes first when the record is out of date.
fn first(sight: &Sight<'_>) -> String {
    let asked = ask(sight, Parameter::UnitAccessOrder);
    let order = asked.and_then(|asked| asked.entry.value.text()).unwrap_or("change-first");
    format!("@choices/access-order/{order}")
}

/// What the province wants equal is equal to the record.
pub(super) fn matches(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(record), Some(value)) = (record(sight), applied.value()) else { return };
    let asked: Vec<AccessMatch> = value.choices();
    let all = asked.contains(&AccessMatch::Everything);
    let mut find = |what: String, field: FieldPath| {
        out.push(applied.finding(field).with("found", what).with("order", first(sight)));
    };
    differences(sight, record, |what, field| {
        if all || asked.contains(&what) {
            find(format!("@choices/access-match/{}", what.slug()), field);
        }
    });
    let may =
        ask(sight, Parameter::UnitAccessAddress).is_some_and(|asked| asked.entry.value.flag() == Some(true));
    if all && !may && differ(&record.address, &sight.dossier.subject.certificate_address) {
        let address = format!("@choices/{}/{}", Where::OPTIONS.name, Where::Address.slug());
        find(address, FieldPath::of(Field::SubjectCertificateAddress));
    }
}

/// Where the province only says what comes first, a record that is out of date is told.
pub(super) fn current(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = record(sight) else { return };
    if ask(sight, Parameter::UnitAccessMatch).is_some() {
        return;
    }
    differences(sight, record, |what, field| {
        let finding = applied.finding(field).with("found", format!("@choices/access-match/{}", what.slug()));
        out.push(finding.with("order", first(sight)));
    });
}

/// Whoever adds an access with newer data changes the record within some days.
pub(super) fn change_days(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(record), Some(days)) = (record(sight), applied.number()) else { return };
    let mut any = differ(&record.address, &sight.dossier.subject.certificate_address);
    differences(sight, record, |_, _| any = true);
    if any {
        out.push(applied.at(Field::OrderKind).with("expected", days.to_string()));
    }
}

/// The domains are those of the filed service.
pub(super) fn of_filed_domain(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(record) = record(sight).filter(|record| !record.domains.is_empty()) else { return };
    let filed: Vec<DomainName> =
        record.domains.iter().filter_map(|text| DomainName::parse(text).ok()).collect();
    for offer in &sight.offers {
        let unknown = |name: &&DomainName| !filed.iter().any(|filed| name.is_within(filed));
        for name in offer.domains.iter().filter_map(Read::good).filter(unknown) {
            out.push(applied.finding(offer.path(Field::ServiceDomain)).with("found", name.unicode()));
        }
    }
}

/// The service has no access of ours yet.
pub(super) fn not_ours(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if record(sight).is_some_and(|record| record.ours == Some(true)) {
        out.push(applied.at(Field::OrderKind));
    }
}
