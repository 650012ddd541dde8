//! Where a certificate comes from, as its number says.

use super::super::applied::Applied;
use super::super::sight::Sight;
use crate::finding::Finding;
use crate::identity::ResidentId;
use crate::order::field::Field;
use crate::region::{Province, Regions};
use crate::rulebook::Value;

/// Codes given by central departments begin with this region and belong to no province.
const STATE_COUNCIL: &str = "100000";

/// The region inside a unified code stands or stood.
pub(super) fn unified_code_region_known(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(code) = sight.certificate.good().and_then(|number| number.unified_code()) else { return };
    let region = code.region_code();
    if region.as_str() != STATE_COUNCIL && !Regions::builtin().region_plausible(region) {
        let finding = applied.at(Field::SubjectCertificateNumber);
        out.push(finding.with("found", region.as_str()));
    }
}

/// A unit was registered in the province of filing, where it may file nowhere else.
pub(super) fn unified_code_of_province(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.value().and_then(Value::flag) != Some(false) {
        return;
    }
    let Some(code) = sight.certificate.good().and_then(|number| number.unified_code()) else { return };
    let (Some(of), Some(filed)) = (Province::from_region(code.region_code()), sight.province()) else {
        return;
    };
    if of != filed {
        let finding = applied.at(Field::SubjectProvince);
        out.push(
            finding.with("found", format!("@provinces/{of}")).with("expected", format!("@provinces/{filed}")),
        );
    }
}

/// The region inside an identity number stands or stood.
pub(super) fn resident_id_region_known(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for who in &sight.people {
        let id = who.certificate.good().and_then(|number| number.resident_id());
        if id.is_some_and(|id: &ResidentId| !id.region_plausible()) {
            out.push(applied.finding(who.path(who.fields.certificate_number)));
        }
    }
}
