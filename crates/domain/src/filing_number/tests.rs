use proptest::prelude::*;

use super::*;
use crate::region::Province;

#[test]
fn numbers_are_read_as_the_register_writes_them() {
    let subject = SubjectNumber::parse("京ICP备16020626号").unwrap();
    assert_eq!(
        (subject.province(), subject.serial(), subject.year()),
        (Province::Beijing, "16020626", Some(2016))
    );
    assert_eq!(SubjectNumber::parse("陇ICP备2021003158号").unwrap().year(), Some(2021));
    for (text, sequence, kind) in [
        ("京ICP备16020626号-8", 8, ServiceKind::Website),
        ("京ICP备04000001号-2A", 2, ServiceKind::App),
        ("京ICP备04000001号-3X", 3, ServiceKind::MiniProgram),
        ("京ICP备04000001号-4K", 4, ServiceKind::QuickApp),
    ] {
        let number = ServiceNumber::parse(text).unwrap();
        assert_eq!((number.as_str(), number.sequence(), number.kind()), (text, sequence, kind));
        assert_eq!(ServiceNumber::new(&number.subject(), sequence, kind), number);
    }
}

#[test]
fn width_blanks_capitals_and_traditional_characters_do_not_matter() {
    let number = ServiceNumber::parse(" 京icp備 １６０２０６２６ 號－８ａ ").unwrap();
    assert_eq!(number.as_str(), "京ICP备16020626号-8A");
}

#[test]
fn corrections_are_warned_of_and_refused_when_strict() {
    use NumberWarning as W;
    for (text, read, warning, code) in [
        ("京ICP备16020626", "京ICP备16020626号", W::HaoMissing, "filing-number-hao-missing"),
        ("京ICP备16020626-1", "京ICP备16020626号-1", W::HaoMissing, "filing-number-hao-missing"),
        ("京ICP备16020626-1号", "京ICP备16020626号-1", W::HaoMisplaced, "filing-number-hao-misplaced"),
        ("甘ICP备17001719号-1", "陇ICP备17001719号-1", W::AlternatePrefix, "filing-number-alternate-prefix"),
        (
            "贵ICP备2021004806号-1",
            "黔ICP备2021004806号-1",
            W::AlternatePrefix,
            "filing-number-alternate-prefix",
        ),
        (
            "京公网安备11010102001402",
            "京公网安备11010102001402号",
            W::HaoMissing,
            "filing-number-hao-missing",
        ),
    ] {
        let (number, warnings) = FilingNumber::parse_lenient(text).unwrap();
        assert_eq!((number.as_str(), warnings.as_slice()), (read, [warning].as_slice()), "{text}");
        let strict = FilingNumber::parse(text).unwrap_err();
        assert_eq!((strict.code, strict.facts["expected"].as_str()), (code, read));
    }
}

#[test]
fn odd_but_genuine_numbers_pass_with_a_warning() {
    for (text, warning) in [
        ("京ICP备050001号", NumberWarning::LegacySerial),
        ("京ICP备1999000001号", NumberWarning::SerialYear),
        ("京公网安备1101010200140号", NumberWarning::PoliceDigits),
    ] {
        let (number, warnings) = FilingNumber::parse_lenient(text).unwrap();
        assert_eq!((number.as_str(), warnings.as_slice()), (text, [warning].as_slice()));
        assert_eq!(FilingNumber::parse(text).unwrap(), number);
    }
}

#[test]
fn numbers_that_are_none_say_why() {
    let code = |text: &str| FilingNumber::parse_lenient(text).unwrap_err().code;
    assert_eq!(code("示例"), "filing-number-form");
    assert_eq!(code("台ICP备16020626号"), "filing-number-prefix");
    assert_eq!(code("ICP备16020626号"), "filing-number-prefix");
    assert_eq!(code("京ICP备1602062号"), "filing-number-serial");
    assert_eq!(code("京ICP备16020626号-0"), "filing-number-sequence");
    assert_eq!(code("京ICP备16020626号-1B"), "filing-number-sequence");
    assert_eq!(code("京ICP备16020626号-"), "filing-number-sequence");
    assert_eq!(code("京ICP备16020626号-4294967296"), "filing-number-sequence");
    assert_eq!(code("京公网安备110101号"), "police-number-form");
    assert_eq!(code("京公网安备44030002000001号"), "police-number-region");
    assert_eq!(SubjectNumber::parse("京ICP备16020626号-1").unwrap_err().code, "filing-number-sequence");
    assert_eq!(ServiceNumber::parse("京ICP备16020626号").unwrap_err().code, "filing-number-sequence");
}

#[test]
fn licences_stand_in_for_filing_numbers() {
    for (text, province, service) in [
        ("粤B2-20090059", Some(Province::Guangdong), None),
        ("浙B2-20080224-1", Some(Province::Zhejiang), Some((1, ServiceKind::Website))),
        ("粤B2-20090059-1626X", Some(Province::Guangdong), Some((1626, ServiceKind::MiniProgram))),
        ("B2-20080101", None, None),
        ("合字B2-20080101", None, None),
        ("京ICP证030173号", Some(Province::Beijing), None),
        ("京ICP证030173号-1", Some(Province::Beijing), Some((1, ServiceKind::Website))),
    ] {
        let number = LicenceNumber::parse(text).unwrap();
        assert_eq!((number.as_str(), number.province(), number.service()), (text, province, service));
        assert_eq!(FilingNumber::parse(text).unwrap(), FilingNumber::Licence(number));
    }
    assert_eq!(LicenceNumber::parse("粤B2-2009").unwrap_err().code, "filing-number-serial");
    assert_eq!(LicenceNumber::parse("京ICP证0301号").unwrap_err().code, "filing-number-serial");
    assert_eq!(LicenceNumber::parse("粤B3-20090059").unwrap_err().code, "filing-number-form");
}

#[test]
fn police_numbers_name_their_region() {
    for (text, region) in [
        ("京公网安备 11010102001402号", "110101"),
        ("苏公网安备 32011302320662号", "320113"),
        ("粤公网安备 44030002000001号", "440300"),
        ("浙公网安备 33010602009975号", "330106"),
    ] {
        let number = PoliceNumber::parse(text).unwrap();
        assert_eq!((number.region_code().as_str(), number.to_string()), (region, text.replace(' ', "")));
    }
}

#[test]
fn kinds_have_codes_and_slugs() {
    for &kind in ServiceKind::ALL {
        assert_eq!(ServiceKind::from_code(kind.code()), Some(kind));
        assert_eq!(ServiceKind::from_slug(kind.slug()), Some(kind));
    }
    assert_eq!(ServiceKind::from_code(2), None);
}

proptest! {
    #[test]
    fn written_numbers_read_back(province in 0_usize..31, serial in "([0-9]{8}|20[2-9][0-9]{7})", n in 1_u32.., kind in 0_usize..4) {
        let subject = SubjectNumber::parse(&format!("{}ICP备{serial}号", Province::ALL[province].prefix())).unwrap();
        prop_assert_eq!((subject.province(), subject.serial()), (Province::ALL[province], serial.as_str()));
        let service = ServiceNumber::new(&subject, n, ServiceKind::ALL[kind]);
        let json = serde_json::to_string(&service).unwrap();
        let back: ServiceNumber = serde_json::from_str(&json).unwrap();
        prop_assert_eq!((back.subject(), back.sequence(), back.kind()), (subject, n, ServiceKind::ALL[kind]));
    }

    #[test]
    fn what_is_corrected_once_needs_no_more_correction(text in "[京甘台]?(ICP备|icp備|公网安备|B2-|ICP证)[0-9]{0,15}号?(-[0-9]{0,3}[AXKB]?)?号?") {
        if let Ok((number, _)) = FilingNumber::parse_lenient(&text) {
            prop_assert_eq!(FilingNumber::parse(number.as_str()).unwrap(), number);
        }
    }
}
