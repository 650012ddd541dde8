//! Certificates in every spelling and with every kind of key, against `openssl`.

use beian_inspect::Likeness;
use beian_inspect::Refusal;
use beian_inspect::facts::{Certificate, KeyKind, Kind, Platform, Scheme, Why};
use beian_inspect::spelling::{SpellingName, asked_by, spelling, spellings};

use super::tools::{Place, counting, read, subjects};

/// Compares every value of a certificate with what `openssl` says of the same file.
pub fn assert_same(place: &Place, file: &str, certificate: &Certificate) {
    let say = |what: &str| place.openssl(&format!("x509 -in {file} -noout {what}"));
    let value = |what: &str| say(what).split_once('=').unwrap().1.trim().to_owned();
    let spelt = |name| spelling(certificate, name).unwrap();
    for (digest, plain, colons) in [
        ("-md5", SpellingName::Md5, SpellingName::Md5Colons),
        ("-sha1", SpellingName::Sha1, SpellingName::Sha1Colons),
        ("-sha256", SpellingName::Sha256, SpellingName::Sha256Colons),
    ] {
        let printed = value(&format!("-fingerprint {digest}"));
        assert_eq!(spelt(colons), printed);
        assert_eq!(spelt(plain), printed.replace(':', "").to_lowercase());
    }
    assert_eq!(certificate.subject, value("-subject -nameopt RFC2253,-esc_msb,utf8"));
    assert_eq!(certificate.issuer, value("-issuer -nameopt RFC2253,-esc_msb,utf8"));
    assert_eq!(certificate.serial, value("-serial").to_lowercase().trim_start_matches('0'));
    let date = |date: chrono::DateTime<chrono::Utc>| date.format("%Y-%m-%d %H:%M:%SZ").to_string();
    assert_eq!(date(certificate.not_before), value("-startdate -dateopt iso_8601"));
    assert_eq!(date(certificate.not_after), value("-enddate -dateopt iso_8601"));
    let pem = say("-pubkey");
    assert_eq!(spelt(SpellingName::KeyPem), pem);
    place.write("key.pem", pem.as_bytes());
    place.openssl("pkey -pubin -in key.pem -outform DER -out key.der");
    assert_eq!(spelt(SpellingName::KeyHex), hex::encode(place.bytes("key.der")));
    let text = say("-text");
    let algorithm = text.split("Signature Algorithm: ").nth(1).unwrap().lines().next().unwrap().trim();
    let same = |name: &str| name.replace('_', "-").to_lowercase().trim_start_matches("id-").to_owned();
    assert_eq!(same(&certificate.signature_algorithm), same(algorithm));
}

#[test]
fn rsa_keys_are_spelt_as_openssl_spells_them() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    for bits in [1024, 2048, 4096] {
        place.openssl(&format!(
            "req -x509 -newkey rsa:{bits} -nodes -keyout a.key -out a.pem -subj /CN=App -days 9"
        ));
        let facts = read(&place.bytes("a.pem"), None).unwrap();
        let certificate = counting(&facts);
        assert_same(&place, "a.pem", certificate);
        let spelt = |name| spelling(certificate, name).unwrap();
        let modulus = place.openssl("x509 -in a.pem -noout -modulus");
        assert_eq!(format!("Modulus={}", spelt(SpellingName::ModulusHex)), modulus);
        assert_eq!(spelt(SpellingName::Exponent), "65537");
        let decimal =
            num_bigint::BigUint::parse_bytes(spelt(SpellingName::ModulusHex).as_bytes(), 16).unwrap();
        assert_eq!(spelt(SpellingName::ModulusDecimal), decimal.to_string());
        place.openssl("rsa -in a.key -RSAPublicKey_out -outform DER -out pkcs1.der");
        assert_eq!(spelt(SpellingName::KeyBits), hex::encode(place.bytes("pkcs1.der")));
        assert!(matches!(certificate.key.kind, KeyKind::Rsa { bits: read, .. } if read == bits));
        assert_eq!(spelling(certificate, SpellingName::Point), None);
    }
}

#[test]
fn ec_keys_have_a_curve_and_a_point() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    for (asked, name) in [
        ("prime256v1", "P-256"),
        ("secp384r1", "P-384"),
        ("secp521r1", "P-521"),
        ("secp256k1", "secp256k1"),
        ("brainpoolP256r1", "1.3.36.3.3.2.8.1.1.7"),
    ] {
        place.openssl(&format!(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:{asked} -nodes -keyout a.key -out a.pem -subj /CN=App -days 9"
        ));
        let facts = read(&place.bytes("a.pem"), None).unwrap();
        let certificate = counting(&facts);
        assert_same(&place, "a.pem", certificate);
        assert!(matches!(&certificate.key.kind, KeyKind::Ec { curve, .. } if curve == name));
        let text = place.openssl("ec -in a.key -noout -text");
        let point: String =
            text.split("pub:").nth(1).unwrap().split("ASN1").next().unwrap().split_whitespace().collect();
        assert_eq!(spelling(certificate, SpellingName::Point).unwrap(), point.replace(':', ""));
        assert_eq!(spelling(certificate, SpellingName::ModulusHex), None);
    }
}

#[test]
fn sm2_keys_are_read_where_openssl_makes_them() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 -out a.key");
    place.openssl(
        "req -x509 -sm3 -key a.key -out a.pem -subj /CN=App -days 9 -sigopt distid:1234567812345678",
    );
    let facts = read(&place.bytes("a.pem"), None).unwrap();
    let certificate = counting(&facts);
    assert_same(&place, "a.pem", certificate);
    assert!(matches!(&certificate.key.kind, KeyKind::Ec { curve, .. } if curve == "sm2"));
    assert_eq!(certificate.signature_algorithm, "SM2-with-SM3");
}

#[test]
fn dsa_and_other_keys_are_read_too() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.openssl("dsaparam -out parameters 1024");
    place.openssl("req -x509 -newkey dsa:parameters -nodes -keyout a.key -out a.pem -subj /CN=App -days 9");
    let facts = read(&place.bytes("a.pem"), None).unwrap();
    assert_same(&place, "a.pem", counting(&facts));
    assert!(matches!(counting(&facts).key.kind, KeyKind::Dsa { bits: 1024, .. }));
    place.openssl("req -x509 -newkey ed25519 -nodes -keyout a.key -out a.pem -subj /CN=App -days 9");
    let facts = read(&place.bytes("a.pem"), None).unwrap();
    assert_same(&place, "a.pem", counting(&facts));
    assert!(matches!(&counting(&facts).key.kind, KeyKind::Other { oid } if oid == "1.3.101.112"));
}

#[test]
fn names_are_spelt_as_rfc_4514_has_them() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout a.key -out a.pem -days 20000 -utf8 \
         -subj /C=CN/ST=广东省/L=深圳市/O=示例,科技+有限公司/OU=\u{a0}App\u{a0}/CN=示例",
    );
    let facts = read(&place.bytes("a.pem"), None).unwrap();
    assert_same(&place, "a.pem", counting(&facts));
    assert!(counting(&facts).subject.starts_with("CN=示例,"));
}

#[test]
fn the_leaf_is_found_in_every_order_and_spelling() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.chain();
    let expected = ["C=CN,O=Example,CN=Example Release", "C=CN,CN=Middle", "C=CN,CN=Root"];
    let pem = |name: &str| String::from_utf8(place.bytes(&format!("{name}.pem"))).unwrap();
    for order in [["leaf", "middle", "root"], ["root", "middle", "leaf"], ["middle", "leaf", "root"]] {
        let text = format!("Bag Attributes\n  friendlyName: 示例\n{}", order.map(pem).join("\nsome text\n"));
        let facts = read(text.as_bytes(), None).unwrap();
        assert_eq!(facts.signing.counts, Some((0, Why::Leaf)));
        assert_eq!(subjects(&facts.signing.signers[0].chain), expected);
        assert_same(&place, "leaf.pem", counting(&facts));
        let files = order.map(|name| format!("-certfile {name}.pem")).join(" ");
        place.openssl(&format!("crl2pkcs7 -nocrl {files} -outform DER -out a.p7b"));
        place.openssl(&format!("crl2pkcs7 -nocrl {files} -out a.pem"));
        for file in ["a.p7b", "a.pem"] {
            let facts = read(&place.bytes(file), None).unwrap();
            assert_eq!((facts.kind, facts.platform), (Kind::Certificates, None));
            assert_eq!(facts.signing.signers[0].scheme, Scheme::Bare);
            assert_eq!(subjects(&facts.signing.signers[0].chain), expected);
        }
    }
    place.openssl("x509 -in leaf.pem -outform DER -out leaf.cer");
    let facts = read(&place.bytes("leaf.cer"), None).unwrap();
    assert_eq!(facts.signing.counts, Some((0, Why::Only)));
    assert_same(&place, "leaf.pem", counting(&facts));
}

#[test]
fn two_chains_are_two_signers() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.chain();
    place.openssl("req -x509 -newkey rsa:2048 -nodes -keyout b.key -out b.pem -subj /CN=Other -days 9");
    let both = [place.bytes("b.pem"), place.bytes("leaf.pem")].concat();
    let facts = read(&both, None).unwrap();
    assert_eq!(facts.signing.signers.len(), 2);
    assert_eq!(facts.signing.counts, Some((0, Why::FirstOfSeveral)));
}

#[test]
fn what_is_no_certificate_is_told_apart() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.openssl("req -new -newkey rsa:2048 -nodes -keyout a.key -out a.csr -subj /CN=App");
    place.openssl("req -in a.csr -outform DER -out a.csr.der");
    place.openssl("rsa -in a.key -traditional -out pkcs1.pem");
    place.openssl("rsa -in a.key -traditional -outform DER -out pkcs1.der");
    place.openssl("pkcs8 -in a.key -topk8 -nocrypt -outform DER -out pkcs8.der");
    place.openssl("pkcs8 -in a.key -topk8 -passout pass:geheim -outform DER -out pkcs8.encrypted");
    place.openssl("ecparam -name prime256v1 -genkey -noout -outform DER -out sec1.der");
    for (file, looks_like) in [
        ("a.csr", Likeness::CertificateRequest),
        ("a.csr.der", Likeness::CertificateRequest),
        ("a.key", Likeness::PrivateKey),
        ("pkcs1.pem", Likeness::PrivateKey),
        ("pkcs1.der", Likeness::PrivateKey),
        ("pkcs8.der", Likeness::PrivateKey),
        ("pkcs8.encrypted", Likeness::PrivateKey),
        ("sec1.der", Likeness::PrivateKey),
    ] {
        assert_eq!(read(&place.bytes(file), None), Err(Refusal::NotAPackage { looks_like }), "{file}");
    }
    place.openssl("pkey -in a.key -pubout -out public.pem");
    let without = Refusal::Incomplete { part: "certificate".to_owned() };
    assert_eq!(read(&place.bytes("public.pem"), None), Err(without));
}

#[test]
fn every_spelling_has_a_name_and_every_platform_asks_for_some() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.openssl("req -x509 -newkey rsa:2048 -nodes -keyout a.key -out a.pem -subj /CN=App -days 9");
    let facts = read(&place.bytes("a.pem"), None).unwrap();
    let all = spellings(counting(&facts));
    assert_eq!(all.len(), SpellingName::ALL.len() - 1);
    for one in &all {
        let json = serde_json::to_value(one.name).unwrap();
        assert_eq!(json, one.name.slug());
    }
    for platform in [Platform::Android, Platform::Ios, Platform::HarmonyOs] {
        let asked = asked_by(platform);
        let fingerprint = spelling(counting(&facts), asked.fingerprint[0]).unwrap();
        assert!(fingerprint.chars().all(|digit| digit.is_ascii_hexdigit() && !digit.is_ascii_uppercase()));
        assert!(asked.public_key.iter().any(|name| spelling(counting(&facts), *name).is_some()));
    }
}
