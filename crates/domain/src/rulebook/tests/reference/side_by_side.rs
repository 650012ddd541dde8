//! What the provinces ask, side by side, and how much of it is known.

use std::fmt::Write as _;

use super::{MADE, coverage, say};
use crate::region::Province;
use crate::rulebook::{Answer, Confidence, InForce, Parameter, ProvinceRules, Spoken};

/// The columns of the two tables people compare first.
const UNITS: &[Parameter] = &[
    Parameter::UnitRepresentative,
    Parameter::UnitSamePerson,
    Parameter::UnitSiteLetter,
    Parameter::UnitMinimumAge,
    Parameter::UnitPhoneLocality,
    Parameter::UnitDomainOwner,
    Parameter::UnitDomainsPerOrder,
    Parameter::UnitPlanFrom,
    Parameter::UnitSoleTrader,
    Parameter::UnitSubjectChange,
    Parameter::UnitAccessMatch,
    Parameter::ShellSubject,
];
const INDIVIDUALS: &[Parameter] = &[
    Parameter::IndividualNonlocal,
    Parameter::IndividualStudentCard,
    Parameter::IndividualMinimumAge,
    Parameter::IndividualPhoneLocality,
    Parameter::IndividualBlog,
    Parameter::IndividualRemark,
    Parameter::IndividualDeclaration,
    Parameter::IndividualMaximumServices,
    Parameter::IndividualPlanFrom,
    Parameter::IndividualFingerprint,
    Parameter::IndividualToIndividual,
    Parameter::IndividualToUnit,
];

pub(super) fn page(rules: InForce<'_>) -> String {
    let mut out = format!("# 各省要求对比 · The provinces side by side\n\n{MADE}");
    out.push_str("◆ 说法不一，见该省页面 versions differ, see the page of the province · 空白：未查明 blank: not known\n\n");
    out.push_str("全国默认见 National defaults: [rulebook.md](../rulebook.md)\n\n");
    table(&mut out, rules, "单位备案：中文", UNITS, |spoken| &spoken.zh);
    table(&mut out, rules, "Units", UNITS, |spoken| &spoken.en);
    table(&mut out, rules, "个人备案：中文", INDIVIDUALS, |spoken| &spoken.zh);
    table(&mut out, rules, "Individuals", INDIVIDUALS, |spoken| &spoken.en);
    coverage::write(&mut out, rules);
    out
}

fn table(
    out: &mut String,
    rules: InForce<'_>,
    title: &str,
    columns: &[Parameter],
    tongue: fn(&Spoken) -> &str,
) {
    let heads: Vec<&str> = columns.iter().map(|parameter| tongue(say::parameter(*parameter))).collect();
    writeln!(out, "## {title}\n\n| | {} |\n|{}", heads.join(" | "), " --- |".repeat(heads.len() + 1))
        .unwrap();
    for &province in Province::ALL {
        let name = Spoken { zh: province.name_zh().to_owned(), en: province.name_en().to_owned() };
        let rules = rules.province(province);
        let cells: Vec<String> = columns.iter().map(|parameter| cell(rules, *parameter, tongue)).collect();
        writeln!(out, "| [{}]({}.md) | {} |", tongue(&name), province.slug(), cells.join(" | ")).unwrap();
    }
    out.push('\n');
}

fn cell(rules: ProvinceRules<'_>, parameter: Parameter, tongue: fn(&Spoken) -> &str) -> String {
    let Answer::Own(entry) = rules.get(parameter) else { return String::new() };
    let value = say::value(&entry.value, parameter.shape());
    let conflict = entry.testimony.confidence == Confidence::Conflicting;
    format!("{}{}", tongue(&value), if conflict { " ◆" } else { "" })
}
