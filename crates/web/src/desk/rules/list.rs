//! Refusals, those told last first.

use axum::extract::{Query, State};
use beian_app::lessons::{self, CodeSaid, RefusalLine, RefusalState};
use beian_app::{Cursor, Page as Rows, Paged};
use beian_domain::rulebook::Rulebook;
use maud::{Markup, html};

use super::Wanted;
use crate::desk::page::ROWS;
use crate::i18n::Words;
use crate::problem::Problem;
use crate::say;
use crate::session::StaffMember;
use crate::state::Web;
use crate::ui::{Column, Crumb, Field, Heading, Input, Page, Pages, Row, Tab, Table, empty, filter, tabs};

pub(crate) async fn list(
    State(web): State<Web>,
    staff: StaffMember,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Problem> {
    let rows = Rows { after: Cursor::parse(&wanted.after), limit: ROWS };
    let found = lessons::refusals(web.app(), staff.actor, &wanted.refusals(), rows).await?;
    Ok(page(&staff, &web.app().rulebook(), &wanted, &found))
}

fn page(staff: &StaffMember, rulebook: &Rulebook, wanted: &Wanted, found: &Paged<RefusalLine>) -> Markup {
    let words = staff.words;
    let title = words.t("lessons-refusals-title");
    let body = html! {
        (Heading::new(&title).term(words.pick("", "管局驳回")).lead(lead(words, rulebook, wanted)))
        (states(words, wanted))
        (narrow(words, wanted))
        @if found.rows.is_empty() {
            (empty(&words.t("lessons-refusals-none-title"), &words.t("lessons-refusals-none-text"), &html! {}))
        } @else { (table(words, rulebook, wanted, found)) }
    };
    let crumbs = [Crumb::new("/desk/rules", words.t("lessons-title")), Crumb::here(&title)];
    Page::new(&staff.frame, &title).crumbs(crumbs).show(&body)
}

fn lead(words: Words, rulebook: &Rulebook, wanted: &Wanted) -> Markup {
    let rule = wanted.rule.trim();
    html! {
        @if rule.is_empty() { (words.t("lessons-refusals-lead")) }
        @else { (words.with("lessons-refusals-rule", &[("rule", say::rule(words, rulebook, rule).into())])) " " code .trace { (rule) } }
    }
}

fn states(words: Words, wanted: &Wanted) -> Markup {
    let shown = wanted.state();
    let more = [("code", wanted.code.trim()), ("rule", wanted.rule.trim())];
    let tab = |key: &str, slug: &str, state: RefusalState| Tab {
        label: words.t(key),
        href: wanted.list(slug, &more),
        count: None,
        current: shown == state,
    };
    let all = [
        tab("lessons-state-unforeseen", "", RefusalState::Unforeseen),
        tab("lessons-state-open", "open", RefusalState::Open),
        tab("lessons-state-silent", "silent", RefusalState::Silent),
        tab("lessons-state-no-rule", "no-rule", RefusalState::NoRule),
        tab("lessons-state-foreseen", "foreseen", RefusalState::Foreseen),
        tab("lessons-state-all", "all", RefusalState::All),
    ];
    tabs(&words.t("lessons-column-state"), &all)
}

fn narrow(words: Words, wanted: &Wanted) -> Markup {
    let fields = html! {
        @if !wanted.state.is_empty() { input type="hidden" name="state" value=(wanted.state); }
        @if !wanted.rule.is_empty() { input type="hidden" name="rule" value=(wanted.rule); }
        (wanted.questions(words))
        (Field::new(words, "code", words.t("lessons-column-code")).value(&wanted.code).text(Input::Digits))
    };
    let narrowed =
        [&wanted.province, &wanted.days, &wanted.code, &wanted.rule].iter().any(|answer| !answer.is_empty());
    let clear = if narrowed { Wanted::default().list(&wanted.state, &[]) } else { String::new() };
    filter(words, "/desk/rules/refusals", &fields, &clear)
}

fn table(words: Words, rulebook: &Rulebook, wanted: &Wanted, found: &Paged<RefusalLine>) -> Markup {
    let next = found.next.as_ref().map(ToString::to_string).map(|after| {
        let more = [("code", wanted.code.trim()), ("rule", wanted.rule.trim()), ("after", after.as_str())];
        wanted.list(&wanted.state, &more)
    });
    let table = Table {
        words,
        caption: words.t("lessons-refusals-title"),
        columns: vec![
            Column::text(words.t("desk-column-domain")),
            Column::numbers(words.t("desk-column-province")),
            Column::numbers(words.t("lessons-column-at")),
            Column::text(words.t("lessons-column-code")),
            Column::text(words.t("lessons-column-opinion")),
            Column::text(words.t("lessons-column-state")),
        ],
        rows: found.rows.iter().map(|line| row(words, rulebook, line)).collect(),
        pages: Pages { before: String::new(), after: next.unwrap_or_default() },
    };
    html! { (table) }
}

fn row(words: Words, rulebook: &Rulebook, line: &RefusalLine) -> Row {
    let verdict = &line.verdict;
    let row = &verdict.row;
    Row::new([
        html! { a href={ "/desk/orders/" (row.order) } { (row.domain.as_deref().unwrap_or("—")) } },
        html! { (say::province(words, row.province)) },
        html! { (words.short_moment(row.at)) },
        codes(words, &line.codes),
        html! { (row.given.opinion.as_deref().unwrap_or("—")) },
        html! {
            div {
                (say::standing(words, verdict)) " "
                a href={ "/desk/rules/refusals/" (row.id) } { (words.t("lessons-look")) }
                @for rule in &verdict.foreseen_by { div .aside { (say::rule(words, rulebook, rule)) } }
            }
        },
    ])
}

/// Codes with their meanings, one below the other; one element, for the cell becomes a line of two parts on a phone.
pub(super) fn codes(words: Words, codes: &[CodeSaid]) -> Markup {
    html! {
        div {
            @if codes.is_empty() { (words.t("lessons-code-none")) }
            @for code in codes {
                div {
                    span .num { (code.code) }
                    @if let Some(said) = say::code_said(words, *code) { " " (said) }
                }
            }
        }
    }
}
