//! The region of the address: a county that stands, in the province of filing.

use super::super::applied::Applied;
use super::super::sight::Sight;
use crate::finding::Finding;
use crate::order::field::Field;
use crate::region::{Province, Region, RegionCode, RegionLevel, Regions};
use crate::rulebook::Value;

/// The code of the region is one.
pub(super) fn readable(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if sight.region.is_none() && !sight.dossier.subject.region.trim().is_empty() {
        out.push(applied.at(Field::SubjectRegion));
    }
}

/// The code of the region is in the table.
pub(super) fn known(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(code) = sight.region else { return };
    if Regions::builtin().get(code).is_none() {
        out.push(applied.at(Field::SubjectRegion).with("found", code.as_str()));
    }
}

fn row(sight: &Sight<'_>) -> Option<&'static Region> {
    Regions::builtin().get(sight.region?)
}

/// The region still stands.
pub(super) fn stands(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if let Some(region) = row(sight).filter(|region| !region.is_valid_on(sight.day)) {
        out.push(applied.at(Field::SubjectRegion).with("found", region.name));
    }
}

/// The region is a county, or a city that has none.
pub(super) fn of_county(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(region) = row(sight) else { return };
    let coarse = match region.level {
        RegionLevel::County => false,
        RegionLevel::Group => true,
        RegionLevel::Province | RegionLevel::City => !Regions::builtin().children(region.code).is_empty(),
    };
    if coarse {
        out.push(applied.at(Field::SubjectRegion).with("found", region.name));
    }
}

/// The region lies in the province of filing.
pub(super) fn of_province(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(region), Some(filed)) = (row(sight), sight.province()) else { return };
    let of = Province::from_region(region.code);
    if of != Some(filed) {
        let place = of.map_or_else(|| region.name.to_owned(), |of| format!("@provinces/{of}"));
        let finding = applied.at(Field::SubjectRegion).with("found", place);
        out.push(finding.with("expected", format!("@provinces/{filed}")));
    }
}

/// With one of the words in the address, the region is the one the rule names.
pub(super) fn for_words(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let (Some(region), Some(number)) = (sight.region, applied.with().number) else { return };
    if region.number() == number {
        return;
    }
    let Some(word) = applied.word_in(&sight.dossier.subject.address) else { return };
    let expected = RegionCode::from_number(number).and_then(|code| Regions::builtin().name(code));
    let finding = applied.at(Field::SubjectRegion).with("found", word);
    out.push(finding.with("expected", expected.unwrap_or_default()));
}

/// The province an address names in full at its start.
pub(in super::super) fn named(address: &str) -> Option<Province> {
    let address = address.trim();
    Province::ALL.iter().copied().find(|province| address.starts_with(province.full_name_zh()))
}

/// The address on the certificate of a unit is of the province of filing, where it may file nowhere else.
pub(super) fn certificate_address(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if applied.value().and_then(Value::flag) != Some(false) {
        return;
    }
    let (of, filed) = (named(&sight.dossier.subject.certificate_address), sight.province());
    if let (Some(of), Some(filed)) = (of, filed)
        && of != filed
    {
        let finding = applied.at(Field::SubjectCertificateAddress).with("found", format!("@provinces/{of}"));
        out.push(finding.with("expected", format!("@provinces/{filed}")));
    }
}

/// The address on the certificate names no other city of the province than the one of the mailing address.
pub(super) fn one_city(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let address = sight.dossier.subject.certificate_address.as_str();
    let Some(code) = sight.region.filter(|_| applied.yes() && !address.is_empty()) else { return };
    let regions = Regions::builtin();
    let city = regions.city_of(code).filter(|city| city.level == RegionLevel::City);
    let Some(city) = city.filter(|city| !address.contains(city.name)) else { return };
    let cities = regions.children(code.province_code());
    let other = cities.iter().find(|other| {
        other.level == RegionLevel::City && other.is_valid_on(sight.day) && address.contains(other.name)
    });
    if let Some(other) = other {
        let finding = applied.at(Field::SubjectRegion).with("found", city.name);
        out.push(finding.with("expected", other.name));
    }
}
