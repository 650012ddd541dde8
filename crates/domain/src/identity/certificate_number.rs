//! A certificate of any type with its number, parsed by the grammar of that type.

use serde::{Deserialize, Serialize};

use super::{
    Holder, OldLicenceNumber, OrganisationCode, Passport, PermanentResidenceId, ResidentId, TravelPermit,
    TravelPermitKind, UnifiedCode,
};
use crate::{
    invalid::Invalid,
    tables::CertificateType,
    text::{Line, compact, mask},
};

/// The number of a certificate (证件号码) together with its type (证件类型).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct CertificateNumber {
    certificate_type: CertificateType,
    number: Number,
}

#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Number {
    Unified(UnifiedCode),
    OldLicence(OldLicenceNumber),
    Organisation(OrganisationCode),
    Resident(ResidentId),
    PermanentResidence(PermanentResidenceId),
    TravelPermit(TravelPermit),
    Passport(Passport),
    /// As printed; the issuer follows no published layout.
    Printed(Line<255>),
}

/// What people may write for a certificate type.
enum Grammar {
    BusinessLicence,
    OrganisationCode,
    UnifiedCode,
    /// A unified code on certificates since 2016; older ones carry numbers of their issuer.
    UnifiedOrPrinted,
    Resident(fn(Holder) -> bool),
    PermanentResidence,
    TravelPermit(TravelPermitKind),
    Passport,
    Printed,
}

impl CertificateNumber {
    /// Parses a number by the grammar of its certificate type.
    ///
    /// # Errors
    /// Those of the type behind it; `certificate-number-kind` (with `expected`) when the number belongs to
    /// another certificate; `certificate-number-empty` and `certificate-number-length` for free numbers.
    pub fn parse(certificate_type: CertificateType, text: &str) -> Result<Self, Invalid> {
        let number = match grammar(certificate_type) {
            Grammar::BusinessLicence if compact(text).len() == 15 => {
                Number::OldLicence(OldLicenceNumber::parse(text)?)
            }
            Grammar::BusinessLicence | Grammar::UnifiedCode => Number::Unified(UnifiedCode::parse(text)?),
            Grammar::UnifiedOrPrinted if looks_unified(text) => Number::Unified(UnifiedCode::parse(text)?),
            Grammar::UnifiedOrPrinted | Grammar::Printed => Number::Printed(printed(text)?),
            Grammar::OrganisationCode => Number::Organisation(OrganisationCode::parse(text)?),
            Grammar::Resident(issued_to) => {
                let id = ResidentId::parse(text)?;
                if !issued_to(id.holder()) {
                    return Err(wrong_holder(certificate_type));
                }
                Number::Resident(id)
            }
            Grammar::PermanentResidence => Number::PermanentResidence(PermanentResidenceId::parse(text)?),
            Grammar::TravelPermit(kind) => {
                let permit = TravelPermit::parse(text)?;
                if permit.kind() != kind {
                    return Err(Invalid::new("certificate-number-kind").with("expected", certificate_type));
                }
                Number::TravelPermit(permit)
            }
            Grammar::Passport => Number::Passport(Passport::parse(text)?),
        };
        Ok(Self { certificate_type, number })
    }

    /// The type it was parsed for.
    pub fn certificate_type(&self) -> CertificateType {
        self.certificate_type
    }

    /// The normalised number.
    pub fn as_str(&self) -> &str {
        match &self.number {
            Number::Unified(code) => code.as_str(),
            Number::OldLicence(number) => number.as_str(),
            Number::Organisation(code) => code.as_str(),
            Number::Resident(id) => id.as_str(),
            Number::PermanentResidence(id) => id.as_str(),
            Number::TravelPermit(permit) => permit.as_str(),
            Number::Passport(passport) => passport.as_str(),
            Number::Printed(number) => number.as_str(),
        }
    }

    /// The number with its middle hidden if it identifies a person; numbers of organisations are public.
    pub fn masked(&self) -> String {
        match &self.number {
            Number::Resident(id) => id.masked(),
            Number::PermanentResidence(id) => id.masked(),
            Number::TravelPermit(permit) => permit.masked(),
            Number::Passport(passport) => passport.masked(),
            Number::Printed(number) if self.is_personal() => mask(number.as_str(), 1, 2),
            Number::Printed(_) | Number::Unified(_) | Number::OldLicence(_) | Number::Organisation(_) => {
                self.as_str().to_owned()
            }
        }
    }

    /// In groups for reading, where people write groups.
    pub fn grouped(&self) -> String {
        self.unified_code()
            .map(UnifiedCode::grouped)
            .or_else(|| self.resident_id().map(ResidentId::grouped))
            .unwrap_or_else(|| self.as_str().to_owned())
    }

    /// Whether it identifies a natural person.
    pub fn is_personal(&self) -> bool {
        self.certificate_type.nature().is_some_and(crate::tables::SubjectNature::is_individual)
    }

    /// The identity number, for an identity card or a residence permit.
    pub fn resident_id(&self) -> Option<&ResidentId> {
        if let Number::Resident(id) = &self.number { Some(id) } else { None }
    }

    /// The unified social credit code, for an organisation that has one.
    pub fn unified_code(&self) -> Option<&UnifiedCode> {
        if let Number::Unified(code) = &self.number { Some(code) } else { None }
    }

    /// Date of birth, where the number tells it.
    pub fn birth_date(&self) -> Option<chrono::NaiveDate> {
        match &self.number {
            Number::Resident(id) => Some(id.birth_date()),
            Number::PermanentResidence(id) => id.birth_date(),
            Number::Unified(_)
            | Number::OldLicence(_)
            | Number::Organisation(_)
            | Number::TravelPermit(_)
            | Number::Passport(_)
            | Number::Printed(_) => None,
        }
    }
}

impl std::fmt::Display for CertificateNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::fmt::Debug for CertificateNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CertificateNumber({}: {})", self.certificate_type, self.masked())
    }
}

/// The shape on the wire and at rest.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(rename = "type")]
    certificate_type: CertificateType,
    number: String,
}

impl TryFrom<Written> for CertificateNumber {
    type Error = Invalid;

    fn try_from(written: Written) -> Result<Self, Invalid> {
        Self::parse(written.certificate_type, &written.number)
    }
}

impl From<CertificateNumber> for Written {
    fn from(certificate: CertificateNumber) -> Self {
        Self { certificate_type: certificate.certificate_type, number: certificate.as_str().to_owned() }
    }
}

fn grammar(certificate_type: CertificateType) -> Grammar {
    use CertificateType as T;
    match certificate_type {
        T::BusinessLicence => Grammar::BusinessLicence,
        T::ResidentId => Grammar::Resident(|holder| holder == Holder::Mainland),
        T::HongKongMacaoResidence => {
            Grammar::Resident(|holder| matches!(holder, Holder::HongKong | Holder::Macao))
        }
        T::TaiwanResidence => Grammar::Resident(|holder| holder == Holder::Taiwan),
        T::PermanentResidence => Grammar::PermanentResidence,
        T::HongKongMacaoTravelPermit => Grammar::TravelPermit(TravelPermitKind::HongKongMacao),
        T::TaiwanTravelPermit => Grammar::TravelPermit(TravelPermitKind::Taiwan),
        T::Passport => Grammar::Passport,
        T::OrganisationCodeInstitution
        | T::OrganisationCodeGovernment
        | T::OrganisationCodeSocial
        | T::OrganisationCodeEnterprise
        | T::OrganisationCodePrivate
        | T::OrganisationCodeFoundation
        | T::OrganisationCodeLaw => Grammar::OrganisationCode,
        T::UnifiedCodeGovernment | T::UnifiedCodeInstitution | T::UnifiedCodeMass | T::SocialCreditCode => {
            Grammar::UnifiedCode
        }
        T::InstitutionLegalPerson
        | T::SocialOrganisationLegalPerson
        | T::PrivateNonEnterpriseRegistration
        | T::FoundationLegalPerson
        | T::LawFirmLicence
        | T::ReligiousSiteRegistration
        | T::ForeignEnterpriseOffice
        | T::ForensicLicence
        | T::SocialServiceRegistration
        | T::NotaryLicence
        | T::RuralCollective
        | T::ArbitrationCommission
        | T::ForeignNgoOffice => Grammar::UnifiedOrPrinted,
        T::MilitaryUnitCode
        | T::OfficerId
        | T::ForeignCulturalCentreRegistration
        | T::MilitaryPaidService
        | T::ForeignTourismOffice
        | T::ForeignInstitution
        | T::PrivateSchoolLicence
        | T::MedicalInstitutionLicence
        | T::EmbassySchoolLicence
        | T::ForeignNewsOffice
        | T::RegionalTourismOffice => Grammar::Printed,
    }
}

fn looks_unified(text: &str) -> bool {
    let number = compact(text);
    number.len() == 18 && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn printed(text: &str) -> Result<Line<255>, Invalid> {
    Line::parse(text).map_err(|invalid| match invalid.code {
        "text-empty" => Invalid::new("certificate-number-empty"),
        "text-too-long" => Invalid { code: "certificate-number-length", ..invalid },
        _ => invalid,
    })
}

fn wrong_holder(certificate_type: CertificateType) -> Invalid {
    if certificate_type == CertificateType::ResidentId {
        Invalid::new("resident-id-is-residence-permit")
    } else {
        Invalid::new("residence-permit-region").with("expected", certificate_type)
    }
}
