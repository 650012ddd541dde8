//! The page of one province: every answer with its sources, then what is not known.

use std::fmt::Write as _;

use super::{MADE, say};
use crate::rulebook::{
    Answer, Asks, Chapter, Clause, Confidence, Entry, Filer, Parameter, ProvinceRules, TableKind, Value,
    When, Where,
};

pub(super) fn page(rules: ProvinceRules<'_>) -> String {
    let province = rules.province();
    let (zh, en, slug) = (province.name_zh(), province.name_en(), province.slug());
    let mut out = format!("# {zh} · {en}\n\n{MADE}");
    writeln!(out, "{} · {} · {}\n", province.authority_name(), province.code(), province.prefix()).unwrap();
    writeln!(
        out,
        "数据 Data: [`rulebook/provinces/{slug}.toml`](../../../rulebook/provinces/{slug}.toml) · \
         来源和符号 Sources and signs: [rulebook.md](../rulebook.md) · 各省对比 Side by side: [README.md](README.md)\n"
    )
    .unwrap();
    for &chapter in Chapter::ALL.iter().filter(|chapter| **chapter != Chapter::National) {
        write_chapter(&mut out, rules, chapter);
    }
    out
}

fn write_chapter(out: &mut String, rules: ProvinceRules<'_>, chapter: Chapter) {
    let anchor = chapter.slug();
    let title = say::inline(say::member::<Chapter>(anchor));
    writeln!(out, "<a id=\"{anchor}\"></a>\n\n## {title}\n\n`{anchor} {}`\n", rules.province().prefix())
        .unwrap();
    let parameters = Parameter::ALL.iter().copied().filter(|parameter| parameter.chapter() == chapter);
    let (mut rows, mut open) = (String::new(), Vec::new());
    for parameter in parameters {
        match rules.get(parameter) {
            Answer::Own(entry) => setting(&mut rows, parameter, entry, false),
            Answer::Default(entry) => setting(&mut rows, parameter, entry, true),
            Answer::Unknown(_) => open.push(say::inline(say::parameter(parameter))),
        }
    }
    if !rows.is_empty() {
        out.push_str("| 项目 What | 要求 Asked | | 轻重 Weight | 来源 Sources | 说明 Notes |\n");
        out.push_str("| --- | --- | --- | --- | --- | --- |\n");
        out.push_str(&rows);
        out.push('\n');
    }
    let clauses: Vec<_> = rules.clauses().filter(|entry| stands_in(entry, chapter)).collect();
    if !clauses.is_empty() {
        out.push_str("### 条款 · Clauses\n\n");
        out.push_str(
            "| 条款 Clause | 对象 Whom | 要求 Asks | 内容 What it says | | 轻重 Weight | 来源 Sources |\n",
        );
        out.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
        for entry in clauses {
            clause(out, entry);
        }
        out.push('\n');
    }
    if !open.is_empty() {
        writeln!(out, "未查明 Not known: {}\n", open.join("; ")).unwrap();
    }
}

fn stands_in(entry: &Entry<Clause>, chapter: Chapter) -> bool {
    entry.testimony.row.is_some_and(|row| row.chapter == chapter)
}

fn setting(out: &mut String, parameter: Parameter, entry: &Entry<Value>, national: bool) {
    let testimony = &entry.testimony;
    let period = say::period(entry);
    let notes = [
        national.then(|| "全国默认 national default".to_owned()),
        (!period.is_empty()).then_some(period),
        testimony.note.as_ref().map(say::both),
        say::conflict(testimony, parameter.shape()),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    writeln!(
        out,
        "| {} | {} | {} | {} | {} | {} |",
        say::both(say::parameter(parameter)),
        say::both(&say::value(&entry.value, parameter.shape())),
        say::mark(testimony.confidence),
        testimony.severity,
        say::sources(testimony),
        notes.join("<br>")
    )
    .unwrap();
}

/// A row of a table of clauses; the national page has the same.
pub(super) fn clause(out: &mut String, entry: &Entry<Clause>) {
    let (clause, testimony) = (&entry.value, &entry.testimony);
    let mut says = vec![say::both(&clause.text)];
    says.extend(when(clause));
    let documents =
        clause.documents.iter().map(|code| format!("材料 Document: {}", named(TableKind::Documents, code)));
    says.extend(documents);
    says.extend(clause.remark.iter().map(|code| format!("备注 Remark: {}", named(TableKind::Remarks, code))));
    let approval = clause.pre_approval.iter();
    says.extend(
        approval.map(|code| format!("前置审批 Pre-approval: {}", named(TableKind::PreApprovals, code))),
    );
    says.extend(Some(say::period(entry)).filter(|period| !period.is_empty()));
    writeln!(
        out,
        "| `{}` | {} | {} | {} | {} | {} | {} |",
        clause.code,
        say::both(say::member::<Filer>(clause.of.slug())),
        say::both(say::member::<Asks>(clause.asks.slug())),
        says.join("<br>"),
        say::mark(testimony.confidence),
        testimony.severity,
        say::sources(testimony)
    )
    .unwrap();
}

fn named(table: TableKind, code: &str) -> String {
    say::inline(say::row(table, code))
}

/// The cases of a clause, each with words, places, natures, contents and kinds of order that narrow it.
fn when(clause: &Clause) -> Option<String> {
    let cases: Vec<String> = clause.when.iter().map(case).collect();
    (!cases.is_empty()).then(|| format!("条件 When: {}", cases.join(" 或 or ")))
}

fn case(when: &When) -> String {
    let row = |code: &String| super::rules().row(TableKind::Keywords, code).unwrap().value.words("words");
    let words = when.words.iter().chain(when.keywords.iter().flat_map(row));
    let words: Vec<&str> = words.map(String::as_str).collect();
    let place = |place: &Where| say::inline(say::member::<Where>(place.slug()));
    let places: Vec<String> = when.places.iter().map(place).collect();
    let natures = when.natures.iter().map(|code| named(TableKind::Natures, code));
    let contents = when.contents.iter().map(|code| named(TableKind::Contents, code));
    let orders = when.orders.iter().map(|kind| format!("`{kind}`"));
    let kinds: Vec<String> = natures.chain(contents).chain(orders).collect();
    let parts = [words.join(" "), places.join(", "), kinds.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ← ")
}

/// Answers of the province itself by confidence: confirmed, single, conflicting; and what is open.
pub(super) fn count(rules: ProvinceRules<'_>) -> [usize; 4] {
    let mut counts = [0; 4];
    for &parameter in Parameter::ALL.iter().filter(|parameter| parameter.of_provinces()) {
        let at = match rules.get(parameter) {
            Answer::Own(entry) => match entry.testimony.confidence {
                Confidence::Confirmed => 0,
                Confidence::Single => 1,
                Confidence::Conflicting => 2,
            },
            Answer::Default(_) | Answer::Unknown(_) => 3,
        };
        counts[at] += 1;
    }
    counts
}
