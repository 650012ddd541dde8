//! Writes what the fuzzers begin with: a package that `aapt`, `aapt2` and `apksigner` make, and its parts.

// The coverage that `cargo fuzz` builds into everything needs its counters.
use libfuzzer_sys as _;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::process::Command;

const FRAMEWORK: &str = "/usr/share/android-framework-res/framework-res.apk";
const MANIFEST: &str = r#"<manifest xmlns:android="http://schemas.android.com/apk/res/android"
    package="cn.example.notes" android:versionCode="7" android:versionName="1.4.2">
  <uses-sdk android:minSdkVersion="24" android:targetSdkVersion="29"/>
  <uses-permission android:name="android.permission.INTERNET"/>
  <application android:label="@string/app_name"><activity android:name=".Main"/></application>
</manifest>"#;
const STRINGS: &str =
    r#"<resources><string name="app_name">Notes</string><bool name="yes">true</bool></resources>"#;
/// How the package is made; each line is a command.
const COMMANDS: [&str; 8] = [
    "aapt package -f -M AndroidManifest.xml -S res -I FRAMEWORK -F raw.apk",
    "zipalign -f 4 raw.apk unsigned.apk",
    "aapt2 compile --dir res -o compiled.zip",
    "aapt2 link -I FRAMEWORK --manifest AndroidManifest.xml -o binary.apk compiled.zip",
    "aapt2 link -I FRAMEWORK --manifest AndroidManifest.xml --proto-format -o proto.apk compiled.zip",
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.key -out k.pem -subj /CN=a",
    "openssl pkcs8 -topk8 -nocrypt -in k.key -outform DER -out k.pk8",
    "apksigner sign --key k.pk8 --cert k.pem --out signed.apk unsigned.apk",
];
/// Which entry of which package is a seed of which fuzzer.
const ENTRIES: [(&str, &str, &str); 6] = [
    ("axml", "unsigned.apk", "AndroidManifest.xml"),
    ("axml", "binary.apk", "AndroidManifest.xml"),
    ("arsc", "unsigned.apk", "resources.arsc"),
    ("arsc", "binary.apk", "resources.arsc"),
    ("proto", "proto.apk", "AndroidManifest.xml"),
    ("proto", "proto.apk", "resources.pb"),
];

fn main() -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in ["package", "zip", "axml", "arsc", "proto", "signing_block"] {
        fs::create_dir_all(corpus.join(target))?;
    }
    let place = tempfile::tempdir()?;
    let here = place.path();
    fs::create_dir_all(here.join("res/values-zh-rCN"))?;
    fs::create_dir_all(here.join("res/values"))?;
    fs::write(here.join("AndroidManifest.xml"), MANIFEST)?;
    fs::write(here.join("res/values/strings.xml"), STRINGS)?;
    fs::write(here.join("res/values-zh-rCN/strings.xml"), STRINGS.replace("Notes", "笔记"))?;
    for command in COMMANDS {
        let command = command.replace("FRAMEWORK", FRAMEWORK);
        let mut words = command.split_whitespace();
        let status =
            Command::new(words.next().unwrap_or_default()).args(words).current_dir(here).output()?.status;
        if !status.success() {
            return Err(io::Error::other(command));
        }
    }
    for (target, package, entry) in ENTRIES {
        let mut content = Vec::new();
        let mut archive = zip::ZipArchive::new(File::open(here.join(package))?).map_err(io::Error::other)?;
        archive.by_name(entry).map_err(io::Error::other)?.read_to_end(&mut content)?;
        fs::write(corpus.join(target).join(format!("{package}-{entry}")), content)?;
    }
    for package in ["unsigned.apk", "signed.apk"] {
        for target in ["zip", "package"] {
            fs::copy(here.join(package), corpus.join(target).join(package))?;
        }
    }
    fs::write(corpus.join("signing_block/signed"), pairs(&fs::read(here.join("signed.apk"))?))
}

/// The pairs of a signing block: between the lengths before and behind them.
fn pairs(package: &[u8]) -> &[u8] {
    let magic = package.windows(16).rposition(|bytes| bytes == b"APK Sig Block 42").unwrap_or(8);
    let length =
        package.get(magic - 8..magic).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_le_bytes);
    let begin = (magic + 16).saturating_sub(usize::try_from(length).unwrap_or(0));
    package.get(begin..magic - 8).unwrap_or_default()
}
