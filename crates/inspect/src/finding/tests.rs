//! Every finding, found where it belongs and not found beside it.

use chrono::TimeZone as _;

use super::*;
use crate::facts::{
    App, Certificate, Fingerprints, Icon, KeyKind, Kind, Label, PublicKey, Signer, Signing, Why,
};

fn day(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, 0, 0, 0).single().unwrap()
}

fn now() -> DateTime<Utc> {
    day(2026, 11, 26)
}

/// What stands before the modulus in a public key of 2,048 bits (RFC 5280, RFC 8017).
const RSA_2048: [u8; 33] = [
    0x30, 0x82, 0x01, 0x22, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01,
    0x05, 0x00, 0x03, 0x82, 0x01, 0x0f, 0x00, 0x30, 0x82, 0x01, 0x0a, 0x02, 0x82, 0x01, 0x01, 0x00,
];

/// An invented certificate; `seed` makes every value its own.
fn certificate(seed: u8, subject: &str) -> Certificate {
    let digits = |count: usize| format!("{seed:02x}").repeat(count / 2);
    let modulus = vec![seed; 256];
    Certificate {
        der: vec![seed; 8],
        subject: subject.to_owned(),
        issuer: subject.to_owned(),
        serial: "1".to_owned(),
        not_before: day(2024, 1, 1),
        not_after: day(2049, 1, 1),
        signature_algorithm: "sha256WithRSAEncryption".to_owned(),
        fingerprints: Fingerprints { md5: digits(32), sha1: digits(40), sha256: digits(64) },
        key: PublicKey {
            der: [&RSA_2048[..], &modulus, &[2, 3, 1, 0, 1]].concat(),
            kind: KeyKind::Rsa { bits: 2_048, modulus, exponent: vec![1, 0, 1] },
        },
    }
}

fn signer(scheme: Scheme, chain: &[Certificate]) -> Signer {
    Signer {
        scheme,
        name: String::new(),
        chain: chain.to_vec(),
        lineage: Vec::new(),
        from_system: None,
        to_system: None,
    }
}

const OWNER: &str = "CN=示例科技,O=杭州示例科技有限公司,C=CN";

/// A package with which nothing is wrong.
fn good() -> Facts {
    let icon = Icon {
        entry: "res/icon.png".to_owned(),
        original: (192, 192),
        size: (192, 192),
        media_type: "image/png",
        picture: vec![0],
    };
    let app = App {
        id: "cn.example.tea".to_owned(),
        label: Some("示例茶铺".to_owned()),
        labels: vec![Label { language: "en".to_owned(), text: "Sample Tea".to_owned() }],
        icon: Some(icon),
        ..App::default()
    };
    let own = certificate(0xab, OWNER);
    let signers = vec![signer(Scheme::Jar, std::slice::from_ref(&own)), signer(Scheme::V2, &[own])];
    Facts {
        kind: Kind::Apk,
        platform: Some(Platform::Android),
        size: 1,
        app: Some(app),
        signing: Signing { signers, counts: Some((1, Why::AllAgree)), ..Signing::default() },
    }
}

fn codes(facts: &Facts, expected: &Expected) -> Vec<&'static str> {
    judge(facts, expected, now()).iter().map(Finding::code).collect()
}

/// The codes for a good package after one change.
fn after(change: impl FnOnce(&mut Facts)) -> Vec<&'static str> {
    let mut facts = good();
    change(&mut facts);
    codes(&facts, &Expected::default())
}

fn app(facts: &mut Facts) -> &mut App {
    facts.app.as_mut().unwrap()
}

fn own(facts: &mut Facts) -> &mut Certificate {
    facts.signing.signers[1].chain.first_mut().unwrap()
}

/// The findings for a good package when this was filed.
fn filed(document: &str) -> Vec<Finding> {
    judge(&good(), &serde_json::from_str(document).unwrap(), now())
}

fn filed_fingerprint(typed: &str) -> Vec<Finding> {
    filed(&format!(r#"{{"platforms":[{{"certificate_fingerprint":"{typed}"}}]}}"#))
}

fn none() -> Vec<Finding> {
    Vec::new()
}

#[test]
fn the_list_of_findings() {
    let lines = Finding::ALL.iter().map(|(code, severity)| format!("{severity:?} {code}\n"));
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn nothing_is_said_of_a_good_package() {
    assert_eq!(codes(&good(), &Expected::default()), [""; 0]);
}

#[test]
fn who_signed() {
    assert_eq!(after(|facts| facts.signing = Signing::default()), ["unsigned"]);
    assert_eq!(after(|facts| facts.signing.store_copy = true), ["store-signed"]);
    let copy = after(|facts| facts.signing = Signing { store_copy: true, ..Signing::default() });
    assert_eq!(copy, ["store-copy"]);
    let subject = |subject: &'static str| after(|facts| own(facts).subject = subject.to_owned());
    assert_eq!(subject("C=US,O=Android,CN=Android Debug"), ["debug-certificate"]);
    assert_eq!(subject("CN=Android Debugger Tools,O=示例"), [""; 0]);
    assert_eq!(
        subject("EMAIL=android@android.com,CN=Android,OU=Android,O=Android,L=Mountain View"),
        ["debug-certificate"]
    );
    assert_eq!(subject("UID=1,CN=Apple Development: 示例 (ABCDE12345),C=CN"), ["development"]);
    assert_eq!(subject("UID=1,CN=Apple Distribution: 示例 (ABCDE12345),C=CN"), [""; 0]);
    let purpose = |purpose| after(|facts| facts.signing.purpose = Some(purpose));
    assert_eq!(purpose(Purpose::Development), ["development"]);
    assert_eq!(purpose(Purpose::AdHoc), ["limited-profile"]);
    assert_eq!(purpose(Purpose::Enterprise), ["limited-profile"]);
    assert_eq!(purpose(Purpose::Distribution), [""; 0]);
    assert_eq!(after(|facts| facts.kind = Kind::Aab), ["upload-key"]);
}

#[test]
fn until_when() {
    let until = |end| after(|facts| own(facts).not_after = end);
    assert_eq!(until(day(2026, 11, 25)), ["expired"]);
    assert_eq!(until(day(2027, 2, 23)), ["expires-soon"]);
    assert_eq!(until(day(2027, 2, 24)), [""; 0]);
    assert_eq!(after(|facts| own(facts).not_before = day(2026, 11, 27)), ["not-yet-valid"]);
    assert_eq!(after(|facts| facts.signing.profile_until = Some(day(2026, 11, 1))), ["profile-expired"]);
    assert_eq!(after(|facts| facts.signing.profile_until = Some(day(2027, 11, 1))), [""; 0]);
}

#[test]
fn by_which_schemes() {
    let only_jar = after(|facts| {
        facts.signing.signers.truncate(1);
        facts.signing.counts = Some((0, Why::Only));
    });
    assert_eq!(only_jar, ["only-jar"]);
    let several = |facts: &mut Facts| {
        facts.signing.signers.push(signer(Scheme::V2, &[certificate(0xcd, "CN=B")]));
        facts.signing.counts = Some((1, Why::FirstOfSeveral));
    };
    let mut facts = good();
    several(&mut facts);
    assert_eq!(judge(&facts, &Expected::default(), now()), [Finding::SeveralSigners { count: 2 }]);
    facts.signing.signers[0].chain = vec![certificate(0xcd, "CN=B")];
    facts.signing.signers.truncate(2);
    facts.signing.counts = Some((1, Why::NewestScheme));
    let others = vec![Dissent { scheme: Scheme::Jar, sha1: "cd".repeat(20) }];
    assert_eq!(judge(&facts, &Expected::default(), now()), [Finding::SchemesDisagree { others }]);
    let rotated = after(|facts| {
        facts.signing.signers[1].lineage = vec![certificate(1, "CN=A")];
        facts.signing.counts = Some((1, Why::Rotated));
    });
    assert_eq!(rotated, ["rotated"]);
    assert_eq!(after(|facts| facts.signing.unknown_schemes = vec![0x1234]), ["unknown-scheme"]);
}

#[test]
fn how_strong() {
    let bits = |bits| {
        after(|facts| {
            own(facts).key.kind = KeyKind::Rsa { bits, modulus: vec![1], exponent: vec![3] };
        })
    };
    assert_eq!(bits(1_024), ["weak-key"]);
    assert_eq!(bits(2_048), [""; 0]);
    let algorithm = |name: &'static str| after(|facts| own(facts).signature_algorithm = name.to_owned());
    assert_eq!(algorithm("md5WithRSAEncryption"), ["weak-signature"]);
    assert_eq!(algorithm("sha1WithRSAEncryption"), [""; 0]);
}

#[test]
fn the_app_itself() {
    assert_eq!(after(|facts| app(facts).debuggable = true), ["debuggable"]);
    assert_eq!(after(|facts| app(facts).icon = None), ["icon-missing"]);
    assert_eq!(after(|facts| app(facts).label = None), ["name-missing"]);
    let label = |label: &'static str| after(|facts| app(facts).label = Some(label.to_owned()));
    assert_eq!(label(" "), ["name-missing"]);
    assert_eq!(label("My Application"), ["name-placeholder"]);
    assert_eq!(label("My Application for Tea"), [""; 0]);
    assert_eq!(label("示例茶铺🍵"), ["name-emoji"]);
    assert_eq!(after(|facts| facts.app = None), [""; 0]);
}

#[test]
fn the_name_that_was_filed() {
    assert_eq!(filed(r#"{"name":"示例茶铺"}"#), none());
    assert_eq!(filed(r#"{"name":"Sample Tea"}"#), none());
    assert_eq!(filed(r#"{"name":" "}"#), none());
    let nearly = Finding::NameNearly { filed: "ＳＡＭＰＬＥ tea".into(), label: "Sample Tea".into() };
    assert_eq!(filed(r#"{"name":"ＳＡＭＰＬＥ tea"}"#), [nearly]);
    let differs = Finding::NameDiffers { filed: "示例咖啡".into(), label: "示例茶铺".into() };
    assert_eq!(filed(r#"{"name":"示例咖啡"}"#), [differs]);
}

#[test]
fn the_package_and_platform_that_were_filed() {
    assert_eq!(filed(r#"{"platforms":[{"platform":"android","package_name":"cn.example.tea"}]}"#), none());
    let differs = |filed: &str, nearly| Finding::PackageNameDiffers {
        filed: filed.to_owned(),
        found: "cn.example.tea".to_owned(),
        nearly,
    };
    let found = filed(r#"{"platforms":[{"package_name":"cn.example.coffee"}]}"#);
    assert_eq!(found, [differs("cn.example.coffee", false)]);
    assert_eq!(
        filed(r#"{"platforms":[{"package_name":"cn.Example.tea"}]}"#),
        [differs("cn.Example.tea", true)]
    );
    // Of two packages of one platform the one with this name is meant.
    let two = r#"{"platforms":[{"platform":"android","package_name":"cn.example.coffee"},
        {"platform":"android","package_name":"cn.example.tea"}]}"#;
    assert_eq!(filed(two), none());
    let wrong = Finding::WrongPlatform { filed: vec![Platform::Ios], found: Platform::Android };
    assert_eq!(filed(r#"{"platforms":[{"platform":"ios","package_name":"x"}]}"#), [wrong]);
}

#[test]
fn the_fingerprint_that_was_filed() {
    let (md5, sha1) = ("ab".repeat(16), "ab".repeat(20));
    assert_eq!(filed_fingerprint(&md5), none());
    let colons = |capital: bool| {
        let pair = if capital { "AB" } else { "ab" };
        vec![pair; 16].join(":")
    };
    let separated = [Finding::FingerprintSeparated { wanted: md5.clone() }];
    assert_eq!(filed_fingerprint(&colons(true)), separated);
    assert_eq!(filed_fingerprint(&format!("MD5: {}", colons(false))), separated);
    let capitals = [Finding::FingerprintCapitals { wanted: md5.clone() }];
    assert_eq!(filed_fingerprint(&md5.to_uppercase()), capitals);
    let other_digest = Finding::FingerprintOtherDigest {
        digest: Digest::Sha1,
        wanted_digest: Digest::Md5,
        wanted: md5.clone(),
    };
    assert_eq!(filed_fingerprint(&sha1), [other_digest]);
    let differs = Finding::CertificateDiffers { filed: "cd".repeat(16), wanted: md5.clone() };
    assert_eq!(filed_fingerprint(&"cd".repeat(16)), [differs]);
    for typed in ["ab", "not a fingerprint"] {
        let shape = Finding::FingerprintShape { filed: typed.to_owned(), wanted: md5.clone() };
        assert_eq!(filed_fingerprint(typed), [shape]);
    }
}

#[test]
fn harmony_takes_either_digest() {
    let mut facts = good();
    facts.platform = Some(Platform::HarmonyOs);
    for (digits, expected) in [(16, &[][..]), (20, &[]), (32, &["fingerprint-other-digest"])] {
        let certificate_fingerprint = Some("ab".repeat(digits));
        let platform = ExpectedPlatform { certificate_fingerprint, ..ExpectedPlatform::default() };
        assert_eq!(codes(&facts, &Expected { name: None, platforms: vec![platform] }), expected);
    }
}

#[test]
fn a_fingerprint_or_key_of_another_certificate_in_the_file() {
    let mut facts = good();
    let chain = &mut facts.signing.signers[1].chain;
    chain.push(certificate(0x11, "CN=示例 CA"));
    facts.signing.signers[1].lineage = vec![certificate(0x22, "CN=旧")];
    facts.signing.signers.push(signer(Scheme::V2, &[certificate(0x33, "CN=另一个")]));
    for (seed, whose, subject) in [
        (0x11_u8, Whose::Issuer, "CN=示例 CA"),
        (0x22, Whose::Earlier, "CN=旧"),
        (0x33, Whose::OtherSigner, "CN=另一个"),
    ] {
        let digits = format!("{seed:02X}");
        let platform = ExpectedPlatform {
            certificate_fingerprint: Some(vec![digits.clone(); 20].join(":")),
            public_key: Some(digits.repeat(256)),
            ..ExpectedPlatform::default()
        };
        let expected = Expected { name: None, platforms: vec![platform] };
        let subject = subject.to_owned();
        let wanted = "ab".repeat(16);
        let wrong = [
            Finding::FingerprintOther { whose, subject: subject.clone(), wanted },
            Finding::PublicKeyOther { whose, subject },
        ];
        assert_eq!(judge(&facts, &expected, now()), wrong);
    }
}

#[test]
fn the_key_that_was_filed_in_any_spelling() {
    let key = |typed: &str| filed(&format!(r#"{{"platforms":[{{"public_key":"{typed}"}}]}}"#));
    let modulus = "ab".repeat(256);
    assert_eq!(key(&modulus), none());
    assert_eq!(key(&format!("00:{}", vec!["AB"; 256].join(":"))), none());
    let bits = format!("3082010a0282010100{modulus}0203010001");
    assert_eq!(key(&bits), none());
    assert_eq!(key(&bits[..bits.len() - 2]), [Finding::PublicKeyDiffers]);
    for spelling in crate::spelling::spellings(&certificate(0xab, OWNER)) {
        let is_key = spelling.name.slug().starts_with("key-") || spelling.name.slug().starts_with("modulus-");
        let value = spelling.value.replace('\n', "\\n");
        assert_eq!(key(&value).is_empty(), is_key, "{}", spelling.name.slug());
    }
    assert_eq!(key(&"cd".repeat(256)), [Finding::PublicKeyDiffers]);
    assert_eq!(key("neither"), [Finding::PublicKeyDiffers]);
}

#[test]
fn a_certificate_that_tells_no_platform_is_held_against_the_entry_it_fits() {
    let mut facts = good();
    (facts.platform, facts.app, facts.kind) = (None, None, Kind::Certificates);
    let fingerprint = |digits: &str, platform| ExpectedPlatform {
        platform: Some(platform),
        certificate_fingerprint: Some(digits.to_owned()),
        ..ExpectedPlatform::default()
    };
    let platforms =
        vec![fingerprint(&"cd".repeat(16), Platform::Android), fingerprint(&"ab".repeat(20), Platform::Ios)];
    assert_eq!(codes(&facts, &Expected { name: None, platforms }), [""; 0]);
}

#[test]
fn what_a_file_would_be_filed_with_agrees_with_it() {
    let own = Expected::of(&good());
    assert_eq!(codes(&good(), &own), [""; 0]);
    let again: Expected = serde_json::from_value(serde_json::to_value(&own).unwrap()).unwrap();
    assert_eq!(again, own);
    assert_eq!(own.platforms[0].certificate_fingerprint, Some("ab".repeat(16)));
}

#[test]
fn a_bare_profile_is_no_package() {
    let bare = after(|facts| {
        (facts.kind, facts.platform) = (Kind::AppleProfile, Some(Platform::Ios));
        (app(facts).label, app(facts).icon) = (None, None);
    });
    assert_eq!(bare, [""; 0]);
}

#[test]
fn an_order_document_with_a_word_we_do_not_know_is_not_taken() {
    let read = |text: &str| serde_json::from_str::<Expected>(text).map_err(|error| error.to_string());
    assert!(read(r#"{"platforms":[{"platform":"harmonyos"},{"platform":null}]}"#).is_ok());
    assert!(read(r#"{"nome":"x"}"#).unwrap_err().contains("unknown field `nome`"));
    assert!(read(r#"{"platforms":[{"sha1":"x"}]}"#).unwrap_err().contains("unknown field `sha1`"));
    assert!(read(r#"{"platforms":[{"platform":"symbian"}]}"#).unwrap_err().contains("symbian"));
}
