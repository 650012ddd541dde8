//! Who somebody is: certificate numbers with their check digits, and names of persons.

mod certificate_number;
mod check_digit;
mod old_licence;
mod organisation_code;
mod passport;
mod permanent_residence;
mod person_name;
mod resident_id;
mod travel_permit;
mod unified_code;

pub use crate::text::OrganisationName;
pub use certificate_number::CertificateNumber;
#[cfg(any(test, feature = "samples"))]
pub(crate) use check_digit::{mod_11_2, mod_31, organisation_code};
pub use old_licence::OldLicenceNumber;
pub use organisation_code::OrganisationCode;
pub use passport::Passport;
pub use permanent_residence::PermanentResidenceId;
pub use person_name::PersonName;
pub use resident_id::{Holder, ResidentId, Sex};
pub use travel_permit::{TravelPermit, TravelPermitKind};
pub use unified_code::{RegisteringDepartment, UnifiedCode};

#[cfg(test)]
mod tests;
