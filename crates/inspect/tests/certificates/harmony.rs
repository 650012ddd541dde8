//! HarmonyOS packages and profiles.

use beian_inspect::Refusal;
use beian_inspect::facts::{Facts, Kind, Platform, Purpose, Scheme, Why};
use zip::CompressionMethod;

use super::apple_package::{archive, archive_by, sign};
use super::harmony_package::{Value, index, index_by_name, with_block};
use super::keys::assert_same;
use super::tools::{Place, counting, read, subjects};

const TEXT: u32 = 9;
const PICTURE: u32 = 19;

const MODULE: &str = r#"{"app": {"bundleName": "com.example.app", "label": "$string:app_name",
    "icon": "$media:app_icon", "versionName": "1.4.2", "versionCode": 1000142, "minAPIVersion": 50000012,
    "targetAPIVersion": 50005017, "vendor": "example"},
    "module": {"name": "entry", "type": "entry", "requestPermissions": [{"name": "ohos.permission.INTERNET"},
    {"name": "ohos.permission.CAMERA", "reason": "$string:why"}, {"name": "ohos.permission.INTERNET"}],
    "abilities": [{"name": "EntryAbility", "label": "$string:entry_name", "icon": "$media:app_icon",
    "skills": [{"entities": ["entity.system.home"], "actions": ["action.system.home"]}]}]}}"#;

const CONFIG: &str = r#"{"app": {"bundleName": "com.example.app", "version": {"name": "1.4.2", "code": 142},
    "apiVersion": {"compatible": 5, "target": 7}}, "deviceConfig": {"default": {"debug": true}},
    "module": {"package": "com.example.app", "reqPermissions": [{"name": "ohos.permission.INTERNET"}],
    "abilities": [{"name": "Main", "label": "示例", "icon": "$media:icon",
    "skills": [{"actions": ["action.system.home"]}]}]}}"#;

const LIST: &str = r#"{"summary": {"app": {"bundleName": "com.example.app",
    "version": {"name": "1.4.2", "code": 1000142}}, "modules": [{"apiVersion": {"compatible": 12, "target": 17}}]},
    "packages": [{"name": "share-default", "moduleType": "shared"}, {"name": "entry-default", "moduleType": "entry"}]}"#;

fn place() -> Option<Place> {
    let place = Place::with(&["openssl"])?;
    place.chain();
    place.issue("leaf", "ec -pkeyopt ec_paramgen_curve:P-256", "/CN=示例,Release/C=CN", "middle", false);
    Some(place)
}

fn profile(place: &Place, kind: &str, more: &str) -> Vec<u8> {
    let pem = String::from_utf8(place.bytes("leaf.pem")).unwrap().replace('\n', "\\n");
    let which = if kind == "debug" { "development" } else { "distribution" };
    place.write(
        "profile.json",
        format!(
            r#"{{"version-code": 2, "type": "{kind}", {more} "validity": {{"not-before": 1700000000,
            "not-after": 1803888000}}, "bundle-info": {{"developer-id": "900086000123456789",
            "{which}-certificate": "{pem}", "bundle-name": "com.example.app"}}, "issuer": "example"}}"#
        )
        .as_bytes(),
    );
    sign(place, "profile.json", "middle", "")
}

fn signature(place: &Place) -> Vec<u8> {
    place.write("digests", b"digests of the package");
    sign(place, "digests", "leaf", "-certfile others.pem")
}

fn values() -> Vec<Value<'static>> {
    vec![
        ("", TEXT, "app_name", "Example"),
        ("", TEXT, "entry_name", "Example"),
        ("", PICTURE, "app_icon", "entry/resources/base/media/app_icon.png"),
        ("zh", TEXT, "app_name", "示例"),
        ("zh", TEXT, "entry_name", "示例应用"),
        ("en", TEXT, "entry_name", "Example App"),
    ]
}

fn icon() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(216, 216, image::Rgba([9, 99, 199, 255]))
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    png.into_inner()
}

fn hap(place: &Place) -> Vec<u8> {
    let plain = archive(&[
        ("module.json", MODULE.as_bytes()),
        ("ets/modules.abc", b"code"),
        ("resources.index", &index(&values())),
        ("resources/base/media/app_icon.png", &icon()),
        ("pack.info", LIST.as_bytes()),
    ]);
    let (signature, profile) = (signature(place), profile(place, "release", ""));
    with_block(&plain, &[(0x2000_0003, b"property"), (0x2000_0002, &profile), (0x2000_0000, &signature)])
}

fn assert_signed(place: &Place, facts: &Facts) {
    let schemes: Vec<Scheme> = facts.signing.signers.iter().map(|signer| signer.scheme).collect();
    assert_eq!(schemes, [Scheme::HarmonyBlock, Scheme::Profile]);
    assert_eq!(facts.signing.counts, Some((0, Why::AllAgree)));
    assert_eq!(subjects(&facts.signing.signers[0].chain)[1..], ["C=CN,CN=Middle", "C=CN,CN=Root"]);
    assert_eq!(facts.signing.purpose, Some(Purpose::Distribution));
    assert_eq!(facts.signing.team, Some(("900086000123456789".to_owned(), String::new())));
    assert_eq!(facts.signing.profile_until.unwrap().timestamp(), 1_803_888_000);
    assert_same(place, "leaf.pem", counting(facts));
}

#[test]
fn a_module_tells_its_app_and_the_leaf_of_its_chain() {
    let Some(place) = place() else { return };
    let facts = read(&hap(&place), None).unwrap();
    assert_eq!((facts.kind, facts.platform), (Kind::Hap, Some(Platform::HarmonyOs)));
    let app = facts.app.as_ref().unwrap();
    assert_eq!((app.id.as_str(), app.label.as_deref()), ("com.example.app", Some("示例应用")));
    let labels: Vec<&str> = app.labels.iter().map(|label| label.language.as_str()).collect();
    assert_eq!(labels, ["", "en", "zh"]);
    assert_eq!((app.version.as_deref(), app.version_code.as_deref()), (Some("1.4.2"), Some("1000142")));
    assert_eq!(app.minimum_system.as_deref(), Some("50000012"));
    assert_eq!(app.target_system.as_deref(), Some("50005017"));
    assert_eq!(app.permissions, ["ohos.permission.INTERNET", "ohos.permission.CAMERA"]);
    assert_eq!(app.icon.as_ref().unwrap().original, (216, 216));
    assert_signed(&place, &facts);
}

#[test]
fn names_are_found_in_the_newer_index_too() {
    let values = [("", TEXT, "entry_name", "Example"), ("zh", TEXT, "entry_name", "示例应用")];
    let package = archive(&[
        ("module.json", MODULE.as_bytes()),
        ("ets/modules.abc", b"code"),
        ("resources.index", &index_by_name(&values)),
    ]);
    let facts = read(&package, None).unwrap();
    assert_eq!(facts.signing.counts, None);
    assert_eq!(facts.app.unwrap().label.as_deref(), Some("示例应用"));
    // An index that leads nowhere costs the name, not the rest.
    let mut broken = index(&values);
    broken.truncate(200);
    let package = archive(&[
        ("module.json", MODULE.as_bytes()),
        ("ets/modules.abc", b"code"),
        ("resources.index", &broken),
    ]);
    assert_eq!(read(&package, None).unwrap().app.unwrap().label, None);
}

#[test]
fn modules_of_the_older_model_are_read() {
    let package = archive(&[("config.json", CONFIG.as_bytes()), ("pack.info", LIST.as_bytes())]);
    let app = read(&package, None).unwrap().app.unwrap();
    assert_eq!((app.id.as_str(), app.label.as_deref()), ("com.example.app", Some("示例")));
    assert_eq!((app.version.as_deref(), app.version_code.as_deref()), (Some("1.4.2"), Some("142")));
    assert_eq!((app.minimum_system.as_deref(), app.target_system.as_deref()), (Some("5"), Some("7")));
    assert!(app.debuggable);
}

#[test]
fn a_package_of_modules_is_opened_to_its_entry() {
    let Some(place) = place() else { return };
    let hap = hap(&place);
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let package = archive_by(
            &[("pack.info", LIST.as_bytes()), ("a-default.hap", b"no archive"), ("entry-default.hap", &hap)],
            method,
        );
        let facts = read(&package, None).unwrap();
        assert_eq!((facts.kind, facts.size), (Kind::HarmonyApp, package.len() as u64));
        assert_eq!(facts.app.as_ref().unwrap().label.as_deref(), Some("示例应用"));
        assert_signed(&place, &facts);
    }
}

#[test]
fn a_profile_alone_is_read() {
    let Some(place) = place() else { return };
    for (kind, more, purpose) in [
        ("debug", "", Purpose::Development),
        ("release", "\"app-distribution-type\": \"enterprise_normal\",", Purpose::Enterprise),
        ("release", "\"app-distribution-type\": \"app_gallery\",", Purpose::Distribution),
    ] {
        let facts = read(&profile(&place, kind, more), None).unwrap();
        assert_eq!((facts.kind, facts.platform), (Kind::HarmonyProfile, Some(Platform::HarmonyOs)));
        assert_eq!(facts.app.as_ref().unwrap().id, "com.example.app");
        assert_eq!((facts.signing.purpose, facts.signing.counts), (Some(purpose), Some((0, Why::Only))));
        assert_same(&place, "leaf.pem", counting(&facts));
    }
}

#[test]
fn blocks_that_lead_out_of_the_file_are_refused() {
    let Some(place) = place() else { return };
    let package = hap(&place);
    let letters = package.windows(16).position(|window| window == b"<hap sign block>").unwrap();
    for (at, value) in
        [(letters - 8, u64::MAX), (letters - 8, 16), (letters - 8, 1 << 40), (letters - 12, 0xffff_ffff)]
    {
        let mut hostile = package.clone();
        let bytes = value.to_le_bytes();
        let length = if at == letters - 12 { 4 } else { 8 };
        hostile[at..at + length].copy_from_slice(&bytes[..length]);
        assert!(
            matches!(read(&hostile, None), Err(Refusal::Hostile { .. } | Refusal::TooMuch { .. })),
            "{at} {value:#x}"
        );
    }
}

#[test]
fn an_icon_of_two_layers_is_put_together() {
    let values = [
        ("", PICTURE, "app_icon", "entry/resources/base/media/app_icon.json"),
        ("", PICTURE, "below", "entry/resources/base/media/below.png"),
        ("", PICTURE, "above", "entry/resources/base/media/above.png"),
    ];
    let layers = br#"{"layered-image": {"background": "$media:16777217", "foreground": "$media:above"}}"#;
    let mut above = image::RgbaImage::from_pixel(108, 108, image::Rgba([0, 0, 0, 0]));
    above.put_pixel(0, 0, image::Rgba([250, 0, 0, 255]));
    let mut png = std::io::Cursor::new(Vec::new());
    above.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let package = archive(&[
        ("module.json", MODULE.as_bytes()),
        ("ets/modules.abc", b"code"),
        ("resources.index", &index(&values)),
        ("resources/base/media/app_icon.json", layers),
        ("resources/base/media/below.png", &icon()),
        ("resources/base/media/above.png", png.get_ref()),
    ]);
    let picture = read(&package, None).unwrap().app.unwrap().icon.unwrap();
    assert_eq!(
        (picture.original, picture.entry.as_str()),
        ((216, 216), "resources/base/media/app_icon.json")
    );
    let pixels = image::load_from_memory(&picture.picture).unwrap().into_rgba8();
    assert_eq!(pixels.get_pixel(200, 200).0, [9, 99, 199, 255]);
    assert!(pixels.get_pixel(0, 0).0[0] > 200);
}
