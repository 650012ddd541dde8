//! Keystores, by `openssl` and `keytool`, old and new.

use beian_inspect::Refusal;
use beian_inspect::facts::{Kind, Scheme, Why};

use super::keys::assert_same;
use super::tools::{Place, counting, read, subjects};

const CHAIN: [&str; 3] = ["C=CN,O=Example,CN=Example Release", "C=CN,CN=Middle", "C=CN,CN=Root"];

fn place_with_chain(tools: &[&str]) -> Option<Place> {
    let place = Place::with(tools)?;
    place.chain();
    Some(place)
}

#[test]
fn pkcs12_of_every_age_is_opened_with_its_password() {
    let Some(place) = place_with_chain(&["openssl"]) else { return };
    let with = "pkcs12 -export -inkey leaf.key -in leaf.pem -certfile others.pem -name release -out a.p12";
    for how in [
        "",
        "-macalg sha1",
        "-macalg sha512",
        "-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1",
        "-certpbe aes-128-cbc -keypbe aes-128-cbc -iter 100000",
        "-certpbe NONE -keypbe PBE-SHA1-3DES",
        "-legacy",
        "-legacy -certpbe PBE-SHA1-RC2-128",
        "-legacy -certpbe PBE-SHA1-2DES",
    ] {
        if !place.openssl_can(&format!("{with} {how} -passout pass:密码-Geheim1")) {
            assert!(how.contains("-legacy"), "openssl cannot make {how}");
            continue;
        }
        let bytes = place.bytes("a.p12");
        let facts = read(&bytes, Some("密码-Geheim1")).unwrap();
        assert_eq!(facts.kind, Kind::Pkcs12, "{how}");
        let signer = &facts.signing.signers[0];
        assert_eq!((signer.scheme, signer.name.as_str()), (Scheme::Keystore, "release"));
        assert_eq!(subjects(&signer.chain), CHAIN, "{how}");
        assert_eq!(facts.signing.counts, Some((0, Why::Only)));
        assert_same(&place, "leaf.pem", counting(&facts));
        assert_eq!(read(&bytes, Some("wrong")), Err(Refusal::PasswordWrong), "{how}");
        assert_eq!(read(&bytes, None), Err(Refusal::PasswordNeeded), "{how}");
    }
}

#[test]
fn pkcs12_without_a_seal_or_a_password_is_opened() {
    let Some(place) = place_with_chain(&["openssl"]) else { return };
    let with = "pkcs12 -export -inkey leaf.key -in leaf.pem -out a.p12";
    place.openssl(&format!("{with} -nomac -certpbe aes-256-cbc -passout pass:geheim"));
    assert_same(&place, "leaf.pem", counting(&read(&place.bytes("a.p12"), Some("geheim")).unwrap()));
    assert_eq!(read(&place.bytes("a.p12"), Some("wrong")), Err(Refusal::PasswordWrong));
    assert_eq!(read(&place.bytes("a.p12"), None), Err(Refusal::PasswordNeeded));
    // Only the key is encrypted, and that is of no interest.
    place.openssl(&format!("{with} -nomac -certpbe NONE -passout pass:geheim"));
    assert_same(&place, "leaf.pem", counting(&read(&place.bytes("a.p12"), None).unwrap()));
    place.openssl(&format!("{with} -passout pass:"));
    for password in [None, Some("")] {
        assert_same(&place, "leaf.pem", counting(&read(&place.bytes("a.p12"), password).unwrap()));
    }
    place.openssl("pkcs12 -export -nokeys -in others.pem -out a.p12 -passout pass:geheim");
    let facts = read(&place.bytes("a.p12"), Some("geheim")).unwrap();
    assert_eq!(subjects(&facts.signing.signers[0].chain), CHAIN[1..]);
}

#[test]
fn a_keystore_that_asks_for_billions_of_rounds_is_refused_at_once() {
    let Some(place) = place_with_chain(&["openssl"]) else { return };
    place.openssl("pkcs12 -export -inkey leaf.key -in leaf.pem -out a.p12 -iter 70000 -passout pass:geheim");
    let bytes = place.bytes("a.p12");
    let asked = [2, 3, 1, 0x11, 0x70];
    let mut found = 0;
    for at in 0..bytes.len() - 5 {
        if bytes[at..].starts_with(&asked) {
            found += 1;
            let mut hostile = bytes.clone();
            hostile[at + 2..at + 5].copy_from_slice(&[0x7f, 0xff, 0xff]);
            let refusal = read(&hostile, Some("geheim")).unwrap_err();
            // The rounds of the key alone are never spent.
            let spent = matches!(refusal, Refusal::TooMuch { .. } | Refusal::PasswordWrong);
            assert!(spent, "{refusal:?}");
        }
    }
    assert!(found >= 2, "rounds found {found} times");
}

#[test]
fn keystores_of_keytool_are_opened_by_alias() {
    let Some(place) = place_with_chain(&["openssl", "keytool"]) else { return };
    for (kind, read_as) in [("PKCS12", Kind::Pkcs12), ("JKS", Kind::Jks)] {
        let store = format!("-keystore {kind}.store -storetype {kind} -storepass geheim123");
        let key = "-keypass geheim123 -keyalg RSA -keysize 2048 -validity 9";
        place.keytool(&format!("-genkeypair -alias first {key} -dname CN=First {store}"));
        place.keytool(&format!("-genkeypair -alias second {key} -dname CN=Second {store}"));
        place.keytool(&format!("-importcert -noprompt -alias trusted -file root.pem {store}"));
        let bytes = place.bytes(&format!("{kind}.store"));
        let facts = read(&bytes, Some("geheim123")).unwrap();
        assert_eq!(facts.kind, read_as);
        let mut names: Vec<&str> = facts.signing.signers.iter().map(|signer| signer.name.as_str()).collect();
        assert_eq!(names.pop(), Some("trusted"), "{kind}: trusted certificates come last");
        names.sort_unstable();
        assert_eq!(names, ["first", "second"]);
        assert_eq!(facts.signing.counts, Some((0, Why::FirstOfSeveral)));
        for signer in &facts.signing.signers {
            place.keytool(&format!("-exportcert -rfc -alias {} -file a.pem {store}", signer.name));
            assert_same(&place, "a.pem", &signer.chain[0]);
        }
        assert_eq!(read(&bytes, Some("wrong")), Err(Refusal::PasswordWrong), "{kind}");
    }
}

#[test]
fn jks_needs_no_password_to_be_read_and_jceks_is_refused() {
    let Some(place) = Place::with(&["keytool"]) else { return };
    let key = "-genkeypair -alias a -keypass geheim123 -storepass geheim123 -keyalg EC -groupname secp256r1 -dname CN=A";
    place.keytool(&format!("{key} -keystore a.jks -storetype JKS"));
    let facts = read(&place.bytes("a.jks"), None).unwrap();
    assert_eq!(facts.signing.counts, Some((0, Why::Only)));
    assert_eq!(counting(&facts).subject, "CN=A");
    place.keytool(&format!("{key} -keystore a.jceks -storetype JCEKS"));
    let refusal = Refusal::UnknownScheme { id: 0xcece_cece };
    assert_eq!(read(&place.bytes("a.jceks"), Some("geheim123")), Err(refusal));
}
