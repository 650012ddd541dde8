//! The coverage table: province by parameter, known, conflicting or open.

use std::fmt::Write as _;

use super::{province_page, say};
use crate::region::Province;
use crate::rulebook::{Answer, Because, InForce, Parameter, ProvinceRules};

pub(super) fn write(out: &mut String, rules: InForce<'_>) {
    out.push_str("## 覆盖情况 · Coverage\n\n");
    out.push_str("● 多方一致 confirmed · ◐ 单一来源 single source · ◆ 说法不一 conflicting · ○ 读过，未提及 read, says nothing · ✕ 未找到来源 no source · ");
    out.push_str("○ 和 ✕ 处适用全国默认（如有）where open, the national default holds if there is one\n\n");
    provinces(out, rules);
    parameters(out, rules);
}

fn provinces(out: &mut String, rules: InForce<'_>) {
    let clauses = |rules: ProvinceRules<'_>| rules.clauses().count();
    out.push_str(
        "| | | ● | ◐ | ◆ | ○ ✕ | 条款 Clauses |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let (mut totals, mut all_clauses) = ([0; 4], 0);
    for &province in Province::ALL {
        let rules = rules.province(province);
        let counts = province_page::count(rules);
        totals.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
        all_clauses += clauses(rules);
        let [confirmed, single, conflicting, open] = counts;
        let (zh, en, slug) = (province.name_zh(), province.name_en(), province.slug());
        writeln!(
            out,
            "| [{zh}]({slug}.md) | {en} | {confirmed} | {single} | {conflicting} | {open} | {} |",
            clauses(rules)
        )
        .unwrap();
    }
    let [confirmed, single, conflicting, open] = totals;
    writeln!(
        out,
        "| **合计** | **Total** | {confirmed} | {single} | {conflicting} | {open} | {all_clauses} |\n"
    )
    .unwrap();
}

fn parameters(out: &mut String, rules: InForce<'_>) {
    let prefixes: Vec<String> = Province::ALL.iter().map(|province| province.prefix().to_string()).collect();
    writeln!(out, "| 参数 Parameter | | {} | 已知 known | ◆ |", prefixes.join(" | ")).unwrap();
    writeln!(out, "| --- | --- |{} ---: | ---: |", " :-: |".repeat(prefixes.len())).unwrap();
    for &parameter in Parameter::ALL.iter().filter(|parameter| parameter.of_provinces()) {
        let signs: Vec<&str> =
            Province::ALL.iter().map(|province| sign(rules.province(*province), parameter)).collect();
        let known = signs.iter().filter(|sign| "●◐◆".contains(**sign)).count();
        let conflicting = signs.iter().filter(|sign| **sign == "◆").count();
        let name = say::both(say::parameter(parameter));
        writeln!(out, "| {name} | `{}` | {} | {known} | {conflicting} |", parameter.key(), signs.join(" | "))
            .unwrap();
    }
    out.push('\n');
}

fn sign(rules: ProvinceRules<'_>, parameter: Parameter) -> &'static str {
    match rules.get(parameter) {
        Answer::Own(entry) => say::mark(entry.testimony.confidence),
        Answer::Default(_) | Answer::Unknown(_) => match rules.because(parameter) {
            Because::Silent => "○",
            Because::NoSource => "✕",
        },
    }
}
