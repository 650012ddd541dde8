//! The provinces as tiles, roughly where they lie: for rules and waiting times.

use maud::{Markup, html};

use super::badge::Meaning;
use crate::i18n::Words;

/// One province (省级行政区).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tile {
    /// Division code of two digits, for example `33`: the class that places it.
    pub code: String,
    /// The character number plates and filing numbers use, for example 浙.
    pub sign: String,
    /// Its name.
    pub name: String,
    /// A number or a few characters; may be empty.
    pub value: String,
    /// The value in words, where there is room; may be empty.
    pub told: String,
    /// What screen readers and pointers that rest are told after the name; the value if empty.
    pub said: String,
    /// Percent of something that is filled, as a bar.
    pub share: Option<u32>,
    /// What the value means.
    pub meaning: Option<Meaning>,
    /// There is no value: the tile is drawn with a broken line.
    pub open: bool,
    /// Where more is told; may be empty.
    pub href: String,
}

/// Parts of the country that are not filed by the same system (ICP 备案 applies to the mainland only).
const BEYOND: [(&str, &str, &str, &str); 3] =
    [("71", "台", "台湾", "Taiwan"), ("81", "港", "香港", "Hong Kong"), ("82", "澳", "澳门", "Macao")];

/// The map: a list, placed by its style. Provinces that are not given stay empty.
pub fn tile_map(words: Words, label: &str, tiles: &[Tile]) -> Markup {
    html! {
        ul .tile-map aria-label=(label) {
            @for tile in tiles { (one(tile)) }
            @for (code, sign, zh, en) in BEYOND { (beyond(words, code, sign, words.pick(zh, en))) }
        }
    }
}

fn one(tile: &Tile) -> Markup {
    let said = if tile.said.is_empty() { &tile.value } else { &tile.said };
    let said = format!("{} {said}", tile.name);
    let body = html! {
        span .sign lang="zh-CN" aria-hidden="true" { (tile.sign) }
        span .name aria-hidden="true" { (tile.name) }
        @if !tile.value.is_empty() { span .value aria-hidden="true" { (tile.value) } }
        @if !tile.told.is_empty() { span .told aria-hidden="true" { (tile.told) } }
        @if let Some(share) = tile.share { (bar(share)) }
        span .vh { (said) }
    };
    let tone = tile.meaning.map_or("", Meaning::class);
    html! {
        li .tile .{ "at-" (tile.code) } .(tone) .is-open[tile.open] {
            @if tile.href.is_empty() { span title=(said) { (body) } }
            @else { a href=(tile.href) title=(said) { (body) } }
        }
    }
}

fn bar(share: u32) -> Markup {
    html! {
        svg .share viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
            rect .rest width="100" height="4" {}
            rect width=(share.min(100)) height="4" {}
        }
    }
}

fn beyond(words: Words, code: &str, sign: &str, name: &str) -> Markup {
    let said = words.with("ui-map-beyond", &[("name", name.into())]);
    html! {
        li .tile.is-off .{ "at-" (code) } {
            span title=(said) {
                span .sign lang="zh-CN" aria-hidden="true" { (sign) }
                span .name aria-hidden="true" { (name) }
                span .vh { (said) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use beian_domain::region::Province;

    use super::*;
    use crate::assets::CSS;

    #[test]
    fn every_province_has_a_place_of_its_own() {
        let mainland = Province::ALL.iter().map(|province| (province.code() / 10_000).to_string());
        let codes = mainland.chain(BEYOND.map(|(code, ..)| code.to_owned()));
        let place = |code: String| {
            let (_, rest) = CSS.split_once(&format!(".at-{code} {{ grid-area: ")).expect("a place");
            rest.split(';').next().unwrap_or_default().to_owned()
        };
        let mut places: Vec<String> = codes.map(place).collect();
        places.sort();
        places.dedup();
        assert_eq!(places.len(), 34);
    }
}
