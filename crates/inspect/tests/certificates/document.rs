//! Writes `docs/reference/app-certificates.md` from cases that are made and read here, and fails when it is stale.

use std::fmt::Write as _;
use std::path::Path;

use beian_inspect::facts::{Kind, Platform, Scheme, Why};
use beian_inspect::spelling::{SpellingName, asked_by};

use super::cases::{Case, cases};
use super::tools::read;

/// Set to anything to have the file written anew.
const WRITE: &str = "BEIAN_WRITE_DOCS";

const HEAD: &str = "# App certificates · App 证书

Certificates, keystores, iOS and HarmonyOS packages that the tests make with `openssl` and `keytool`, and what is read \
of them; every value is compared with what these programs say. Written by the test \
`the_document_says_what_the_cases_say` in `crates/inspect/tests/certificates/document.rs`; do not edit, run it with \
`BEIAN_WRITE_DOCS=1`.

测试用 `openssl`、`keytool` 制作的证书、密钥库、iOS 和鸿蒙安装包，以及从中读出的内容；每个值都与这些工具所示一致。本页由测试生成，不要手改。

";

#[test]
fn the_document_says_what_the_cases_say() {
    let Some(document) = document() else { return };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/app-certificates.md");
    if asked_to_write() {
        std::fs::write(&path, &document).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let first = (1..).zip(written.lines().zip(document.lines())).find(|(_, (old, new))| old != new);
    assert!(
        written == document,
        "docs/reference/app-certificates.md is stale, first at {first:?}; run with {WRITE}=1"
    );
}

#[expect(clippy::disallowed_methods, reason = "whoever changes the cases asks for the file here")]
fn asked_to_write() -> bool {
    std::env::var_os(WRITE).is_some()
}

fn document() -> Option<String> {
    let cases = cases()?;
    let mut out = HEAD.to_owned();
    out.push_str("## What is read · 读出的内容\n\n");
    out.push_str("| 文件 | File | Made by 制作 | Kind 种类 | Signed by 签名 | Counts 以此为准 |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- |\n");
    let (good, bad): (Vec<Case>, Vec<Case>) =
        cases.into_iter().partition(|case| read(&case.bytes, case.password).is_ok());
    for case in &good {
        row(&mut out, case);
    }
    out.push_str(
        "\n## What is refused · 拒绝的文件\n\n| 文件 | File | Refusal 结果 |\n| --- | --- | --- |\n",
    );
    for Case { zh, en, bytes, password, .. } in &bad {
        writeln!(out, "| {zh} | {en} | `{}` |", read(bytes, *password).unwrap_err()).unwrap();
    }
    spellings(&mut out);
    Some(out)
}

fn row(out: &mut String, case: &Case) {
    let facts = read(&case.bytes, case.password).unwrap();
    let signers: Vec<String> = facts
        .signing
        .signers
        .iter()
        .map(|signer| {
            let names: Vec<&str> = signer.chain.iter().map(|one| one.subject.as_str()).collect();
            format!("{}: {}", scheme(signer.scheme), names.join(" ← "))
        })
        .collect();
    let counts = match facts.signing.counts {
        Some((at, reason)) => format!("{} {}", at + 1, why(reason)),
        None if facts.signing.store_copy => "商店重新签名 · signed anew by a store".to_owned(),
        None => "无人签名 · nobody signed".to_owned(),
    };
    let Case { zh, en, by, .. } = case;
    writeln!(out, "| {zh} | {en} | `{by}` | {} | {} | {counts} |", kind(facts.kind), signers.join("<br>"))
        .unwrap();
}

fn spellings(out: &mut String) {
    out.push_str("\n## Spellings · 写法\n\nWhat a filing takes per platform, the first choice with ①. 各平台备案所用的写法，首选为 ①。\n\n");
    out.push_str("| `slug` | 含义 | Meaning | 安卓 Android | iOS | 鸿蒙 HarmonyOS |\n| --- | --- | --- | --- | --- | --- |\n");
    for name in SpellingName::ALL {
        let marks = [Platform::Android, Platform::Ios, Platform::HarmonyOs].map(|platform| {
            let asked = asked_by(platform);
            [asked.fingerprint, asked.public_key]
                .into_iter()
                .find_map(|names| names.iter().position(|one| *one == name))
                .map_or("", |at| ["①", "②", "③", "④", "⑤"][at])
        });
        let (zh, en) = meaning(name);
        writeln!(out, "| `{}` | {zh} | {en} | {} |", name.slug(), marks.join(" | ")).unwrap();
    }
}

const fn meaning(name: SpellingName) -> (&'static str, &'static str) {
    match name {
        SpellingName::Md5 => ("证书 MD5，小写", "MD5 of the certificate, lower case"),
        SpellingName::Md5Upper => ("证书 MD5，大写", "the same, upper case"),
        SpellingName::Md5Colons => ("证书 MD5，大写带冒号", "the same, with colons"),
        SpellingName::Sha1 => ("证书 SHA-1，小写", "SHA-1 of the certificate, lower case"),
        SpellingName::Sha1Upper => ("证书 SHA-1，大写", "the same, upper case"),
        SpellingName::Sha1Colons => ("证书 SHA-1，大写带冒号", "the same, with colons"),
        SpellingName::Sha256 => ("证书 SHA-256，小写", "SHA-256 of the certificate, lower case"),
        SpellingName::Sha256Upper => ("证书 SHA-256，大写", "the same, upper case"),
        SpellingName::Sha256Colons => ("证书 SHA-256，大写带冒号", "the same, with colons"),
        SpellingName::KeyPem => ("公钥，PEM", "public key, PEM"),
        SpellingName::KeyHex => {
            ("公钥（SubjectPublicKeyInfo），十六进制", "public key with its algorithm, hex")
        }
        SpellingName::KeyBits => ("公钥本身，十六进制", "public key as viewers show it, hex"),
        SpellingName::ModulusHex => ("RSA 模数，十六进制", "RSA modulus, hex"),
        SpellingName::ModulusDecimal => ("RSA 模数，十进制", "RSA modulus, decimal"),
        SpellingName::Exponent => ("RSA 指数", "RSA exponent"),
        SpellingName::Point => ("EC 公钥点", "EC point"),
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Ipa => "IPA",
        Kind::Hap => "HAP",
        Kind::HarmonyApp => "APP",
        Kind::AppleProfile => "mobileprovision",
        Kind::HarmonyProfile => "profile p7b",
        Kind::Certificates => "证书 certificates",
        Kind::Pkcs12 => "PKCS#12",
        Kind::Jks => "JKS",
        Kind::Apk | Kind::Aab | Kind::ApkBundle => "Android",
    }
}

const fn scheme(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::CodeSignature => "代码签名 code signature",
        Scheme::Profile => "描述文件 profile",
        Scheme::HarmonyBlock => "签名块 signing block",
        Scheme::Bare => "证书 certificate",
        Scheme::Keystore => "密钥库 keystore",
        Scheme::Jar | Scheme::V2 | Scheme::V3 | Scheme::V31 => "Android",
    }
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::Only => "唯一 · the only one",
        Why::AllAgree => "各处一致 · all name it",
        Why::NewestScheme => "最新方案 · the newest scheme",
        Why::Rotated => "已轮换 · rotated",
        Why::Leaf => "证书链末端 · end of the chain",
        Why::FirstOfSeveral => "多个中的第一个 · first of several",
    }
}
