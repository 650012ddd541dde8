//! Checks of the sentences: both languages complete, nothing unused, no word that blames.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::files::AREAS;
use super::{Lang, Left, Words};

/// Beginnings of keys that are put together at run time.
const DYNAMIC: &[&str] = &[
    "public-sign-up-kind-",
    "order-why-",
    "order-now-",
    "order-withdraw",
    "order-abandon",
    "form-step-lead-",
    "account-kind-",
    "account-role-",
    "api-operation-",
    "api-problem-",
    "checking-",
    "design-content-",
    "design-fault-",
    "design-finding-",
    "design-forms",
    "design-lists",
    "design-next-",
    "design-order",
    "design-signs",
    "design-task-",
    "desk-load-",
    "desk-party-",
    "field-",
    "inspect-digest-",
    "inspect-finding-",
    "inspect-kind-",
    "inspect-likeness-",
    "inspect-platform-",
    "inspect-purpose-",
    "inspect-refused-",
    "inspect-scheme-",
    "inspect-severity-",
    "inspect-spelling-",
    "inspect-trick-",
    "inspect-whose-",
    "inspect-why-",
    "invalid-",
    "job-kind-",
    "journal-name-",
    "lessons-about-",
    "lessons-severity-",
    "letter-",
    "notice-",
    "order-event-",
    "order-kind-",
    "order-step-",
    "reason-",
    "refused-",
    "rules-example-on-",
    "rules-list-",
    "rules-part-",
    "rules-service-",
    "rules-weight-",
    "stage-",
    "supervision-about-",
    "supervision-change-",
    "supervision-choice-",
    "supervision-fact-",
    "supervision-group-",
    "supervision-kind-",
    "table-",
    "ui-problem-",
];

/// Words that blame or command; say what to do instead.
const UNKIND: &[&str] =
    &["非法", "无效", "请勿", "抱歉", "invalid", "illegal", "sorry", "please do not", "oops"];

/// Keys of one file with the arguments their sentences name.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split('=').next().unwrap().trim().to_owned();
            assert!(!found.contains_key(&key), "{key} twice");
            found.insert(key.clone(), BTreeSet::new());
        }
        let names = line.split('$').skip(1);
        let names =
            names.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_'));
        let args = found.get_mut(&key).expect("a sentence begins with its key");
        args.extend(names.filter_map(|mut rest| rest.next().map(ToOwned::to_owned)));
    }
    found
}

fn sources(dir: &Path, out: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn our_sources() -> Vec<(String, String)> {
    let mut out = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    out
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_arguments() {
    for area in AREAS {
        let (zh, en) = (messages(area.zh), messages(area.en));
        let only = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| -> Vec<String> {
            a.keys().filter(|key| !b.contains_key(*key)).cloned().collect()
        };
        assert_eq!(only(&zh, &en), Vec::<String>::new(), "{} lacks English", area.name);
        assert_eq!(only(&en, &zh), Vec::<String>::new(), "{} lacks Chinese", area.name);
        for (key, args) in &zh {
            assert_eq!(args, &en[key], "arguments of {key}");
            assert!(key.starts_with(&format!("{}-", area.name)), "{key} is in {}.ftl", area.name);
        }
    }
}

#[test]
fn every_file_is_compiled_in() {
    for lang in Lang::ALL {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(lang.tag());
        let on_disk: BTreeSet<String> = std::fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        let compiled: BTreeSet<String> = AREAS.iter().map(|area| area.name.to_owned()).collect();
        assert_eq!(on_disk, compiled, "{}", lang.tag());
    }
}

#[test]
fn every_sentence_parses_and_is_used() {
    let sources: String = our_sources().into_iter().map(|(_, text)| text).collect();
    for area in AREAS {
        for key in messages(area.zh).keys() {
            assert!(Words::new(Lang::Zh).has(key) && Words::new(Lang::En).has(key), "{key} does not parse");
            let used =
                sources.contains(&format!("\"{key}\"")) || DYNAMIC.iter().any(|start| key.starts_with(start));
            assert!(used, "{key} is not used; remove it, or list how it is put together in DYNAMIC");
        }
    }
}

#[test]
fn every_sentence_asked_for_exists() {
    let words = Words::new(Lang::Zh);
    for (file, text) in our_sources() {
        for call in [".t(\"", ".with(\""] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap();
                assert!(words.has(key), "{file} asks for {key:?}");
            }
        }
    }
}

#[test]
fn no_sentence_blames() {
    for area in AREAS {
        for text in [area.zh, area.en] {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let said = line.split_once('=').map_or(line, |(_, said)| said).to_lowercase();
                for word in UNKIND {
                    assert!(!said.contains(word), "{:?} in {}.ftl: {line}", word, area.name);
                }
            }
        }
    }
}

#[test]
fn the_cookie_wins_over_the_browser() {
    assert_eq!(Lang::wanted(None, None), Lang::Zh);
    assert_eq!(Lang::wanted(Some("en"), Some("zh-CN")), Lang::En);
    assert_eq!(Lang::wanted(None, Some("en-GB,en;q=0.9,zh;q=0.8")), Lang::En);
    assert_eq!(Lang::wanted(None, Some("zh-TW;q=0.9, en;q=0.4")), Lang::Zh);
    assert_eq!(Lang::wanted(None, Some("fr, de;q=0.5")), Lang::En);
    assert_eq!(Lang::wanted(Some("xx"), Some("*")), Lang::Zh);
}

#[test]
fn deadlines_read_like_a_sentence() {
    let until = "2026-11-26T10:00:00Z".parse().unwrap();
    let (zh, en) = (Words::new(Lang::Zh), Words::new(Lang::En));
    assert_eq!(zh.deadline(Left::WorkingDays(3), until), "还剩 3 个工作日（11 月 26 日 18:00 前）");
    assert_eq!(en.deadline(Left::WorkingDays(3), until), "3 working days left (before 18:00, 26 Nov)");
    assert_eq!(en.deadline(Left::WorkingDays(1), until), "1 working day left (before 18:00, 26 Nov)");
    assert_eq!(zh.deadline(Left::Over, until), "已过期限（11 月 26 日 18:00）");
    let now = "2026-11-26T08:30:00Z".parse().unwrap();
    assert_eq!(Left::between(now, until), Left::Hours(1));
    assert_eq!(Left::between(until, now), Left::Over);
}

#[test]
fn sizes_are_short() {
    let words = Words::new(Lang::Zh);
    assert_eq!(words.size(900), "900 B");
    assert_eq!(words.size(2_048), "2 KB");
    assert_eq!(words.size(2_621_440), "2.5 MB");
    assert_eq!(words.size(4 << 30), "4.0 GB");
}
