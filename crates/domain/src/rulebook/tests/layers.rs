//! Overlays: the higher layer wins value by value, on its days, and every value tells its layer.

use super::*;

fn overlay(files: &[(&str, &str)]) -> Layer {
    Layer::overlay("provider", files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
}

const ZHEJIANG: &str = r#"
province = "zhejiang"

[unit.minimum-age]
value = 16
severity = "warn"
sources = ["P1"]
confidence = "single"
row = "unit-persons 浙"
from = 2027-01-01

[unit]
landline = { value = true, severity = "warn", sources = ["P1"], confidence = "single", row = "unit-persons 浙" }

[[clause]]
code = "web-store"
of = "unit"
asks = "nothing"
zh = "不适用"
en = "Does not apply"
severity = "info"
sources = ["P1"]
confidence = "single"
row = "unit-forms 浙"
"#;

const SOURCES: &str = r#"
[[source]]
tag = "P1"
zh = "管局来函"
en = "Letter of the authority"
publisher = "zhejiang"
address = "file 12"
date = "2026-10-01"
as-of = 2026-10-01
"#;

fn overlaid() -> Rulebook {
    let overlay = overlay(&[("provinces/zhejiang.toml", ZHEJIANG), ("sources.toml", SOURCES)]);
    Rulebook::load(&[Layer::built_in(), overlay]).unwrap()
}

fn layer_of(rulebook: &Rulebook, parameter: Parameter, date: &str) -> (String, String) {
    let answer = rulebook.at(day(date)).province(Province::Zhejiang).get(parameter);
    let entry = answer.entry().unwrap();
    (plain(&entry.value), entry.place.layer.to_string())
}

#[test]
fn an_overlay_replaces_single_values_and_says_so() {
    let rulebook = overlaid();
    assert_eq!(rulebook.layers(), ["built-in", "provider"]);
    let landline = layer_of(&rulebook, Parameter::UnitLandline, "2026-11-26");
    assert_eq!(landline, ("true".to_owned(), "provider".to_owned()));
    let untouched = layer_of(&rulebook, Parameter::UnitSoleTrader, "2026-11-26");
    assert_eq!(untouched, ("name-and-seal-needed".to_owned(), "built-in".to_owned()));
}

#[test]
fn before_its_first_day_the_lower_layer_speaks() {
    let rulebook = overlaid();
    let age = |date| layer_of(&rulebook, Parameter::UnitMinimumAge, date);
    assert_eq!(age("2026-12-31"), ("18".to_owned(), "built-in".to_owned()));
    assert_eq!(age("2027-01-01"), ("16".to_owned(), "provider".to_owned()));
}

#[test]
fn a_value_takes_the_newest_day_of_its_sources() {
    let rulebook = overlaid();
    let entry = rulebook.at(day("2027-01-01")).province(Province::Zhejiang).get(Parameter::UnitMinimumAge);
    assert_eq!(entry.entry().unwrap().testimony.as_of, Some(day("2026-10-01")));
}

#[test]
fn an_overlay_can_lay_a_clause_to_rest() {
    let has = |rulebook: &Rulebook| {
        let rules = rulebook.at(day("2026-11-26")).province(Province::Zhejiang);
        rules.clauses().any(|entry| entry.value.code == "web-store")
    };
    assert!(has(Rulebook::built_in()) && !has(&overlaid()));
}

#[test]
fn the_same_files_once_more_change_nothing_but_the_layer() {
    let mut again = Layer::built_in();
    again.name = "again".to_owned();
    let rulebook = Rulebook::load(&[Layer::built_in(), again]).unwrap();
    let landline = rulebook.at(day("2026-11-26")).province(Province::Jiangsu).get(Parameter::UnitLandline);
    let entry = landline.entry().unwrap();
    assert_eq!((entry.value.flag(), &*entry.place.layer), (Some(true), "again"));
    let open = rulebook.at(day("2026-11-26")).province(Province::Hainan);
    assert_eq!(open.because(Parameter::IndividualNonlocal), Because::NoSource);
}

#[test]
fn an_overlay_may_bring_rows_and_a_year_of_the_calendar() {
    let resources = r#"
sources = ["H"]
confidence = "single"
[[row]]
code = "cloud-server"
zh = "云主机"
en = "Cloud host"
may-file = true
minimum-months = 1
services = 3
"#;
    let year = "year = 2027\ntitle = 't'\nsource = 's'\nworked = []\n[[off]]\nname = '元旦'\nfrom = '2027-01-01'\nto = '2027-01-03'";
    let overlay = overlay(&[("tables/resources.toml", resources), ("calendar/2027.toml", year)]);
    let rulebook = Rulebook::load(&[Layer::built_in(), overlay]).unwrap();
    let row = rulebook.at(day("2026-11-26")).row(TableKind::Resources, "cloud-server").unwrap();
    assert_eq!((row.value.number("services"), &*row.place.layer), (Some(3), "provider"));
    assert_eq!(rulebook.calendar().years().collect::<Vec<_>>(), [2024, 2025, 2026, 2027]);
}

#[test]
fn the_last_good_rulebook_stays_when_a_newer_one_cannot_be_read() {
    let mut shelf = Shelf::new(Rulebook::load(&[Layer::built_in()]).unwrap());
    let good = overlay(&[("provinces/zhejiang.toml", ZHEJIANG), ("sources.toml", SOURCES)]);
    assert!(shelf.offer(&[Layer::built_in(), good]));
    let bad = overlay(&[("provinces/zhejiang.toml", "province = \"zhejiang\"\n[unit]\nminimum-age = 3\n")]);
    assert!(!shelf.offer(&[Layer::built_in(), bad]));
    assert_eq!(shelf.rejected().len(), 1);
    assert_eq!(shelf.current().layers(), ["built-in", "provider"]);
    let landline = layer_of(shelf.current(), Parameter::UnitLandline, "2026-11-26");
    assert_eq!(landline.1, "provider");
}
