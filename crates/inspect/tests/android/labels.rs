//! Names in several languages, against what `aapt dump badging` says.

use super::project::Project;
use super::tools::{read, say, there};

/// Name and labels as `aapt` prints them.
fn badging(project: &Project) -> Vec<(String, String)> {
    let said = say(project.path(), "aapt dump badging unsigned.apk");
    let labels = said.lines().filter_map(|line| line.strip_prefix("application-label"));
    let parts = labels.filter_map(|line| line.strip_suffix('\'')?.split_once(":'"));
    parts.map(|(tag, text)| (tag.trim_start_matches('-').to_owned(), text.to_owned())).collect()
}

/// What is read, and that `aapt` says the same.
fn labels(project: &Project) -> (Option<String>, Vec<(String, String)>) {
    let app = read(&project.build()).unwrap().app.unwrap();
    let labels: Vec<_> = app.labels.into_iter().map(|label| (label.language, label.text)).collect();
    assert_eq!(labels, badging(project));
    (app.label, labels)
}

#[test]
fn chinese_comes_before_the_default() {
    if !there() {
        return;
    }
    for (configurations, chosen) in [
        (&[""][..], "0"),
        (&["", "-en", "-zh"], "2"),
        (&["", "-zh", "-zh-rCN", "-zh-rTW"], "2"),
        (&["", "-zh-rTW", "-zh-rHK"], "0"),
        (&["", "-b+zh+Hant", "-b+zh+Hans", "-fil", "-pt-rBR"], "2"),
    ] {
        let project = Project::new("", r#"android:label="@string/app_name""#, "");
        for (number, configuration) in configurations.iter().enumerate() {
            project.string(configuration, "app_name", &number.to_string());
        }
        let (label, labels) = labels(&project);
        assert_eq!(label.as_deref(), Some(chosen), "{configurations:?}");
        assert_eq!(labels.len(), configurations.len());
    }
}

#[test]
fn a_name_may_stand_in_the_manifest_or_behind_other_names() {
    if !there() {
        return;
    }
    let project = Project::new("", r#"android:label="江湖笔记""#, "");
    project.build();
    let app = read(&project.path().join("unsigned.apk")).unwrap().app.unwrap();
    assert_eq!(app.label.as_deref(), Some("江湖笔记"));

    let project = Project::new("", r#"android:label="@string/first""#, "");
    project.string("", "first", "@string/second");
    project.string("", "second", "@string/third");
    project.string("", "third", "Notes");
    project.string("-zh-rCN", "third", "笔记");
    project.build();
    let app = read(&project.path().join("unsigned.apk")).unwrap().app.unwrap();
    assert_eq!(app.label.as_deref(), Some("笔记"));
}

#[test]
fn the_activity_names_an_app_that_has_no_name() {
    if !there() {
        return;
    }
    let project = Project::new("", "", r#"android:label="@string/app_name""#);
    project.string("", "app_name", "Notes");
    project.build();
    let app = read(&project.path().join("unsigned.apk")).unwrap().app.unwrap();
    assert_eq!(app.label.as_deref(), Some("Notes"));
}
