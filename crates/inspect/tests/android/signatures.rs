//! Every case of the table, against what `apksigner`, `keytool` and `openssl` say.

use std::path::{Path, PathBuf};

use beian_inspect::facts::{Certificate, KeyKind, Scheme};
use sha2::{Digest, Sha256};

use super::block::{self, V2, V3, V31};
use super::cases::{CASES, Case, How};
use super::keys;
use super::project::Project;
use super::tools::{after, read, run, say, there};

/// Signs as the case says.
pub fn sign(here: &Path, case: &Case) -> PathBuf {
    for (number, key) in case.keys.iter().enumerate() {
        keys::make(here, &format!("k{number}"), *key);
    }
    match case.how {
        How::Not => return here.join("unsigned.apk"),
        How::Each(v1, v2, v3) => apksigner(here, case.keys.len(), (v1, v2, v3), "signed.apk", ""),
        How::Rotated(v1, v2, v3) => {
            rotate(here, case.keys.len());
            apksigner(here, case.keys.len(), (v1, v2, v3), "signed.apk", " --lineage lineage");
        }
        How::RotatedLater => later(here),
    }
    here.join("signed.apk")
}

fn apksigner(here: &Path, signers: usize, (v1, v2, v3): (bool, bool, bool), out: &str, more: &str) {
    let signer = |number: usize| format!("--key k{number}.pk8 --cert k{number}.pem");
    let signers: Vec<_> = (0..signers).map(signer).collect();
    let schemes = format!("--v1-signing-enabled {v1} --v2-signing-enabled {v2} --v3-signing-enabled {v3}");
    let signers = signers.join(" --next-signer ");
    say(here, &format!("apksigner sign {schemes} {signers}{more} --out {out} unsigned.apk"));
}

/// Each key hands over to the next.
fn rotate(here: &Path, keys: usize) {
    for new in 1..keys {
        let old = new - 1;
        let (from, to) =
            (format!("--key k{old}.pk8 --cert k{old}.pem"), format!("--key k{new}.pk8 --cert k{new}.pem"));
        let before = if new == 1 { "" } else { " --in lineage" };
        say(here, &format!("apksigner rotate{before} --out lineage --old-signer {from} --new-signer {to}"));
    }
}

/// What newer versions of `apksigner` make with `--rotation-min-sdk-version 33`, put together from what this one makes.
fn later(here: &Path) {
    rotate(here, 2);
    apksigner(here, 1, (true, true, true), "old.apk", "");
    apksigner(here, 2, (true, true, true), "new.apk", " --lineage lineage");
    let (old, new) =
        (std::fs::read(here.join("old.apk")).unwrap(), std::fs::read(here.join("new.apk")).unwrap());
    let v3 = block::for_systems(&block::value(&old, V3), 24, 32);
    let v31 = block::for_systems(&block::value(&new, V3), 33, 0x7FFF_FFFF);
    let pairs = vec![(V2, block::value(&old, V2)), (V3, v3), (V31, v31)];
    std::fs::write(here.join("signed.apk"), block::with(&old, &pairs)).unwrap();
}

/// The cases, each in a process of its own where the runner has it so.
fn check(cases: std::ops::Range<usize>) {
    if !there() {
        return;
    }
    for case in &CASES[cases] {
        let project = Project::usual();
        project.build();
        let package = sign(project.path(), case);
        let signing = read(&package).unwrap().signing;
        let name = case.name.1;
        let schemes: Vec<_> = signing.signers.iter().map(|signer| signer.scheme).collect();
        assert_eq!(schemes, case.schemes, "{name}");
        assert_eq!(signing.counts.map(|(_, why)| why), case.counts.map(|(_, why)| why), "{name}");
        let Some((key, _)) = case.counts else { continue };
        let counting = signing.counting().unwrap();
        certificate_is(project.path(), counting, key);
        let lineage = &signing.signers[signing.counts.unwrap().0].lineage;
        assert_eq!(lineage.len(), case.lineage, "{name}");
        for (number, certificate) in lineage.iter().enumerate() {
            certificate_is(project.path(), certificate, number);
        }
        if case.how == How::RotatedLater {
            // This version of apksigner does not know v3.1.
            assert_eq!(signing.signers[2].to_system, Some(32));
            assert_eq!((signing.signers[3].from_system, signing.signers[3].to_system), (Some(33), None));
            continue;
        }
        let newest = schemes.iter().max().unwrap();
        let all = signing.signers.iter().filter(|signer| signer.scheme == *newest);
        apksigner_says(&package, case, all.map(|signer| &signer.chain[0]).collect());
    }
}

/// `apksigner verify` names the same certificates under the same schemes.
fn apksigner_says(package: &Path, case: &Case, ours: Vec<&Certificate>) {
    let here = package.parent().unwrap();
    // v3 alone is for systems that know it.
    let minimum = if case.schemes == [Scheme::V3] { "28" } else { "24" };
    let file = package.file_name().unwrap().to_str().unwrap();
    let said = say(here, &format!("apksigner verify --print-certs -v --min-sdk-version {minimum} {file}"));
    let verified =
        |scheme: &str| after(&said, &format!("Verified using {scheme}")).unwrap().ends_with("true");
    assert_eq!(verified("v3 scheme"), case.schemes.contains(&Scheme::V3), "{said}");
    assert_eq!(verified("v2 scheme"), case.schemes.contains(&Scheme::V2), "{said}");
    for (number, ours) in (1..).zip(ours) {
        let theirs = |what: &str| after(&said, &format!("Signer #{number} {what}: ")).unwrap().to_owned();
        assert_eq!(theirs("certificate SHA-256 digest"), ours.fingerprints.sha256);
        assert_eq!(theirs("certificate SHA-1 digest"), ours.fingerprints.sha1);
        assert_eq!(theirs("certificate MD5 digest"), ours.fingerprints.md5);
        assert_eq!(theirs("public key SHA-256 digest"), hex::encode(Sha256::digest(&ours.key.der)));
        let (algorithm, bits) = match &ours.key.kind {
            KeyKind::Rsa { bits, .. } => ("RSA", *bits),
            KeyKind::Ec { curve, .. } => ("EC", curve.rsplit('-').next().unwrap().parse().unwrap()),
            KeyKind::Dsa { bits, .. } => ("DSA", *bits),
            KeyKind::Other { oid } => panic!("{oid}"),
        };
        assert_eq!(theirs("key algorithm"), algorithm);
        assert_eq!(theirs("key size (bits)"), bits.to_string());
    }
}

/// `openssl` and `keytool` say the same of the certificate the key was made with.
fn certificate_is(here: &Path, ours: &Certificate, key: usize) {
    let openssl = |what: &str| {
        say(here, &format!("openssl x509 -in k{key}.pem -noout {what}"))
            .trim()
            .replace(':', "")
            .to_lowercase()
    };
    for (digest, ours) in [
        ("md5", &ours.fingerprints.md5),
        ("sha1", &ours.fingerprints.sha1),
        ("sha256", &ours.fingerprints.sha256),
    ] {
        assert_eq!(openssl(&format!("-fingerprint -{digest}")).split('=').nth(1).unwrap(), ours);
    }
    assert_eq!(openssl("-serial").split('=').nth(1).unwrap().trim_start_matches('0'), ours.serial);
    let subject = say(here, &format!("openssl x509 -in k{key}.pem -noout -subject -nameopt RFC2253"));
    assert_eq!(subject.trim(), format!("subject={}", ours.subject));
    let until = say(here, &format!("openssl x509 -in k{key}.pem -noout -enddate -dateopt iso_8601"));
    assert_eq!(until.trim(), format!("notAfter={}", ours.not_after.format("%Y-%m-%d %H:%M:%SZ")));
    if let KeyKind::Rsa { modulus, .. } = &ours.key.kind {
        assert_eq!(
            openssl("-modulus").split('=').nth(1).unwrap().trim_start_matches('0'),
            hex::encode(modulus)
        );
    }
    std::fs::write(here.join("ours.der"), &ours.der).unwrap();
    let said = run(here, "keytool", ["-printcert", "-file", "ours.der"]).replace(':', "").to_lowercase();
    for digest in [&ours.fingerprints.sha1, &ours.fingerprints.sha256] {
        assert!(said.contains(digest.as_str()), "{said}");
    }
}

#[test]
fn every_scheme_is_read() {
    check(0..6);
}

#[test]
fn every_kind_of_key_is_read() {
    check(6..11);
}

#[test]
fn odd_certificates_are_read() {
    check(11..13);
}

#[test]
fn of_several_signers_and_after_a_rotation_the_right_one_counts() {
    check(13..CASES.len());
}
