use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::{sample, tables::CertificateType};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn printed_specimens_are_valid() {
    for text in ["11010519491231002X", "810000199408230021", "830000199201300022"] {
        assert_eq!(ResidentId::parse(text).unwrap().as_str(), text);
    }
    PermanentResidenceId::parse("911124198108030024").unwrap();
    for text in ["91110000600037341L", "91350100M000100Y43"] {
        assert_eq!(UnifiedCode::parse(text).unwrap().as_str(), text);
    }
    assert_eq!(OrganisationCode::parse("d2143569x").unwrap().as_str(), "D2143569-X");
    OldLicenceNumber::parse("110108000000016").unwrap();
}

#[test]
fn a_wrong_check_digit_names_the_right_one() {
    let macao = ResidentId::parse("820000199001010000").unwrap_err();
    assert_eq!((macao.code, macao.facts["expected"].as_str()), ("resident-id-check-digit", "2"));
    let code = UnifiedCode::parse("911100006000373411").unwrap_err();
    assert_eq!((code.code, code.facts["expected"].as_str()), ("uscc-check-digit", "L"));
    let organisation = OrganisationCode::parse("D2143569-1").unwrap_err();
    assert_eq!(organisation.facts["expected"], "X");
    let licence = OldLicenceNumber::parse("110108000000017").unwrap_err();
    assert_eq!((licence.code, licence.facts["expected"].as_str()), ("old-licence-check-digit", "6"));
    let card = PermanentResidenceId::parse("911124198108030025").unwrap_err();
    assert_eq!((card.code, card.facts["expected"].as_str()), ("permanent-residence-check-digit", "4"));
}

#[test]
fn the_code_inside_a_unified_code_is_checked_on_its_own() {
    // Outer check character right, inner one (position 17) wrong.
    let wrong = "91110000600037342";
    let text = format!("{wrong}{}", mod_31(wrong).unwrap());
    let invalid = UnifiedCode::parse(&text).unwrap_err();
    assert_eq!((invalid.code, invalid.facts["expected"].as_str()), ("uscc-inner-check-digit", "1"));
}

#[test]
fn refusals_say_what_is_wrong() {
    let code = |text: &str| UnifiedCode::parse(text).unwrap_err().code;
    assert_eq!(code("91110000"), "uscc-length");
    assert_eq!(code("9111O000600037341L"), "uscc-characters");
    assert_eq!(code("91A10000600037341L"), "uscc-region");
    assert_eq!(code("示例示例示例示例示例示例示例示例示例"), "uscc-characters");
    let id = |text: &str| ResidentId::parse(text).unwrap_err().code;
    assert_eq!(id("110105491231002"), "resident-id-old");
    assert_eq!(id("1101051949123100"), "resident-id-length");
    assert_eq!(id("1101051949123100AX"), "resident-id-characters");
    assert_eq!(id("11010519491331002X"), "resident-id-date");
    assert_eq!(id("911124198108030024"), "resident-id-is-permanent-residence");
    assert_eq!(id("示例示例示例示例示例示例示例示例示例"), "resident-id-characters");
    assert_eq!(OrganisationCode::parse("12").unwrap_err().code, "organisation-code-length");
    assert_eq!(OrganisationCode::parse("12345678!").unwrap_err().code, "organisation-code-characters");
    assert_eq!(OldLicenceNumber::parse("1").unwrap_err().code, "old-licence-length");
    assert_eq!(OldLicenceNumber::parse("11010800000001A").unwrap_err().code, "old-licence-characters");
    assert_eq!(PermanentResidenceId::parse("123").unwrap_err().code, "permanent-residence-format");
    assert_eq!(
        PermanentResidenceId::parse("911124198113030024").unwrap_err().code,
        "permanent-residence-date"
    );
    assert_eq!(Passport::parse("E1").unwrap_err().code, "passport-length");
    assert_eq!(Passport::parse("E123_567").unwrap_err().code, "passport-characters");
}

#[test]
fn an_identity_number_tells_birth_region_and_sex() {
    let id = ResidentId::parse(" １１０１０５ 19491231 002x").unwrap();
    assert_eq!(id.birth_date(), day("1949-12-31"));
    assert_eq!((id.age_at(day("1967-12-30")), id.age_at(day("1967-12-31"))), (17, 18));
    assert_eq!(id.region_code().as_str(), "110105");
    assert!(id.region_plausible());
    assert_eq!((id.sex(), id.holder()), (Sex::Female, Holder::Mainland));
    assert_eq!(id.masked(), "1101**********002X");
    assert_eq!(id.grouped(), "110105 19491231 002X");
    assert_eq!(format!("{id:?}"), "ResidentId(1101**********002X)");
    assert_eq!(ResidentId::parse("810000199408230021").unwrap().holder(), Holder::HongKong);
}

#[test]
fn a_unified_code_tells_department_and_region() {
    let code = UnifiedCode::parse("91110000 600037341l").unwrap();
    assert_eq!(code.registering_department(), RegisteringDepartment::MarketRegulation);
    assert_eq!(code.region_code().as_str(), "110000");
    assert_eq!(code.organisation_code().as_str(), "60003734-1");
    assert_eq!(code.grouped(), "91110000 600037341L");
}

#[test]
fn permits_and_passports_are_told_by_their_form() {
    for (text, kind) in [
        ("h12345678", TravelPermitKind::HongKongMacao),
        ("M1234567801", TravelPermitKind::HongKongMacao),
        ("12345678", TravelPermitKind::Taiwan),
        ("1234567890(B)", TravelPermitKind::Taiwan),
        ("1234567890Ｂ", TravelPermitKind::Taiwan),
    ] {
        assert_eq!(TravelPermit::parse(text).unwrap().kind(), kind, "{text}");
    }
    for text in ["H1234567", "1234567", "1234567890(12)", "", "A12345678", "十二三四五六七八"] {
        assert_eq!(TravelPermit::parse(text).unwrap_err().code, "travel-permit-format", "{text}");
    }
    assert!(Passport::parse("E12345678").unwrap().has_chinese_layout());
    assert!(Passport::parse("EA1234567").unwrap().has_chinese_layout());
    assert!(!Passport::parse("X1234567").unwrap().has_chinese_layout());
    assert_eq!(PermanentResidenceId::parse("usa110119800101").unwrap().birth_date(), None);
    let card = PermanentResidenceId::parse("911124198108030024").unwrap();
    assert_eq!(card.age_at(day("2026-08-02")), Some(44));
}

#[test]
fn names_are_chinese_or_latin() {
    let name = |text: &str| PersonName::parse(text).map(|name| name.to_string());
    assert_eq!(name(" 王 小明 ").unwrap(), "王小明");
    assert_eq!(name("阿依古丽•买买提").unwrap(), "阿依古丽·买买提");
    assert_eq!(name("𬎆示").unwrap(), "𬎆示");
    assert_eq!(name("Mary  Ann O'Neil-Søren").unwrap(), "Mary Ann O'Neil-Søren");
    assert_eq!(name("王").unwrap_err().code, "person-name-length");
    let mixed = name("王3明").unwrap_err();
    assert_eq!((mixed.code, mixed.facts["position"].as_str()), ("person-name-characters", "2"));
    assert_eq!(name("·王明").unwrap_err().code, "person-name-characters");
    assert_eq!(format!("{:?}", PersonName::parse("王小明").unwrap()), "PersonName(王**)");
}

#[test]
fn a_certificate_is_read_by_its_own_grammar() {
    use CertificateType as T;
    let ok = |kind, text: &str| CertificateNumber::parse(kind, text).unwrap();
    let err = |kind, text: &str| CertificateNumber::parse(kind, text).unwrap_err().code;
    assert!(ok(T::BusinessLicence, "91110000600037341L").unified_code().is_some());
    assert_eq!(ok(T::BusinessLicence, "110108000000016").unified_code(), None);
    assert_eq!(err(T::BusinessLicence, "示例"), "uscc-length");
    assert_eq!(err(T::ResidentId, "810000199408230021"), "resident-id-is-residence-permit");
    assert!(ok(T::HongKongMacaoResidence, "810000199408230021").resident_id().is_some());
    assert_eq!(err(T::TaiwanResidence, "810000199408230021"), "residence-permit-region");
    assert_eq!(err(T::TaiwanTravelPermit, "H12345678"), "certificate-number-kind");
    assert_eq!(ok(T::LawFirmLicence, "旧证字第 12 号").as_str(), "旧证字第 12 号");
    assert_eq!(err(T::LawFirmLicence, "911100006000373411"), "uscc-check-digit");
    assert_eq!(err(T::OfficerId, " "), "certificate-number-empty");
    assert_eq!(err(T::OfficerId, &"字".repeat(256)), "certificate-number-length");
    assert_eq!(ok(T::OfficerId, "军字第123456号").masked(), "军*******6号");
    assert_eq!(ok(T::OrganisationCodeEnterprise, "D2143569X").masked(), "D2143569-X");
    assert_eq!(ok(T::Passport, "E12345678").masked(), "E******78");
    assert_eq!(ok(T::ResidentId, "11010519491231002X").grouped(), "110105 19491231 002X");
    assert_eq!(ok(T::PermanentResidence, "911124198108030024").birth_date(), Some(day("1981-08-03")));
    assert_eq!(
        format!("{:?}", ok(T::ResidentId, "11010519491231002X")),
        "CertificateNumber(resident-id: 1101**********002X)"
    );
}

#[test]
fn a_certificate_travels_as_type_and_number() {
    let certificate = CertificateNumber::parse(CertificateType::Passport, "e12345678").unwrap();
    let json = serde_json::json!({ "type": "passport", "number": "E12345678" });
    assert_eq!(serde_json::to_value(&certificate).unwrap(), json);
    assert_eq!(serde_json::from_value::<CertificateNumber>(json).unwrap(), certificate);
    let wrong = serde_json::json!({ "type": "resident-id", "number": "E12345678" });
    assert!(serde_json::from_value::<CertificateNumber>(wrong).is_err());
}

#[test]
fn every_certificate_type_accepts_something() {
    for &kind in CertificateType::ALL {
        let samples = [
            "91110000600037341L",
            "11010519491231002X",
            "D2143569-X",
            "H12345678",
            "12345678",
            "E12345678",
            "911124198108030024",
            "810000199408230021",
            "830000199201300022",
        ];
        assert!(samples.iter().any(|text| CertificateNumber::parse(kind, text).is_ok()), "{kind}");
    }
}

proptest! {
    #[test]
    fn sampled_numbers_are_valid_and_read_back(seed: u64, offset in 0_i64..40_000) {
        let birth = day("1900-01-01") + chrono::TimeDelta::days(offset);
        let id = sample::resident_id(seed, birth);
        prop_assert_eq!(id.birth_date(), birth);
        prop_assert_eq!(&id.to_string().parse::<ResidentId>().unwrap(), &id);
        let code = sample::unified_code(seed);
        prop_assert_eq!(&code.grouped().parse::<UnifiedCode>().unwrap(), &code);
    }

    #[test]
    fn any_single_change_is_noticed(seed: u64, offset in 0_i64..40_000, at in 0_usize..18, to in 0_usize..31) {
        let alphabet = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
        let id = sample::resident_id(seed, day("1900-01-01") + chrono::TimeDelta::days(offset));
        let code = sample::unified_code(seed);
        for (text, is_valid) in [
            (id.as_str(), (|text| ResidentId::parse(text).is_ok()) as fn(&str) -> bool),
            (code.as_str(), |text| UnifiedCode::parse(text).is_ok()),
        ] {
            let mut changed = text.as_bytes().to_vec();
            changed[at] = alphabet[to];
            let changed = String::from_utf8(changed).unwrap();
            prop_assert_eq!(is_valid(&changed), changed == text, "{} → {}", text, changed);
        }
    }

    #[test]
    fn masks_show_eight_characters_at_most(seed: u64, text in "[A-Z0-9]{5,20}") {
        let id = sample::resident_id(seed, day("1990-01-01"));
        prop_assert_eq!(id.masked().chars().filter(|c| *c != '*').count(), 8);
        prop_assert!(!id.masked().contains("19900101"));
        let passport = Passport::parse(&text).unwrap();
        prop_assert_eq!(passport.masked().chars().filter(|c| *c != '*').count(), 3);
    }

    #[test]
    fn nothing_typed_can_break_a_parser(text in ".{0,40}") {
        for &kind in CertificateType::ALL {
            let _ = CertificateNumber::parse(kind, &text);
        }
        let _ = PersonName::parse(&text);
    }
}
