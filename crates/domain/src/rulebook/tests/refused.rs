//! Files that are refused: every problem at once, each with layer, file, line and key.

use proptest::prelude::*;

use super::*;

/// The problems of the built-in rules with these files laid over them.
fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let overlay = Layer::overlay("mine", files);
    let found = Rulebook::load(&[Layer::built_in(), overlay]).err().unwrap_or_default();
    found.iter().map(ToString::to_string).collect()
}

const ROW: &str = "confidence = \"single\", severity = \"warn\", row = \"unit-persons 京\"";

fn beijing(body: &str) -> String {
    format!("province = \"beijing\"\n{}", body.replace("ROW", ROW))
}

#[test]
fn every_problem_is_told_at_once_with_line_and_key() {
    let text = beijing(
        r#"
code = 120000
[unit]
minimum-age = { value = "old", sources = ["T"], ROW }
landline = { value = true, sources = ["ZZ"], ROW }
legal-representative = { value = "maybe", sources = ["T"], ROW }
phone-uniqe = { value = true, sources = ["T"], ROW }
id-unique = { value = true, sources = ["T"], colour = "red", ROW }
investor = { value = "unit-name", ROW }
"#,
    );
    assert_eq!(
        problems(&[("provinces/beijing.toml", &text)]),
        [
            "mine: provinces/beijing.toml:3: code: expected `110000`, as the table of provinces has it",
            "mine: provinces/beijing.toml:5: unit.minimum-age.value: expected a whole number from 0",
            "mine: provinces/beijing.toml:6: unit.landline: the source `ZZ` stands in no sources.toml",
            "mine: provinces/beijing.toml:7: unit.legal-representative.value: `maybe` is none of: must, letter, any",
            "mine: provinces/beijing.toml:8: unit.phone-uniqe: unknown key",
            "mine: provinces/beijing.toml:9: unit.id-unique.colour: unknown key",
            "mine: provinces/beijing.toml:10: unit.investor: `sources` is missing",
        ]
    );
}

#[test]
fn dates_must_be_dates_and_run_forwards() {
    let text = beijing(
        r#"
[unit]
landline = { value = true, sources = ["T"], from = "soon", ROW }
id-unique = { value = true, sources = ["T"], from = 2026-05-01, until = 2026-05-01, ROW }
same-city = { value = true, sources = ["T"], from = 2026-02-30, ROW }
"#,
    );
    let found = problems(&[("provinces/beijing.toml", &text)]);
    assert!(found[0].contains(":4: unit.landline.from: expected a date"), "{found:#?}");
    assert!(
        found[1]
            .contains(":5: unit.id-unique.until: in force from 2026-05-01 until 2026-05-01: nothing is left")
    );
    assert!(found[2].contains(":6:"), "{found:#?}");
}

#[test]
fn two_values_for_one_day_are_refused_naming_both_places() {
    let text = beijing(
        r#"
[[unit.minimum-age]]
value = 16
sources = ["T"]
confidence = "single"
severity = "warn"
row = "unit-persons 京"
until = 2027-01-01

[[unit.minimum-age]]
value = 18
sources = ["T"]
confidence = "single"
severity = "warn"
row = "unit-persons 京"
from = 2026-12-31
"#,
    );
    let found = problems(&[("provinces/beijing.toml", &text)]);
    assert_eq!(
        found,
        [
            "mine: provinces/beijing.toml:11: unit.minimum-age: stands already at mine: provinces/beijing.toml:3"
        ]
    );
    let apart = text.replace("2026-12-31", "2027-01-01");
    assert!(problems(&[("provinces/beijing.toml", &apart)]).is_empty());
}

#[test]
fn two_rows_clauses_or_tags_of_one_code_are_refused_naming_both_places() {
    let row = "[[row]]\ncode = \"new\"\nzh = \"新\"\nen = \"new\"\nsigned-by = [\"seal\"]\n";
    let table = format!("sources = [\"T\"]\nconfidence = \"single\"\n{row}{row}");
    let clause = "[[clause]]\ncode = \"twice\"\nof = \"unit\"\nasks = \"care\"\nzh = \"一\"\nen = \"one\"\nsources = [\"T\"]\nconfidence = \"single\"\nseverity = \"info\"\nrow = \"general 京\"\n";
    let source = "[[source]]\ntag = \"P\"\nzh = \"甲\"\nen = \"P\"\npublisher = \"p\"\naddress = \"p\"\ndate = \"p\"\n";
    let found = problems(&[
        ("provinces/beijing.toml", &beijing(&clause.repeat(2))),
        ("sources.toml", &source.repeat(2)),
        ("tables/documents.toml", &table),
    ]);
    assert_eq!(
        found,
        [
            "mine: provinces/beijing.toml:12: clause: stands already at mine: provinces/beijing.toml:2",
            "mine: sources.toml:9: source.tag: stands already at mine: sources.toml:1",
            "mine: tables/documents.toml:8: row: stands already at mine: tables/documents.toml:3",
        ]
    );
}

#[test]
fn a_confidence_needs_the_sources_that_carry_it() {
    let text = beijing(
        r#"
[unit]
landline = { value = true, sources = ["T", "T17"], confidence = "confirmed", severity = "warn", row = "unit-persons 京" }
id-unique = { value = true, sources = ["T", "I"], confidence = "single", severity = "warn", row = "unit-persons 京" }
same-city = { value = true, sources = ["T"], confidence = "single", severity = "block", row = "unit-forms 京" }
investor = { value = "unit-name", sources = ["T"], confidence = "conflicting", severity = "warn", row = "unit-forms 京" }
"#,
    );
    let found = problems(&[("provinces/beijing.toml", &text)]);
    let reasons = [
        "`confirmed` does not fit: it has one publisher",
        "`single` does not fit: it has more than one publisher, or the law",
        "`single` does not fit: to block it needs two publishers, or a reason to choose one version",
        "`conflicting` does not fit: two versions and a reason must stand beside it",
    ];
    assert_eq!(found.len(), reasons.len(), "{found:#?}");
    assert!(found.iter().zip(reasons).all(|(found, reason)| found.ends_with(reason)), "{found:#?}");
}

#[test]
fn rows_that_are_pointed_at_must_be_there() {
    let text = beijing(
        r#"
[unit]
content-only = { value = ["portal", "telepathy"], sources = ["T"], ROW }
"#,
    );
    assert_eq!(
        problems(&[("provinces/beijing.toml", &text)]),
        ["mine: provinces/beijing.toml:4: unit.content-only: `telepathy` is no row of tables/contents.toml"]
    );
}

#[test]
fn a_value_stands_on_the_page_of_its_own_province() {
    let text = beijing(
        "[unit]\nlanding = 1\nlandline = { value = true, sources = [\"T\"], confidence = \"single\", severity = \"warn\", row = \"unit-persons 津\" }\n",
    );
    let found = problems(&[("provinces/beijing.toml", &text)]);
    assert!(found[0].ends_with(":3: unit.landing: unknown key"));
    assert!(found[1].ends_with(":4: unit.landline: expected `京`, as the table of provinces has it"));
}

#[test]
fn broken_toml_and_strange_files_are_named() {
    let found = problems(&[
        ("provinces/atlantis.toml", "province = \"atlantis\""),
        ("provinces/beijing.toml", "province = \"beijing\"\n[unit\nlandline = 1\nx = = 2\n"),
        ("notes.toml", ""),
        ("calendar/2030.toml", "year = 2030\ntitle = 3"),
    ]);
    assert!(
        found.contains(&"mine: notes.toml:1: no file of this name belongs to a rulebook".to_owned()),
        "{found:#?}"
    );
    assert!(
        found.contains(
            &"mine: provinces/atlantis.toml:1: no file of this name belongs to a rulebook".to_owned()
        )
    );
    let syntax = |line: &str| found.iter().any(|found| found.starts_with(line) && found.contains("no TOML"));
    assert!(
        syntax("mine: provinces/beijing.toml:2:") && syntax("mine: provinces/beijing.toml:4:"),
        "{found:#?}"
    );
    assert!(syntax("mine: calendar/2030.toml:2:"), "{found:#?}");
}

#[test]
fn a_rulebook_without_a_province_or_a_parameter_is_refused() {
    let mut layer = Layer::built_in();
    layer.files.remove("provinces/xizang.toml");
    let text = layer.files["provinces/beijing.toml"].replace("  \"unit.landline\",\n", "");
    layer.files.insert("provinces/beijing.toml".to_owned(), text);
    let words = layer.files["words.toml"].replace("\"unit.landline\" =", "# \"unit.landline\" =");
    layer.files.insert("words.toml".to_owned(), words);
    let found: Vec<String> = Rulebook::load(&[layer]).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "built-in: provinces/beijing.toml:1: the parameter `unit.landline` is neither answered nor listed under [unknown]",
            "built-in: provinces/xizang.toml:1: no layer has this file",
            "built-in: words.toml:1: no words for `parameter.unit.landline`",
        ]
    );
}

#[test]
fn what_is_answered_is_not_unknown() {
    let mut layer = Layer::built_in();
    let text =
        layer.files["provinces/beijing.toml"].replace("silent = [", "silent = [\n  \"unit.minimum-age\",");
    layer.files.insert("provinces/beijing.toml".to_owned(), text);
    let found = Rulebook::load(&[layer]).unwrap_err();
    assert_eq!(found.len(), 1);
    assert!(matches!(found[0].what, Fault::AnsweredAndUnknown(_)) && found[0].key == "unit.minimum-age");
}

#[test]
fn no_layer_at_all_is_thirty_one_missing_files_and_no_words() {
    let found = Rulebook::load(&[]).unwrap_err();
    assert_eq!(found.iter().filter(|problem| problem.what == Fault::NoFile).count(), 31);
}

/// The files an accident may befall.
const FRAIL: &[&str] =
    &["provinces/shanghai.toml", "sources.toml", "words.toml", "tables/domains.toml", "calendar/2026.toml"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever befalls a file, it is read or refused, and every problem names a line that is there.
    #[test]
    fn a_damaged_file_is_told_not_feared(
        file in 0..FRAIL.len(), at in any::<prop::sample::Index>(), cut in 0_usize..40, put in "[\\[\\]{}=\"'#.,\n a-z0-9\u{4e2d}-]{0,12}"
    ) {
        let path = FRAIL[file];
        let (_, text) = FILES.iter().find(|(name, _)| *name == path).unwrap();
        let mut characters: Vec<char> = text.chars().collect();
        let start = at.index(characters.len());
        let end = (start + cut).min(characters.len());
        characters.splice(start..end, put.chars());
        let damaged: String = characters.into_iter().collect();
        let lines = u32::try_from(damaged.lines().count()).unwrap() + 1;
        let layer = Layer::overlay("damaged", [(path.to_owned(), damaged)]);
        let problems = Rulebook::load(&[layer]).unwrap_err();
        let inside = problems.iter().filter(|problem| &*problem.place.file == path);
        prop_assert!(inside.map(|problem| problem.place.line).all(|line| (1..=lines).contains(&line)));
    }
}
