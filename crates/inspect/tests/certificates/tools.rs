//! The tools of others, run in a directory of their own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use beian_inspect::facts::{Certificate, Facts};
use beian_inspect::{Asked, Refusal, inspect};

/// A directory that goes away with the test.
pub struct Place {
    directory: tempfile::TempDir,
}

impl Place {
    /// A place, when the tools are on this machine; else it is said, and the test shows nothing.
    #[expect(clippy::print_stderr, reason = "a test that shows nothing must say so")]
    pub fn with(tools: &[&str]) -> Option<Self> {
        for tool in tools {
            let version = if *tool == "keytool" { "-help" } else { "version" };
            if Command::new(tool).arg(version).output().is_err() {
                eprintln!("SKIPPED: {tool} is not installed, nothing was compared");
                return None;
            }
        }
        Some(Self { directory: tempfile::tempdir().unwrap() })
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub fn write(&self, name: &str, content: &[u8]) {
        std::fs::write(self.path(name), content).unwrap();
    }

    /// Runs `openssl`; words are parted by spaces.
    pub fn openssl(&self, arguments: &str) -> String {
        let output = run("openssl", arguments, self.directory.path());
        assert!(output.status.success(), "openssl {arguments}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Runs `openssl` for something that not every build of it can do.
    pub fn openssl_can(&self, arguments: &str) -> bool {
        run("openssl", arguments, self.directory.path()).status.success()
    }

    /// Runs `keytool`, with its messages in English.
    pub fn keytool(&self, arguments: &str) -> String {
        let arguments = format!("-J-Duser.language=en {arguments}");
        let output = run("keytool", &arguments, self.directory.path());
        assert!(output.status.success(), "keytool {arguments}: {}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// A root, an authority between, and a leaf, in PEM: `root`, `middle`, `leaf`; the first two also in `others`.
    pub fn chain(&self) {
        const EC: &str = "ec -pkeyopt ec_paramgen_curve:P-256";
        self.openssl(&format!(
            "req -x509 -newkey {EC} -nodes -keyout root.key -out root.pem -subj /CN=Root/C=CN"
        ));
        self.issue("middle", EC, "/CN=Middle/C=CN", "root", true);
        self.issue("leaf", "rsa:2048", "/CN=Example\u{a0}Release/O=Example/C=CN", "middle", false);
        self.write("others.pem", &[self.bytes("root.pem"), self.bytes("middle.pem")].concat());
    }

    /// A certificate with a new key, issued by another.
    pub fn issue(&self, name: &str, key: &str, subject: &str, by: &str, authority: bool) {
        self.openssl(&format!(
            "req -new -newkey {key} -nodes -keyout {name}.key -out {name}.csr -subj {subject}"
        ));
        self.write(
            "extensions",
            format!("basicConstraints=CA:{authority}\nsubjectKeyIdentifier=hash\n").as_bytes(),
        );
        self.openssl(&format!(
            "x509 -req -in {name}.csr -CA {by}.pem -CAkey {by}.key -out {name}.pem -days 20 -set_serial 0x0a1b2c \
             -extfile extensions"
        ));
    }
}

fn run(tool: &str, arguments: &str, directory: &Path) -> Output {
    // A space inside a word is written as one that does not break.
    let words = arguments.split(' ').filter(|word| !word.is_empty()).map(|word| word.replace('\u{a0}', " "));
    Command::new(tool).args(words).current_dir(directory).output().unwrap()
}

/// What is read from a file.
pub fn read(bytes: &[u8], password: Option<&str>) -> Result<Facts, Refusal> {
    let asked = Asked { password: password.map(str::to_owned), ..Asked::default() };
    inspect(&bytes.to_vec(), &asked)
}

/// The certificate that counts.
pub fn counting(facts: &Facts) -> &Certificate {
    facts.signing.counting().unwrap()
}

/// The subjects of a chain, leaf first.
pub fn subjects(chain: &[Certificate]) -> Vec<&str> {
    chain.iter().map(|one| one.subject.as_str()).collect()
}
