//! The map: every province as a tile, with how much is known of it or with its answer to a question.

use beian_domain::region::Province;
use beian_domain::rulebook::InForce;
use maud::Markup;

use super::answers::Answers;
use super::day::Day;
use super::standing::{self, Standing};
use super::telling::Telling;
use super::{HREF, anchor, name};
use crate::i18n::Words;
use crate::ui::{Tile, tile_map};

/// How much each province says itself.
pub(super) fn of_known(telling: Telling<'_>, day: &Day) -> Markup {
    let words = telling.words;
    let tile = |&province: &Province| {
        let (own, all) = own(telling.rules, province);
        let facts = [("n", own.into()), ("all", all.into())];
        Tile {
            value: format!("{own}"),
            said: words.with("rules-known", &facts),
            share: Some(u32::try_from(own * 100 / all.max(1)).unwrap_or_default()),
            ..place(words, province, day, "")
        }
    };
    let tiles: Vec<Tile> = Province::ALL.iter().map(tile).collect();
    tile_map(words, &words.t("rules-map-known"), &tiles)
}

/// Answers of a province's own, whether sources agree or not, and all questions.
pub(super) fn own(rules: InForce<'_>, province: Province) -> (usize, usize) {
    let counts = standing::count(rules.province(province));
    let all = counts.iter().map(|(_, count)| count).sum();
    let own = counts.iter().filter(|(standing, _)| matches!(standing, Standing::Own | Standing::Conflicting));
    (own.map(|(_, count)| count).sum(), all)
}

/// What each province answers.
pub(super) fn of_answers(telling: Telling<'_>, day: &Day, answers: &Answers<'_>) -> Markup {
    let words = telling.words;
    let fragment = anchor(answers.parameter);
    let tiles: Vec<Tile> = answers
        .told
        .iter()
        .map(|told| {
            let group = answers.group(told);
            let (sign, word) = (told.standing.sign(), told.standing.word(words));
            let text = group.map(|group| group.text.as_str()).unwrap_or_default();
            let short = group.map(|group| group.short.as_str()).unwrap_or_default();
            Tile {
                value: format!("{short} {sign}").trim().to_owned(),
                told: if text == short { String::new() } else { text.to_owned() },
                said: format!("{text} {word}").trim().to_owned(),
                meaning: told.standing.meaning(),
                open: told.standing == Standing::Unknown,
                ..place(words, told.province, day, &fragment)
            }
        })
        .collect();
    tile_map(words, &telling.parameter(answers.parameter), &tiles)
}

fn place(words: Words, province: Province, day: &Day, fragment: &str) -> Tile {
    Tile {
        code: (province.code() / 10_000).to_string(),
        sign: province.prefix().to_string(),
        name: name(words, province).to_owned(),
        href: day.href(&format!("{HREF}/{}", province.slug()), fragment),
        ..Tile::default()
    }
}
