//! Files cut off at every byte and changed in every byte: refused or read, never a panic, never for long.

use super::apple_package::{
    INFO, archive, binary, code_cms, code_signature, crushed_icon, profile, program, xml,
};
use super::harmony_package::{index, with_block};
use super::tools::{Place, read};

/// Reads every beginning of a file, and the file with each byte changed.
fn spoil(bytes: &[u8], password: Option<&str>) {
    let step = bytes.len() / 1000 + 1;
    for length in (0..bytes.len()).step_by(step) {
        let _ = read(&bytes[..length], password);
    }
    let mut changed = bytes.to_vec();
    for at in (0..bytes.len()).step_by(step) {
        for change in [0xff, 0x01] {
            changed[at] ^= change;
            let _ = read(&changed, password);
            changed[at] ^= change;
        }
    }
}

#[test]
fn certificates_may_be_damaged_in_any_way() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -subj /CN=A");
    place.openssl("x509 -in root.pem -outform DER -out a.cer");
    place.openssl("crl2pkcs7 -nocrl -certfile root.pem -outform DER -out a.p7b");
    for file in ["root.pem", "a.cer", "a.p7b"] {
        spoil(&place.bytes(file), None);
    }
    let profile = profile(&place, &["root"], "", "-stream");
    spoil(&profile, None);
}

#[test]
fn keystores_may_be_damaged_in_any_way() {
    let Some(place) = Place::with(&["openssl", "keytool"]) else { return };
    place.openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout a.key -out a.pem -subj /CN=A",
    );
    place.openssl("pkcs12 -export -inkey a.key -in a.pem -out a.p12 -iter 1 -passout pass:geheim");
    spoil(&place.bytes("a.p12"), Some("geheim"));
    place.openssl("pkcs12 -export -inkey a.key -in a.pem -out a.p12 -nomac -certpbe PBE-SHA1-3DES -iter 1 -passout pass:geheim");
    spoil(&place.bytes("a.p12"), Some("geheim"));
    place.keytool(
        "-importcert -noprompt -alias a -file a.pem -keystore a.jks -storetype JKS -storepass geheim",
    );
    spoil(&place.bytes("a.jks"), None);
}

#[test]
fn packages_may_be_damaged_in_any_way() {
    let Some(place) = Place::with(&["openssl"]) else { return };
    place.chain();
    let signature = code_signature(&code_cms(&place), true);
    let stored = zip::CompressionMethod::Stored;
    let ipa = super::apple_package::archive_by(
        &[
            ("Payload/App.app/Info.plist", &binary(INFO)),
            ("Payload/App.app/App", &program(&signature, false)[..]),
            ("Payload/App.app/AppIcon60x60@2x.png", &crushed_icon(120)),
            ("Payload/App.app/zh-Hans.lproj/InfoPlist.strings", b"CFBundleName = \"x\";"),
        ],
        stored,
    );
    spoil(&ipa, None);
    let _ = archive(&[("Payload/App.app/Info.plist", &xml(INFO))]);
    let values = [("", 9, "app_name", "Example"), ("zh", 9, "app_name", "示例")];
    let module = r#"{"app": {"bundleName": "com.example.app", "label": "$string:app_name"}, "module": {}}"#;
    let hap = super::apple_package::archive_by(
        &[("module.json", module.as_bytes()), ("ets/a", b""), ("resources.index", &index(&values))],
        stored,
    );
    spoil(&with_block(&hap, &[(0x2000_0000, &code_cms(&place))]), None);
}
