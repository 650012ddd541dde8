//! `rulebook list`: every rule in force on a day, a line each.

use beian_domain::region::Province;
use beian_domain::rulebook::{Entry, Rule};

use super::{Opened, province_of};
use crate::cli::List;
use crate::terminal::say;

pub(super) fn run(asked: &List) -> anyhow::Result<()> {
    let opened = Opened::new(&asked.by)?;
    let province = asked.province.as_deref().map(province_of).transpose()?;
    let mut count = 0;
    for entry in opened.rules().rules().filter(|entry| concerns(entry, province)) {
        count += 1;
        say(line(&opened, entry));
    }
    say(format!("{count} rules. 共 {count} 条规则。"));
    Ok(())
}

fn concerns(entry: &Entry<Rule>, province: Option<Province>) -> bool {
    let provinces = &entry.value.applies.provinces;
    province.is_none_or(|own| provinces.is_empty() || provinces.contains(&own))
}

fn line(opened: &Opened, entry: &Entry<Rule>) -> String {
    let rule = &entry.value;
    let who = if rule.asks.is_empty() {
        entry.testimony.sources.join(" ")
    } else {
        rule.asks.iter().map(|parameter| parameter.key()).collect::<Vec<_>>().join(" ")
    };
    let title = rule.title.in_language(opened.language);
    format!("{}\t{}\t{who}\t{}\t{title}", rule.code, entry.testimony.severity.slug(), entry.place.layer)
}
