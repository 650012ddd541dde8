//! Papers of persons: which are taken, and what people without a mainland ID card do.

use super::super::applied::Applied;
use super::super::sight::{Sight, Who};
use super::residence::{accepted, brings};
use super::{asked, members};
use crate::finding::Finding;
use crate::rulebook::{BoundaryPapers, ForeignIndividual, ForeignRepresentative, ResidenceProof};
use crate::tables::CertificateType;

/// A person is in charge with a certificate of persons.
pub(super) fn certificate_kind(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        if let Some(kind) = who.person.certificate_type.filter(|kind| !kind.for_person()) {
            out.push(of_type(applied, who, kind));
        }
    }
}

fn of_type(applied: &Applied<'_>, who: &Who<'_>, kind: CertificateType) -> Finding {
    let finding = applied.finding(who.path(who.fields.certificate_type));
    finding.with("found", format!("@certificates/{kind}"))
}

/// Of a foreigner: a passport or a permanent residence card.
fn foreign(who: &Who<'_>) -> Option<CertificateType> {
    let foreign = |kind: &CertificateType| {
        matches!(kind, CertificateType::Passport | CertificateType::PermanentResidence)
    };
    who.person.certificate_type.filter(foreign)
}

fn travels(kind: CertificateType) -> bool {
    matches!(kind, CertificateType::HongKongMacaoTravelPermit | CertificateType::TaiwanTravelPermit)
}

fn resides(kind: CertificateType) -> bool {
    matches!(kind, CertificateType::HongKongMacaoResidence | CertificateType::TaiwanResidence)
}

/// Of somebody from Hong Kong, Macao or Taiwan.
fn boundary(who: &Who<'_>) -> Option<CertificateType> {
    who.person.certificate_type.filter(|kind| travels(*kind) || resides(*kind))
}

/// Where a foreigner may not be in charge of the subject, a holder of a mainland ID card is.
pub(super) fn representative_foreign(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let authorises = match asked::<ForeignRepresentative>(applied) {
        Some(
            ForeignRepresentative::MayAuthorise
            | ForeignRepresentative::MustAuthorise
            | ForeignRepresentative::Refused,
        ) => true,
        Some(ForeignRepresentative::Passport | ForeignRepresentative::PassportOrAuthorise) | None => false,
    };
    let Some(who) = sight.people.first().filter(|_| authorises) else { return };
    if let Some(kind) = foreign(who) {
        out.push(of_type(applied, who, kind));
    }
}

/// Of somebody from Hong Kong or Macao.
fn hong_kong_or_macao(kind: CertificateType) -> bool {
    matches!(kind, CertificateType::HongKongMacaoTravelPermit | CertificateType::HongKongMacaoResidence)
}

/// Somebody from Hong Kong or Macao shows the paper the province takes; of Taiwan these provinces do not speak.
pub(super) fn boundary_paper(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let wrong: fn(CertificateType) -> bool = match asked::<BoundaryPapers>(applied) {
        Some(BoundaryPapers::TravelPermit) => resides,
        Some(BoundaryPapers::ResidencePermit) => travels,
        Some(
            BoundaryPapers::Either
            | BoundaryPapers::ResidencePreferred
            | BoundaryPapers::MustAuthorise
            | BoundaryPapers::SameProof
            | BoundaryPapers::Refused,
        )
        | None => return,
    };
    for who in &sight.people {
        if let Some(kind) = boundary(who).filter(|kind| hong_kong_or_macao(*kind) && wrong(*kind)) {
            out.extend(wants_other(applied, who, kind));
        }
    }
}

/// The other paper of the same people.
fn other(kind: CertificateType) -> Option<CertificateType> {
    use CertificateType as T;
    let pairs = [
        (T::HongKongMacaoTravelPermit, T::HongKongMacaoResidence),
        (T::TaiwanTravelPermit, T::TaiwanResidence),
    ];
    pairs.into_iter().find_map(|(travel, residence)| {
        if kind == travel { Some(residence) } else { (kind == residence).then_some(travel) }
    })
}

/// A finding that the other paper is wanted.
fn wants_other(applied: &Applied<'_>, who: &Who<'_>, kind: CertificateType) -> Option<Finding> {
    Some(of_type(applied, who, kind).with("expected", format!("@certificates/{}", other(kind)?)))
}

/// Where the residence permit is preferred, nobody is left to the travel permit unknowingly.
pub(super) fn boundary_residence_preferred(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<BoundaryPapers>(applied) != Some(BoundaryPapers::ResidencePreferred) {
        return;
    }
    for who in &sight.people {
        if let Some(kind) = boundary(who).filter(|kind| travels(*kind)) {
            out.extend(wants_other(applied, who, kind));
        }
    }
}

/// Where people from Hong Kong, Macao and Taiwan authorise somebody, a holder of a mainland ID card is in charge.
pub(super) fn boundary_authorises(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<BoundaryPapers>(applied) != Some(BoundaryPapers::MustAuthorise) {
        return;
    }
    let Some(who) = sight.people.first() else { return };
    if let Some(kind) = boundary(who) {
        out.push(of_type(applied, who, kind));
    }
}

/// Where only a mainland ID card is taken, nobody files with a paper of Hong Kong, Macao or Taiwan.
pub(super) fn boundary_refused(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<BoundaryPapers>(applied) != Some(BoundaryPapers::Refused) {
        return;
    }
    for who in &sight.people {
        if let Some(kind) = boundary(who) {
            out.push(of_type(applied, who, kind));
        }
    }
}

/// Where everybody from elsewhere brings a proof, people from Hong Kong, Macao and Taiwan do.
pub(super) fn boundary_proof(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<BoundaryPapers>(applied) == Some(BoundaryPapers::SameProof) {
        without_proof(sight, applied, boundary, out);
    }
}

/// Where only a mainland ID card is taken, no foreigner files as an individual.
pub(super) fn foreigner_refused(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<ForeignIndividual>(applied) != Some(ForeignIndividual::Refused) {
        return;
    }
    for who in &sight.people {
        if let Some(kind) = foreign(who) {
            out.push(of_type(applied, who, kind));
        }
    }
}

/// Where a foreigner brings permit and registration of residence, they are there.
pub(super) fn foreigner_permit(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<ForeignIndividual>(applied) != Some(ForeignIndividual::PermitAndPassport) {
        return;
    }
    let Some(who) = sight.people.first() else { return };
    let permit = brings(who, &[ResidenceProof::ResidencePermit]);
    if let Some(kind) = foreign(who).filter(|_| !permit) {
        out.push(of_type(applied, who, kind));
    }
}

/// Where everybody from elsewhere brings a proof, foreigners do.
pub(super) fn foreigner_proof(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if asked::<ForeignIndividual>(applied) == Some(ForeignIndividual::SameProof) {
        without_proof(sight, applied, foreign, out);
    }
}

fn without_proof(
    sight: &Sight<'_>,
    applied: &Applied<'_>,
    of: fn(&Who<'_>) -> Option<CertificateType>,
    out: &mut Vec<Finding>,
) {
    let Some(who) = sight.people.first() else { return };
    let Some(kind) = of(who) else { return };
    let proofs = accepted(sight);
    if !brings(who, &proofs) {
        out.push(of_type(applied, who, kind).with("expected", members(&proofs, |proof| proof.slug())));
    }
}
