//! Clauses: what is asked in some cases only, in a sentence, with the cases and the documents.

use beian_domain::rulebook::{Clause, Entry, TableKind, When};
use maud::html;

use super::telling::Telling;
use super::testimony::{period, versions, weight, who_says};
use crate::say;
use crate::ui::{Column, Pages, Row, Table};

/// A table of clauses.
pub(super) fn table(telling: Telling<'_>, clauses: &[&Entry<Clause>]) -> Table {
    let words = telling.words;
    let columns = ["rules-column-clause", "rules-column-when", "rules-column-who"];
    Table {
        words,
        caption: words.t("rules-clauses"),
        columns: columns.map(|key| Column::text(words.t(key))).to_vec(),
        rows: clauses.iter().map(|entry| row(telling, entry)).collect(),
        pages: Pages::default(),
    }
}

fn row(telling: Telling<'_>, entry: &Entry<Clause>) -> Row {
    let (clause, testimony) = (&entry.value, &entry.testimony);
    let said = html! {
        (telling.pick(&clause.text))
        @if let Some(note) = &testimony.note { p { (telling.pick(note)) } }
        (period(telling, entry))
    };
    let when = html! {
        div {
            b { (telling.filer(clause.of)) " · " (telling.asks(clause.asks)) }
            " " (weight(telling, testimony.severity))
            @for line in needs(telling, clause).into_iter().chain(cases(telling, clause)) { p { small { (line) } } }
        }
    };
    let who = html! { div { (who_says(telling, entry)) (versions(telling, testimony, None)) } };
    Row::new([said, when, who]).id(format!("clause-{}", clause.code))
}

/// The documents, the remark and the pre-approval it asks for.
fn needs(telling: Telling<'_>, clause: &Clause) -> Vec<String> {
    let words = telling.words;
    let said = |key, table, codes: &[&str]| {
        let names: Vec<String> = codes.iter().map(|code| telling.row(table, code)).collect();
        (!names.is_empty()).then(|| words.with(key, &[("names", telling.list(&names).into())]))
    };
    let documents: Vec<&str> = clause.documents.iter().map(String::as_str).collect();
    let remark: Vec<&str> = clause.remark.as_deref().into_iter().collect();
    let approval: Vec<&str> = clause.pre_approval.as_deref().into_iter().collect();
    [
        said("rules-needs-documents", TableKind::Documents, &documents),
        said("rules-needs-remark", TableKind::Remarks, &remark),
        said("rules-needs-approval", TableKind::PreApprovals, &approval),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The cases in which it applies, one line each.
fn cases(telling: Telling<'_>, clause: &Clause) -> Vec<String> {
    clause.when.iter().map(|when| case(telling, when)).filter(|line| !line.is_empty()).collect()
}

fn case(telling: Telling<'_>, when: &When) -> String {
    let words = telling.words;
    let row = |code: &String| {
        let row = telling.rules.row(TableKind::Keywords, code);
        row.map(|entry| entry.value.words("words")).unwrap_or_default()
    };
    let sought = when.words.iter().chain(when.keywords.iter().flat_map(row)).cloned().collect();
    let named = |table, codes: &[String]| codes.iter().map(|code| telling.row(table, code)).collect();
    let parts: [(&str, Vec<String>); 5] = [
        ("rules-when-places", when.places.iter().map(|place| telling.place(*place)).collect()),
        ("rules-when-words", sought),
        ("rules-when-natures", named(TableKind::Natures, &when.natures)),
        ("rules-when-contents", named(TableKind::Contents, &when.contents)),
        ("rules-when-orders", when.orders.iter().map(|kind| say::order_kind(words, *kind)).collect()),
    ];
    let said = parts.into_iter().filter(|(_, things)| !things.is_empty());
    let said = said.map(|(key, things)| words.with(key, &[("things", telling.list(&things).into())]));
    said.collect::<Vec<_>>().join(words.pick("；", "; "))
}
