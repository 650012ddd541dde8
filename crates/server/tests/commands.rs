//! The subcommands as whoever runs the platform meets them.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::path::Path;
use std::process::{Command, Output};

fn beian(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_beian")).args(arguments).current_dir(directory).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_first_start_from_nothing_to_a_verified_journal() {
    let here = tempfile::tempdir().unwrap();
    for arguments in [
        &["check-config"][..],
        &["keys", "new"],
        &["migrate"],
        &["migrate"],
        &["staff", "add", "--email", "admin@example.cn", "--name", "管理员", "--role", "admin"],
        &["keys", "rotate"],
        &["keys", "reseal"],
        &["journal", "verify"],
    ] {
        let output = beian(here.path(), arguments);
        assert!(output.status.success(), "{arguments:?}: {}", told(&output));
    }
    assert!(here.path().join("beian-keys.toml").exists());
    assert!(here.path().join("beian-data/beian.db").exists());
}

#[test]
fn what_is_wrong_with_the_configuration_fails_every_command_and_says_how_to_mend_it() {
    let here = tempfile::tempdir().unwrap();
    std::fs::write(here.path().join("beian.toml"), "[server]\nlisten = \"nowhere\"\n[work]\npoll = 3\n")
        .unwrap();
    for command in ["check-config", "serve", "work", "migrate"] {
        let output = beian(here.path(), &[command]);
        assert!(!output.status.success(), "{command}");
        let told = told(&output);
        assert!(told.contains("server.listen") && told.contains("did you mean \"poll_seconds\""), "{told}");
    }
}

#[test]
fn lost_keys_are_not_replaced_by_new_ones() {
    let here = tempfile::tempdir().unwrap();
    assert!(beian(here.path(), &["migrate"]).status.success());
    std::fs::remove_file(here.path().join("beian-keys.toml")).unwrap();
    let output = beian(here.path(), &["migrate"]);
    assert!(!output.status.success());
    assert!(told(&output).contains("bring it back from the backup"), "{}", told(&output));
    assert!(!here.path().join("beian-keys.toml").exists());
}

#[test]
fn an_inventory_that_cannot_be_read_names_the_place_and_enters_nothing() {
    let here = tempfile::tempdir().unwrap();
    std::fs::write(here.path().join("servers.csv"), "account,instance\nnobody@example.cn,ecs-1\n").unwrap();
    let output = beian(here.path(), &["resources", "import", "servers.csv"]);
    assert!(!output.status.success());
    assert!(told(&output).contains("1.starts-on: answer-date"), "{}", told(&output));
}

#[test]
fn the_document_of_the_api_is_json() {
    let here = tempfile::tempdir().unwrap();
    let output = beian(here.path(), &["openapi"]);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
}
