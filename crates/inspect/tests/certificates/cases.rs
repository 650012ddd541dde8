//! The cases of the document: files of every kind, made anew each time.

use super::apple_package::{INFO, archive, code_cms, code_signature, profile, program, xml};
use super::harmony_package::with_block;
use super::tools::Place;

/// A file, what it is, and how it was made.
pub struct Case {
    pub zh: &'static str,
    pub en: &'static str,
    pub by: &'static str,
    pub bytes: Vec<u8>,
    pub password: Option<&'static str>,
}

fn case(names: (&'static str, &'static str), by: &'static str, bytes: Vec<u8>) -> Case {
    Case { zh: names.0, en: names.1, by, bytes, password: None }
}

/// Every case; `None` where the tools are missing.
pub fn cases() -> Option<Vec<Case>> {
    let place = Place::with(&["openssl", "keytool"])?;
    place.chain();
    let mut cases = certificates(&place);
    cases.extend(keystores(&place));
    cases.extend(apple(&place));
    cases.extend(harmony(&place));
    Some(cases)
}

fn certificates(place: &Place) -> Vec<Case> {
    place.openssl("x509 -in leaf.pem -outform DER -out leaf.cer");
    place.openssl("crl2pkcs7 -nocrl -certfile others.pem -certfile leaf.pem -outform DER -out chain.p7b");
    place.openssl("crl2pkcs7 -nocrl -certfile others.pem -certfile leaf.pem -out chain.pem");
    let leaf = place.bytes("leaf.pem");
    let cer = place.bytes("leaf.cer");
    let cut = cer[..cer.len() - 9].to_vec();
    vec![
        case(("PEM 证书", "certificate, PEM"), "openssl x509", leaf.clone()),
        case(("DER 证书", "certificate, DER"), "openssl x509", cer),
        case(
            ("PEM 证书链，根在前", "chain in PEM, root first"),
            "cat",
            [place.bytes("others.pem"), leaf].concat(),
        ),
        case(("PKCS#7 证书链，DER", "chain in PKCS#7, DER"), "openssl crl2pkcs7", place.bytes("chain.p7b")),
        case(("PKCS#7 证书链，PEM", "chain in PKCS#7, PEM"), "openssl crl2pkcs7", place.bytes("chain.pem")),
        case(("截断的证书", "certificate cut off"), "head", cut),
        case(("证书请求", "certificate request"), "openssl req", place.bytes("leaf.csr")),
        case(("私钥", "private key"), "openssl req", place.bytes("leaf.key")),
    ]
}

fn keystores(place: &Place) -> Vec<Case> {
    let export =
        "pkcs12 -export -inkey leaf.key -in leaf.pem -certfile others.pem -name release -passout pass:geheim";
    place.openssl(&format!("{export} -out new.p12"));
    place
        .openssl(&format!("{export} -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 -out old.p12"));
    let make = "-genkeypair -alias release -keypass geheim1 -storepass geheim1 -keyalg RSA -keysize 2048 -dname CN=Store";
    place.keytool(&format!("{make} -keystore a.jks -storetype JKS"));
    place.keytool(&format!("{make} -keystore a.jceks -storetype JCEKS"));
    place.keytool(&format!("{make} -keystore a.keystore -storetype PKCS12"));
    let store = |names, by, file: &str, password| Case { password, ..case(names, by, place.bytes(file)) };
    vec![
        store(("PKCS#12，AES", "PKCS#12, AES"), "openssl pkcs12", "new.p12", Some("geheim")),
        store(("PKCS#12，3DES", "PKCS#12, 3DES"), "openssl pkcs12", "old.p12", Some("geheim")),
        store(("PKCS#12", "PKCS#12"), "keytool", "a.keystore", Some("geheim1")),
        store(("JKS", "JKS"), "keytool", "a.jks", Some("geheim1")),
        store(("JKS，无密码", "JKS without a password"), "keytool", "a.jks", None),
        store(("PKCS#12，无密码", "PKCS#12 without a password"), "openssl", "new.p12", None),
        store(("PKCS#12，密码错误", "PKCS#12, wrong password"), "openssl", "new.p12", Some("wrong")),
        store(("JKS，密码错误", "JKS, wrong password"), "keytool", "a.jks", Some("wrong")),
        store(("JCEKS", "JCEKS"), "keytool", "a.jceks", Some("geheim1")),
    ]
}

fn apple(place: &Place) -> Vec<Case> {
    let info = xml(INFO);
    let ipa = |more: &[(&str, &[u8])]| {
        archive(&[&[("Payload/App.app/Info.plist", info.as_slice())], more].concat())
    };
    let signed = program(&code_signature(&code_cms(place), false), false);
    let sealed = program(&code_signature(&[], false), false);
    let store = program(&code_signature(&[1, 2, 3], false), true);
    let one = profile(place, &["leaf"], "", "-stream");
    let two = profile(place, &["leaf", "middle"], "", "");
    let code = "Payload/App.app/App";
    let embedded = "Payload/App.app/embedded.mobileprovision";
    let none = info_without_id();
    let cms = "openssl cms";
    vec![
        case(("IPA", "IPA"), cms, ipa(&[(code, &signed), (embedded, &one)])),
        case(("IPA，无描述文件", "IPA without a profile"), cms, ipa(&[(code, &signed)])),
        case(("IPA，未签名", "IPA that is only sealed"), "-", ipa(&[(code, &sealed)])),
        case(
            ("IPA，未签名，有描述文件", "the same with a profile"),
            cms,
            ipa(&[(code, &sealed), (embedded, &two)]),
        ),
        case(("描述文件", "provisioning profile"), cms, one),
        case(("IPA，签名已加密", "IPA of which nothing can be read"), "-", ipa(&[(code, &store)])),
        case(("IPA，无可执行文件", "IPA without its program"), "-", ipa(&[])),
        case(
            ("IPA，无 Bundle ID", "IPA without a Bundle ID"),
            "-",
            archive(&[("Payload/App.app/Info.plist", &none)]),
        ),
    ]
}

fn info_without_id() -> Vec<u8> {
    xml("<key>CFBundleName</key><string>App</string>")
}

fn harmony(place: &Place) -> Vec<Case> {
    let module = br#"{"app": {"bundleName": "com.example.app"}, "module": {}}"#;
    let list = br#"{"summary": {"app": {"bundleName": "com.example.app"}}, "packages": []}"#;
    let plain = archive(&[("module.json", module), ("ets/modules.abc", b"code")]);
    let signature = code_cms(place);
    let hap = with_block(&plain, &[(0x2000_0000, &signature)]);
    let app = archive(&[("pack.info", list), ("entry-default.hap", &hap)]);
    let mut broken = hap.clone();
    let letters = broken.windows(16).position(|window| window == b"<hap sign block>").unwrap_or(0);
    broken[letters - 8..letters].fill(0xff);
    let nameless = archive(&[("module.json", b"{\"app\": {}}"), ("ets/modules.abc", b"code")]);
    vec![
        case(("HAP", "HAP"), "openssl cms", hap),
        case(("HAP，未签名", "HAP, signed by nobody"), "-", plain),
        case(("APP，打开到入口模块", "APP, opened to its entry"), "openssl cms", app),
        case(("HAP，签名块越界", "HAP, block beyond the file"), "-", broken),
        case(("HAP，无包名", "HAP without a bundle name"), "-", nameless),
    ]
}
