//! Names of the services of individuals.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Sought, about, each};
use crate::check::applied::Applied;
use crate::check::sight::Sight;
use crate::finding::Finding;
use crate::region::{Province, RegionLevel, Regions};
use crate::rulebook::{Answer, Blog, NameBan, Parameter, TableKind, Value};

/// What the province answers to a parameter of individuals.
fn own<'r>(sight: &Sight<'r>, parameter: Parameter) -> Option<Answer<'r>> {
    sight.province_rules().map(|rules| rules.get(parameter))
}

/// Whether the province wants the name of a blog or a home page, and so takes the person's name in it.
fn blog_only(sight: &Sight<'_>) -> bool {
    own(sight, Parameter::IndividualBlog).and_then(Answer::choice) == Some(Blog::Only)
}

/// Whether the answer bans names of a kind.
pub(super) fn bans(applied: &Applied<'_>, ban: NameBan) -> bool {
    matches!(applied.value(), Some(Value::Choices(bans)) if bans.contains(&ban.slug()))
}

/// None of the usual words stands in the name; those the province lists itself were told before.
pub(super) fn words_usual(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        let Some(word) = Sought::new(name).first(applied.words.iter().copied()) else { continue };
        let listed = own(sight, Parameter::IndividualNameWords).and_then(Answer::entry);
        let told =
            listed.is_some_and(|entry| entry.value.words().iter().any(|own| name.contains(own.as_str())));
        if !told && !blog_only(sight) {
            out.push(about(applied, offer).with("found", word));
        }
    }
}

/// None of the words of the province stands in the name; words of the state are banned everywhere.
pub(super) fn words_asked(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let Some(value) = applied.value() else { return };
    for (offer, name) in each(sight, applied) {
        let Some(word) = value.words().iter().find(|word| name.contains(word.as_str())) else { continue };
        let state = sight.rules.row(TableKind::NameWords, "state-individual");
        if !state.is_some_and(|row| row.value.words("words").contains(word)) {
            out.push(about(applied, offer).with("found", word));
        }
    }
}

/// No place stands in the name.
pub(super) fn no_place(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    for (offer, name) in each(sight, applied) {
        if let Some(found) = place_in(name).filter(|_| bans(applied, NameBan::PlaceName)) {
            out.push(about(applied, offer).with("found", found));
        }
    }
}

/// Places whose names are words of every day.
const WORDS: &[&str] = &["安康", "大同", "来宾", "白银", "玉树", "日照", "百色", "长治"];
/// The longest name of a place that is looked for, in characters.
const LONGEST: usize = 4;

/// Provinces and prefectures by the part of their name that is their own: 杭州, 延边.
static PLACES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let regions = Regions::builtin();
    let provinces = Province::ALL.iter().map(|province| province.name_zh());
    let cities = Province::ALL.iter().flat_map(|province| regions.children(province.region()));
    let cities = cities.filter(|region| region.level == RegionLevel::City).map(|region| bare(region.name));
    let all = provinces.chain(["香港", "澳门", "台湾"]).chain(cities);
    all.filter(|name| (2..=LONGEST).contains(&name.chars().count()) && !WORDS.contains(name)).collect()
});

/// Peoples in the names of autonomous prefectures.
const PEOPLES: &[&str] = &[
    "朝鲜族",
    "土家族",
    "苗族",
    "藏族",
    "羌族",
    "彝族",
    "布依族",
    "侗族",
    "傣族",
    "哈尼族",
    "壮族",
    "白族",
    "景颇族",
    "傈僳族",
    "回族",
    "蒙古",
    "柯尔克孜",
    "哈萨克",
];

fn bare(name: &'static str) -> &'static str {
    let name = ["市", "地区", "盟", "自治州"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let peoples = PEOPLES.iter().filter_map(|people| name.find(people)).filter(|at| *at > 0).min();
    peoples.map_or(name, |at| &name[..at])
}

/// The first place that stands in a name.
fn place_in(name: &str) -> Option<&str> {
    name.char_indices().find_map(|(start, _)| {
        let rest = &name[start..];
        let ends = rest.char_indices().skip(1).map(|(at, _)| at).chain([rest.len()]);
        ends.skip(1).take(LONGEST - 1).map(|end| &rest[..end]).find(|part| PLACES.contains(part))
    })
}

/// The filer's own name does not stand in the name.
pub(super) fn no_person(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    let own = sight.dossier.subject.name.trim();
    if own.chars().count() < 2 || !bans(applied, NameBan::PersonName) {
        return;
    }
    for (offer, name) in each(sight, applied) {
        if name.contains(own) && !blog_only(sight) {
            out.push(about(applied, offer));
        }
    }
}

/// No pinyin of two syllables or more stands in the name.
pub(super) fn no_pinyin(sight: &Sight<'_>, applied: &Applied<'_>, out: &mut Vec<Finding>) {
    if !bans(applied, NameBan::Pinyin) {
        return;
    }
    for (offer, name) in each(sight, applied) {
        let mut runs = name.split(|c: char| !c.is_ascii_alphabetic());
        if let Some(run) = runs.find(|run| run.len() >= 4 && syllables(&run.to_ascii_lowercase(), 0)) {
            out.push(about(applied, offer).with("found", run));
        }
    }
}

const INITIALS: &[&str] = &[
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c",
    "s", "y", "w",
];
const FINALS: &[&str] = &[
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia", "ie", "iao", "iu",
    "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue", "v",
];

/// Whether letters divide into syllables of pinyin, two at least with those before.
fn syllables(letters: &str, before: usize) -> bool {
    if letters.is_empty() {
        return before >= 2;
    }
    (1..=letters.len().min(6)).rev().any(|length| {
        let (syllable, rest) = letters.split_at(length);
        is_syllable(syllable) && syllables(rest, before + 1)
    })
}

fn is_syllable(letters: &str) -> bool {
    let rest = INITIALS.iter().find_map(|initial| letters.strip_prefix(initial));
    matches!(letters, "a" | "ai" | "an" | "ang" | "ao" | "e" | "en" | "er" | "ou")
        || rest.is_some_and(|rest| FINALS.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_divide_into_syllables() {
        for pinyin in ["yunshan", "zhongguo", "xian", "hangzhou"] {
            assert!(syllables(pinyin, 0), "{pinyin}");
        }
        for other in ["blog", "world", "spruce", "linux"] {
            assert!(!syllables(other, 0), "{other}");
        }
    }

    #[test]
    fn places_are_found_by_their_own_part() {
        assert_eq!(place_in("我在杭州的日子"), Some("杭州"));
        assert_eq!(place_in("走遍内蒙古"), Some("内蒙古"));
        assert_eq!(place_in("延边味道"), Some("延边"));
        assert_eq!(place_in("西双版纳雨林"), Some("西双版纳"));
        assert_eq!(place_in("安康与日照"), None);
        assert_eq!(place_in("云"), None);
    }
}
