//! Writes `docs/reference/codes.md` from the tables and fails when the file no longer says what they say.

mod base_tables;

use std::fmt::Write as _;
use std::path::Path;

use super::base::Mark;
use super::fixed;
use super::reply_code::{MsgCode, Retry};
use super::result::Area;

/// Set to anything to have the file written anew.
const WRITE: &str = "BEIAN_WRITE_DOCS";

const HEAD: &str = "# Codes · 代码

Every code the interface to the authority uses, as the program knows it. Written by the test \
`the_document_says_what_the_tables_say` in `crates/authority/src/codes/reference.rs`; do not edit, run it with \
`BEIAN_WRITE_DOCS=1`.

与管局接口所用的全部代码，以程序内的为准。本页由测试生成，不要手改。

Numbers and meanings come from 企业系统接口规范 V3.0 (2013-10) and, where marked, from what is known of later forms; \
the wording is ours.

数字和含义出自企业系统接口规范 V3.0（2013-10），有标注的出自之后的表单；文字是我们自己的。

";

#[test]
fn the_document_says_what_the_tables_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/codes.md");
    let document = document();
    if asked_to_write() {
        std::fs::write(&path, &document).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let first = (1..).zip(written.lines().zip(document.lines())).find(|(_, (old, new))| old != new);
    assert!(
        written == document,
        "docs/reference/codes.md is stale, first at {first:?}; run this test with {WRITE}=1"
    );
}

#[expect(clippy::disallowed_methods, reason = "whoever changes the codes asks for the file here")]
fn asked_to_write() -> bool {
    std::env::var_os(WRITE).is_some()
}

fn document() -> String {
    let mut out = HEAD.to_owned();
    message_codes(&mut out);
    out.push_str("## Result codes · 结果代码\n\n");
    out.push_str("`Jgdm` in BAJG. ✓ speaks for the request, every other code against it. Elements are ends of paths in the uploaded document.\n\n");
    out.push_str("✓ 表示成功，其余均为不通过。字段写的是上报文件中路径的末段。\n\n");
    for area in Area::ALL {
        result_codes(&mut out, area);
    }
    base_tables::write(&mut out);
    fixed_codes(&mut out);
    out
}

fn message_codes(out: &mut String) {
    out.push_str("## Method codes · 方法返回代码\n\n`msg_code` of every return document.\n\n");
    out.push_str("| Code | 含义 | Meaning | 处理 | What is done |\n| ---: | --- | --- | --- | --- |\n");
    for code in (0..=999).map(MsgCode) {
        if let Some((zh, en)) = code.wording() {
            let (do_zh, do_en) = policy(&code.retry(&[]));
            writeln!(out, "| {code} | {zh} | {en} | {do_zh} | {do_en} |").unwrap();
        }
    }
    out.push('\n');
}

const fn policy(retry: &Retry) -> (&'static str, &'static str) {
    match retry {
        Retry::Done => ("完成", "done"),
        Retry::Later => ("稍后以相同序号和内容重试", "tried later with the same number and bytes"),
        Retry::Resend(_) => ("先补报缺少的序号", "the missing numbers are sent first"),
        Retry::Alarm => ("停止并报警，由人处理", "stopped, a person is called"),
        Retry::FaultyFile => ("文件有误，不占用序号", "the file is faulty, its number is not used up"),
    }
}

fn result_codes(out: &mut String, area: Area) {
    let (zh, en) = match area {
        Area::Icp => ("ICP 备案", "ICP filings"),
        Area::Ip => ("IP 地址备案", "IP address filings"),
        Area::Domain => ("域名备案", "Domain filings"),
        Area::General => ("通用", "Any document"),
    };
    writeln!(out, "### {en} · {zh}\n").unwrap();
    out.push_str("| Code | | 含义 | Meaning | 处理 | What to do | 字段 Elements |\n");
    out.push_str("| ---: | --- | --- | --- | --- | --- | --- |\n");
    for entry in area.codes() {
        let success = if entry.is_success() { "✓" } else { "" };
        let elements = codes(entry.elements);
        writeln!(
            out,
            "| {} | {success} | {} | {} | {} | {} | {elements} |",
            entry.code, entry.zh, entry.en, entry.remedy_zh, entry.remedy_en
        )
        .unwrap();
    }
    out.push('\n');
}

fn fixed_codes(out: &mut String) {
    out.push_str(
        "## Fixed codes · 固定代码\n\nNot delivered in any table; the interface itself fixes them.\n\n",
    );
    out.push_str("不随基础代码下发，由接口本身规定。\n\n");
    out.push_str("| 代码 | Set | 元素 Elements | 取值 Values | |\n| --- | --- | --- | --- | --- |\n");
    for set in fixed::SETS {
        let rows: Vec<String> = set.rows.iter().map(|(value, zh, en)| format!("{value} {zh} {en}")).collect();
        let mark = marked(set.mark);
        writeln!(
            out,
            "| {} | {} | {} | {} | {mark} |",
            set.zh,
            set.en,
            codes(set.elements),
            rows.join("<br>")
        )
        .unwrap();
    }
}

/// The letter of a mark, as the legend explains it.
const fn marked(mark: Mark) -> &'static str {
    match mark {
        Mark::Confirmed => "C",
        Mark::SingleSource => "S",
        Mark::Inferred => "I",
        Mark::Simulator => "**P**",
    }
}

fn codes(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
