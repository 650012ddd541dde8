//! `beian check` as whoever prepares an order meets it, with the orders of `examples/orders/`.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// The day for which the judgements of the samples are written down.
const DAY: &str = "2026-11-26";

fn orders() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/orders")
}

fn sample(name: &str) -> String {
    orders().join(format!("{name}.json")).to_str().unwrap().to_owned()
}

/// What the command prints, what it complains of, and what it ends with.
struct Told {
    said: String,
    complaint: String,
    code: i32,
}

impl Told {
    fn json(&self) -> Value {
        serde_json::from_str(&self.said).unwrap_or_else(|error| panic!("{error}: {}", self.said))
    }

    /// The findings of a report for programs.
    fn findings(&self) -> Vec<Value> {
        let report = self.json();
        let steps = report["steps"].as_array().unwrap().iter();
        steps.flat_map(|step| step["findings"].as_array().unwrap().clone()).collect()
    }

    fn finds(&self, rule: &str) -> bool {
        self.findings().iter().any(|found| found["rule"] == rule)
    }
}

fn fed(directory: &Path, arguments: &[&str], input: &str) -> Told {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beian"));
    command.arg("check").args(arguments).current_dir(directory);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that reads a file does not wait for its input.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Told {
        said: String::from_utf8(output.stdout).unwrap(),
        complaint: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

fn check(arguments: &[&str]) -> Told {
    fed(Path::new("."), arguments, "")
}

#[test]
fn it_ends_with_nothing_one_or_two() {
    let clean = check(&[&sample("01-zhejiang-enterprise-clean"), "--at", DAY]);
    assert_eq!((clean.code, clean.complaint.as_str()), (0, ""), "{}", clean.said);
    let hints = check(&[&sample("40-fujian-claim-clean"), "--at", DAY]);
    assert_eq!(hints.code, 0, "{}", hints.said);
    let warned = check(&[&sample("31-ningxia-short-rent"), "--at", DAY]);
    assert_eq!(warned.code, 0, "what only warns does not stop: {}", warned.said);
    let stopped = check(&[&sample("48-hunan-typing-mistakes"), "--at", DAY]);
    assert_eq!(stopped.code, 1);
    assert!(stopped.complaint.contains(" to be mended. 有 "), "{}", stopped.complaint);
    for arguments in [&["nowhere.json"][..], &["."], &[], &["order.json", "--at", "yesterday"]] {
        let told = check(arguments);
        assert_eq!((told.code, told.said.as_str()), (2, ""), "{arguments:?}: {}", told.complaint);
    }
}

#[test]
fn it_tells_for_people_in_both_languages() {
    let order = sample("48-hunan-typing-mistakes");
    let chinese = check(&[&order, "--at", DAY]).said;
    let english = check(&[&order, "--at", DAY, "--language", "en"]).said;
    assert!(chinese.contains("手机号码填成了固定电话。"), "{chinese}");
    assert!(english.contains("The mobile number is a landline."), "{english}");
    for text in [&chinese, &english] {
        assert!(text.contains("(subject.person.mobile)") && text.contains("[mobile-is-landline]"), "{text}");
        assert!(text.contains(DAY) && text.contains("built-in"), "{text}");
        assert!(!text.contains('{') && !text.contains("“”"), "{text}");
    }
}

#[test]
fn it_tells_programs_the_same_as_people() {
    let order = sample("49-zhejiang-expired-papers");
    for (language, says) in
        [("zh", "证件已在 2026-10-31 到期。"), ("en", "The certificate expired on 2026-10-31.")]
    {
        let told = check(&[&order, "--at", DAY, "--language", language, "--format", "json"]);
        let report = told.json();
        assert_eq!((&report["at"], &report["blocked"]), (&DAY.into(), &true.into()));
        assert_eq!(report["layers"], Value::from(vec!["built-in"]));
        let findings = told.findings();
        let found = findings.iter().find(|found| found["rule"] == "certificate-expired").unwrap();
        let fields = ["severity", "field", "what", "layer"].map(|key| found[key].as_str().unwrap());
        assert_eq!(fields, ["block", "subject.person.certificate-expiry", says, "built-in"]);
    }
}

#[test]
fn the_page_stands_by_itself() {
    let order = sample("50-jiangsu-add-elsewhere");
    for language in ["zh", "en"] {
        let page = check(&[&order, "--at", DAY, "--language", language, "--format", "html"]).said;
        assert!(page.trim_start().to_lowercase().starts_with("<!doctype html>"), "{page}");
        assert_eq!(page.matches("<html").count(), 1);
        for fetched in ["<link", "<script src", "<img src=\"/", "<img src=\"http", "@import", "url(http"] {
            assert!(!page.contains(fetched), "{fetched}: {page}");
        }
        assert!(page.contains("10.0.0.51"));
    }
}

#[test]
fn the_day_decides_what_is_in_force() {
    let text = fs::read_to_string(sample("05-jiangsu-government-clean")).unwrap();
    let order = text.replace("nanjing-shili.gov.cn", "nanjing-shili.cn");
    let on = |day: &str| fed(Path::new("."), &["-", "--at", day, "--format", "json"], &order);
    assert!(!on("2024-06-30").finds("domain-of-government"));
    assert!(on("2024-07-01").finds("domain-of-government"));
}

const SOURCES: &str = "[[source]]\ntag = \"P1\"\nzh = \"管局来函\"\nen = \"Letter of the authority\"\n\
    publisher = \"authority\"\naddress = \"file 12\"\ndate = \"2026-10-01\"\nas-of = 2026-10-01\n";
const OLDER: &str = "province = \"zhejiang\"\n[unit.minimum-age]\nvalue = 60\nseverity = \"warn\"\n\
    sources = [\"P1\"]\nconfidence = \"single\"\nrow = \"unit-persons 浙\"\n";

#[test]
fn a_finding_says_which_layer_spoke() {
    let here = tempfile::tempdir().unwrap();
    let ours = here.path().join("ours");
    fs::create_dir_all(ours.join("provinces")).unwrap();
    fs::write(ours.join("sources.toml"), SOURCES).unwrap();
    fs::write(ours.join("provinces/zhejiang.toml"), OLDER).unwrap();
    let order = sample("01-zhejiang-enterprise-clean");
    let by = [&order, "--at", DAY, "--rulebook", "ours"];
    let told = fed(here.path(), &[&by[..], &["--format", "json"]].concat(), "");
    assert_eq!(told.json()["layers"], Value::from(vec!["built-in", "ours"]));
    let findings = told.findings();
    assert!(!findings.is_empty());
    for found in &findings {
        assert_eq!((&found["rule"], &found["layer"]), (&"person-under-age".into(), &"ours".into()));
    }
    let told = fed(here.path(), &by, "");
    assert!(told.said.contains("[person-under-age] · ours"), "{}", told.said);
    fs::write(ours.join("provinces/zhejiang.toml"), OLDER.replace("60", "\"old\"")).unwrap();
    let told = fed(here.path(), &by, "");
    assert_eq!(told.code, 1);
    assert!(
        told.said.starts_with("ours: provinces/zhejiang.toml:3: unit.minimum-age.value:"),
        "{}",
        told.said
    );
}

#[test]
fn an_order_comes_by_standard_input_too() {
    let order = fs::read_to_string(sample("48-hunan-typing-mistakes")).unwrap();
    let piped = fed(Path::new("."), &["-", "--at", DAY], &order);
    let read = check(&[&sample("48-hunan-typing-mistakes"), "--at", DAY]);
    let findings = |told: &Told| told.said.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!((piped.code, findings(&piped)), (1, findings(&read)));
}

#[test]
fn everything_wrong_with_a_file_is_told_by_path() {
    let order = r#"{ "kind": "first", "subject": { "nature": "enterprise", "name": 7, "colour": "red",
        "certificate-type": "business-licence", "certificate-number": "", "province": "zhejiang",
        "certificate-expiry": "soon", "person": { "certificate-type": "resident-id", "certificate-number": "",
        "mobile": "", "email": "" } }, "services": [{ "kind": "website", "name": "", "domains": [{}],
        "contents": "news", "person": null }] }"#;
    let told = fed(Path::new("."), &["-"], order);
    assert_eq!(told.code, 2);
    for path in [
        "kind: none of: first-filing,",
        "subject.name: expected",
        "subject.colour: unknown key",
        "subject.certificate-expiry: expected `long-term`, or a day like 2030-01-31",
        "subject.person.name: is missing",
        "services.0.domains.0.name: is missing",
        "services.0.contents: expected",
        "services.0.person: expected",
    ] {
        assert!(
            told.said.lines().any(|line| line.starts_with(&format!("-: {path}"))),
            "{path}: {}",
            told.said
        );
    }
    assert!(!told.said.contains("red"), "what stands there may be personal: {}", told.said);
    let told = fed(Path::new("."), &["-"], "{ \"kind\": ");
    assert_eq!(told.code, 2);
    assert!(told.said.starts_with("-: (the file): no JSON:"), "{}", told.said);
}

/// What in a value breaks a schema of the few keywords that ours has.
fn breaches(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut miss = |what: String| found.push(format!("{at}: {what}"));
    let keywords = schema.as_object().unwrap();
    for (keyword, asked) in keywords {
        match keyword.as_str() {
            "type" => {
                let types = asked.as_array().cloned().unwrap_or_else(|| vec![asked.clone()]);
                if !types.iter().any(|one| is(value, one.as_str().unwrap())) {
                    miss(format!("{value} is no {asked}"));
                }
            }
            "enum" if !asked.as_array().unwrap().contains(value) => miss(format!("{value} is not listed")),
            "format" if value.is_string() => {
                assert_eq!(asked, "date");
                if value.as_str().unwrap().parse::<chrono::NaiveDate>().is_err() {
                    miss(format!("{value} is no day"));
                }
            }
            "minimum" if value.as_i64().is_some_and(|number| number < asked.as_i64().unwrap()) => {
                miss(format!("{value} is too small"));
            }
            "maxItems" if value.as_array().is_some_and(|all| all.len() as u64 > asked.as_u64().unwrap()) => {
                miss("too many".to_owned());
            }
            "anyOf" if !asked.as_array().unwrap().iter().any(|one| breaches(one, value, at).is_empty()) => {
                miss("fits nothing that may stand here".to_owned());
            }
            "required" => {
                let keys = asked.as_array().unwrap().iter().map(|key| key.as_str().unwrap());
                let object = value.as_object();
                for key in keys.filter(|key| object.is_some_and(|object| !object.contains_key(*key))) {
                    miss(format!("{key} is missing"));
                }
            }
            "enum"
            | "format"
            | "minimum"
            | "maxItems"
            | "anyOf"
            | "items"
            | "properties"
            | "additionalProperties"
            | "description"
            | "title"
            | "$schema" => {}
            unknown => panic!("a keyword this test does not know: {unknown}"),
        }
    }
    found.extend(below(schema, value, at));
    found
}

/// The same for the members of a value.
fn below(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        for (number, value) in values.iter().enumerate() {
            found.extend(breaches(items, value, &format!("{at}.{number}")));
        }
    }
    for (key, value) in value.as_object().into_iter().flatten() {
        let at = format!("{at}.{key}");
        match (schema["properties"].get(key), schema.get("additionalProperties")) {
            (Some(schema), _) => found.extend(breaches(schema, value, &at)),
            (None, Some(other)) if other.is_object() => found.extend(breaches(other, value, &at)),
            (None, Some(other)) if other == false => found.push(format!("{at}: unknown key")),
            (None, _) => {}
        }
    }
    found
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        unknown => panic!("a type this test does not know: {unknown}"),
    }
}

#[test]
fn the_schema_describes_every_sample_and_what_is_refused() {
    let told = check(&["--schema"]);
    assert_eq!(told.code, 0);
    let schema = told.json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let mut samples = 0;
    for entry in fs::read_dir(orders()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let order: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!(breaches(&schema, &order, ""), Vec::<String>::new(), "{}", path.display());
            samples += 1;
        }
    }
    assert!(samples >= 50, "{samples}");
    let mut order: Value =
        serde_json::from_str(&fs::read_to_string(sample("01-zhejiang-enterprise-clean")).unwrap()).unwrap();
    order["subject"]["colour"] = "red".into();
    order["services"][0]["languages"] = "english".into();
    order["services"][0]["person"].as_object_mut().unwrap().remove("mobile");
    let mut broken = breaches(&schema, &order, "");
    broken.sort();
    let paths: Vec<&str> = broken.iter().map(|breach| breach.split(':').next().unwrap()).collect();
    assert_eq!(paths, [".services.0.languages", ".services.0.person", ".subject.colour"]);
}
