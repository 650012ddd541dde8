//! A package of 200 MB as a large App is: a thousand small pictures, and files that are stored as they are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FRAMEWORK: &str = "/usr/share/android-framework-res/framework-res.apk";
const MANIFEST: &str = r#"<manifest xmlns:android="http://schemas.android.com/apk/res/android"
    package="cn.example.notes" android:versionCode="7" android:versionName="1.4.2">
  <uses-sdk android:minSdkVersion="24" android:targetSdkVersion="29"/>
  <uses-permission android:name="android.permission.INTERNET"/>
  <application android:label="@string/app_name" android:icon="@mipmap/launcher"><activity android:name=".Main"/></application>
</manifest>"#;
const BLOBS: usize = 20;
const BLOB: usize = 10 << 20;
const PICTURES: usize = 1000;
const LANGUAGES: [&str; 6] = ["", "-zh-rCN", "-zh-rTW", "-ja", "-de", "-fr"];
const COMMANDS: [&str; 4] = [
    "aapt package -f -0 bin -M AndroidManifest.xml -S res -A assets -I FRAMEWORK -F raw.apk",
    "zipalign -f 4 raw.apk unsigned.apk",
    "keytool -genkeypair -keystore k.p12 -storepass password -alias a -keyalg RSA -keysize 2048 -dname CN=Example",
    "apksigner sign --ks k.p12 --ks-pass pass:password --out signed.apk unsigned.apk",
];

/// Makes the package in a directory.
pub fn make(here: &Path) -> Result<PathBuf, String> {
    files(here).map_err(|error| error.to_string())?;
    for command in COMMANDS {
        let command = command.replace("FRAMEWORK", FRAMEWORK);
        let mut words = command.split_whitespace();
        let mut started = Command::new(words.next().unwrap_or_default());
        let output =
            started.args(words).current_dir(here).output().map_err(|error| format!("{command}: {error}"))?;
        if !output.status.success() {
            return Err(format!("{command}: {}", String::from_utf8_lossy(&output.stderr)));
        }
    }
    Ok(here.join("signed.apk"))
}

fn files(here: &Path) -> std::io::Result<()> {
    let mut chance = fastrand::Rng::with_seed(200);
    for directory in ["assets", "res/mipmap-xxxhdpi", "res/drawable-nodpi"] {
        fs::create_dir_all(here.join(directory))?;
    }
    fs::write(here.join("AndroidManifest.xml"), MANIFEST)?;
    for language in LANGUAGES {
        let directory = here.join(format!("res/values{language}"));
        fs::create_dir_all(&directory)?;
        let texts: Vec<_> = (0..2000).map(|n| format!("<string name=\"s{n}\">text {n}</string>")).collect();
        let document =
            format!("<resources><string name=\"app_name\">Notes</string>{}</resources>", texts.concat());
        fs::write(directory.join("strings.xml"), document)?;
    }
    fs::write(here.join("res/mipmap-xxxhdpi/launcher.png"), png(192, 0)?)?;
    for number in 0..PICTURES {
        let shade = u8::try_from(number % 251).unwrap_or(0);
        fs::write(here.join(format!("res/drawable-nodpi/p{number}.png")), png(16, shade)?)?;
    }
    let mut blob = vec![0; BLOB];
    for number in 0..BLOBS {
        chance.fill(&mut blob);
        fs::write(here.join(format!("assets/{number}.bin")), &blob)?;
    }
    Ok(())
}

fn png(side: u32, shade: u8) -> std::io::Result<Vec<u8>> {
    let mut out = std::io::Cursor::new(Vec::new());
    let low = |number: u32| number.to_le_bytes()[0];
    let picture = image::RgbImage::from_fn(side, side, |x, y| image::Rgb([low(x), low(y), shade]));
    picture.write_to(&mut out, image::ImageFormat::Png).map_err(std::io::Error::other)?;
    Ok(out.into_inner())
}
