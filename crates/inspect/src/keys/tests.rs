//! Certificates that `openssl` makes, against what `openssl` says of them.

use std::process::Command;

use super::{certificate, cms};
use crate::facts::KeyKind;

fn openssl(directory: &std::path::Path, arguments: &str) -> String {
    let output = Command::new("openssl").args(arguments.split(' ')).current_dir(directory).output().unwrap();
    assert!(output.status.success(), "openssl {arguments}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn a_certificate_and_its_chain_are_read_whatever_their_order() {
    let place = tempfile::tempdir().unwrap();
    let here = place.path();
    openssl(
        here,
        "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=Root/C=CN -days 30",
    );
    openssl(
        here,
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout a.key -out a.csr -subj /CN=App",
    );
    openssl(here, "x509 -req -in a.csr -CA ca.pem -CAkey ca.key -out a.pem -days 9 -set_serial 0x0a1b");
    openssl(here, "crl2pkcs7 -nocrl -certfile ca.pem -certfile a.pem -outform DER -out bag.p7b");
    let chain = cms::certificates(&std::fs::read(here.join("bag.p7b")).unwrap()).unwrap();
    assert_eq!(chain.len(), 2);
    assert_eq!(chain[0].subject, "CN=App");
    assert_eq!(chain[0].issuer, "C=CN,CN=Root");
    assert_eq!(chain[0].serial, "a1b");
    assert!(matches!(&chain[0].key.kind, KeyKind::Ec { curve, .. } if curve == "P-256"));
    let printed = openssl(here, "x509 -in a.pem -noout -fingerprint -md5");
    assert_eq!(printed.split('=').nth(1).unwrap().replace(':', "").to_lowercase(), chain[0].fingerprints.md5);
    assert_eq!(certificate::read(&chain[0].der).unwrap(), chain[0]);
}
