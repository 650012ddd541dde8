//! The queue as a page: counts per stage, a filter, the table, the load as a chart.

use beian_app::App;
use beian_app::orders::OrderLine;
use beian_domain::order::kind::OrderKind;
use beian_domain::order::stage::StageName;
use beian_domain::region::Province;
use maud::{Markup, html};

use super::{Queue, Wanted};
use crate::desk::page::{age_cell, href, listed_name};
use crate::i18n::Words;
use crate::say;
use crate::session::StaffMember;
use crate::ui::Meaning;
use crate::ui::{
    Bar, Chart, Choice, Column, Field, Figure, Heading, Input, Page, Pages, Row, Tab, Table, badge, empty,
    figures, filter, mark, tabs,
};

/// The stages of the tabs, in the order of an order's life; drafts are nobody's work yet.
const STAGES: [StageName; 8] = [
    StageName::InReview,
    StageName::Checking,
    StageName::Returned,
    StageName::Sending,
    StageName::PhoneCheck,
    StageName::WithAuthority,
    StageName::Filed,
    StageName::Abandoned,
];

/// The stages whose orders still need somebody: the day's load.
const LOAD: [StageName; 5] = [
    StageName::Checking,
    StageName::InReview,
    StageName::Sending,
    StageName::PhoneCheck,
    StageName::WithAuthority,
];

pub(super) fn page(app: &App, staff: &StaffMember, queue: &Queue) -> Markup {
    let words = staff.words;
    let mut frame = staff.frame.clone();
    let in_review = count(queue, StageName::InReview);
    if let Some(link) = frame.nav.first_mut() {
        link.count = Some(in_review);
    }
    let heading =
        Heading::new(words.t("desk-queue-title")).term(words.pick("", "初审队列")).lead(lead(words, queue));
    let heading = if in_review > 0 { heading.beside(start(words)) } else { heading };
    let body = html! {
        (heading)
        (stage_tabs(words, queue))
        div .columns {
            div {
                (narrow(words, &queue.wanted))
                (list(app, words, queue))
            }
            aside { (load(words, queue)) }
        }
    };
    Page::new(&frame, words.t("desk-queue-title")).show(&body)
}

fn count(queue: &Queue, stage: StageName) -> u64 {
    queue.stats.by_stage.get(&stage).copied().unwrap_or_default()
}

fn lead(words: Words, queue: &Queue) -> Markup {
    let overdue = queue.stats.overdue;
    html! {
        (words.with("desk-queue-lead", &[("n", count(queue, StageName::InReview).into())]))
        @if overdue > 0 { " " (mark(Meaning::No, &words.with("desk-queue-overdue", &[("n", overdue.into())]))) }
    }
}

fn start(words: Words) -> Markup {
    html! {
        a .btn href="/desk/next" data-key="N" aria-keyshortcuts="N" {
            span { (words.t("desk-queue-start")) } " " kbd aria-hidden="true" { "N" }
        }
    }
}

fn stage_tabs(words: Words, queue: &Queue) -> Markup {
    let shown = queue.wanted.stage();
    let mut all: Vec<Tab> = STAGES
        .into_iter()
        .map(|stage| Tab {
            label: say::stage_name(words, stage),
            href: href("/desk", &[("stage", stage.slug())]),
            count: queue.stats.by_stage.get(&stage).copied(),
            current: shown == Some(stage),
        })
        .collect();
    all.push(Tab {
        label: words.t("desk-queue-all"),
        href: href("/desk", &[("stage", "all")]),
        count: None,
        current: shown.is_none(),
    });
    tabs(&words.t("desk-queue-stages"), &all)
}

fn narrow(words: Words, wanted: &Wanted) -> Markup {
    let provinces: Vec<Choice> =
        Province::ALL.iter().map(|p| Choice::new(p.slug(), say::province(words, *p))).collect();
    let kinds: Vec<Choice> =
        OrderKind::ALL.iter().map(|kind| Choice::new(kind.slug(), say::order_kind(words, *kind))).collect();
    let fields = html! {
        @if !wanted.stage.is_empty() { input type="hidden" name="stage" value=(wanted.stage); }
        (Field::new(words, "text", words.t("desk-filter-text")).value(&wanted.text).text(Input::Text))
        (Field::new(words, "province", words.t("desk-filter-province")).value(&wanted.province).select(&provinces))
        (Field::new(words, "kind", words.t("desk-filter-kind")).value(&wanted.kind).select(&kinds))
    };
    let clear = if wanted.narrowed() { href("/desk", &[("stage", &wanted.stage)]) } else { String::new() };
    filter(words, "/desk", &fields, &clear)
}

fn list(app: &App, words: Words, queue: &Queue) -> Markup {
    let wanted = &queue.wanted;
    if queue.orders.lines.is_empty() {
        return if wanted.narrowed() || !wanted.after.is_empty() {
            empty(&words.t("desk-queue-none-title"), &words.t("desk-queue-none-text"), &html! {})
        } else {
            empty(&words.t("desk-queue-empty-title"), &words.t("desk-queue-empty-text"), &html! {})
        };
    }
    let next = queue.orders.next.as_ref().map(ToString::to_string).unwrap_or_default();
    let page = |after: &str| {
        href(
            "/desk",
            &[
                ("stage", &wanted.stage),
                ("province", &wanted.province),
                ("kind", &wanted.kind),
                ("text", wanted.text.trim()),
                ("after", after),
            ],
        )
    };
    let table = Table {
        words,
        caption: words.t("desk-queue-title"),
        columns: columns(words),
        rows: queue.orders.lines.iter().map(|line| row(app, words, line)).collect(),
        pages: Pages {
            before: String::new(),
            after: if next.is_empty() { String::new() } else { page(&next) },
        },
    };
    html! { (table) }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::text(words.t("desk-column-domain")),
        Column::text(words.t("desk-column-subject")),
        Column::text(words.t("desk-column-kind")),
        Column::numbers(words.t("desk-column-province")),
        Column::text(words.t("desk-column-stage")),
        Column::numbers(words.t("desk-column-age")),
        Column::numbers(words.t("desk-column-order")),
    ]
}

fn row(app: &App, words: Words, line: &OrderLine) -> Row {
    let order = &line.row;
    let until = line.waiting.until.map(|until| until.at);
    let late = until.is_some_and(|until| until < app.now());
    let domain = order.domain.as_deref().unwrap_or("—");
    let name = order.subject_name.as_deref().map(listed_name).unwrap_or_default();
    let page = format!("/desk/orders/{}", order.id);
    Row::new([
        html! { a href=(page) { (domain) } },
        html! { (name) },
        html! { (say::order_kind(words, order.kind)) },
        html! { @if let Some(province) = order.province { (say::province(words, province)) } },
        badge(desk_meaning(order.stage.name()), &say::stage(words, &order.stage)),
        age_cell(words, app, order.since, until),
        html! { span .aside { (order.id) } },
    ])
    .marked(late)
}

/// What a stage means for the desk: only what is in review is its work.
pub(crate) const fn desk_meaning(stage: StageName) -> Meaning {
    match stage {
        StageName::InReview => Meaning::Do,
        StageName::Draft
        | StageName::Checking
        | StageName::Returned
        | StageName::Sending
        | StageName::PhoneCheck
        | StageName::WithAuthority => Meaning::Wait,
        StageName::Filed => Meaning::Done,
        StageName::Abandoned => Meaning::No,
    }
}

fn load(words: Words, queue: &Queue) -> Markup {
    let bar = |stage: StageName| {
        let bar = Bar::new(words.t(&format!("desk-load-{}", stage.slug())), count(queue, stage));
        if stage == StageName::InReview { bar.marked() } else { bar }
    };
    let chart = Chart {
        words,
        title: words.t("desk-load-title"),
        of: words.t("desk-column-stage"),
        unit: words.t("desk-load-unit"),
        note: words.t("desk-load-note"),
        bars: LOAD.into_iter().map(bar).collect(),
    };
    let numbers = [
        ("desk-figure-review", count(queue, StageName::InReview), "in-review"),
        ("desk-figure-sent-back", count(queue, StageName::Returned), "returned"),
    ]
    .map(|(key, n, stage)| Figure {
        label: words.t(key),
        value: n.to_string(),
        note: String::new(),
        href: href("/desk", &[("stage", stage)]),
    });
    html! { (figures(&numbers)) (chart) }
}
