//! The page of one rule: what is said, to what it applies, who says so, what the provinces answer, examples.

use std::fmt::Write as _;

use super::{MADE, say, topics};
use crate::filing_number::ServiceKind;
use crate::region::Province;
use crate::rulebook::{
    Answer, Base, Entry, Example, Filer, InForce, Language, ORDER_KINDS, Parameter, Rule, Rulebook, TableKind,
};

/// The page's file.
pub(super) fn file_name(rule: &Rule) -> String {
    format!("{}.md", rule.code)
}

pub(super) fn page(rules: InForce<'_>, entry: &Entry<Rule>) -> String {
    let rule = &entry.value;
    let file = topics::file_of(entry);
    let mut out = format!("# {}\n\n{MADE}", say::inline(&rule.title));
    writeln!(
        out,
        "`{}` · 数据 Data: [`rulebook/rules/{file}.toml`](../../../rulebook/rules/{file}.toml) · \
         全部规则 All rules: [README.md](README.md) · 来源 Sources: [rulebook.md](../rulebook.md)\n",
        rule.code
    )
    .unwrap();
    said(&mut out, entry);
    facts(&mut out, entry);
    for parameter in &rule.asks {
        asked(&mut out, rules, rule, *parameter);
    }
    out.push_str("## 例子 · Examples\n\n");
    examples(&mut out, "不符合 Break it", &rule.fails);
    examples(&mut out, "符合 Do not break it", &rule.passes);
    out
}

/// The sentences about the first example that breaks it.
fn said(out: &mut String, entry: &Entry<Rule>) {
    let rulebook = Rulebook::built_in();
    let finding = rulebook.shown(entry).expect("the examples are run by another test");
    let [zh, en] = [Language::Chinese, Language::English]
        .map(|language| rulebook.told(&entry.value, &finding, language));
    out.push_str("## 提示 · What is said\n\n");
    out.push_str(
        "对第一个不符合的例子 Of the first example that breaks it:\n\n| | | |\n| --- | --- | --- |\n",
    );
    let rows = [
        ("提示 Said", zh.says, en.says),
        ("原因 Why", zh.why, en.why),
        ("怎么改 Remedy", zh.remedy, en.remedy),
    ];
    for (what, zh, en) in rows.into_iter().filter(|(_, zh, _)| !zh.is_empty()) {
        writeln!(out, "| {what} | {} | {} |", say::cell(&zh), say::cell(&en)).unwrap();
    }
    out.push('\n');
}

fn facts(out: &mut String, entry: &Entry<Rule>) {
    let (rule, testimony) = (&entry.value, &entry.testimony);
    let mut row = |what: &str, text: &str| writeln!(out, "| {what} | {text} |").unwrap();
    row("规则 The rule", "");
    row("---", "---");
    let severity = testimony.severity.slug();
    if rule.check.speaks_for_clauses() {
        row("轻重 Weight", &format!("最重 at most {severity}"));
        row("来源 Sources", "所依据的条款 of the clause: [provinces/](../provinces/README.md)");
    } else if rule.asks.is_empty() {
        row("轻重 Weight", severity);
        row("来源 Sources", &sources(entry));
        row("可信度 Confidence", say::mark(testimony.confidence));
    } else {
        row("轻重 Weight", &format!("最重 at most {severity}"));
        let asked = rule.asks.iter().map(|one| format!("`{}`", one.key()));
        row("要求 Asks", &asked.collect::<Vec<_>>().join(", "));
    }
    if let Some(field) = rule.field() {
        row("字段 Field", &format!("`{}`", field.pattern()));
    }
    row("适用 Applies to", &applies(rule));
    let period = say::period(entry);
    row("有效期 In force", if period.is_empty() { "一直有效 always" } else { &period });
    row("检查 Check", &format!("`{}`", rule.check.slug));
    if let Some(note) = &testimony.note {
        row("说明 Note", &say::both(note));
    }
    out.push('\n');
}

/// Who says it, by name, with address and date.
fn sources(entry: &Entry<Rule>) -> String {
    let tags = entry.testimony.sources.iter();
    let named = tags.filter_map(|tag| Rulebook::built_in().source(tag)).map(|source| {
        let (tag, name, date) = (&source.tag, say::inline(&source.name), &source.date);
        let is_link = source.address.contains("://");
        let tag = if is_link { format!("[{tag}]({})", source.address) } else { tag.clone() };
        format!("{tag} {name} ({date})")
    });
    named.collect::<Vec<_>>().join("<br>")
}

fn applies(rule: &Rule) -> String {
    let applies = &rule.applies;
    let orders = applies.orders.iter().map(|kind| say::inline(say::choice(ORDER_KINDS, kind.slug())));
    let natures = applies.natures.iter().map(|one| say::inline(say::row(TableKind::Natures, one.slug())));
    let provinces = applies.provinces.iter().map(|one| format!("{} {}", one.name_zh(), one.name_en()));
    let services = applies.services.iter().map(|kind| service(*kind).to_owned());
    let lists: [Vec<String>; 4] =
        [services.collect(), orders.collect(), natures.collect(), provinces.collect()];
    let filer = say::inline(say::member::<Filer>(applies.of.slug()));
    let lists = lists.into_iter().filter(|list| !list.is_empty()).map(|list| list.join(", "));
    std::iter::once(filer).chain(lists).collect::<Vec<_>>().join("<br>")
}

fn service(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::Website => "网站 · website",
        ServiceKind::App => "App",
        ServiceKind::MiniProgram => "小程序 · mini program",
        ServiceKind::QuickApp => "快应用 · quick app",
    }
}

/// What a parameter is answered by the provinces the rule is about, or by the nation.
fn asked(out: &mut String, rules: InForce<'_>, rule: &Rule, parameter: Parameter) {
    let name = say::inline(say::parameter(parameter));
    writeln!(out, "## {name}\n\n`{}`\n", parameter.key()).unwrap();
    out.push_str("| | 要求 Asked | | 轻重 Weight | 来源 Sources |\n| --- | --- | --- | --- | --- |\n");
    let mut row = |who: &str, entry: &Entry<crate::rulebook::Value>| {
        let (value, testimony) = (say::value(&entry.value, parameter.shape()), &entry.testimony);
        let (mark, sources) = (say::mark(testimony.confidence), say::sources(testimony));
        writeln!(out, "| {who} | {} | {mark} | {} | {sources} |", say::both(&value), testimony.severity)
            .unwrap();
    };
    let nation = rules.national(parameter);
    if let Some(entry) = nation {
        row("全国默认 National default", entry);
    }
    let (mut default, mut open) = (Vec::new(), Vec::new());
    let meant = |one: &Province| rule.applies.provinces.is_empty() || rule.applies.provinces.contains(one);
    let asked = if parameter.of_provinces() { Province::ALL } else { &[] };
    for &province in asked.iter().filter(|one| meant(one)) {
        let link = || {
            let (slug, chapter) = (province.slug(), parameter.chapter());
            format!("[{}](../provinces/{slug}.md#{})", province.name_zh(), chapter.slug())
        };
        match rules.province(province).get(parameter) {
            Answer::Own(entry) => row(&format!("{} {}", link(), province.name_en()), entry),
            Answer::Default(_) => default.push(link()),
            Answer::Unknown(_) => open.push(link()),
        }
    }
    out.push('\n');
    let lists = [("按全国默认 National default", default), ("未查明，不检查 Not known, not checked", open)];
    for (what, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        writeln!(out, "{what}: {}\n", list.join(", ")).unwrap();
    }
}

fn examples(out: &mut String, what: &str, examples: &[Example]) {
    writeln!(out, "{what}:\n").unwrap();
    for example in examples {
        let set = example.set.iter().map(|(path, value)| format!("`{path}` = `{value}`"));
        let without = example.without.iter().map(|path| format!("− `{path}`"));
        let mut said: Vec<String> = std::iter::once(base(example.on).to_owned()).chain(set).collect();
        said.extend(without);
        said.extend((example.at != crate::rulebook::EXAMPLES_DAY).then(|| format!("按 by {}", example.at)));
        writeln!(out, "* {}", said.join("; ")).unwrap();
    }
    out.push('\n');
}

fn base(base: Base) -> &'static str {
    match base {
        Base::Unit => "[企业网站 website of an enterprise](../../../rulebook/examples/unit.json)",
        Base::Individual => "[个人网站 website of a person](../../../rulebook/examples/individual.json)",
        Base::App => "[企业 App of an enterprise](../../../rulebook/examples/app.json)",
    }
}
