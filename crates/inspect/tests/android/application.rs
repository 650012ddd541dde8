//! What the manifest says, against what `aapt dump badging` says.

use super::project::Project;
use super::tools::{after, read, say, there};

/// The value in quotes behind a name.
fn quoted<'t>(line: &'t str, name: &str) -> Option<&'t str> {
    line.split_once(&format!("{name}='"))?.1.split('\'').next()
}

#[test]
fn the_values_of_a_manifest_are_those_of_aapt() {
    if !there() {
        return;
    }
    for (root, application) in [
        ("", ""),
        ("", r#"android:debuggable="true""#),
        ("", r#"android:debuggable="@bool/yes""#),
        (r#"android:versionCodeMajor="2""#, r#"android:debuggable="false""#),
    ] {
        let project = Project::new(root, application, "");
        project.write("res/values/yes.xml", b"<resources><bool name=\"yes\">true</bool></resources>");
        let app = read(&project.build()).unwrap().app.unwrap();
        let said = say(project.path(), "aapt dump badging unsigned.apk");
        let package = after(&said, "package: ").unwrap();
        assert_eq!(quoted(package, "name"), Some(app.id.as_str()));
        assert_eq!(quoted(package, "versionName"), app.version.as_deref());
        let code = app.version_code.unwrap().parse::<u64>().unwrap();
        assert_eq!(quoted(package, "versionCode"), Some((code & 0xFFFF_FFFF).to_string().as_str()));
        assert_eq!(code >> 32, if root.is_empty() { 0 } else { 2 });
        assert_eq!(after(&said, "sdkVersion:'"), app.minimum_system.map(|level| level + "'").as_deref());
        assert_eq!(after(&said, "targetSdkVersion:'"), app.target_system.map(|level| level + "'").as_deref());
        // aapt tells a reference from the value it leads to; Android does not.
        let debuggable = said.contains("application-debuggable") || application.contains("@bool");
        assert_eq!(debuggable, app.debuggable, "{application}");
        let mut permissions: Vec<_> = said
            .lines()
            .filter(|line| line.starts_with("uses-permission"))
            .filter_map(|line| quoted(line, "name"))
            .collect();
        permissions.dedup();
        let mut ours: Vec<_> = app.permissions.iter().map(String::as_str).collect();
        permissions.sort_unstable();
        permissions.dedup();
        ours.sort_unstable();
        assert_eq!(ours, permissions);
        assert_eq!(app.permissions[0], "android.permission.INTERNET");
    }
}

#[test]
fn a_version_may_be_a_resource_and_a_system_a_name() {
    if !there() {
        return;
    }
    let project = Project::new("", "", "");
    let manifest = std::fs::read_to_string(project.path().join("AndroidManifest.xml")).unwrap();
    let manifest = manifest.replace("1.4.2", "@string/version").replace("\"24\"", "\"Tiramisu\"");
    project.write("AndroidManifest.xml", manifest.as_bytes());
    project.string("", "version", "2.0 测试");
    let app = read(&project.build()).unwrap().app.unwrap();
    assert_eq!(app.version.as_deref(), Some("2.0 测试"));
    assert_eq!(app.minimum_system.as_deref(), Some("Tiramisu"));
}
