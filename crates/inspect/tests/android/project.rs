//! Projects of invented Apps, built with `aapt` into packages without a signature.

use std::path::{Path, PathBuf};

use super::tools::{FRAMEWORK, say};

/// An App to build.
pub struct Project {
    /// Where its files are.
    pub here: tempfile::TempDir,
}

/// The manifest of an App; the places in braces are filled in.
const MANIFEST: &str = r#"<manifest xmlns:android="http://schemas.android.com/apk/res/android"
    package="cn.example.notes" android:versionCode="7" android:versionName="1.4.2" {root}>
  <uses-sdk android:minSdkVersion="24" android:targetSdkVersion="29"/>
  <uses-permission android:name="android.permission.INTERNET"/>
  <uses-permission android:name="android.permission.CAMERA"/>
  <uses-permission android:name="android.permission.INTERNET"/>
  <uses-permission-sdk-23 android:name="android.permission.READ_PHONE_STATE"/>
  <application {application}>
    <activity android:name=".Main" {activity}>
      <intent-filter>
        <action android:name="android.intent.action.MAIN"/>
        <category android:name="android.intent.category.LAUNCHER"/>
      </intent-filter>
    </activity>
  </application>
</manifest>
"#;

impl Project {
    /// An App with these attributes of its manifest, its application and its activity.
    pub fn new(root: &str, application: &str, activity: &str) -> Self {
        let project = Self { here: tempfile::tempdir().unwrap() };
        let manifest = MANIFEST
            .replace("{root}", root)
            .replace("{application}", application)
            .replace("{activity}", activity);
        project.write("AndroidManifest.xml", manifest.as_bytes());
        std::fs::create_dir_all(project.path().join("res")).unwrap();
        project
    }

    /// An App with a name in two kinds of Chinese and an icon.
    pub fn usual() -> Self {
        let project =
            Self::new("", r#"android:label="@string/app_name" android:icon="@mipmap/launcher""#, "");
        project.string("", "app_name", "Notes");
        project.string("-zh-rCN", "app_name", "江湖笔记");
        project.string("-zh-rTW", "app_name", "江湖筆記");
        project.write("res/mipmap-xxhdpi/launcher.png", &super::icons::png(144, 3));
        project
    }

    /// The directory of the project.
    pub fn path(&self) -> &Path {
        self.here.path()
    }

    /// Writes a file.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// Writes the one text of a configuration.
    pub fn string(&self, configuration: &str, name: &str, text: &str) {
        let document = format!("<resources><string name=\"{name}\">{text}</string></resources>");
        self.write(&format!("res/values{configuration}/{name}.xml"), document.as_bytes());
    }

    /// Builds it with `aapt`, aligned as a package to be signed must be.
    pub fn build(&self) -> PathBuf {
        say(self.path(), &format!("aapt package -f -M AndroidManifest.xml -S res -I {FRAMEWORK} -F raw.apk"));
        say(self.path(), "zipalign -f 4 raw.apk unsigned.apk");
        self.path().join("unsigned.apk")
    }

    /// Builds it with `aapt2`, with these options of `link`.
    pub fn build2(&self, options: &str, out: &str) -> PathBuf {
        say(self.path(), "aapt2 compile --dir res -o compiled.zip");
        say(
            self.path(),
            &format!(
                "aapt2 link -I {FRAMEWORK} --manifest AndroidManifest.xml {options} -o {out} compiled.zip"
            ),
        );
        self.path().join(out)
    }
}
