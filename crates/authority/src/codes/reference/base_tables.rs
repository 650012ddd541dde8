//! The part of the document about the base code tables.

use std::fmt::Write as _;

use super::{codes, marked};
use crate::codes::Table;
use crate::codes::base::{Extra, Mark, Seed, Told};

/// A column that some tables have.
type Column = (&'static str, fn(&Seed) -> String);

const COLUMNS: &[Column] = &[
    ("Ysid", |seed| told(seed.bits)),
    ("所属 Belongs to", |seed| told(seed.parent)),
    ("其他 More", |seed| extra(&seed.extra)),
];

pub(super) fn write(out: &mut String) {
    out.push_str("## Base codes · 基础代码\n\n");
    out.push_str("The built-in rows, in force until the authority delivers the table (JCDM); then its table replaces them whole, and what it did not deliver is not sent. A letter after a row or a number says how sure it is:\n\n");
    out.push_str("内置取值，在管局下发（JCDM）之前有效；下发后整表替换，未下发的代码不再上报。行末或数字后的字母表示可信程度：\n\n");
    for mark in Mark::ALL {
        writeln!(out, "* {} {} · {}", marked(mark), mark.en(), mark.zh()).unwrap();
    }
    out.push('\n');
    for table in Table::ALL {
        one(out, *table);
    }
}

fn one(out: &mut String, table: Table) {
    writeln!(out, "### {} · {}\n", table.en(), table.zh()).unwrap();
    write!(out, "`{}` / `{}`", table.wrapper(), table.item()).unwrap();
    if !table.elements().is_empty() {
        write!(out, " → {}", codes(table.elements())).unwrap();
    }
    out.push_str("\n\n");
    let (zh, en) = table.note();
    if !en.is_empty() {
        writeln!(out, "{en}\n\n{zh}\n").unwrap();
    }
    rows(out, table.seed());
}

fn rows(out: &mut String, seeds: &[Seed]) {
    let used = |column: &&Column| seeds.iter().any(|seed| !column.1(seed).is_empty());
    let columns: Vec<&Column> = COLUMNS.iter().filter(used).collect();
    out.push_str("| Id | 名称 | Name |");
    for (title, _) in &columns {
        write!(out, " {title} |").unwrap();
    }
    out.push_str(" |\n| ---: | --- | --- |");
    out.push_str(&" --- |".repeat(columns.len() + 1));
    out.push('\n');
    let mut sorted: Vec<&Seed> = seeds.iter().collect();
    sorted.sort_by_key(|seed| seed.id);
    for seed in sorted {
        write!(out, "| {} | {} | {} |", seed.id, seed.zh, seed.en).unwrap();
        for (_, value) in &columns {
            write!(out, " {} |", value(seed)).unwrap();
        }
        writeln!(out, " {} |", marked(seed.mark)).unwrap();
    }
    out.push('\n');
}

fn told(told: Option<Told>) -> String {
    told.map_or_else(String::new, |told| format!("{} {}", told.value, marked(told.mark)))
}

fn extra(extra: &Extra) -> String {
    match extra {
        Extra::Nothing => String::new(),
        Extra::Letters(letters) => format!("`Bm` {letters}"),
        Extra::Province(province) => {
            format!(
                "`Bm` {}, `Shengid` {}0000, `Shengjc` {}",
                province.letters, province.code, province.short
            )
        }
        Extra::Level(level) => format!("`Lx` {level}"),
        Extra::NeedsPermission(needed) => format!("`Sfqzsp` {}", i32::from(*needed)),
        Extra::Owner(owner) => format!("`Ssdxlx` {} {} {}", owner.value(), owner.zh(), owner.en()),
        Extra::Group(group) => format!("`Fl1` {group}"),
        Extra::UnitOf(region) => format!("`Shiid` {region}"),
    }
}
