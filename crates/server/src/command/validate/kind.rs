//! Which type of the domain judges which kind of value.

use beian_domain::Invalid;
use beian_domain::contact::{Email, Landline, Mobile};
use beian_domain::filing_number::{FilingNumber, LicenceNumber, PoliceNumber, ServiceNumber, SubjectNumber};
use beian_domain::identity::{CertificateNumber, OldLicenceNumber, OrganisationCode, UnifiedCode};
use beian_domain::network::{DomainName, HomeUrl, IpRange};
use beian_domain::tables::CertificateType;

use crate::cli::ValueKind;

/// Whether a text is a value of this kind, or why not.
pub(super) fn judge(kind: ValueKind, text: &str) -> Result<(), Invalid> {
    let certificate = |of| CertificateNumber::parse(of, text).map(drop);
    match kind {
        ValueKind::Uscc => UnifiedCode::parse(text).map(drop),
        ValueKind::OrganisationCode => OrganisationCode::parse(text).map(drop),
        ValueKind::Licence15 => OldLicenceNumber::parse(text).map(drop),
        ValueKind::ResidentId => certificate(CertificateType::ResidentId),
        ValueKind::HongKongMacaoResidence => certificate(CertificateType::HongKongMacaoResidence),
        ValueKind::TaiwanResidence => certificate(CertificateType::TaiwanResidence),
        ValueKind::HongKongMacaoPass => certificate(CertificateType::HongKongMacaoTravelPermit),
        ValueKind::TaiwanPass => certificate(CertificateType::TaiwanTravelPermit),
        ValueKind::PermanentResidence => certificate(CertificateType::PermanentResidence),
        ValueKind::Passport => certificate(CertificateType::Passport),
        ValueKind::Mobile => Mobile::parse(text).map(drop),
        ValueKind::Landline => Landline::parse(text).map(drop),
        ValueKind::Email => Email::parse(text).map(drop),
        ValueKind::Domain => DomainName::parse(text).map(drop),
        ValueKind::HomeUrl => HomeUrl::parse(text).map(drop),
        ValueKind::Ip => IpRange::parse(text).map(drop),
        ValueKind::FilingNumber => FilingNumber::parse(text).map(drop),
        ValueKind::SubjectNumber => SubjectNumber::parse(text).map(drop),
        ValueKind::ServiceNumber => ServiceNumber::parse(text).map(drop),
        ValueKind::LicenceNumber => LicenceNumber::parse(text).map(drop),
        ValueKind::PoliceNumber => PoliceNumber::parse(text).map(drop),
    }
}
