//! Samples: a table with filter and pages, numbers, the map of provinces, pages for bad endings.

use maud::{Markup, html};

use crate::i18n::Words;
use crate::ui::{
    Accent, Choice, Column, Field, Figure, Frame, Input, Meaning, Pages, Problem, Row, Tab, Table, Tile,
    badge, card, figures, filter, tabs, tile_map,
};

pub(super) fn section(frame: &Frame) -> Markup {
    let words = frame.words;
    html! {
        (tabs(&words.t("design-nav-orders"), &views(words)))
        (filter(words, "/design", &search(words), "/design"))
        (orders(words))
        p {}
        (figures(&numbers(words)))
        div .halves {
            (card(Accent::None, &words.t("design-map"), &tile_map(words, &words.t("design-map"), &tiles(words))))
            div { @for problem in endings(words) { (card(Accent::None, "", &problem.message(frame))) } }
        }
    }
}

fn views(words: Words) -> Vec<Tab> {
    let view =
        |key: &str, count, current| Tab { label: words.t(key), href: "#lists".to_owned(), count, current };
    vec![
        view("design-view-act", Some(2), true),
        view("design-view-wait", Some(5), false),
        view("design-view-all", None, false),
    ]
}

fn search(words: Words) -> Markup {
    html! {
        (Field::new(words, "q", words.t("design-search")).text(Input::Text))
        (Field::new(words, "province", words.t("design-province")).select(&[Choice::new("33", "浙江"), Choice::new("31", "上海")]))
    }
}

fn orders(words: Words) -> Table {
    let row = |id: &str, what: &str, meaning, state: &str, until: &str, late| {
        Row::new([
            html! { a href="#lists" { (id) } " " (what) },
            badge(meaning, &words.t(state)),
            html! { (words.t(until)) },
            html! { "11-23 14:05" },
        ])
        .marked(late)
    };
    Table {
        words,
        caption: words.t("design-nav-orders"),
        columns: vec![
            Column::text(words.t("design-column-order")),
            Column::text(words.t("design-column-state")),
            Column::text(words.t("design-column-until")),
            Column::numbers(words.t("design-column-changed")),
        ],
        rows: vec![
            row("0F3K-2M7Q", "example.cn", Meaning::Do, "design-state-phone", "design-until-hours", true),
            row(
                "0F3K-1C9P",
                "shop.example.cn",
                Meaning::No,
                "design-state-returned",
                "design-until-days",
                false,
            ),
            row(
                "0F2Z-8T4D",
                "example.com.cn",
                Meaning::Wait,
                "design-state-authority",
                "design-until-authority",
                false,
            ),
            row("0F2X-5A1B", "示例笔记", Meaning::Done, "design-state-filed", "design-until-none", false),
        ],
        pages: Pages { before: String::new(), after: "#lists".to_owned() },
    }
}

fn numbers(words: Words) -> Vec<Figure> {
    let figure = |key: &str, value: &str, note: &str| Figure {
        label: words.t(key),
        value: value.to_owned(),
        note: words.t(note),
        href: "#lists".to_owned(),
    };
    vec![
        figure("design-figure-waiting", "37", "design-figure-waiting-note"),
        figure("design-figure-first", "82%", "design-figure-first-note"),
        figure("design-figure-days", "0.6", "design-figure-days-note"),
    ]
}

fn tiles(words: Words) -> Vec<Tile> {
    const SAMPLE: [(&str, &str, u8); 31] = [
        ("11", "京", 9),
        ("12", "津", 6),
        ("13", "冀", 7),
        ("14", "晋", 6),
        ("15", "蒙", 8),
        ("21", "辽", 7),
        ("22", "吉", 8),
        ("23", "黑", 9),
        ("31", "沪", 5),
        ("32", "苏", 6),
        ("33", "浙", 6),
        ("34", "皖", 7),
        ("35", "闽", 7),
        ("36", "赣", 8),
        ("37", "鲁", 9),
        ("41", "豫", 7),
        ("42", "鄂", 6),
        ("43", "湘", 7),
        ("44", "粤", 12),
        ("45", "桂", 8),
        ("46", "琼", 7),
        ("50", "渝", 5),
        ("51", "川", 8),
        ("52", "贵", 6),
        ("53", "云", 8),
        ("54", "藏", 14),
        ("61", "陕", 7),
        ("62", "甘", 8),
        ("63", "青", 9),
        ("64", "宁", 7),
        ("65", "新", 13),
    ];
    let tile = |&(code, sign, days): &(&str, &str, u8)| Tile {
        code: code.to_owned(),
        sign: sign.to_owned(),
        name: words.with("design-map-name", &[("sign", sign.into())]),
        value: days.to_string(),
        meaning: match days {
            0..=6 => Some(Meaning::Done),
            7..=9 => None,
            _ => Some(Meaning::Wait),
        },
        href: "#lists".to_owned(),
        ..Tile::default()
    };
    SAMPLE.iter().map(tile).collect()
}

fn endings(words: Words) -> Vec<Problem> {
    vec![
        Problem::Refused { what: words.t("design-refused"), remedy: words.t("design-refused-remedy") },
        Problem::Forbidden { who_can: words.t("design-who-can") },
        Problem::Fault { reference: "F-0F3K2M7Q".to_owned() },
    ]
}
