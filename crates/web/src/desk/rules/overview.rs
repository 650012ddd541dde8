//! The numbers of a period.

use axum::extract::{Query, State};
use beian_app::lessons::{self, AboutCount, CodeLine, Overview, ProvinceLine, RuleCount, cries_wolf};
use beian_domain::calendar::china_date;
use maud::{Markup, html};

use super::Wanted;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{
    Bar, Chart, Column, Figure, Heading, Meaning, Page, Pages, Row, Table, empty, figures, filter, mark,
};

/// The most bars of the chart, and the fewest that are worth one; the table beside it has everything.
const BARS: usize = 6;
const FEWEST: usize = 3;

pub(crate) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let overview = lessons::overview(web.app(), staff.actor, wanted.period()).await?;
    Ok(page(&staff, &wanted, &overview))
}

fn page(staff: &StaffMember, wanted: &Wanted, overview: &Overview) -> Markup {
    let words = staff.words;
    let narrowed = !wanted.province.is_empty() || !wanted.days.is_empty();
    let body = html! {
        (Heading::new(words.t("lessons-title")).term(words.pick("", "规则成效")).lead(words.t("lessons-lead")))
        (filter(words, "/desk/rules", &wanted.questions(words), if narrowed { "/desk/rules" } else { "" }))
        @if overview.total.decided() + overview.total.phone_check == 0 {
            (empty(&words.t("lessons-none-title"), &words.t("lessons-none-text"), &html! {}))
        } @else {
            (totals(words, wanted, overview))
            (refused(words, wanted, overview))
            (rules(words, wanted, &overview.rules))
            h2 { (words.t("lessons-by-province")) }
            (provinces(words, &overview.provinces))
        }
    };
    Page::new(&staff.frame, words.t("lessons-title")).show(&body)
}

fn totals(words: Words, wanted: &Wanted, overview: &Overview) -> Markup {
    let total = overview.total;
    let figure = |key: &str, n: u64, note: String, href: String| Figure {
        label: words.t(key),
        value: n.to_string(),
        note,
        href,
    };
    let of = |part: u64, whole: u64| {
        let percent = (part * 100 + whole / 2).checked_div(whole);
        percent.map(|percent| format!("{percent}%")).unwrap_or_default()
    };
    let since = words.with("lessons-since", &[("at", words.date(china_date(overview.since)).into())]);
    figures(&[
        figure("lessons-figure-decided", total.decided(), since, String::new()),
        figure(
            "lessons-figure-refused",
            total.refused,
            of(total.refused, total.decided()),
            wanted.list("all", &[]),
        ),
        figure(
            "lessons-figure-unforeseen",
            total.unforeseen(),
            of(total.unforeseen(), total.refused),
            wanted.list("", &[]),
        ),
        figure("lessons-figure-phone-check", total.phone_check, String::new(), String::new()),
    ])
}

/// Why orders were refused: by code, and what the unforeseen ones were about.
fn refused(words: Words, wanted: &Wanted, overview: &Overview) -> Markup {
    if overview.total.refused == 0 {
        return html! {};
    }
    let by_code = html! {
        h2 { (words.t("lessons-by-code")) }
        (codes(words, wanted, &overview.codes))
    };
    if overview.about.len() < FEWEST {
        return by_code;
    }
    html! { div .columns { div { (by_code) } aside { (about(words, &overview.about)) } } }
}

fn about(words: Words, counts: &[AboutCount]) -> Markup {
    let bars = counts.iter().take(BARS).enumerate().map(|(at, one)| {
        let bar = Bar::new(say::about(words, one.about), one.count);
        if at == 0 { bar.marked() } else { bar }
    });
    let chart = Chart {
        words,
        title: words.t("lessons-by-about"),
        of: words.t("lessons-column-about"),
        unit: words.t("lessons-column-refused"),
        note: words.t("lessons-by-about-note"),
        bars: bars.collect(),
    };
    html! { (chart) }
}

fn codes(words: Words, wanted: &Wanted, lines: &[CodeLine]) -> Markup {
    let rows = lines.iter().map(|line| {
        let unforeseen = line.refused.saturating_sub(line.foreseen);
        let number = line.code.map(|code| code.code.to_string());
        Row::new([
            html! {
                @if let (Some(code), Some(number)) = (line.code, &number) {
                    span .num { (number) }
                    @if let Some(said) = say::code_said(words, code) { " " (said) }
                } @else { (words.t("lessons-code-none")) }
            },
            html! { @if let Some(code) = line.code { (say::about(words, code.about)) } @else { "—" } },
            html! { (line.refused) },
            html! { (line.foreseen) },
            html! {
                @if let (Some(number), true) = (&number, unforeseen > 0) {
                    a href=(wanted.list("", &[("code", number)])) { (unforeseen) }
                } @else { (unforeseen) }
            },
        ])
    });
    let table = Table {
        words,
        caption: words.t("lessons-by-code"),
        columns: vec![
            Column::text(words.t("lessons-column-code")),
            Column::text(words.t("lessons-column-about")),
            Column::numbers(words.t("lessons-column-refused")),
            Column::numbers(words.t("lessons-column-foreseen")),
            Column::numbers(words.t("lessons-column-unforeseen")),
        ],
        rows: rows.collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}

fn rules(words: Words, wanted: &Wanted, counts: &[RuleCount]) -> Markup {
    let table = Table {
        words,
        caption: words.t("lessons-by-rule"),
        columns: vec![
            Column::text(words.t("lessons-column-rule")),
            Column::numbers(words.t("lessons-column-warned")),
            Column::numbers(words.t("lessons-column-granted")),
            Column::numbers(words.t("lessons-column-refused")),
            Column::numbers(words.t("lessons-column-right")),
            Column::numbers(words.t("lessons-column-silent")),
        ],
        rows: counts.iter().map(|rule| rule_row(words, wanted, rule)).collect(),
        pages: Pages::default(),
    };
    html! {
        h2 { (words.t("lessons-by-rule")) }
        p .aside { (words.t("lessons-by-rule-text")) }
        @if counts.is_empty() { p { (words.t("lessons-by-rule-none")) } } @else { (table) }
    }
}

fn rule_row(words: Words, wanted: &Wanted, rule: &RuleCount) -> Row {
    let refused = rule.refused + rule.silent;
    Row::new([
        html! {
            div {
                (say::rule(words, &rule.rule)) " " code .trace { (rule.rule) }
                @if cries_wolf(rule) { div { (mark(Meaning::Note, &words.t("lessons-cries-wolf"))) } }
                @if rule.silent > 0 { div { (mark(Meaning::Do, &words.t("lessons-misses"))) } }
            }
        },
        html! { (rule.granted + rule.refused) },
        html! { (rule.granted) },
        html! {
            @if refused > 0 { a href=(wanted.list("all", &[("rule", &rule.rule)])) { (rule.refused) } }
            @else { (rule.refused) }
        },
        html! { (rule.foreseen) },
        html! { (rule.silent) },
    ])
}

fn provinces(words: Words, lines: &[ProvinceLine]) -> Markup {
    let rows = lines.iter().map(|line| {
        let tally = line.tally;
        Row::new([
            html! { a href={ "/desk/rules?province=" (line.province.slug()) } { (say::province(words, line.province)) } },
            html! { (tally.decided()) },
            html! { (tally.granted) },
            html! { (tally.refused) },
            html! { (tally.foreseen) },
            html! { (tally.unforeseen()) },
            html! { (tally.phone_check) },
        ])
    });
    let table = Table {
        words,
        caption: words.t("lessons-by-province"),
        columns: vec![
            Column::text(words.t("desk-column-province")),
            Column::numbers(words.t("lessons-column-decided")),
            Column::numbers(words.t("lessons-column-granted")),
            Column::numbers(words.t("lessons-column-refused")),
            Column::numbers(words.t("lessons-column-foreseen")),
            Column::numbers(words.t("lessons-column-unforeseen")),
            Column::numbers(words.t("lessons-column-phone-check")),
        ],
        rows: rows.collect(),
        pages: Pages::default(),
    };
    html! { (table) }
}
