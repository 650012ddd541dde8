//! The table of all rules, by topic: a topic is a file of `rulebook/rules/`.

use std::fmt::Write as _;

use super::{MADE, rule_page, say};
use crate::rulebook::{Entry, InForce, Rule};

/// The files of the rules, and what they are about.
const TOPICS: &[(&str, &str, &str)] = &[
    ("identity", "主体和证件", "The subject and its certificate"),
    ("persons", "负责人", "Persons in charge"),
    ("contacts", "联系方式", "Phones and mail addresses"),
    ("places", "地址和归属地", "Addresses and places"),
    ("names", "名称", "Names"),
    ("contents", "服务内容和前置审批", "Contents and pre-approvals"),
    ("domains", "域名", "Domains"),
    ("apps", "App", "Apps"),
    ("access", "接入", "Access"),
    ("quantity", "数量", "Quantities"),
    ("evidence", "材料", "Evidence"),
    ("orders", "备案类型和已有备案", "Kinds of order, and what is filed already"),
    ("texts", "文字", "Texts"),
    ("clauses", "各省条款", "Clauses of the provinces"),
];

const HEAD: &str = "\
系统预检按这些规则检查每一份备案资料。每条规则一页：怎么提示、为什么、怎么改、适用范围、来源、各省的要求和例子。轻重：`block` 必须改，`warn` 请留意，`info` 供参考；\
“各省”指以各省对该问题的回答为准，表中是最重的情形。

Every filing is checked by these rules. Each has a page: what is said, why, how to mend it, to what it applies, who says so, \
what the provinces ask, and examples. Weight: `block` must be mended, `warn` is to be minded, `info` is good to know. Where \
the provinces answer, their weight counts, and the table has the gravest.

格式 The form: [rulebook/README.md](../../../rulebook/README.md) · 来源 Sources: [rulebook.md](../rulebook.md) · \
各省要求 The provinces: [provinces/](../provinces/README.md)

";

/// The name of a file of rules without `rules/` and ending.
pub(super) fn file_of(entry: &Entry<Rule>) -> &str {
    entry.place.file.trim_start_matches("rules/").trim_end_matches(".toml")
}

pub(super) fn page(rules: InForce<'_>) -> String {
    let mut out = format!("# 规则 · Rules\n\n{MADE}{HEAD}");
    let all: Vec<_> = rules.rules().collect();
    let stray = all.iter().find(|entry| !TOPICS.iter().any(|(file, ..)| *file == file_of(entry)));
    assert!(stray.is_none(), "{:?} stands in no topic", stray.map(|entry| &entry.place));
    for (file, zh, en) in TOPICS {
        let of: Vec<_> = all.iter().filter(|entry| file_of(entry) == *file).collect();
        writeln!(out, "## {zh} · {en}\n\n`rulebook/rules/{file}.toml`: {}\n", of.len()).unwrap();
        out.push_str("| 代码 Code | 规则 | Rule | 轻重 Weight | 谁说的 Who says it |\n| --- | --- | --- | --- | --- |\n");
        for entry in of {
            row(&mut out, entry);
        }
        out.push('\n');
    }
    writeln!(out, "共 {} 条 · {} rules", all.len(), all.len()).unwrap();
    out
}

fn row(out: &mut String, entry: &Entry<Rule>) {
    let rule = &entry.value;
    let who = if rule.check.speaks_for_clauses() {
        "条款 Clauses".to_owned()
    } else if rule.asks.is_empty() {
        entry.testimony.sources.join(", ")
    } else {
        let asked = rule.asks.iter().map(|parameter| say::inline(say::parameter(*parameter)));
        format!("各省 Provinces: {}", asked.collect::<Vec<_>>().join("; "))
    };
    writeln!(
        out,
        "| [`{}`]({}) | {} | {} | {} | {who} |",
        rule.code,
        rule_page::file_name(rule),
        rule.title.zh,
        rule.title.en,
        entry.testimony.severity.slug()
    )
    .unwrap();
}
