//! iOS packages and profiles.

use beian_inspect::Refusal;
use beian_inspect::facts::{Kind, Platform, Purpose, Scheme, Why};

use super::apple_package::{
    INFO, archive, binary, code_cms, code_signature, crushed_icon, fat, profile, program, sign, xml,
};
use super::keys::assert_same;
use super::tools::{Place, counting, read, subjects};

const DEVICES: &str = "<key>ProvisionedDevices</key><array><string>00008030-001</string></array>";

fn place() -> Option<Place> {
    let place = Place::with(&["openssl"])?;
    place.chain();
    Some(place)
}

fn rights(debuggable: bool) -> String {
    format!(
        "<key>Entitlements</key><dict><key>application-identifier</key><string>ABCDE12345.com.example.app</string>\
         <key>get-task-allow</key><{debuggable}/></dict>"
    )
}

#[test]
fn a_package_tells_its_app_and_who_signed_the_code() {
    let Some(place) = place() else { return };
    let signed = program(&code_signature(&code_cms(&place), false), false);
    let profile = profile(&place, &["leaf"], &rights(false), "");
    for (info, code) in [(xml(INFO), signed.clone()), (binary(INFO), fat(&signed))] {
        let package = archive(&[
            ("Payload/App.app/Info.plist", &info),
            ("Payload/App.app/App", &code),
            ("Payload/App.app/embedded.mobileprovision", &profile),
            ("Payload/App.app/PlugIns/More.appex/Info.plist", &info),
            ("Payload/App.app/AppIcon60x60@2x.png", &crushed_icon(120)),
            ("Payload/App.app/AppIcon60x60@3x.png", &crushed_icon(180)),
        ]);
        let facts = read(&package, None).unwrap();
        assert_eq!((facts.kind, facts.platform), (Kind::Ipa, Some(Platform::Ios)));
        let app = facts.app.as_ref().unwrap();
        assert_eq!((app.id.as_str(), app.label.as_deref()), ("com.example.app", Some("Example App")));
        assert_eq!((app.version.as_deref(), app.version_code.as_deref()), (Some("1.4.2"), Some("142")));
        assert_eq!(
            (app.minimum_system.as_deref(), app.target_system.as_deref()),
            (Some("13.0"), Some("17.2"))
        );
        assert_eq!(app.permissions, ["NSCameraUsageDescription"]);
        assert!(!app.debuggable && !facts.signing.store_copy);
        let icon = app.icon.as_ref().unwrap();
        assert_eq!((icon.original, icon.media_type), ((180, 180), "image/png"));
        let pixels = image::load_from_memory(&icon.picture).unwrap().into_rgba8();
        assert_eq!(pixels.get_pixel(7, 7).0, [199, 0, 0, 128]);
        let schemes: Vec<Scheme> = facts.signing.signers.iter().map(|signer| signer.scheme).collect();
        assert_eq!(schemes, [Scheme::CodeSignature, Scheme::Profile]);
        assert_eq!(facts.signing.counts, Some((0, Why::AllAgree)));
        assert_eq!(facts.signing.purpose, Some(Purpose::Distribution));
        assert_eq!(facts.signing.team, Some(("ABCDE12345".to_owned(), "示例科技".to_owned())));
        assert_eq!(facts.signing.profile_until.unwrap().to_rfc3339(), "2027-03-01T08:00:00+00:00");
        let chain = subjects(&facts.signing.signers[0].chain);
        assert_eq!(chain, ["C=CN,O=Example,CN=Example Release", "C=CN,CN=Middle", "C=CN,CN=Root"]);
        assert_same(&place, "leaf.pem", counting(&facts));
    }
}

#[test]
fn the_name_is_chinese_where_there_is_one() {
    let info = xml(INFO);
    let text = "/* 名称 */\n\"CFBundleDisplayName\" = \"示例\\U5e94用\"; // end\nOther = x;\n";
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let compiled = binary("<key>CFBundleDisplayName</key><string>示例应用</string>");
    let as_xml = xml("<key>CFBundleName</key><string>示例应用</string>");
    let english = b"CFBundleDisplayName = Example;".to_vec();
    for chinese in [text.as_bytes().to_vec(), utf16, compiled, as_xml] {
        let package = archive(&[
            ("Payload/App.app/Info.plist", &info),
            ("Payload/App.app/App", &program(&[], false)),
            ("Payload/App.app/en.lproj/InfoPlist.strings", &english),
            ("Payload/App.app/zh-Hans.lproj/InfoPlist.strings", &chinese),
        ]);
        let facts = read(&package, None);
        assert!(matches!(facts, Err(Refusal::Damaged { .. })), "a signature of no bytes: {facts:?}");
        let package = archive(&[
            ("Payload/App.app/Info.plist", &info),
            ("Payload/App.app/App", &program(&code_signature(&[], false), false)),
            ("Payload/App.app/en.lproj/InfoPlist.strings", &english),
            ("Payload/App.app/zh-Hans.lproj/InfoPlist.strings", &chinese),
        ]);
        let app = read(&package, None).unwrap().app.unwrap();
        assert_eq!(app.label.as_deref(), Some("示例应用"));
        let labels: Vec<(&str, &str)> =
            app.labels.iter().map(|label| (label.language.as_str(), label.text.as_str())).collect();
        assert_eq!(labels, [("", "Example App"), ("en", "Example"), ("zh-Hans", "示例应用")]);
    }
}

#[test]
fn what_is_only_sealed_is_signed_by_nobody() {
    let sealed = program(&code_signature(&[], true), false);
    let package = archive(&[("Payload/App.app/Info.plist", &xml(INFO)), ("Payload/App.app/App", &sealed)]);
    let facts = read(&package, None).unwrap();
    assert_eq!(facts.signing.counts, None);
    assert_eq!(facts.signing.team, Some(("ABCDE12345".to_owned(), String::new())));
    assert!(facts.app.unwrap().debuggable);
}

#[test]
fn a_copy_from_the_store_has_another_signer() {
    let Some(place) = place() else { return };
    let subject = "/CN=Apple iPhone OS Application Signing/C=US".replace(' ', "\u{a0}");
    place.issue("leaf", "rsa:2048", &subject, "middle", false);
    let code = program(&code_signature(&code_cms(&place), false), true);
    let package = archive(&[("Payload/App.app/Info.plist", &xml(INFO)), ("Payload/App.app/App", &code)]);
    let facts = read(&package, None).unwrap();
    assert!(facts.signing.store_copy);
    assert_eq!((facts.signing.signers.len(), facts.signing.counts), (1, None));
    let mut broken = code.clone();
    let end = broken.len();
    broken[end - 2000..].fill(0xaa);
    let package = archive(&[("Payload/App.app/Info.plist", &xml(INFO)), ("Payload/App.app/App", &broken)]);
    assert_eq!(read(&package, None), Err(Refusal::Encrypted { part: "executable".to_owned() }));
}

#[test]
fn a_profile_alone_tells_what_it_is_for() {
    let Some(place) = place() else { return };
    for (more, purpose) in [
        (format!("{}{DEVICES}", rights(true)), Purpose::Development),
        (format!("{}{DEVICES}", rights(false)), Purpose::AdHoc),
        (format!("{}<key>ProvisionsAllDevices</key><true/>", rights(false)), Purpose::Enterprise),
        (rights(false), Purpose::Distribution),
    ] {
        for how in ["", "-stream"] {
            let facts = read(&profile(&place, &["leaf"], &more, how), None).unwrap();
            assert_eq!((facts.kind, facts.platform), (Kind::AppleProfile, Some(Platform::Ios)));
            assert_eq!(facts.app.as_ref().unwrap().id, "com.example.app");
            assert_eq!(facts.signing.purpose, Some(purpose));
            assert_eq!(facts.signing.counts, Some((0, Why::Only)));
            assert_same(&place, "leaf.pem", counting(&facts));
        }
    }
    let facts = read(&profile(&place, &["leaf", "middle"], &rights(true), ""), None).unwrap();
    assert_eq!(facts.signing.counts, Some((0, Why::FirstOfSeveral)));
}

#[test]
fn signed_data_without_a_profile_is_a_bag_of_certificates() {
    let Some(place) = place() else { return };
    place.write("text", b"hello");
    let facts = read(&sign(&place, "text", "leaf", ""), None).unwrap();
    assert_eq!(facts.kind, Kind::Certificates);
    assert_same(&place, "leaf.pem", counting(&facts));
}

#[test]
fn lists_that_unfold_without_end_are_refused() {
    // Each array names the next one twice, fifty deep.
    let mut list = b"bplist00".to_vec();
    let mut offsets = Vec::new();
    for at in 0..50_u8 {
        offsets.push(u8::try_from(list.len()).unwrap());
        list.extend([0xa2, at + 1, at + 1]);
    }
    offsets.push(u8::try_from(list.len()).unwrap());
    list.push(0x09);
    let table = list.len();
    list.extend(&offsets);
    list.extend([0, 0, 0, 0, 0, 0, 1, 1]);
    for number in [51, 0, table as u64] {
        list.extend(number.to_be_bytes());
    }
    let package = archive(&[("Payload/App.app/Info.plist", &list)]);
    assert!(matches!(read(&package, None), Err(Refusal::Hostile { .. } | Refusal::TooMuch { .. })));
}
