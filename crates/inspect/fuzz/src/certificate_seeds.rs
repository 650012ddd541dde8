//! Writes what the fuzzers of certificates, keystores, lists and programs begin with; `openssl` and `keytool` make it.

// The coverage that `cargo fuzz` builds into everything needs its counters.
use libfuzzer_sys as _;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LIST: &str = "<plist><dict><key>CFBundleIdentifier</key><string>com.example.app</string>\
    <key>CFBundleIcons</key><dict><key>CFBundleIconFiles</key><array><string>A</string></array></dict>\
    <key>TeamIdentifier</key><array><string>ABCDE12345</string></array>\
    <key>DeveloperCertificates</key><array><data>MAA=</data></array>\
    <key>ExpirationDate</key><date>2027-03-01T08:00:00Z</date></dict></plist>";

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in ["certificate", "cms", "keystore", "plist", "macho", "resources-index"] {
        fs::create_dir_all(corpus.join(target))?;
    }
    let work = Work(corpus.join("made"));
    fs::create_dir_all(&work.0)?;
    fs::write(work.0.join("list"), LIST)?;
    for (name, key) in [("rsa", "rsa:1024"), ("ec", "ec -pkeyopt ec_paramgen_curve:P-256"), ("other", "ed25519")] {
        work.run(&format!("openssl req -x509 -newkey {key} -nodes -keyout {name}.key -out {name}.pem -subj /CN=A/C=CN"));
        work.run(&format!("openssl x509 -in {name}.pem -outform DER -out {name}.cer"));
        work.run(&format!("openssl crl2pkcs7 -nocrl -certfile {name}.pem -outform DER -out {name}.p7b"));
        work.run(&format!("openssl cms -sign -binary -nodetach -in list -signer {name}.pem -inkey {name}.key -outform DER -out {name}.cms"));
        work.run(&format!("openssl cms -sign -binary -stream -nodetach -in list -signer {name}.pem -inkey {name}.key -outform DER -out {name}.ber"));
        let export = format!("openssl pkcs12 -export -inkey {name}.key -in {name}.pem -iter 1 -passout pass:geheim");
        work.run(&format!("{export} -out {name}.p12"));
        work.run(&format!("{export} -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 -out {name}.old.p12"));
        work.run(&format!("{export} -certpbe NONE -nomac -out {name}.open.p12"));
        work.run(&format!("keytool -importcert -noprompt -alias a -file {name}.pem -keystore {name}.jks -storetype JKS -storepass geheim"));
        work.keep(&corpus, "certificate", &[&format!("{name}.pem"), &format!("{name}.cer")])?;
        work.keep(&corpus, "cms", &[&format!("{name}.p7b"), &format!("{name}.cms"), &format!("{name}.ber")])?;
        let stores = ["p12", "old.p12", "open.p12", "jks"].map(|end| format!("{name}.{end}"));
        work.keep(&corpus, "keystore", &stores.each_ref().map(String::as_str))?;
        if let Ok(cms) = fs::read(work.0.join(format!("{name}.ber"))) {
            fs::write(corpus.join("macho").join(name), program(&signature(&cms)))?;
        }
    }
    let binary = plist::Value::from_reader(std::io::Cursor::new(LIST)).expect("a list");
    binary.to_file_binary(corpus.join("plist/binary")).expect("a place for it");
    fs::write(corpus.join("plist/xml"), LIST)?;
    fs::write(corpus.join("plist/old"), "/* name */ \"CFBundleName\" = \"\\U5e94\"; a = b; // end")?;
    fs::write(corpus.join("resources-index/old"), index())
}

struct Work(PathBuf);

impl Work {
    /// Runs a tool; without it there is one seed less.
    fn run(&self, command: &str) {
        let mut words = command.split(' ');
        let tool = words.next().unwrap_or_default();
        let _ = Command::new(tool).args(words).current_dir(&self.0).output();
    }

    fn keep(&self, corpus: &Path, target: &str, names: &[&str]) -> std::io::Result<()> {
        for name in names {
            if self.0.join(name).exists() {
                fs::copy(self.0.join(name), corpus.join(target).join(name))?;
            }
        }
        Ok(())
    }
}

fn signature(cms: &[u8]) -> Vec<u8> {
    let length = u32::try_from(cms.len() + 8).expect("small");
    let words = [0xfade_0cc0, length + 20, 1, 0x1_0000, 20, 0xfade_0b01, length];
    [words.into_iter().flat_map(u32::to_be_bytes).collect(), cms.to_vec()].concat()
}

fn program(signature: &[u8]) -> Vec<u8> {
    let length = u32::try_from(signature.len()).expect("small");
    let words = [0xfeed_facf, 0x0100_000c, 0, 2, 2, 40, 0, 0, 0x2c, 24, 0, 0, 0, 0, 0x1d, 16, 72, length];
    [words.into_iter().flat_map(u32::to_le_bytes).collect(), signature.to_vec()].concat()
}

fn index() -> Vec<u8> {
    let mut index = b"Restool 5.0".to_vec();
    index.resize(128, 0);
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    index.extend(words(&[200, 1]));
    index.extend(b"KEYS");
    index.extend(words(&[156, 1, 0, 0x7a68]));
    index.extend(b"IDSS");
    index.extend(words(&[1, 0x0100_0000, 172, 30, 9, 0x0100_0000]));
    index.extend(b"\x04\0App\0\x09\0app_name\0");
    index
}
