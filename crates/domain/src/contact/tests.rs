use proptest::prelude::*;

use super::*;
use crate::sample;

#[test]
fn mobiles_are_read_as_people_write_them() {
    for text in [
        "13800000001",
        "138 0000 0001",
        "+86 138-0000-0001",
        "8613800000001",
        "１３８００００0001",
        "008613800000001",
    ] {
        let mobile = Mobile::parse(text).unwrap();
        assert_eq!(mobile.as_str(), "13800000001", "{text}");
    }
    let mobile = Mobile::parse("13800000001").unwrap();
    assert_eq!((mobile.masked(), mobile.grouped()), ("138****0001".to_owned(), "138 0000 0001".to_owned()));
    assert_eq!(format!("{mobile:?}"), "Mobile(138****0001)");
}

#[test]
fn mobiles_that_are_none_say_why() {
    let code = |text: &str| Mobile::parse(text).unwrap_err().code;
    assert_eq!(code("1380000000"), "mobile-length");
    assert_eq!(code("12800000001"), "mobile-format");
    assert_eq!(code("01012345678"), "mobile-is-landline");
    assert_eq!(code("1380000000a"), "mobile-format");
    assert_eq!(code(""), "mobile-length");
}

#[test]
fn some_segments_may_not_receive_messages() {
    let segment = |text: &str| Mobile::parse(text).unwrap().segment_warning();
    assert_eq!(segment("17012345678"), Some(SegmentWarning::VirtualOperator));
    assert_eq!(segment("14412345678"), Some(SegmentWarning::MachineCard));
    assert_eq!(segment("13491234567"), Some(SegmentWarning::Satellite));
    assert_eq!(segment("13481234567"), None);
    assert_eq!(serde_json::to_string(&SegmentWarning::MachineCard).unwrap(), "\"machine-card\"");
}

#[test]
fn landlines_are_stored_with_dashes() {
    for (text, stored) in [
        ("010-12345678", "010-12345678"),
        ("(010) 1234 5678", "010-12345678"),
        ("01012345678", "010-12345678"),
        ("0512-12345678转801", "0512-12345678-801"),
        ("0512-12345678-801", "0512-12345678-801"),
        ("05121234567 ext. 8", "0512-1234567-8"),
        ("+86-10-12345678", "010-12345678"),
        ("+86 021 12345678-22", "021-12345678-22"),
        ("０２１－１２３４５６７８", "021-12345678"),
    ] {
        assert_eq!(Landline::parse(text).map(|number| number.to_string()), Ok(stored.to_owned()), "{text}");
    }
    let landline = Landline::parse("010-12345678-9").unwrap();
    assert_eq!((landline.area_code(), landline.masked()), ("010", "010-******78".to_owned()));
}

#[test]
fn landlines_that_are_none_say_why() {
    let code = |text: &str| Landline::parse(text).unwrap_err().code;
    assert_eq!(code("13800000001"), "landline-is-mobile");
    assert_eq!(code("400-123-4567"), "landline-service-number");
    assert_eq!(code("12345678"), "landline-area-code");
    assert_eq!(code("010-123456"), "landline-length");
    assert_eq!(code("010-12345678转1234567"), "landline-extension");
    assert_eq!(code("电话010-12345678"), "landline-characters");
    assert_eq!(code(""), "landline-area-code");
    assert_eq!(code("0012345678"), "landline-area-code");
}

#[test]
fn mails_have_one_at_sign_and_a_real_domain() {
    let email = Email::parse(" Zhang.San@EXAMPLE.cn ").unwrap();
    assert_eq!((email.as_str(), email.domain()), ("Zhang.San@example.cn", "example.cn"));
    assert_eq!(
        (email.masked(), format!("{email:?}")),
        ("Z***@example.cn".into(), "Email(Z***@example.cn)".into())
    );
    assert_eq!(Email::parse("a@示例.中国").unwrap().as_str(), "a@xn--fsq092h.xn--fiqs8s");
    let code = |text: &str| Email::parse(text).unwrap_err().code;
    assert_eq!(code("a.example.cn"), "email-at-sign");
    assert_eq!(code("a@b@example.cn"), "email-at-sign");
    assert_eq!(code(".a@example.cn"), "email-characters");
    assert_eq!(code("张三@example.cn"), "email-characters");
    assert_eq!(code("a@localhost"), "email-domain");
    assert_eq!(code("a@-.cn"), "email-domain");
    assert_eq!(code("a@b.c"), "email-length");
}

proptest! {
    #[test]
    fn written_numbers_read_back(seed: u64, area in "0(10|2[0-9]|[3-9][1-9][0-9])", local in "[2-8][0-9]{6,7}") {
        let mobile = sample::mobile(seed);
        prop_assert_eq!(&mobile.grouped().parse::<Mobile>().unwrap(), &mobile);
        prop_assert_eq!(mobile.masked().matches('*').count(), 4);
        let landline = Landline::parse(&format!("{area}{local}")).unwrap();
        prop_assert_eq!(landline.as_str(), format!("{area}-{local}"));
        prop_assert_eq!(&landline.to_string().parse::<Landline>().unwrap(), &landline);
    }

    #[test]
    fn nothing_typed_can_break_a_parser(text in ".{0,40}") {
        let _ = Mobile::parse(&text);
        let _ = Email::parse(&text);
        if let Ok(landline) = Landline::parse(&text) {
            prop_assert_eq!(&landline.to_string().parse::<Landline>().unwrap(), &landline);
        }
    }
}
