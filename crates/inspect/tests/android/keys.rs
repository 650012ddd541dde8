//! Keys and certificates, made anew for every test.

use std::path::Path;

use super::tools::{run, say};

/// How a key is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// RSA of so many bits.
    Rsa(u32),
    /// Elliptic curve by its name.
    Ec(&'static str),
    /// DSA of 1,024 bits.
    Dsa,
    /// What Android Studio signs with while an App is being made.
    Debug,
    /// RSA, with a certificate that ended years ago.
    Expired,
}

/// Makes the key and its certificate: `NAME.pk8` and `NAME.pem`.
pub fn make(here: &Path, name: &str, key: Key) {
    match key {
        Key::Rsa(bits) => request(here, name, &format!("-newkey rsa:{bits}")),
        Key::Ec(curve) => request(here, name, &format!("-newkey ec -pkeyopt ec_paramgen_curve:{curve}")),
        Key::Dsa => {
            say(here, &format!("openssl dsaparam -genkey -noout -out {name}.key 1024"));
            say(
                here,
                &format!("openssl req -x509 -key {name}.key -out {name}.pem -subj /CN={name} -days 30"),
            );
        }
        Key::Debug => store(here, name, "C=US, O=Android, CN=Android Debug", "-1d"),
        Key::Expired => store(here, name, "CN=Long ago", "-9y"),
    }
    say(here, &format!("openssl pkcs8 -topk8 -nocrypt -in {name}.key -outform DER -out {name}.pk8"));
}

fn request(here: &Path, name: &str, key: &str) {
    let files = format!("-nodes -keyout {name}.key -out {name}.pem");
    let subject = format!("/C=CN/O=Example/CN={name}");
    say(here, &format!("openssl req -x509 {key} {files} -subj {subject} -days 30"));
}

/// By way of a keystore, whose tool can date a certificate back.
fn store(here: &Path, name: &str, subject: &str, start: &str) {
    let file = format!("{name}.p12");
    let words =
        ["-genkeypair", "-keystore", &file, "-storepass", "password", "-alias", "a", "-keyalg", "RSA"];
    let more = ["-keysize", "2048", "-validity", "365", "-startdate", start, "-dname", subject];
    run(here, "keytool", words.iter().chain(&more));
    let open = format!("openssl pkcs12 -in {file} -passin pass:password -nodes");
    say(here, &format!("{open} -nocerts -out {name}.key"));
    say(here, &format!("{open} -nokeys -out {name}.pem"));
}
