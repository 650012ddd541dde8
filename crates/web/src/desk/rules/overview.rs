//! The numbers of a period.

use axum::extract::{Query, State};
use beian_app::lessons::{self, AboutCount, CodeLine, Overview, ProvinceLine, RuleCount, cries_wolf};
use beian_domain::calendar::china_date;
use beian_domain::rulebook::Rulebook;
use maud::{Markup, html};

use super::{Wanted, layers};
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{Column, Figure, Heading, Meaning, Page, Pages, Row, Table, empty, figures, filter, mark};

pub(crate) async fn show(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let overview = lessons::overview(web.app(), staff.actor, wanted.period()).await?;
    let layers = layers::state(staff.words, web.app());
    Ok(page(&staff, &web.app().rulebook(), &wanted, &overview, &layers))
}

fn page(
    staff: &StaffMember,
    rulebook: &Rulebook,
    wanted: &Wanted,
    overview: &Overview,
    layers: &Markup,
) -> Markup {
    let words = staff.words;
    let narrowed = !wanted.province.is_empty() || !wanted.days.is_empty();
    let body = html! {
        (Heading::new(words.t("lessons-title")).term(words.pick("", "规则成效")).lead(words.t("lessons-lead")))
        (layers)
        (filter(words, "/desk/rules", &wanted.questions(words), if narrowed { "/desk/rules" } else { "" }))
        @if overview.total.decided() + overview.total.phone_check == 0 {
            (empty(&words.t("lessons-none-title"), &words.t("lessons-none-text"), &html! {}))
        } @else {
            (totals(words, wanted, overview))
            (refused(words, wanted, overview))
            (rules(words, rulebook, wanted, &overview.rules))
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
    let of = |key: &str, part: u64, whole: u64| {
        let percent = (part * 100 + whole / 2).checked_div(whole);
        percent.map(|percent| words.with(key, &[("n", percent.into())])).unwrap_or_default()
    };
    let since = words.with("lessons-since", &[("at", words.date(china_date(overview.since)).into())]);
    figures(&[
        figure("lessons-figure-decided", total.decided(), since, String::new()),
        figure(
            "lessons-figure-refused",
            total.refused,
            of("lessons-of-decided", total.refused, total.decided()),
            wanted.list("all", &[]),
        ),
        figure(
            "lessons-figure-unforeseen",
            total.unforeseen(),
            of("lessons-of-refused", total.unforeseen(), total.refused),
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
    if overview.about.is_empty() {
        return by_code;
    }
    html! { div .columns { div { (by_code) } aside { (about(words, &overview.about)) } } }
}

fn about(words: Words, counts: &[AboutCount]) -> Markup {
    let rows =
        counts.iter().map(|one| Row::new([html! { (say::about(words, one.about)) }, html! { (one.count) }]));
    let table = Table {
        words,
        caption: words.t("lessons-by-about"),
        columns: vec![
            Column::text(words.t("lessons-column-about")),
            Column::numbers(words.t("lessons-column-refused")),
        ],
        rows: rows.collect(),
        pages: Pages::default(),
    };
    html! {
        h2 { (words.t("lessons-by-about")) }
        (table)
        p .aside { (words.t("lessons-by-about-note")) }
    }
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

fn rules(words: Words, rulebook: &Rulebook, wanted: &Wanted, counts: &[RuleCount]) -> Markup {
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
        rows: counts.iter().map(|rule| rule_row(words, rulebook, wanted, rule)).collect(),
        pages: Pages::default(),
    };
    html! {
        h2 { (words.t("lessons-by-rule")) }
        p .aside { (words.t("lessons-by-rule-text")) }
        @if counts.is_empty() { p { (words.t("lessons-by-rule-none")) } } @else { (table) }
    }
}

fn rule_row(words: Words, rulebook: &Rulebook, wanted: &Wanted, rule: &RuleCount) -> Row {
    let linked = |count: u64, state: &str| {
        html! {
            @if count > 0 { a href=(wanted.list(state, &[("rule", &rule.rule)])) { (count) } } @else { (count) }
        }
    };
    Row::new([
        html! {
            div {
                (say::rule(words, rulebook, &rule.rule)) " " code .trace { (rule.rule) }
                @if cries_wolf(rule) { div { (mark(Meaning::Note, &words.t("lessons-cries-wolf"))) } }
                @if rule.silent > 0 { div { (mark(Meaning::Do, &words.t("lessons-misses"))) } }
            }
        },
        html! { (rule.granted + rule.refused) },
        html! { (rule.granted) },
        linked(rule.refused, "all"),
        linked(rule.foreseen, "foreseen"),
        linked(rule.silent, "silent"),
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
