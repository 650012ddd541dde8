//! The provinces as tiles, roughly where they lie: for rules and waiting times.

use maud::{Markup, html};

use super::badge::Meaning;

/// One province (省级行政区).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// Division code of two digits, for example `33`.
    pub code: String,
    /// The character number plates and filing numbers use, for example 浙.
    pub sign: String,
    /// Its name.
    pub name: String,
    /// A number or word below the sign; may be empty.
    pub value: String,
    /// What the value means.
    pub meaning: Option<Meaning>,
    /// Where more is told; may be empty.
    pub href: String,
}

/// Column and row of each province, from the north-west.
const PLACES: [(&str, u8, u8); 34] = [
    ("65", 0, 1),
    ("15", 5, 1),
    ("22", 8, 1),
    ("23", 8, 0),
    ("62", 3, 2),
    ("64", 4, 2),
    ("14", 5, 2),
    ("11", 6, 1),
    ("12", 7, 2),
    ("13", 6, 2),
    ("21", 8, 2),
    ("63", 2, 2),
    ("61", 4, 3),
    ("41", 5, 3),
    ("37", 6, 3),
    ("32", 7, 3),
    ("54", 1, 3),
    ("51", 3, 3),
    ("50", 3, 4),
    ("42", 4, 4),
    ("34", 5, 4),
    ("33", 6, 4),
    ("31", 7, 4),
    ("53", 2, 5),
    ("52", 3, 5),
    ("43", 4, 5),
    ("36", 5, 5),
    ("35", 6, 5),
    ("45", 3, 6),
    ("44", 4, 6),
    ("81", 5, 6),
    ("82", 4, 7),
    ("46", 3, 7),
    ("71", 7, 6),
];

/// The map; provinces that are not given stay empty. A list for screen readers.
pub fn tile_map(label: &str, tiles: &[Tile]) -> Markup {
    html! {
        svg .tile-map viewBox="0 0 378 334" role="group" aria-label=(label) {
            @for (code, column, row) in PLACES {
                @if let Some(tile) = tiles.iter().find(|tile| tile.code == code) {
                    (one(tile, u32::from(column) * 42, u32::from(row) * 42))
                }
            }
        }
    }
}

fn one(tile: &Tile, x: u32, y: u32) -> Markup {
    let class = tile.meaning.map_or("tile", Meaning::class);
    let said =
        if tile.value.is_empty() { tile.name.clone() } else { format!("{} {}", tile.name, tile.value) };
    let body = html! {
        rect x=(x) y=(y) width="39" height="39" rx="4" {}
        text .sign x=(x + 19) y=(y + if tile.value.is_empty() { 25 } else { 19 }) text-anchor="middle" { (tile.sign) }
        @if !tile.value.is_empty() { text .value x=(x + 19) y=(y + 33) text-anchor="middle" { (tile.value) } }
        title { (said) }
    };
    html! {
        @if tile.href.is_empty() { g class={ "tile " (class) } { (body) } }
        @else { a class={ "tile " (class) } href=(tile.href) aria-label=(said) { (body) } }
    }
}
