//! Writes `docs/reference/app-packages.md` from the tables of cases and fails when it no longer says what they say.

use std::fmt::Write as _;
use std::path::Path;

use beian_inspect::facts::{Scheme, Why};

use super::cases::{CASES, How};
use super::hostile::{BLOCKS, ENTRIES, FILES, PARTS};
use super::keys::Key;

/// Set to anything to have the file written anew.
const WRITE: &str = "BEIAN_WRITE_DOCS";

const HEAD: &str = "# App packages · App 安装包

Android packages the tests make with `aapt`, `apksigner`, `keytool` and `openssl`, and what is read of them: the \
certificates are those these programs name, value by value. Written by the test `the_document_says_what_the_cases_say` \
in `crates/inspect/tests/android/document.rs`; do not edit, run it with `BEIAN_WRITE_DOCS=1`.

测试用 `aapt`、`apksigner`、`keytool`、`openssl` 制作的安卓安装包，以及从中读出的内容：证书的每个值都与这些工具所示一致。本页由测试生成，不要手改。

";

#[test]
fn the_document_says_what_the_cases_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/app-packages.md");
    let document = document();
    if asked_to_write() {
        std::fs::write(&path, &document).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == document, "docs/reference/app-packages.md is stale; run this test with {WRITE}=1");
}

#[expect(clippy::disallowed_methods, reason = "whoever changes the cases asks for the file here")]
fn asked_to_write() -> bool {
    std::env::var_os(WRITE).is_some()
}

fn document() -> String {
    let mut out = HEAD.to_owned();
    out.push_str("## Who signed · 签名者\n\n");
    out.push_str("| 安装包 | Package | Keys 密钥 | `apksigner` | Schemes read 读出的签名 | Counts 以此为准 | Why 原因 |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for case in &CASES {
        let keys: Vec<_> =
            (0..).zip(case.keys).map(|(number, key)| format!("k{number}: {}", key_name(*key))).collect();
        let schemes: Vec<_> = case.schemes.iter().map(|scheme| scheme_name(*scheme)).collect();
        let (counts, why) = match case.counts {
            Some((key, why)) => (format!("k{key}"), why_name(why)),
            None => (String::new(), "无人签名 · nobody signed"),
        };
        let (zh, en) = case.name;
        let (keys, schemes) = (keys.join("<br>"), schemes.join(", "));
        writeln!(out, "| {zh} | {en} | {keys} | {} | {schemes} | {counts} | {why} |", how(case.how)).unwrap();
    }
    out.push_str("\nOf v3.1, which Debian's `apksigner` does not write yet, the block is put together from two of its v3.\n\n");
    out.push_str("Debian 的 `apksigner` 尚不能写 v3.1，该签名块由它所写的两个 v3 拼成。\n\n");
    out.push_str("## What is refused · 拒绝的安装包\n\nEach is an honest package with one change. 每行是对正常安装包的一处改动。\n\n");
    out.push_str("| 改动 | Change | Refusal 结果 |\n| --- | --- | --- |\n");
    let entries = ENTRIES.iter().map(|(en, zh, _, refusal)| (en, zh, refusal));
    let files = FILES.iter().map(|(en, zh, _, refusal)| (en, zh, refusal));
    let parts = PARTS.iter().map(|(en, zh, _, _, refusal)| (en, zh, refusal));
    let blocks = BLOCKS.iter().map(|(en, zh, _, refusal)| (en, zh, refusal));
    for (en, zh, refusal) in entries.chain(files).chain(parts).chain(blocks) {
        writeln!(out, "| {zh} | {en} | `{refusal}` |").unwrap();
    }
    out
}

fn key_name(key: Key) -> String {
    match key {
        Key::Rsa(bits) => format!("RSA {bits}"),
        Key::Ec(curve) => format!("EC {curve}"),
        Key::Dsa => "DSA 1024".to_owned(),
        Key::Debug => "RSA 2048, CN=Android Debug".to_owned(),
        Key::Expired => "RSA 2048, 已过期 expired".to_owned(),
    }
}

const fn scheme_name(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Jar => "v1",
        Scheme::V2 => "v2",
        Scheme::V3 => "v3",
        Scheme::V31 => "v3.1",
        Scheme::CodeSignature | Scheme::Profile | Scheme::HarmonyBlock | Scheme::Bare | Scheme::Keystore => {
            ""
        }
    }
}

const fn why_name(why: Why) -> &'static str {
    match why {
        Why::Only => "唯一 · the only one",
        Why::AllAgree => "各方案一致 · every scheme names it",
        Why::NewestScheme => "最新方案 · the newest scheme",
        Why::Rotated => "已轮换 · rotated",
        Why::Leaf => "证书链末端 · end of the chain",
        Why::FirstOfSeveral => "多个中的第一个 · first of several",
    }
}

fn how(how: How) -> String {
    let schemes = |(v1, v2, v3): (bool, bool, bool)| {
        let on: Vec<_> =
            [(v1, "v1"), (v2, "v2"), (v3, "v3")].iter().filter(|one| one.0).map(|one| one.1).collect();
        on.join(" ")
    };
    match how {
        How::Not => String::new(),
        How::Each(v1, v2, v3) => schemes((v1, v2, v3)),
        How::Rotated(v1, v2, v3) => format!("{}, `--lineage`", schemes((v1, v2, v3))),
        How::RotatedLater => "v1 v2 v3 v3.1".to_owned(),
    }
}
