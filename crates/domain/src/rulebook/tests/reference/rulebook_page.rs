//! The page of the rulebook: signs, sources, disagreements, national values and clauses, tables.

use std::fmt::Write as _;

use super::{MADE, province_page, say};
use crate::region::Province;
use crate::rulebook::{Answer, Confidence, Entry, InForce, Parameter, Rulebook, TableKind, Value};

const HEAD: &str = "\
每项要求都注明：谁说的（来源标签）、什么时候（来源的日期）、可信度、违反时的轻重，以及它在省页面的哪一行（如 `unit-persons 沪`）。

Each value names who says it (tags of sources), for which day, how surely, what a breach weighs, and the row of the \
province pages it stands in (`unit-persons 沪`).

| | 可信度 | Confidence |
| --- | --- | --- |
| ● | 两家以上一致，或法规本身 | two publishers agree, or the law itself says so |
| ◐ | 一家之说 | one publisher says so |
| ◆ | 说法不一；各方说法、取用的值和理由一并记录 | publishers differ; every version, the value in use and the reason are kept |
| ○ ✕ | 读过的来源未提及；未找到来源 | the sources say nothing; no source was found |

`block` 只用于 ● 或有理由的 ◆，其余为 `warn`；`info` 只供知悉。`block` is for ● and for ◆ with a reason, else it is \
`warn`; `info` is to be known only.

服务商可在自己的目录里放同样形式的文件：同名的值以上层为准，结果会写明出自哪一层。A provider lays files of the same form \
over these; the higher layer wins name by name, and every value tells its layer. 格式 The form: \
[0032](../decisions/0032-rulebook-format.md).

这些要求来自服务商公布的页面，管局可能随时调整，以管局为准。They are what providers publish of the authorities, which change \
them without notice; the authority has the last word.

";

pub(super) fn page(rules: InForce<'_>) -> String {
    let mut out = format!("# 规则库 · The rulebook\n\n{MADE}{HEAD}");
    sources(&mut out);
    conflicts(&mut out, rules);
    national(&mut out, rules);
    tables(&mut out, rules);
    out
}

fn sources(out: &mut String) {
    out.push_str("## 来源 · Sources\n\n同一发布者的两个来源不互相印证。Two sources of one publisher do not confirm each other.\n\n");
    out.push_str("| 标签 Tag | 来源 | Source | 发布者 Publisher | 日期 Date | 地址 Address |\n| --- | --- | --- | --- | --- | --- |\n");
    for source in Rulebook::built_in().sources() {
        let law = if source.authoritative { " ⚖" } else { "" };
        writeln!(
            out,
            "| {}{law} | {} | {} | {} | {} | {} |",
            source.tag, source.name.zh, source.name.en, source.publisher, source.date, source.address
        )
        .unwrap();
    }
    out.push_str("\n⚖ 法规、部门文件或接口规范本身 the law, the ministry or the interface itself\n\n");
}

fn conflicts(out: &mut String, rules: InForce<'_>) {
    out.push_str("## 说法不一之处 · Where sources differ\n\n");
    out.push_str("| | 项目 What | 取用 In use | 轻重 Weight | 各方说法和理由 Versions and reason |\n| --- | --- | --- | --- | --- |\n");
    for &parameter in Parameter::ALL {
        let nation = rules.national(parameter).map(|entry| ("全国 National".to_owned(), entry));
        let provinces =
            Province::ALL.iter().filter_map(|province| match rules.province(*province).get(parameter) {
                Answer::Own(entry) => {
                    Some((format!("[{0}](provinces/{1}.md)", province.name_zh(), province.slug()), entry))
                }
                Answer::Default(_) | Answer::Unknown(_) => None,
            });
        for (who, entry) in nation.into_iter().chain(provinces) {
            if entry.testimony.confidence == Confidence::Conflicting {
                conflict(out, &who, parameter, entry);
            }
        }
    }
    out.push('\n');
}

fn conflict(out: &mut String, who: &str, parameter: Parameter, entry: &Entry<Value>) {
    let versions = say::conflict(&entry.testimony, parameter.shape()).unwrap_or_default();
    let name = say::both(say::parameter(parameter));
    let value = say::both(&say::value(&entry.value, parameter.shape()));
    writeln!(out, "| {who} | {name} | {value} | {} | {versions} |", entry.testimony.severity).unwrap();
}

fn national(out: &mut String, rules: InForce<'_>) {
    out.push_str("## 全国 · National\n\n");
    out.push_str("| 项目 What | 参数 Parameter | 要求 Asked | | 轻重 Weight | 来源 Sources | 说明 Notes |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for &parameter in Parameter::ALL {
        let Some(entry) = rules.national(parameter) else { continue };
        let testimony = &entry.testimony;
        writeln!(
            out,
            "| {} | `{}` | {} | {} | {} | {} | {} |",
            say::both(say::parameter(parameter)),
            parameter.key(),
            say::both(&say::value(&entry.value, parameter.shape())),
            say::mark(testimony.confidence),
            testimony.severity,
            say::sources(testimony),
            testimony.note.as_ref().map(say::both).unwrap_or_default()
        )
        .unwrap();
    }
    out.push_str("\n### 条款 · Clauses\n\n| 条款 Clause | 对象 Whom | 要求 Asks | 内容 What it says | | 轻重 Weight | 来源 Sources |\n");
    out.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    for entry in rules.clauses() {
        province_page::clause(out, entry);
    }
    out.push('\n');
}

fn tables(out: &mut String, rules: InForce<'_>) {
    out.push_str("## 表 · Tables\n\n");
    for &table in TableKind::ALL {
        let slug = table.slug();
        writeln!(out, "### [`rulebook/tables/{slug}.toml`](../../rulebook/tables/{slug}.toml)\n").unwrap();
        let columns: Vec<&str> = table.columns().iter().map(|column| column.key).collect();
        writeln!(out, "| code | 名称 Name | {} | | 轻重 Weight | 来源 Sources |", columns.join(" | "))
            .unwrap();
        writeln!(out, "|{}", " --- |".repeat(columns.len() + 5)).unwrap();
        for entry in rules.table(table) {
            let row = &entry.value;
            let cells: Vec<String> = table
                .columns()
                .iter()
                .map(|column| row.get(column.key).map(|value| say::both(&say::value(value, column.shape))))
                .map(Option::unwrap_or_default)
                .collect();
            writeln!(
                out,
                "| `{}` | {} | {} | {} | {} | {} |",
                row.code,
                say::both(&row.name),
                cells.join(" | "),
                say::mark(entry.testimony.confidence),
                entry.testimony.severity,
                say::sources(&entry.testimony)
            )
            .unwrap();
        }
        out.push('\n');
    }
}
