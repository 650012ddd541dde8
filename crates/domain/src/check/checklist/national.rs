//! What every authority asks for: certificates, the photo, the certificate of the domain, papers of an approval.

use super::{Needed, Reason, Take};
use crate::check::sight::{Sight, Who};
use crate::dossier::Record;
use crate::evidence::EvidenceKind as E;
use crate::filing_number::ServiceKind;
use crate::finding::Severity;
use crate::order::kind::OrderKind;
use crate::rulebook::{Row, TableKind};
use crate::tables::CertificateType;

/// The rules that find a missing piece; their sources speak for what every authority asks.
const RULE: &str = "evidence-missing";
const ON_CHANGE: &str = "evidence-missing-on-change";

/// What an order of one kind shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// It must be there.
    Must,
    /// It may be brought.
    May,
    /// It is not shown.
    Not,
}

/// What the kinds of order show: of the subject, of the service, of the domain.
fn shows(kind: Option<OrderKind>) -> [Shows; 3] {
    use OrderKind as K;
    use Shows::{May, Must, Not};
    match kind {
        None
        | Some(K::FirstFiling | K::AddServiceHere | K::AddServiceElsewhere | K::ChangeBoth | K::Migrate) => {
            [Must, Must, Must]
        }
        // The newest documents may be brought at once, and the domain is filed already.
        Some(K::AddAccess | K::Claim) => [Must, Must, May],
        Some(K::ChangeSubject) => [Must, Not, Not],
        Some(K::ChangeService) => [Not, Must, Must],
        Some(K::CancelAccess | K::CancelService | K::CancelSubject) => [Not, Not, Not],
    }
}

pub(in crate::check) fn national<'r>(sight: &Sight<'r>, take: Take<'_, 'r>) {
    let [subject, service, domain] = shows(sight.kind());
    let rule = sight.rules.rule(if sight.brings_service() { RULE } else { ON_CHANGE });
    let because = rule.map(Reason::rule).unwrap_or_default();
    let severity = rule.map_or(Severity::Warn, |rule| rule.testimony.severity);
    let mut ask = |kind: E, shows: Shows| {
        if shows != Shows::Not {
            let required = shows == Shows::Must;
            take(Needed { kind, document: None, instead: None, required, severity, because, note: None });
        }
    };
    let first = sight.people.first();
    let same =
        |shown: Shows, unchanged: bool| if unchanged && shown == Shows::Must { Shows::May } else { shown };
    if !sight.individual {
        ask(E::SubjectCertificate, same(subject, unchanged_subject(sight)));
    }
    let person = same(subject, unchanged_person(sight));
    ask(E::SubjectPersonFront, person);
    if first.is_none_or(two_sided) {
        ask(E::SubjectPersonBack, person);
    }
    let others = others(sight);
    if others.any {
        ask(E::ServicePersonFront, service);
        if others.two_sided {
            ask(E::ServicePersonBack, service);
        }
    }
    // Every order the ministry sees is verified with a new photo; a claim never reaches it.
    let photographed = sight.kind().is_none_or(|kind| !kind.cancels() && kind.reaches_authority());
    ask(E::VerificationPhoto, if photographed { Shows::Must } else { Shows::Not });
    let kinds = || sight.offers.iter().map(|offer| offer.service.kind);
    if sight.offers.is_empty() || kinds().any(|kind| kind.is_none_or(|kind| kind == ServiceKind::Website)) {
        ask(E::DomainCertificate, domain);
    }
    approvals(sight, service, because, severity, take);
}

/// The papers of approvals: those the order names, and those its contents call for.
fn approvals<'r>(
    sight: &Sight<'r>,
    service: Shows,
    because: Reason<'r>,
    severity: Severity,
    take: Take<'_, 'r>,
) {
    if service == Shows::Not {
        return;
    }
    let row = |code: &str| sight.rules.row(TableKind::PreApprovals, code);
    let instead = |row: &'r Row| row.get("otherwise").and_then(|cell| cell.text());
    let kind = E::PreApproval;
    let mut named = false;
    for approval in sight.offers.iter().flat_map(|offer| &offer.service.pre_approvals) {
        named = true;
        let instead = row(&approval.kind).and_then(|row| instead(&row.value));
        take(Needed { kind, document: None, instead, required: true, severity, because, note: None });
    }
    if named {
        return;
    }
    let contents = sight.offers.iter().flat_map(|offer| &offer.service.contents);
    let needed = contents
        .filter_map(|code| sight.rules.row(TableKind::Contents, code)?.value.get("pre-approval")?.text());
    for approval in needed.filter_map(row) {
        let in_force = approval.value.get("state").and_then(|state| state.text()) == Some("in-force");
        take(Needed {
            kind,
            document: None,
            instead: instead(&approval.value),
            required: in_force,
            severity: Severity::Warn,
            because: Reason::said(&approval.testimony, &approval.place.layer),
            note: approval.testimony.note.as_ref(),
        });
    }
}

/// Cards have two sides; of a passport one page matters.
fn two_sided(who: &Who<'_>) -> bool {
    who.person.certificate_type != Some(CertificateType::Passport)
}

struct Others {
    any: bool,
    two_sided: bool,
}

/// The persons of services who are not the subject's: an individual files in person.
fn others(sight: &Sight<'_>) -> Others {
    let Some(first) = sight.people.first() else { return Others { any: false, two_sided: false } };
    let services = &sight.people[1..];
    if services.is_empty() || services.iter().all(|who| who.person.certificate_number.trim().is_empty()) {
        return Others { any: !sight.individual, two_sided: true };
    }
    let number = first.person.certificate_number.trim();
    let other = |who: &&Who<'_>| who.person.certificate_number.trim() != number;
    let mut others = services.iter().filter(other).peekable();
    Others { any: others.peek().is_some(), two_sided: others.any(two_sided) }
}

fn record<'s>(sight: &Sight<'s>) -> Option<&'s Record> {
    let changes = matches!(sight.kind(), Some(OrderKind::ChangeSubject | OrderKind::ChangeBoth));
    sight.dossier.known.record.as_deref().filter(|_| changes)
}

/// Whether a change leaves name, number and address of the subject as they are.
fn unchanged_subject(sight: &Sight<'_>) -> bool {
    let subject = &sight.dossier.subject;
    record(sight).is_some_and(|record| {
        let same = |one: &str, two: &str| !one.trim().is_empty() && one.trim() == two.trim();
        same(&record.name, &subject.name)
            && same(&record.certificate_number, &subject.certificate_number)
            && same(&record.address, &subject.certificate_address)
    })
}

/// Whether a change leaves the person in charge of the subject.
fn unchanged_person(sight: &Sight<'_>) -> bool {
    let now = sight.dossier.subject.person.certificate_number.trim();
    let then = record(sight).and_then(|record| record.person.as_deref());
    then.is_some_and(|then| !now.is_empty() && then.certificate_number.trim() == now)
}
