//! `examples/orders/README.md`, made from the samples, and that they cover what people file.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use beian_domain::finding::Severity;
use beian_domain::order::kind::OrderKind;
use beian_domain::region::Province;
use beian_domain::rulebook::{EXAMPLES_DAY, Language, Rulebook};

use super::{ORDERS, Sample, is_fresh, root, samples};

const HEAD: &str = "# 样例订单 Sample orders

每个文件是一份备案资料（格式见 `beian check --schema`），人名、单位、域名和电话都是虚构的；`expected/` 里是按 @DAY 的内置规则查出的问题，
一行一条：轻重、规则、位置、说明、来源、规则所在的层。本页和 `expected/` 由 `crates/domain/tests/orders/` 在设置 `BEIAN_WRITE_DOCS=1`
时生成，不要手改；每份订单说明什么，写在 `shows.tsv`。

Each file is an order as `beian check` reads it; people, firms, domains and numbers are invented. `expected/` holds what the
built-in rules of @DAY find: weight, rule, field, sentence, sources, layer. This page and `expected/` are written by the tests of
`crates/domain/tests/orders/` with `BEIAN_WRITE_DOCS=1`; what an order shows is said in `shows.tsv`.

```
beian check examples/orders/48-hunan-typing-mistakes.json --at @DAY
```

| 编号 | 省份 | 性质 | 订单类型 | 说明 | 结论 |
|---|---|---|---|---|---|
";

/// What a sample shows, by its name.
fn shown() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join(ORDERS).join("shows.tsv")).unwrap();
    let row = |line: &str| line.split_once('\t').map(|(name, shows)| (name.to_owned(), shows.to_owned()));
    text.lines().map(|line| row(line).unwrap_or_else(|| panic!("no tab in {line}"))).collect()
}

fn verdict(sample: &Sample) -> String {
    let count = |severity| sample.found.iter().filter(|found| found.severity == severity).count();
    let weights = [("拦下", Severity::Block), ("提醒", Severity::Warn), ("提示", Severity::Info)];
    let told = weights.map(|(name, severity)| (name, count(severity)));
    let told = told.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}"));
    let told: Vec<String> = told.collect();
    if told.is_empty() { "通过".to_owned() } else { told.join("，") }
}

fn row(sample: &Sample, shows: &str) -> String {
    let told = |fact: String| Rulebook::built_in().fact(&fact, Language::Chinese);
    let kind = sample.order.kind.map_or("", OrderKind::slug);
    let nature = sample.order.subject.nature.map_or("", |nature| nature.slug());
    let (number, _) = sample.name.split_once('-').unwrap();
    let name = &sample.name;
    format!(
        "| [{number}]({name}.json) | {} | {} | {} | {shows} | [{}](expected/{name}.txt) |\n",
        sample.order.subject.province.map_or("", Province::name_zh),
        told(format!("@natures/{nature}")),
        told(format!("@choices/order-kind/{kind}")),
        verdict(sample)
    )
}

#[test]
fn the_table_of_samples_says_what_they_are() {
    let samples = samples();
    let shown = shown();
    let told: Vec<&String> = shown.iter().map(|(name, _)| name).collect();
    assert_eq!(
        told,
        samples.iter().map(|sample| &sample.name).collect::<Vec<_>>(),
        "a line of shows.tsv each"
    );
    let mut page = HEAD.replace("@DAY", &EXAMPLES_DAY.to_string());
    for (sample, (_, shows)) in samples.iter().zip(&shown) {
        page.push_str(&row(sample, shows));
    }
    let findings: usize = samples.iter().map(|sample| sample.found.len()).sum();
    let rules: BTreeSet<&String> =
        samples.iter().flat_map(|sample| &sample.found).map(|found| &found.rule).collect();
    let count = samples.len();
    write!(
        page,
        "\n{count} 份订单，{findings} 处，{} 条规则。{count} orders, {findings} findings of {} rules.\n",
        rules.len(),
        rules.len()
    )
    .unwrap();
    is_fresh(&format!("{ORDERS}/README.md"), &page);
}

#[test]
fn samples_are_of_every_kind_and_province_and_some_are_clean() {
    let samples = samples();
    assert!(samples.len() >= 50);
    let clean = |sample: &&Sample| sample.found.is_empty();
    assert!(samples.iter().filter(clean).count() >= 15, "clean orders too");
    for &kind in OrderKind::ALL {
        assert!(samples.iter().any(|sample| sample.order.kind == Some(kind)), "{kind}");
    }
    for &province in Province::ALL {
        assert!(samples.iter().any(|sample| sample.order.subject.province == Some(province)), "{province:?}");
    }
}
